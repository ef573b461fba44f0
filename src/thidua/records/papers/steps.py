"""Papers that other records refer to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.papers.models import Paper


@dataclass(frozen=True)
class Shown:
    """A paper as an officer names it: number and day, or a file, or both."""

    title: str
    number: str = ""
    dated_on: date | None = None
    file: StoredFile | None = None


def paper_of(*, title: str, number: str, dated_on: date | None, issuer: str = "") -> Paper:
    """The paper of that number, day and issuer, written down once."""
    found, _ = Paper.objects.get_or_create(number=number, dated_on=dated_on, issuer=issuer, defaults={"title": title})
    return found


def paper_of_the_bloc(shown: Shown) -> Paper:
    """A paper that belongs to no single unit, as the decision that issues a score sheet, written down once."""
    found, _ = Paper.objects.get_or_create(
        unit=None, title=shown.title, number=shown.number, dated_on=shown.dated_on, file=shown.file
    )
    return found


def papers_of_unit(unit: Unit, shown: Sequence[Shown]) -> list[Paper]:
    """A unit's own papers, in the order given; one that it has named before is found again.

    Units number their papers each for itself, so a number alone never means one paper.
    """
    if not shown:
        return []
    known = {
        (paper.title, paper.number, paper.dated_on, paper.file_id): paper
        for paper in Paper.objects.filter(unit=unit, number__in={one.number for one in shown})
    }
    wanted = [(one.title, one.number, one.dated_on, one.file.pk if one.file else None) for one in shown]
    missing = {mark: one for mark, one in zip(wanted, shown, strict=True) if mark not in known}
    made = Paper.objects.bulk_create(
        Paper(unit=unit, title=one.title, number=one.number, dated_on=one.dated_on, file=one.file)
        for one in missing.values()
    )
    known |= dict(zip(missing, made, strict=True))
    return [known[mark] for mark in wanted]
