"""Acts on a paper of a season: drafted from the records, written, submitted, returned, signed, issued, withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Answer, refuse, require
from thidua.core.papers import issuers_in
from thidua.core.texts import composed
from thidua.core.workflow.papers import PaperMove, PaperState, Under
from thidua.core.workflow.signatures import Capacity, may_sign_as
from thidua.records.conduct.actions.paper_holding import hold, tell
from thidua.records.conduct.official import kind_named, name_of
from thidua.records.conduct.steps.drafting import filled_draft
from thidua.records.conduct.steps.papers import tell_conference
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import letterhead_of, templates_in_force
from thidua.records.papers.steps.official import keep_paper, put_under, take_number
from thidua.records.seasons import access
from thidua.records.seasons.models import Season, SeasonRole
from thidua.records.seasons.queries.roles import head_of


@dataclass(frozen=True)
class Written:
    """What is typed in a paper, by field, who is to sign it, and under whose letterhead."""

    typed: Mapping[str, Any]
    capacity: Capacity
    signer: str
    signer_title: str
    under: Under = Under.UNIT


@dataclass(frozen=True)
class Issued:
    """The number "" is the next of the office's own count; the signer as the signed paper names them."""

    dated_on: date
    number: str
    capacity: Capacity
    signer: str
    signer_title: str
    file: StoredFile | None = None


@act
def draft_paper(
    season: Season, *, code: str, subject: str, filled: Mapping[str, Any], by: Actor, at: datetime, key: str
) -> OfficialPaper:
    """A paper of the list with what the records say; a draft that is there is filled anew and keeps what was typed.

    After one that was withdrawn, or issued where it is written again and again, the next begins. Raises NotPossible
    once it is submitted, while the season has no head on whose letterhead it stands, or while there is nothing to say.
    """
    season = Season.objects.select_for_update(of=("self",)).select_related("cluster").get(pk=season.pk)
    require(access.may(by, "papers.write", season=season, on=local_day(at)))
    paper = filled_draft(season, code, subject, filled, at=at)
    record("paper.drafted", by=by, at=at, subjects=[paper, season], body={"paper": code, "filled": paper.filled})
    return paper


@act
def write_paper(
    paper: OfficialPaper, *, written: Written, seen_version: int, by: Actor, at: datetime, key: str
) -> OfficialPaper:
    """What is typed in a draft, and whose letterhead it bears.

    Raises NotPossible once it is submitted, for a letterhead that the cluster has not, for a head who would sign
    in the head's own place, or if someone has saved since.
    """
    paper, season = hold(paper, "papers.write", PaperMove.WRITE, by, at, seen_version=seen_version)
    if written.under != paper.under and (head := head_of(season)) is not None:
        put_under(paper, written.under, frame=season.cluster.public_id, unit=head.unit, on=local_day(at))
    require(_may_sign(paper, written.capacity, written.signer_title))
    known = {field.name for field in kind_named(paper.code).typed}
    paper.typed = {name: [composed(line) for line in lines] for name, lines in written.typed.items() if name in known}
    paper.capacity = written.capacity.value
    paper.signer, paper.signer_title = composed(written.signer), composed(written.signer_title)
    keep_paper(paper)
    record("paper.written", by=by, at=at, subjects=[paper, season], body=_said(paper))
    return paper


@act
def submit_paper(paper: OfficialPaper, *, seen_version: int, by: Actor, at: datetime, key: str) -> OfficialPaper:
    """The head is asked to sign. Raises NotPossible as `write_paper`, or if it names no signer."""
    paper, season = hold(paper, "papers.write", PaperMove.SUBMIT, by, at, seen_version=seen_version)
    if not (paper.signer and paper.signer_title):
        raise refuse("paper.needs_signer")
    require(_may_sign(paper, Capacity(paper.capacity), paper.signer_title))
    paper.state, paper.returned_because = PaperState.SUBMITTED.value, ""
    keep_paper(paper)
    tell("submitted", paper, season, SeasonRole.Role.HEAD, by, at)
    record("paper.submitted", by=by, at=at, subjects=[paper, season])
    return paper


@act
def return_paper(
    paper: OfficialPaper, *, reason: str, seen_version: int, by: Actor, at: datetime, key: str
) -> OfficialPaper:
    """The head sends it back to be mended.

    Raises NotPossible without a reason, if it is not submitted, or if it has changed since.
    """
    paper, season = hold(paper, "papers.sign", PaperMove.RETURN, by, at, seen_version=seen_version)
    if not reason.strip():
        raise refuse("paper.needs_reason")
    paper.state, paper.returned_because = PaperState.DRAFT.value, composed(reason.strip())
    keep_paper(paper)
    tell("returned", paper, season, SeasonRole.Role.SECRETARIAT, by, at)
    record("paper.returned", by=by, at=at, subjects=[paper, season], body={"reason": paper.returned_because})
    return paper


