"""A paper's next steps: submitted, returned, signed, numbered, made as PDF, withdrawn."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.answer import refuse
from thidua.documents.official.converting import has_converter
from thidua.pages.papers.finding import address, paper_at
from thidua.pages.papers.one import paper_page, signature
from thidua.pages.shared.acting import Acting, View, acted_on
from thidua.pages.shared.request import Typed
from thidua.records.conduct import actions as acts
from thidua.records.conduct.actions.papers import Issued, signed_as
from thidua.records.papers.models import OfficialPaper


def _acted(told: str, *, to: str) -> Callable[[Acting[OfficialPaper]], View]:
    """Over a function that acts on a paper by the right `to`."""

    def found(request: Any, cluster: str, season: str, code: str, subject: str) -> tuple[OfficialPaper, str]:
        paper = paper_at(request, cluster, season, code, subject, to=to)
        return paper, address(cluster, season, code, subject)

    return acted_on(paper_page, found, "paper")(told)


@_acted("was_submitted", to="papers.write")
def submit(request: Any, paper: OfficialPaper, typed: Typed) -> object:
    version = typed.whole("version")
    return acts.submit_paper(paper, seen_version=version, by=request.actor, at=now(), key=typed.key)


@_acted("was_returned", to="papers.sign")
def give_back(request: Any, paper: OfficialPaper, typed: Typed) -> object:
    version, reason = typed.whole("version"), _reason(typed)
    return acts.return_paper(paper, reason=reason, seen_version=version, by=request.actor, at=now(), key=typed.key)


@_acted("was_signed", to="papers.sign")
def sign(request: Any, paper: OfficialPaper, typed: Typed) -> object:
    version = typed.whole("version")
    return acts.sign_paper(paper, seen_version=version, by=request.actor, at=now(), key=typed.key)


@_acted("was_issued", to="papers.issue")
def issue(request: Any, paper: OfficialPaper, typed: Typed) -> object:
    number = typed.text("number", label=_("Số, ký hiệu"), most=60, required=False)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"))
    capacity, signer, title = signed_as(paper) or signature(typed, required=True)
    file = typed.kept_file("file", label=_("Bản đã ký"))
    typed.check()
    assert dated_on is not None
    issued = Issued(dated_on, number, capacity, signer, title, file)
    version = typed.whole("version")
    paper = acts.issue_paper(paper, issued=issued, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return {"number": paper.number}


@_acted("pdf_was_asked", to="papers.read")
def make_pdf(request: Any, paper: OfficialPaper, typed: Typed) -> object:
    if not has_converter():
        raise refuse("paper.no_converter")
    return acts.ask_pdf(paper, by=request.actor, at=now(), key=typed.key)


@_acted("was_withdrawn", to="papers.issue")
def withdraw(request: Any, paper: OfficialPaper, typed: Typed) -> object:
    version, reason = typed.whole("version"), _reason(typed)
    return acts.withdraw_paper(paper, reason=reason, seen_version=version, by=request.actor, at=now(), key=typed.key)


def _reason(typed: Typed) -> str:
    reason = typed.text("reason", label=_("Lý do"), most=500)
    typed.check()
    return reason
