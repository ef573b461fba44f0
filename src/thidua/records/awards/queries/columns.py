"""The records of any number of people as columns of a sweep, without a history of each.

What a year holds once, ratings and titles, the database adds up to sets of years: a year is a bit, and none comes
twice. What is rarer is read row by row, and laid into columns as that of one person is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from django.db.models import BigIntegerField, Count, F, Min, Q, Sum, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast
from numpy.typing import NDArray

from thidua.core.law.history import Asked, AwardType, Conferred, History, Level, Period, Recognition, Row, row_of
from thidua.core.law.history import Discipline as Disciplined
from thidua.core.law.history import Work as Worked
from thidua.core.law.years import EVERY, FIRST, LAST, by_name, years
from thidua.records.awards.models import Discipline, Fact, Honour, Leave, Profile, Rating, Tenure, Work, known_on
from thidua.records.directory.models import Post

Array: TypeAlias = NDArray[Any]
Columns: TypeAlias = dict[str, Array]
Told: TypeAlias = tuple[int, str, Any]  # key of the person, field of the history, what belongs into it
Laid: TypeAlias = tuple[int, str, int]  # key of the person, name of the column, number
READ = frozenset({Rating, Honour, Work, Discipline, Leave, Fact, Profile})
UNASKED = frozenset({Tenure})  # no standard asks for it: long service is reckoned by itself
RATED = (Level.HTXS, Level.HTT, Level.HT, Level.KHT)
ONE = Cast(Value(1), BigIntegerField())
YEARS = Sum(CombinedExpression(ONE, "<<", LAST - F("year"), output_field=BigIntegerField()))


def columns_of_people(people: Array, among: Q, asked: Asked) -> Columns:
    """By name, a number for each of the people, whose keys stand in ascending order.

    `among` says of rows with a `person` whether they may be one of theirs. What was decided after the day counts no
    more than with one person. Ten queries, whatever the number.
    """
    columns: Columns = {}
    decided = among & known_on(asked.on)
    upto = decided & Q(year__range=(FIRST, asked.on.year))
    _lay(columns, people, _ratings(upto))
    _lay(columns, people, _titles(upto))
    _lay(columns, people, _joined(among))
    rest = _rest(decided, among, asked)
    _lay(columns, people, ((person, name, number) for person, row in rest.items() for name, number in row.items()))
    others = ~np.isin(people, np.fromiter(rest, dtype=np.int64, count=len(rest)))
    for name, number in row_of(History(), asked).items():
        columns[name] = columns.get(name, _noughts(people)) | np.where(others, np.uint64(number), np.uint64(0))
    return columns


def _lay(columns: Columns, people: Array, told: Iterable[Laid]) -> None:
    """Each number in its place; of one person each column is told once at most."""
    by_name: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for person, name, number in told:
        keys, numbers = by_name[name]
        keys.append(person)
        numbers.append(number & EVERY)
    for name, (keys, numbers) in by_name.items():
        whose = np.array(keys, dtype=np.int64)
        places = np.minimum(np.searchsorted(people, whose), len(people) - 1)
        known = people[places] == whose
        columns.setdefault(name, _noughts(people))[places[known]] |= np.array(numbers, dtype=np.uint64)[known]


def _noughts(people: Array) -> Array:
    return np.zeros(len(people), dtype=np.uint64)


def _ratings(among: Q) -> Iterator[Laid]:
    """Of each level the years rated so or better."""
    by_person: dict[int, dict[Level, int]] = defaultdict(dict)
    levels = Rating.objects.filter(among, person__isnull=False).order_by().values_list("person", "level")
    for person, level, held in levels.annotate(years=YEARS):
        by_person[person][Level[level]] = int(held)
    for person, given in by_person.items():
        held = 0
        for level in RATED:
            held |= given.get(level, 0)
            yield person, f"rated.{level.name}", held


def _titles(among: Q) -> Iterator[Laid]:
    titles = Honour.objects.filter(among, person__isnull=False).order_by().values_list("person", "award")
    for person, award, held in titles.annotate(years=YEARS):
        yield person, f"title.{award}", int(held)


def _joined(among: Q) -> Iterator[Laid]:
    """The first day of the first post, where the first day of each is known."""
    posts = Post.objects.filter(among).order_by().values_list("person")
    for person, first, number, known in posts.annotate(Min("from_on"), Count("pk"), Count("from_on")):
        if number == known:
            yield person, "joined", first.toordinal()


def _rest(decided: Q, among: Q, asked: Asked) -> dict[int, Row]:
    """The columns of whatever else stands in a record; by person, of those of whom there is something."""
    told: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    rare = (_forms(decided), _works(decided), _disciplines(decided), _leaves(decided), _facts(decided))
    for person, field, thing in (*chain.from_iterable(rare), *_profiles(among)):
        told[person][field].append(thing)
    return {person: row_of(_history(fields), asked) for person, fields in told.items()}


def _history(told: dict[str, list[Any]]) -> History:
    fields: dict[str, Any] = {field: tuple(things) for field, things in told.items()}
    fields |= {field: by_name(told[field]) for field in ("stated", "denied") if field in told}
    fields |= {field: things[0] for field, things in told.items() if field in ("group", "female")}
    return History(**fields | {"excused": years(told.get("excused", ()))})


def _forms(among: Q) -> Iterator[Told]:
    of_people = among & Q(person__isnull=False)
    forms = Honour.objects.filter(of_people, year=None).order_by()
    told = forms.values_list("person", "award", "decided_on", "type", "rewarded")
    for person, award, decided_on, kind, rewarded in told:
        if decided_on is not None:
            yield person, "forms", Conferred(award, decided_on, AwardType(kind), years(rewarded))


def _works(among: Q) -> Iterator[Told]:
    used: dict[int, list[str]] = defaultdict(list)
    for work, award in Honour.objects.filter(among, works__isnull=False).order_by().values_list("works", "award"):
        used[work].append(award)
    works = Work.objects.filter(among).order_by()
    for key, person, kind, year, rank in works.values_list("pk", "person", "kind", "year", "recognised_by"):
        field = "initiatives" if kind == Work.Kind.INITIATIVE else "research"
        yield person, field, Worked(year, Recognition(rank), tuple(used[key]) if key in used else ())


def _disciplines(among: Q) -> Iterator[Told]:
    rows = Discipline.objects.filter(among).order_by()
    for person, degree, from_on, until_on in rows.values_list("person", "degree", "from_on", "until_on"):
        if degree == Discipline.Degree.PENDING:
            yield person, "pending", Period(from_on, until_on)
        else:
            yield person, "disciplines", Disciplined(from_on, until_on, degree)


def _facts(among: Q) -> Iterator[Told]:
    rows = Fact.objects.filter(among, person__isnull=False).order_by()
    for person, word, year, is_so in rows.values_list("person", "word", "year", "is_so"):
        yield person, "stated" if is_so else "denied", (word, year)


def _profiles(among: Q) -> Iterator[Told]:
    for person, group, sex in Profile.objects.filter(among).order_by().values_list("person", "of_group", "sex"):
        yield person, "group", group
        yield person, "female", sex == Profile.Sex.FEMALE


def _leaves(among: Q) -> Iterator[Told]:
    for person, year in Leave.objects.filter(among).order_by().values_list("person", "year"):
        yield person, "excused", year
