"""Questions through reorganisations: from which units one came, into which it passed, what it is today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from thidua.base.prepared import prepared
from thidua.records.directory.models import Descent, Reorganisation, Succession, Unit


def history_of(unit: Unit) -> QuerySet[Unit]:
    """The unit itself and every unit out of which it came, whatever the number of reorganisations between.

    What belongs to a unit's history is what belongs to one of these; `unit__in=history_of(unit)` asks for it.
    """
    return Unit.objects.filter(Q(pk=unit.pk) | Q(pk__in=Descent.objects.filter(heir=unit).values("ancestor")))


def came_before(unit: Unit, *, on: date | None = None) -> list[Unit]:
    """The units out of which it came; `on`: but for those that came to it later. One query."""
    ancestors = Descent.objects.filter(heir=unit).values("ancestor")
    lines = Succession.objects.filter(Q(successor=unit) | Q(successor__in=ancestors), reorganisation__annulled_at=None)
    if on is not None:
        lines = lines.filter(reorganisation__on__lte=on)
    found = lines.exclude(predecessor=F("successor")).select_related("reorganisation", "predecessor")
    steps = _walked(list(found), unit.pk, "successor_id")
    return list({step.line.predecessor_id: step.line.predecessor for step in steps}.values())


def heirs_of(unit: Unit) -> QuerySet[Unit]:
    """The units standing today that took over from a unit, directly or through others; none for one that stands."""
    return Unit.objects.filter(ancestors__ancestor=unit, dissolved_on=None).order_by("code")


def units_of_history(units: Iterable[int]) -> Q:
    """A condition on rows that name a `unit`: one of these, or one out of which any of these came."""
    own = list(units)
    return Q(unit__in=own) | Q(unit__in=Descent.objects.filter(heir__in=own).values("ancestor"))


def units_today(units: Iterable[Unit]) -> dict[int, list[Unit]]:
    """For units that have ended, by key: the units standing today that took over from each.

    One query, where none has ended too: a list takes as many whatever stands in it.
    """
    ended = [unit.pk for unit in units if unit.dissolved_on is not None]
    found: dict[int, list[Unit]] = defaultdict(list)
    for row in _descents(ended=ended or [0]):
        found[row.ancestor_id].append(row.heir)
    return dict(found)


@prepared
def _descents(*, ended: list[int]) -> QuerySet[Descent]:
    standing = Descent.objects.filter(ancestor__in=ended, heir__dissolved_on=None)
    return standing.select_related("heir").order_by("heir__code")


@dataclass(frozen=True)
class Step:
    """One line of descent: `other` is the unit before or after, at `distance` reorganisations from the one asked."""

    line: Succession
    distance: int

    @property
    def reorganisation(self) -> Reorganisation:
        return self.line.reorganisation


@dataclass(frozen=True)
class Line:
    """A unit's line of descent in the order of the days: how it came to be, and what became of it."""

    before: list[Step]
    after: list[Step]


def line_of_descent(unit: Unit) -> Line:
    """Both ways as far as the directory knows. Two queries, however long the line."""
    around = list(Descent.objects.filter(Q(heir=unit) | Q(ancestor=unit)).values_list("ancestor", "heir"))
    before = {unit.pk, *(ancestor for ancestor, heir in around if heir == unit.pk)}
    after = {unit.pk, *(heir for ancestor, heir in around if ancestor == unit.pk)}
    lines = list(
        Succession.objects.filter(Q(successor__in=before) | Q(predecessor__in=after), reorganisation__annulled_at=None)
        .exclude(predecessor=F("successor"))
        .select_related("reorganisation", "predecessor", "successor")
    )
    return Line(_walked(lines, unit.pk, "successor_id"), _walked(lines, unit.pk, "predecessor_id"))


def _walked(lines: list[Succession], start: int, near: str) -> list[Step]:
    """The lines reached from a unit, each with its distance; `near` is the end of a line that is closer to it."""
    far = "predecessor_id" if near == "successor_id" else "successor_id"
    by_near: dict[int, list[Succession]] = defaultdict(list)
    for line in lines:
        by_near[getattr(line, near)].append(line)
    found, seen, waiting = [], {start}, [(start, 1)]
    while waiting:
        unit, distance = waiting.pop(0)
        for line in by_near.get(unit, []):
            found.append(Step(line, distance))
            if (other := getattr(line, far)) is not None and other not in seen:
                seen.add(other)
                waiting.append((other, distance + 1))
    return sorted(found, key=lambda step: (step.reorganisation.on, step.line.pk))
