"""Writes official papers, their numbers, letterheads and templates; opens no transaction and asks no rights."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.core.workflow.papers import Under
from thidua.records.directory.models import Unit
from thidua.records.directory.queries import leader_of
from thidua.records.files.models import StoredFile
from thidua.records.papers.models import (
    AdoptedTemplate,
    AllowedLetterhead,
    Letterhead,
    MadePdf,
    NumberTaken,
    OfficialPaper,
    UnitPdf,
)
from thidua.records.papers.queries import allowed_letterheads, editions_of, letterhead_of, next_serial, pdf_made

MOST_SYMBOL = 40  # letters that a row keeps; a number may be longer
SERIAL = re.compile(r"0*([0-9]{1,6})\b")


@dataclass(frozen=True)
class Head:
    """A letterhead as the office writes it."""

    over: str
    agency: str
    symbol: str
    place: str
    own_numbers: bool
    chief: str = ""


def begin_paper(
    frame: str, code: str, subject: str, nth: int, *, filled: Mapping[str, Any], typed: Mapping[str, Any], at: datetime
) -> OfficialPaper:
    """A draft; the constraint lets one of two who begin it at once through."""
    return OfficialPaper.objects.create(
        frame=frame, code=code, subject=subject, nth=nth, filled=dict(filled), typed=dict(typed), filled_at=at
    )


def held_paper(paper: OfficialPaper) -> OfficialPaper:
    """The row as it is now, held against others."""
    return OfficialPaper.objects.select_for_update().get(pk=paper.pk)


def keep_paper(paper: OfficialPaper) -> None:
    paper.turn()
    paper.save()


def put_under(paper: OfficialPaper, under: Under, *, frame: str, unit: Unit, on: date) -> None:
    """The paper begins as those of the unit, or as the cluster of this public id may begin them.

    Raises NotPossible for a letterhead that the cluster has not.
    """
    head = letterhead_of(unit) if under is Under.UNIT else allowed_letterheads(frame).get(under)
    if head is None:
        raise refuse(f"paper.no_{under}_letterhead")
    leader = leader_of(unit, on=on)
    chief = head.chief if under is Under.AGENCY and isinstance(head, AllowedLetterhead) else leader and leader.title
    paper.under, paper.filled = under.value, {**paper.filled, **head.as_fields, "_chief": chief or ""}


def take_number(paper: OfficialPaper, unit: Unit, *, symbol: str, number: str, on: date) -> None:
    """The paper's number: the one that was given, else the next of the unit's own count.

    What the agency above counts is no part of the unit's count. Raises NotPossible for one that another paper of the
    unit, or on the agency's letterhead, has had in that year.
    """
    if paper.under == Under.AGENCY:
        others = OfficialPaper.objects.filter(frame=paper.frame, under=Under.AGENCY, dated_on__year=on.year)
        if others.filter(number=number).exclude(pk=paper.pk).exists():
            raise refuse("paper.number_taken", number=number, year=str(on.year))
        paper.number, paper.dated_on = number, on
        return
    head = Letterhead.objects.select_for_update().filter(unit=unit).first() or letterhead_of(unit)
    own = head.symbol if paper.under == Under.UNIT else paper.filled["_symbol"]
    written = "-".join(part for part in (symbol, own) if part)
    if number:
        begins = SERIAL.match(number)
        serial = (int(begins[1]) or None) if begins else None
        symbol_in = (number.partition("/")[2] or written)[:MOST_SYMBOL]
    else:
        serial, symbol_in = next_serial(unit, on.year, written), written
        number = f"{serial:02d}/{written}"
    taken = NumberTaken.objects.filter(unit=unit, year=on.year)
    if taken.filter(number=number).exists() or (serial and taken.filter(symbol=symbol_in, serial=serial).exists()):
        raise refuse("paper.number_taken", number=number, year=str(on.year))
    NumberTaken.objects.create(unit=unit, year=on.year, symbol=symbol_in, serial=serial, number=number, paper=paper)
    paper.number, paper.dated_on = number, on


def ask_for_pdf(paper: OfficialPaper, template: AdoptedTemplate, *, at: datetime) -> bool:
    """Whether it is to be made now: nobody has asked before, or it could not be made; under the paper's lock."""
    row = pdf_made(paper, template) or MadePdf(paper=paper, version=paper.version, template=template)
    if row.pk is not None and not row.because:
        return False
    row.asked_at, row.because = at, ""
    row.save()
    return True


@dataclass(frozen=True)
class Drafted:
    """A unit's paper or report as Word, with a digest of all that stands in it; `subject` whose, by its token."""

    subject: str
    code: str
    digest: str
    word: StoredFile


def ask_for_unit_pdf(drafted: Drafted, *, at: datetime) -> tuple[UnitPdf, bool]:
    """The row, and whether it is to be made now, as `ask_for_pdf`; one of another text takes the place of the last."""
    known = {"subject": drafted.subject, "code": drafted.code}
    row = UnitPdf.objects.select_for_update().filter(**known).first() or UnitPdf(**known)
    if row.digest == drafted.digest and not row.because:
        return row, False
    row.digest, row.word, row.asked_at = drafted.digest, drafted.word, at
    row.file, row.because = None, ""
    row.save()
    return row, True


def pdf_is_made(row: MadePdf | UnitPdf, file: StoredFile) -> None:
    """Unless another was asked for meanwhile."""
    type(row).objects.filter(pk=row.pk, asked_at=row.asked_at).update(file=file)


def pdf_failed(row: MadePdf | UnitPdf, because: str) -> None:
    type(row).objects.filter(pk=row.pk, asked_at=row.asked_at).update(because=because)


def write_letterhead(unit: Unit, head: Head, *, seen_version: int) -> Letterhead:
    """Raises NotPossible if someone has saved since."""
    row = Letterhead.objects.select_for_update().filter(unit=unit).first() or Letterhead(unit=unit, version=0)
    row.expect(seen_version)
    row.over, row.agency, row.symbol = composed(head.over), composed(head.agency), composed(head.symbol)
    row.place, row.own_numbers = composed(head.place), head.own_numbers
    row.turn()
    row.save()
    return row


def letterhead_told(row: Letterhead) -> dict[str, str]:
    """As the journal keeps it."""
    return {"over": row.over, "agency": row.agency, "symbol": row.symbol, "own_numbers": str(row.own_numbers)}


def write_allowed_letterhead(
    frame: str, under: Under, head: Head, *, allowed_by: str, seen_version: int
) -> AllowedLetterhead:
    """Raises NotPossible without the paper that allows it, or if someone has saved since."""
    if not allowed_by.strip():
        raise refuse("paper.needs_permission")
    found = AllowedLetterhead.objects.select_for_update().filter(frame=frame, under=under).first()
    row = found or AllowedLetterhead(frame=frame, under=under.value, version=0)
    row.expect(seen_version)
    row.over, row.agency, row.symbol = composed(head.over), composed(head.agency), composed(head.symbol)
    row.place, row.chief, row.allowed_by = composed(head.place), composed(head.chief), composed(allowed_by.strip())
    row.turn()
    row.save()
    return row


def adopt(frame: str, code: str, file: StoredFile | None, *, by: Mapping[str, Any], at: datetime) -> AdoptedTemplate:
    """The next edition; without a file the program's own is in force again."""
    edition = next((one.edition for one in editions_of(frame, code)), 0) + 1
    return AdoptedTemplate.objects.create(
        frame=frame, code=code, edition=edition, file=file, adopted_at=at, adopted_by=dict(by)
    )
