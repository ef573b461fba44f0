"""Evidence kept once: papers that are there already, or a new one, put beside many lines of a report at once."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, require
from thidua.pages.results.finding import Address, found_report
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown
from thidua.records.results.access import may_support
from thidua.records.results.actions.evidence import attach_papers
from thidua.records.results.models import Report
from thidua.records.results.queries import lines_of
from thidua.records.results.queries.evidence import papers_at_hand

ROWS_A_PAGE = 100


def _report(request: Any, address: Address) -> Report:
    """The report, for whoever may put evidence beside it. Raises NotPossible with the reason for other readers."""
    report = found_report(request.actor, address, to="results.read")
    require(may_support(request.actor, report, on=today()))
    return report


def _form(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str) -> HttpResponse:
    address = Address(cluster, season, bloc, period, unit)
    report, search = _report(request, address), request.GET.get("tim", "").strip()[:60]
    papers = papers_at_hand(report.membership.unit, search)
    return page(
        request,
        "results/attach.html",
        report=report,
        member=report.membership,
        lines=[(line, sum(one.withdrawn_at is None for one in line.evidence.all())) for line in lines_of(report)],
        papers=Paginator(papers, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        asked=search,
        ticked=set(request.POST.getlist("line")) | set(request.POST.getlist("paper")),
        form=filled(request),
        base=address.report,
        trail=[(f"{report.membership.short_name}, {report.period.name}", address.report, "vi")],
        here="season",
    )


@login_required
@or_show(_form)
def attach(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str) -> HttpResponse:
    if request.method != "POST":
        return _form(request, cluster, season, bloc, period, unit)
    address = Address(cluster, season, bloc, period, unit)
    report, typed = _report(request, address), Typed(request)
    new = _new(typed)
    typed.check()
    lines = list(report.lines.filter(indicator__code__in=request.POST.getlist("line")).select_related("indicator"))
    papers = list(Paper.objects.filter(unit=report.membership.unit, public_id__in=request.POST.getlist("paper")))
    made = attach_papers(report, papers=papers, new=new, lines=lines, by=request.actor, at=now(), key=typed.key)
    told = Sentence("evidence.were_attached", count=len({one.result_id for one in made}))
    return done(request, address.report, told)


def _new(typed: Typed) -> Shown | None:
    """A paper that is not there yet; None where nothing of it was typed."""
    number = typed.text("number", label=_("Số văn bản"), most=60, required=False)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"), required=False)
    issuer = typed.text("issuer", label=_("Cơ quan ban hành"), most=200, required=False)
    title = typed.text("title", label=_("Tên văn bản"), most=300, required=False)
    file = typed.kept_file("file", label=_("Tệp"))
    if not (number or dated_on or issuer or title or file):
        return None
    return Shown(title or "Minh chứng", number, dated_on, file, issuer)  # kept with the data, so Vietnamese
