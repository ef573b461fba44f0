"""Papers beside the lines of a report: added to what is signed, withdrawn, their files read."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.pages.results.finding import Address, found_line, found_report
from thidua.pages.results.papers import typed_shown
from thidua.pages.results.reports import report_page
from thidua.pages.shared.request import Typed, done, or_show
from thidua.pages.shared.sending import send_file
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.results.actions import add_evidence, withdraw_evidence
from thidua.records.results.models import Evidence, Report


def found_evidence(report: Report, public_id: str) -> Evidence:
    """Evidence beside a line of this report. Raises Unknown for another's."""
    one = Evidence.objects.filter(result__report=report, public_id=public_id).select_related("result", "paper__file")
    if (found := one.first()) is None:
        raise Unknown
    return found


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str, evidence: str) -> HttpResponseBase:
    """The paper itself. Raises Unknown where only its number was given."""
    address = Address(cluster, season, bloc, period, unit)
    paper = found_evidence(found_report(request.actor, address, to="results.read"), evidence).paper
    if paper.file is None:
        raise Unknown
    return send_file(request, paper.file)


@require_safe
@login_required
def scan(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str) -> HttpResponseBase:
    """The scan of the paper from which the secretariat entered this report. Raises Unknown where there is none."""
    entry = entry_on_behalf_of(
        found_report(request.actor, Address(cluster, season, bloc, period, unit), to="results.read")
    )
    if entry is None or entry.file is None:
        raise Unknown
    return send_file(request, entry.file)


@require_POST
@login_required
@or_show(report_page)
def add(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str, code: str) -> HttpResponse:
    address = Address(cluster, season, bloc, period, unit)
    line = found_line(found_report(request.actor, address, to="results.read"), code)
    typed = Typed(request)
    shown = typed_shown(typed, line, on=today())
    typed.check()
    if shown is None:
        raise refuse("evidence.needs_number_or_file")
    add_evidence(
        line,
        title=shown.title,
        number=shown.number,
        dated_on=shown.dated_on,
        file=shown.file,
        by=request.actor,
        at=now(),
        key=typed.key,
    )
    return done(request, f"{address.report}#{code}", Sentence("evidence.added"))


@require_POST
@login_required
@or_show(report_page)
def withdraw(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str, evidence: str) -> HttpResponse:
    address = Address(cluster, season, bloc, period, unit)
    found = found_evidence(found_report(request.actor, address, to="results.read"), evidence)
    key = f"{Typed(request).key[:40]}-{found.public_id}"  # one form withdraws any paper of the page
    withdraw_evidence(found, by=request.actor, at=now(), key=key)
    return done(request, address.report, Sentence("evidence.withdrawn"))