@act
def sign_paper(paper: OfficialPaper, *, seen_version: int, by: Actor, at: datetime, key: str) -> OfficialPaper:
    """The head confirms the text; its number is what makes it a paper. Raises NotPossible if it has changed since."""
    paper, season = hold(paper, "papers.sign", PaperMove.SIGN, by, at, seen_version=seen_version)
    paper.state, paper.signed_at, paper.signed_by = PaperState.SIGNED.value, at, by.as_written()
    paper.template = templates_in_force(season.cluster.public_id).get(paper.code)
    keep_paper(paper)
    tell("signed", paper, season, SeasonRole.Role.SECRETARIAT, by, at)
    record("paper.signed", by=by, at=at, subjects=[paper, season], body=by.as_written())
    return paper


@act
def issue_paper(
    paper: OfficialPaper, *, issued: Issued, seen_version: int, by: Actor, at: datetime, key: str
) -> OfficialPaper:
    """The number and day, the signer and signed file; what was signed in ink needs no signature here before.

    Raises NotPossible for a number that another paper has had, for none where the office counts in a system of its
    own or the agency above counts, for a day to come, without a signer or by a head in the head's own place, by
    another than who has signed here, while nobody heads the season, or if someone has saved since.
    """
    paper, season = hold(paper, "papers.issue", PaperMove.ISSUE, by, at, seen_version=seen_version)
    _require_whole(issued, at)
    if (signed := signed_as(paper)) not in (None, (issued.capacity, issued.signer, issued.signer_title)):
        raise refuse("paper.signed_by_another", signer=paper.signer, title=paper.signer_title)
    if signed is None:  # who has signed is not asked again
        require(_may_sign(paper, issued.capacity, issued.signer_title))
    if (head := head_of(season)) is None:
        raise refuse("paper.needs_head")
    if not issued.number and (paper.under == Under.AGENCY or not letterhead_of(head.unit).own_numbers):
        raise refuse("paper.needs_number")
    if paper.at_state is not PaperState.SIGNED:
        paper.template = templates_in_force(season.cluster.public_id).get(paper.code)
    take_number(
        paper, head.unit, symbol=kind_named(paper.code).symbol, number=composed(issued.number), on=issued.dated_on
    )
    paper.state, paper.capacity, paper.file = PaperState.ISSUED.value, issued.capacity.value, issued.file
    paper.signer, paper.signer_title = composed(issued.signer), composed(issued.signer_title)
    keep_paper(paper)
    tell_conference(paper)
    body = {
        "number": paper.number, "dated_on": issued.dated_on.isoformat(), "signer": paper.signer,
        "file": paper.file.sha256 if paper.file else "",
    }  # fmt: skip
    record("paper.issued", by=by, at=at, subjects=[paper, season], body=body)
    return paper


@act
def withdraw_paper(
    paper: OfficialPaper, *, reason: str, seen_version: int, by: Actor, at: datetime, key: str
) -> OfficialPaper:
    """It counts no more; its number is given to no other. Raises NotPossible without a reason, or if it has changed."""
    paper, season = hold(paper, "papers.issue", PaperMove.WITHDRAW, by, at, seen_version=seen_version)
    if not reason.strip():
        raise refuse("paper.needs_reason")
    paper.state, paper.withdrawn_because = PaperState.WITHDRAWN.value, composed(reason.strip())
    keep_paper(paper)
    body = {"paper": str(name_of(paper)), "number": paper.number, "reason": paper.withdrawn_because}
    record("paper.withdrawn", by=by, at=at, subjects=[paper, season], body=body)
    return paper


def signed_as(paper: OfficialPaper) -> tuple[Capacity, str, str] | None:
    """In which capacity, by whom and with which post a paper was signed here; None before."""
    if paper.at_state is not PaperState.SIGNED:
        return None
    return Capacity(paper.capacity), paper.signer, paper.signer_title


def _may_sign(paper: OfficialPaper, capacity: Capacity, title: str) -> Answer:
    issuers = issuers_in(kind_named(paper.code), paper.filled, under=Under(paper.under))
    return may_sign_as(capacity, title=composed(title.strip()), issuers=issuers)


def _said(paper: OfficialPaper) -> dict[str, Any]:
    return {"typed": paper.typed, "signer": paper.signer, "under": paper.under}


def _require_whole(issued: Issued, at: datetime) -> None:
    if issued.dated_on > local_day(at):
        raise refuse("paper.from_later", dated_on=issued.dated_on)
    if not (issued.signer.strip() and issued.signer_title.strip()):
        raise refuse("paper.needs_signer")
