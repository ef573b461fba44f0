"""Questions about official papers: which there are, which template is in force, how a unit's papers begin."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, Q

from thidua.core.workflow.papers import PaperState, Under
from thidua.records.directory.models import Unit
from thidua.records.papers.models import (
    AdoptedTemplate,
    AllowedLetterhead,
    Letterhead,
    MadePdf,
    NumberTaken,
    OfficialPaper,
    UnitPdf,
)

CITIES, PROVINCES = "thành phố ", "tỉnh "


def papers_in(frame: str, *, code: str = "") -> list[OfficialPaper]:
    """The papers of a season, those that were withdrawn among them; by kind, subject and in their order."""
    found = OfficialPaper.objects.filter(frame=frame).select_related("file", "template__file")
    return list(found.filter(code=code) if code else found)


def last_of(frame: str, code: str, subject: str) -> OfficialPaper | None:
    """The latest paper of a kind about a subject."""
    return next(reversed(_of(frame, code, subject)), None)


def paper_of(frame: str, code: str, subject: str, nth: int) -> OfficialPaper | None:
    return next((one for one in _of(frame, code, subject) if one.nth == nth), None)


def _of(frame: str, code: str, subject: str) -> list[OfficialPaper]:
    return [one for one in papers_in(frame, code=code) if one.subject == subject]


def papers_in_hand(frames: Iterable[str]) -> list[OfficialPaper]:
    """Papers of seasons that wait: returned, submitted, or signed and without a number."""
    found = OfficialPaper.objects.filter(frame__in=list(frames))
    return [
        one
        for one in found.exclude(state__in=(PaperState.ISSUED.value, PaperState.WITHDRAWN.value)).order_by("pk")
        if one.at_state is not PaperState.DRAFT or one.is_returned
    ]


def templates_in_force(frame: str, *, at: datetime | None = None) -> dict[str, AdoptedTemplate]:
    """Each paper's template in force `at` a moment, else now, by code; none where it is the program's own."""
    latest: dict[str, AdoptedTemplate] = {}
    until = Q() if at is None else Q(adopted_at__lte=at)
    for one in AdoptedTemplate.objects.filter(until, frame=frame).select_related("file").order_by("edition"):
        latest[one.code] = one
    return {code: one for code, one in latest.items() if one.file_id}


def editions_of(frame: str, code: str) -> list[AdoptedTemplate]:
    """All that were adopted for a paper, the newest first."""
    return list(AdoptedTemplate.objects.filter(frame=frame, code=code).select_related("file"))


def pdf_made(paper: OfficialPaper, template: AdoptedTemplate) -> MadePdf | None:
    """The PDF that was asked for of the paper as it stands."""
    found = MadePdf.objects.filter(paper=paper, version=paper.version, template=template)
    return found.select_related("file").first()


def pdfs_waiting(token: str) -> list[MadePdf]:
    """Those of a paper that are still to be made; of versions that are past none."""
    waiting = MadePdf.objects.filter(paper__public_id=token.partition(":")[2], file=None, because="")
    found = waiting.select_related("paper", "template__file").order_by("pk")
    return [one for one in found if one.version == one.paper.version]


def unit_pdf_of(subject: str, code: str, digest: str) -> UnitPdf | None:
    """The PDF that was asked for of a unit's paper or report as it reads now."""
    found = UnitPdf.objects.filter(subject=subject, code=code, digest=digest)
    return found.select_related("file").first()


def unit_pdf_waiting(token: str) -> UnitPdf | None:
    waiting = UnitPdf.objects.filter(public_id=token.partition(":")[2], file=None, because="")
    return waiting.select_related("word").first()


def letterhead_of(unit: Unit) -> Letterhead:
    """How the unit's papers begin; where nobody has said so, what its name lets guess, not kept."""
    return Letterhead.objects.filter(unit=unit).first() or _guessed(unit)


def allowed_letterheads(frame: str) -> dict[Under, AllowedLetterhead]:
    """How a cluster's papers may begin beside those of the unit: none where the authority has not allowed it."""
    return {Under(one.under): one for one in AllowedLetterhead.objects.filter(frame=frame)}


def _guessed(unit: Unit) -> Letterhead:
    """ "Sở Tư pháp tỉnh Quảng Ninh" under its province: SỞ TƯ PHÁP, STP, Quảng Ninh.

    Under another agency the province stays in its name: CỤC THI HÀNH ÁN DÂN SỰ TỈNH BẮC NINH, CTHADS.
    """
    over, place, agency = unit.parent.name if unit.parent else "", unit.label or unit.short_name, unit.name
    if not over or place in over:
        for word in (PROVINCES, CITIES):
            agency = agency.partition(f" {word}")[0]
    return Letterhead(unit=unit, over=over, agency=agency, symbol=_symbol(unit.short_name), place=place, version=0)


def _symbol(short_name: str) -> str:
    """Of "STP Hà Nam" the abbreviation that it begins with, of "Cục THADS Hà Nam" with the first letter before it."""
    first, _, rest = short_name.partition(" ")
    second = rest.partition(" ")[0]
    return first[0] + second if second.isupper() and not first.isupper() else first


def next_serial(unit: Unit, year: int, symbol: str) -> int:
    """The number after the highest that was taken with this symbol in a year."""
    taken = NumberTaken.objects.filter(unit=unit, year=year, symbol=symbol)
    return (taken.aggregate(most=Max("serial"))["most"] or 0) + 1
