"""The history of a unit: its own record, and that of the units out of which it came where it has none of its own."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from thidua.core.law.history import History, Kind, Level
from thidua.core.law.years import Years, years
from thidua.records.awards.models import Honour, Rating
from thidua.records.awards.queries.members import members_by_year
from thidua.records.awards.queries.person_history import forms_in, ratings_by_year, titles_by_code
from thidua.records.directory.models import Succession, Unit
from thidua.records.directory.queries.descent import history_of
from thidua.records.scores.models import Place

FIRST_PLACE = 1
E = TypeVar("E", Rating, Honour)


def history_of_unit(unit: Unit) -> History:
    """All that is known of a unit.

    Of a year in which something stands in its own record nothing else counts; the other years of the units that were
    merged into it, or out of which it came, are `inherited`. Where several of those were rated, the lowest counts.
    """
    line = list(history_of(unit))
    ratings, honours = list(Rating.objects.filter(unit__in=line)), list(Honour.objects.filter(unit__in=line))
    own_led, led = _led([unit]), _led(line)
    own_years = _years_of(_own(ratings, unit)) | _years_of(_own(honours, unit)) | own_led
    inherited = (_years_of(ratings) | _years_of(honours) | led) & ~own_years
    counting = [one for one in honours if one.unit_id == unit.pk or _is_in(one, inherited)]
    return History(
        kind=Kind.COLLECTIVE,
        ratings=_lowest(one for one in ratings if _is_in(one, inherited)) | ratings_by_year(_own(ratings, unit)),
        titles=titles_by_code(counting),
        forms=forms_in(counting),
        inherited=inherited,
        leads=own_led | led & inherited,
        members=members_by_year(line),
        founded_on=_founded_on(unit),
        dissolved_on=unit.dissolved_on,
    )


def _own(entries: Iterable[E], unit: Unit) -> list[E]:
    return [one for one in entries if one.unit_id == unit.pk]


def _years_of(entries: Iterable[Rating] | Iterable[Honour]) -> Years:
    return years(one.of_year for one in entries)


def _is_in(entry: Rating | Honour, of: Years) -> bool:
    return bool(years([entry.of_year]) & of)


def _lowest(ratings: Iterable[Rating]) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in ratings:
        found[one.year] = min(one.at_level, found.get(one.year, one.at_level))
    return found


def _led(line: Iterable[Unit]) -> Years:
    """Years in which any of them had the first place of a bloc, by a ranking that was locked."""
    first = Place.objects.filter(place=FIRST_PLACE, membership__unit__in=list(line))
    return years(first.values_list("membership__bloc_season__season__emulation_year", flat=True))


def _founded_on(unit: Unit) -> date | None:
    """The first day of a unit that came out of others which ended; None for one that was always there."""
    came = Succession.objects.filter(successor=unit, predecessor_ended=True, reorganisation__annulled_at=None)
    if unit.names.filter(from_on=None).exists():
        return None
    return came.order_by("reorganisation__on").values_list("reorganisation__on", flat=True).first()
