"""The history of a unit: its own record, and that of the units out of which it came where it has none of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import F, QuerySet

from thidua.base.days import instant
from thidua.core.law.history import History, Kind, Level, Members
from thidua.core.law.years import Years, years
from thidua.records.awards.models import Fact, Honour, Rating, known_on
from thidua.records.awards.queries.members import members_by_year
from thidua.records.awards.queries.person_history import (
    facts_by_word,
    forms_in,
    ratings_by_year,
    titles_by_code,
)
from thidua.records.directory.models import Succession, Unit
from thidua.records.directory.queries.descent import came_before
from thidua.records.scores.models import Place

FIRST_PLACE = 1
DAY = timedelta(days=1)
LEADS = "leads"
E = TypeVar("E", Rating, Honour, Fact)


@dataclass(frozen=True)
class OfLine:
    """What is on record of a unit and of those out of which it came; `own_led` is of itself."""

    ratings: list[Rating]
    honours: list[Honour]
    facts: list[Fact]
    own_led: Years
    led: Years
    members: Mapping[int, Members]
    founded_on: date | None
    succeeded: bool


def history_of_unit(unit: Unit, *, on: date | None = None) -> History:
    """All that is known of a unit; `on`: but for what was decided later, and for who came to it later."""
    line = [unit, *came_before(unit, on=on)]
    return history_out_of(
        unit,
        OfLine(
            _of(Rating, line, on), _of(Honour, line, on), _of(Fact, line, on), _led([unit], on), _led(line, on),
            members_by_year(line, on=on), _founded_on(unit), _is_succeeded(unit),
        ),
    )  # fmt: skip


def history_out_of(unit: Unit, line: OfLine) -> History:
    """Of a year in which something stands in its own record nothing else counts; the other years of the units that were
    merged into it, or out of which it came, are `inherited`. Where several of those were rated, the lowest counts. A
    fact that somebody stated of it counts beside what is inherited of the same year.
    """
    ratings, honours, facts = line.ratings, line.honours, line.facts
    own_years = _years_of(_own(ratings, unit)) | _years_of(_own(honours, unit)) | line.own_led
    earlier = _years_of(one for one in facts if one.unit_id != unit.pk) & ~_years_of(_own(facts, unit))
    inherited = (_years_of(ratings) | _years_of(honours) | line.led | earlier) & ~own_years
    counting = [one for one in honours if one.unit_id == unit.pk or _is_in(one, inherited)]
    stated, denied = _said(facts, unit, inherited)
    return History(
        kind=Kind.COLLECTIVE,
        ratings=_lowest(one for one in ratings if _is_in(one, inherited)) | ratings_by_year(_own(ratings, unit)),
        titles=titles_by_code(counting),
        forms=forms_in(counting),
        inherited=inherited,
        leads=line.own_led | line.led & inherited | stated.pop(LEADS, 0),
        members=line.members,
        stated=stated,
        denied=denied,
        founded_on=line.founded_on,
        dissolved_on=unit.dissolved_on,
        succeeded=line.succeeded and unit.dissolved_on is not None,
    )


def _of(kind: type[E], line: list[Unit], on: date | None) -> list[E]:
    rows: Iterable[E] = kind._default_manager.filter(known_on(on), unit__in=line)
    return list(rows)


def _own(entries: Iterable[E], unit: Unit) -> list[E]:
    return [one for one in entries if one.unit_id == unit.pk]


def _years_of(entries: Iterable[Rating] | Iterable[Honour] | Iterable[Fact]) -> Years:
    return years(one.of_year for one in entries)


def _is_in(entry: Rating | Honour | Fact, of: Years) -> bool:
    return bool(years([entry.of_year]) & of)


def _said(facts: list[Fact], unit: Unit, inherited: Years) -> tuple[dict[str, Years], dict[str, Years]]:
    """By word what was stated, what denied: its own, else what was said of those before; a denial weighs more."""
    own = _own(facts, unit)
    known = {(one.word, one.year) for one in own}
    before = [one for one in facts if _is_in(one, inherited) and (one.word, one.year) not in known]
    denied = facts_by_word([*own, *before], is_so=False)
    stated = facts_by_word([*own, *before], is_so=True)
    return {word: held & ~denied.get(word, 0) for word, held in stated.items()}, denied


def _lowest(ratings: Iterable[Rating]) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in ratings:
        found[one.year] = min(one.at_level, found.get(one.year, one.at_level))
    return found


def _led(line: Iterable[Unit], on: date | None) -> Years:
    """Years in which any of them had the first place of a bloc, by a ranking that was locked."""
    first = first_places(on).filter(membership__unit__in=list(line))
    return years(first.values_list("membership__bloc_season__season__emulation_year", flat=True))


def first_places(on: date | None) -> QuerySet[Place]:
    """Of rankings that were locked by a day."""
    first = Place.objects.filter(place=FIRST_PLACE)
    return first if on is None else first.filter(ranking__locked_at__lt=instant(on + DAY))


def _founded_on(unit: Unit) -> date | None:
    """The first day of a unit that came out of others which ended; None for one that was always there."""
    came = Succession.objects.filter(successor=unit, predecessor_ended=True, reorganisation__annulled_at=None)
    if unit.names.filter(from_on=None).exists():
        return None
    return came.order_by("reorganisation__on").values_list("reorganisation__on", flat=True).first()


def _is_succeeded(unit: Unit) -> bool:
    """Whether another took over from a unit that has ended."""
    return unit.dissolved_on is not None and successions().filter(predecessor=unit).exists()


def successions() -> QuerySet[Succession]:
    """By which a unit ended and another took over."""
    taken_over = Succession.objects.filter(predecessor_ended=True, successor__isnull=False)
    return taken_over.filter(reorganisation__annulled_at=None).exclude(predecessor=F("successor"))
