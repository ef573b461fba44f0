"""Rà soát: who of a unit's people can be proposed for what, and who nearly can."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.law import law, register
from thidua.core.law.history import Asked, History, Kind
from thidua.core.law.register import Award
from thidua.core.law.shelf import WITHIN_REACH, Shelf, rests_on_record
from thidua.pages.law.days import Day, day_of, years_offered
from thidua.pages.law.downloads import swept_table
from thidua.pages.law.standing import Standing, standings
from thidua.pages.law.words import named
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.awards.access import unit_of_people_for
from thidua.records.awards.queries.history import histories_of_people
from thidua.records.directory.models import Post, Unit
from thidua.records.directory.queries import posts_below
from thidua.records.journal.steps import note_access

ROWS_A_PAGE = 100


@dataclass(frozen=True)
class Swept:
    """One of the people, by the post held on the day, with the awards within reach."""

    post: Post
    found: tuple[Standing, ...]

    def only(self, award: str) -> "Swept":
        return replace(self, found=tuple(one for one in self.found if one.award.code == award))


@dataclass(frozen=True)
class Tally:
    """Of how many people an award can be proposed, must be looked at, or is one condition short."""

    award: Award
    counts: Counter[Shelf]

    @property
    def name(self) -> SafeString:
        return named(self.award.name)

    @property
    def eligible(self) -> int:
        return self.counts[Shelf.ELIGIBLE]

    @property
    def to_look_at(self) -> int:
        return self.counts[Shelf.WARN] + self.counts[Shelf.NOT_YET]

    @property
    def near(self) -> int:
        return self.counts[Shelf.NEAR]


def sweep(unit: Unit, asked: Asked) -> list[Swept]:
    """Everybody with a post in the unit or below it on the day, once, in the order of the directory."""
    posts: dict[int, Post] = {}
    for post in posts_below(unit, on=asked.on):
        posts.setdefault(post.person_id, post)
    histories = histories_of_people(list(posts))
    reckoned = _on_record(asked)
    return [
        Swept(post, tuple(one for one in _of(histories[person], asked) if one.award.code in reckoned))
        for person, post in posts.items()
    ]


def _of(history: History, asked: Asked) -> Iterator[Standing]:
    """What is within reach; of somebody of whom nothing is on record nothing can be said."""
    if history.ratings or history.titles:
        yield from (one for one in standings(law(), register(), history, asked) if one.shelf in WITHIN_REACH)


def _on_record(asked: Asked) -> frozenset[str]:
    """Awards that rest on more than somebody's judgement: of the others the record says nothing."""
    held = [law().in_force(award, Kind.INDIVIDUAL, asked.on) for award in law().awards_on(asked.on, Kind.INDIVIDUAL)]
    return frozenset(standard.award for standard in held if standard and rests_on_record(standard))


def tallies(people: Iterable[Swept]) -> list[Tally]:
    """In the register's order; awards within nobody's reach are left out."""
    counts: dict[str, Counter[Shelf]] = {}
    for one in people:
        for standing in one.found:
            counts.setdefault(standing.award.code, Counter())[standing.shelf] += 1
    return [Tally(award, counts[code]) for code, award in register().items() if code in counts]


@require_safe
@login_required
def unit_sweep(request: HttpRequest, unit: str) -> HttpResponse:
    """Whoever asks is noted: the page speaks of people's records."""
    found, day, asked = _question(request, unit)
    people = sweep(found, asked)
    award = _wanted(request)
    return page(
        request,
        "law/sweep.html",
        unit=found,
        day=day,
        year=asked.year,
        years=[(year, year) for year in years_offered(day)],
        tallies=tallies(people),
        award=award,
        rows=Paginator(_shown(people, award), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        everybody=len(people),
        query=f"?nam={asked.year}&ngay={asked.on.isoformat()}",
        trail=[
            (_("Danh bạ"), reverse("units")),
            (found.short_name, reverse("unit", args=(unit,)), "vi"),
        ],
        here="directory",
    )


@require_safe
@login_required
def workbook(request: HttpRequest, unit: str) -> HttpResponse:
    found, _day, asked = _question(request, unit)
    return as_xlsx(swept_table(found, asked, _shown(sweep(found, asked), _wanted(request))))


def _question(request: Any, unit: str) -> tuple[Unit, Day, Asked]:
    found = unit_of_people_for(request.actor, unit, on=today())
    note_access("read_people", by=request.actor, at=now(), method="GET", address=request.path)
    day = day_of(request)
    offered = {str(year): year for year in years_offered(day)}
    return found, day, Asked(offered.get(request.GET.get("nam", ""), day.on.year - 1), day.on)


def _wanted(request: Any) -> Award | None:
    return register().get(request.GET.get("danh-hieu", ""))


def _shown(people: Sequence[Swept], award: Award | None) -> list[Swept]:
    shown = [one.only(award.code) for one in people] if award else people
    return [one for one in shown if one.found]
