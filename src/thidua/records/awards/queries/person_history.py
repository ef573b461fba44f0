"""The histories of people that the rules of the law are asked about, out of their records."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from django.db.models import Prefetch

from thidua.core.law.history import (
    AwardType,
    Conferred,
    History,
    Level,
    Period,
    Recognition,
    Service,
)
from thidua.core.law.history import Discipline as Disciplined
from thidua.core.law.history import Work as Worked
from thidua.core.law.years import Years, by_name, years
from thidua.core.texts import folded
from thidua.records.awards.models import Discipline, Entry, Fact, Honour, Leave, Profile, Rating, Tenure, Work, known_on
from thidua.records.directory.models import Person, Post

People = Collection[int]
E = TypeVar("E", bound=Entry)


def history_of_person(person: Person, *, on: date | None = None) -> History:
    """All that is known of a person; `on`: but for what was decided later. An empty record is one too."""
    return histories_of_people([person.pk], on=on)[person.pk]


def histories_of_people(people: People, *, on: date | None = None) -> dict[int, History]:
    """By key of the person; ten queries, whatever their number."""
    ratings, honours = _of(Rating, people, on), _of(Honour, people, on)
    works, disciplines, leaves = _works(people, on), _of(Discipline, people, on), _of(Leave, people, on)
    facts, profiles, tenures = _of(Fact, people, on), _of(Profile, people), _of(Tenure, people, on)
    posts: dict[int, list[Post]] = defaultdict(list)
    for post in Post.objects.filter(person__in=people).order_by("from_on", "pk"):
        posts[post.person_id].append(post)
    return {
        person: History(
            ratings=ratings_by_year(ratings[person]),
            titles=titles_by_code(honours[person]),
            forms=forms_in(honours[person]),
            initiatives=_worked(works[person], Work.Kind.INITIATIVE),
            research=_worked(works[person], Work.Kind.RESEARCH),
            disciplines=tuple(_disciplined(one) for one in disciplines[person] if not _is_pending(one)),
            pending=tuple(Period(one.from_on, one.until_on) for one in disciplines[person] if _is_pending(one)),
            excused=years(leave.year for leave in leaves[person]),
            stated=facts_by_word(facts[person], is_so=True),
            denied=facts_by_word(facts[person], is_so=False),
            service=(*_recorded(tenures[person]), *_served(posts[person])),
            joined_on=_joined_on(posts[person]),
            **_profiled(profiles[person]),
        )
        for person in people
    }


def ratings_by_year(ratings: Iterable[Rating]) -> dict[int, Level]:
    return {rating.year: rating.at_level for rating in ratings}


def titles_by_code(honours: Iterable[Honour]) -> dict[str, Years]:
    return by_name((one.award, one.year) for one in honours if one.year is not None)


def forms_in(honours: Iterable[Honour]) -> tuple[Conferred, ...]:
    """Forms of commendation, the earliest decision first."""
    forms = [
        Conferred(one.award, one.decided_on, AwardType(one.type), years(one.rewarded), one.number)
        for one in honours
        if one.year is None and one.decided_on is not None
    ]
    return tuple(sorted(forms, key=lambda form: (form.decided_on, form.form)))


def facts_by_word(facts: Iterable[Fact], *, is_so: bool) -> dict[str, Years]:
    return by_name((one.word, one.year) for one in facts if one.is_so is is_so)


def _profiled(profiles: Iterable[Profile]) -> dict[str, Any]:
    """Of whom nothing is said the standards for civil servants hold."""
    return next(({"group": one.of_group, "female": one.sex == Profile.Sex.FEMALE} for one in profiles), {})


def _of(kind: type[E], people: People, on: date | None = None) -> dict[int, list[E]]:
    rows: Iterable[Any] = kind._default_manager.filter(known_on(on), person__in=people)
    return _grouped(rows)


def _works(people: People, on: date | None) -> dict[int, list[Work]]:
    """Each with the honours that had been built upon it."""
    built = Prefetch("honours", Honour.objects.filter(known_on(on)))
    return _grouped(Work.objects.filter(known_on(on), person__in=people).prefetch_related(built))


def _grouped(rows: Iterable[E]) -> dict[int, list[E]]:
    found: dict[int, list[E]] = defaultdict(list)
    for row in rows:
        assert row.person_id is not None
        found[row.person_id].append(row)
    return found


def _worked(works: Iterable[Work], kind: Work.Kind) -> tuple[Worked, ...]:
    own = [work for work in works if work.kind == kind]
    return tuple(
        Worked(work.year, Recognition(work.recognised_by), tuple(one.award for one in work.honours.all()), work.name)
        for work in sorted(own, key=lambda work: (work.year, work.pk))
    )


def _is_pending(one: Discipline) -> bool:
    return one.degree == Discipline.Degree.PENDING


def _disciplined(one: Discipline) -> Disciplined:
    return Disciplined(one.from_on, one.until_on, one.degree)


def _recorded(tenures: Iterable[Tenure]) -> Iterable[Service]:
    for one in sorted(tenures, key=lambda one: (one.from_on, one.pk)):
        yield Service(one.post, one.from_on, one.until_on)


def _served(posts: Iterable[Post]) -> Iterable[Service]:
    """Posts whose first day is known; a post's code is its title as the law's tables write it: "vu_truong"."""
    for post in posts:
        if post.from_on is not None:
            yield Service(folded(post.title).replace(" ", "_"), post.from_on, post.until_on)


def _joined_on(posts: Collection[Post]) -> date | None:
    """The first day of the first post; unknown where one of them began nobody knows when."""
    days = [post.from_on for post in posts]
    return min(day for day in days if day) if days and None not in days else None
