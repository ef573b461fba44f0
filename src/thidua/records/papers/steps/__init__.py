"""Papers that other records refer to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.papers.models import Paper

UNTITLED = "Văn bản"  # kept with the data, so Vietnamese
Mark = tuple[int | None, str, str, date | None, int | None]  # unit, title, number, day, file


@dataclass(frozen=True)
class Shown:
    """A paper as an officer names it: number and day, or a file, or both; who issued it, where that is told."""

    title: str
    number: str = ""
    dated_on: date | None = None
    file: StoredFile | None = None
    issuer: str = ""


def paper_of_the_bloc(shown: Shown) -> Paper:
    """A paper that belongs to no single unit, as the decision that issues a score sheet; found again if known.

    Two who name a new one at the same instant may write it down twice; the older row is the one found after.
    """
    mark = {"title": shown.title, "number": shown.number, "dated_on": shown.dated_on, "file": shown.file}
    known = Paper.objects.filter(unit=None, **mark).order_by("pk").first()
    return known or Paper.objects.create(**mark)


def papers_of_unit(unit: Unit, shown: Sequence[Shown]) -> list[Paper]:
    """Papers named in one unit's affairs, in the order given; one that was named there before is found again.

    Agencies number their papers each for itself, and two provinces may issue 27/QĐ-UBND on one day: a number
    alone never means one paper, so that of one unit is never taken for that of another.
    """
    return papers_of_units([(unit, one) for one in shown])


def papers_of_units(shown: Sequence[tuple[Unit, Shown]]) -> list[Paper]:
    """As `papers_of_unit`, of several. Two queries; one without a title is found by its number and day."""
    if not shown:
        return []
    units, numbers = {unit for unit, _ in shown}, {one.number for _, one in shown}
    known: dict[Mark, Paper] = {}
    for paper in Paper.objects.filter(unit__in=units, number__in=numbers).order_by("-pk"):
        known[paper.unit_id, "", paper.number, paper.dated_on, None] = paper
        known[paper.unit_id, paper.title, paper.number, paper.dated_on, paper.file_id] = paper
    wanted = [_mark_of(unit, one) for unit, one in shown]
    missing: dict[Mark, tuple[Unit, Shown]] = {}
    for mark, one in zip(wanted, shown, strict=True):
        if mark not in known and (mark not in missing or one[1].issuer):
            missing[mark] = one
    made = Paper.objects.bulk_create(_new(unit, one) for unit, one in missing.values())
    known |= dict(zip(missing, made, strict=True))
    return [known[mark] for mark in wanted]


def _mark_of(unit: Unit, one: Shown) -> Mark:
    return unit.pk, one.title, one.number, one.dated_on, one.file.pk if one.file else None


def _new(unit: Unit, one: Shown) -> Paper:
    title = one.title or UNTITLED
    return Paper(unit=unit, title=title, number=one.number, dated_on=one.dated_on, file=one.file, issuer=one.issuer)
