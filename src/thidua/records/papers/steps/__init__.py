"""Papers that other records refer to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.papers.models import Paper


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
    if not shown:
        return []
    known = {
        (paper.title, paper.number, paper.dated_on, paper.file_id): paper
        for paper in Paper.objects.filter(unit=unit, number__in={one.number for one in shown}).order_by("-pk")
    }
    wanted = [(one.title, one.number, one.dated_on, one.file.pk if one.file else None) for one in shown]
    missing = {mark: one for mark, one in zip(wanted, shown, strict=True) if mark not in known}
    made = Paper.objects.bulk_create(
        Paper(unit=unit, title=one.title, number=one.number, dated_on=one.dated_on, file=one.file, issuer=one.issuer)
        for one in missing.values()
    )
    known |= dict(zip(missing, made, strict=True))
    return [known[mark] for mark in wanted]
