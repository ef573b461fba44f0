"""Evidence kept once: papers that are there already, or a new one, put beside many lines of a report at once."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, require
from thidua.pages.results.finding import Address, found_report
from thidua.pages.shared.attaching import chosen_papers, new_paper, search_of, shown_again
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.results.access import may_support
from thidua.records.results.actions.evidence import attach_papers
from thidua.records.results.models import Report
from thidua.records.results.queries import lines_of
from thidua.records.results.queries.evidence import papers_at_hand


def _report(request: Any, address: Address) -> Report:
    """The report, for whoever may put evidence beside it. Raises NotPossible with the reason for other readers."""
    report = found_report(request.actor, address, to="results.read")
    require(may_support(request.actor, report, on=today()))
    return report


def _form(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str) -> HttpResponse:
    address = Address(cluster, season, bloc, period, unit)
    report = _report(request, address)
    member = report.membership
    standing = [
        (line.indicator, [one for one in line.evidence.all() if not one.withdrawn_at]) for line in lines_of(report)
    ]
    return page(
        request,
        "results/attach.html",
        report=report,
        member=member,
        rows=[(indicator.code, indicator.name, len(evidence)) for indicator, evidence in standing],
        base=address.report,
        trail=[(f"{member.short_name}, {report.period.name}", address.report, "vi")],
        here="season",
        **shown_again(request, papers_at_hand(member.unit, search_of(request))),
    )


@login_required
@or_show(_form)
def attach(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str) -> HttpResponse:
    if request.method != "POST":
        return _form(request, cluster, season, bloc, period, unit)
    address = Address(cluster, season, bloc, period, unit)
    report, typed = _report(request, address), Typed(request)
    new = new_paper(typed)
    typed.check()
    lines = list(report.lines.filter(indicator__code__in=request.POST.getlist("line")))
    papers = chosen_papers(request, report.membership.unit)
    made = attach_papers(report, papers=papers, new=new, lines=lines, by=request.actor, at=now(), key=typed.key)
    told = Sentence("evidence.were_attached", count=len({one.result_id for one in made}))
    return done(request, address.report, told)
