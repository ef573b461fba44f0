"""A paper's next steps: submitted, returned, signed, numbered, withdrawn."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now
from thidua.core.answer import Sentence
from thidua.pages.papers.finding import address, paper_at
from thidua.pages.papers.one import paper_page, signature
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.conduct import actions as acts
from thidua.records.conduct.actions.papers import Issued


@require_POST
@login_required
@or_show(paper_page)
def submit(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    paper, typed = paper_at(request, cluster, season, code, subject, to="papers.write"), Typed(request)
    version = typed.whole("version")
    acts.submit_paper(paper, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, address(cluster, season, code, subject), Sentence("paper.was_submitted"))


@require_POST
@login_required
@or_show(paper_page)
def give_back(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    paper, typed = paper_at(request, cluster, season, code, subject, to="papers.sign"), Typed(request)
    reason = typed.text("reason", label=_("Lý do"), most=500)
    typed.check()
    acts.return_paper(paper, reason=reason, by=request.actor, at=now(), key=typed.key)
    return done(request, address(cluster, season, code, subject), Sentence("paper.was_returned"))


@require_POST
@login_required
@or_show(paper_page)
def sign(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    paper, typed = paper_at(request, cluster, season, code, subject, to="papers.sign"), Typed(request)
    version = typed.whole("version")
    acts.sign_paper(paper, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, address(cluster, season, code, subject), Sentence("paper.was_signed"))


@require_POST
@login_required
@or_show(paper_page)
def issue(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    paper, typed = paper_at(request, cluster, season, code, subject, to="papers.issue"), Typed(request)
    number = typed.text("number", label=_("Số, ký hiệu"), most=60, required=False)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"))
    capacity, signer, title = signature(typed, required=True)
    file = typed.kept_file("file", label=_("Bản đã ký"))
    typed.check()
    assert dated_on is not None
    issued = Issued(dated_on, number, capacity, signer, title, file)
    version = typed.whole("version")
    paper = acts.issue_paper(paper, issued=issued, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, address(cluster, season, code, subject), Sentence("paper.was_issued", number=paper.number))


@require_POST
@login_required
@or_show(paper_page)
def withdraw(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    paper, typed = paper_at(request, cluster, season, code, subject, to="papers.issue"), Typed(request)
    reason = typed.text("reason", label=_("Lý do"), most=500)
    typed.check()
    acts.withdraw_paper(paper, reason=reason, by=request.actor, at=now(), key=typed.key)
    return done(request, address(cluster, season, code, subject), Sentence("paper.was_withdrawn"))
