"""One unit's report: as it will print, what is written beside it, where its figures come from."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.documents.official.converting import has_converter
from thidua.documents.reports.unit_paper import paper_of
from thidua.pages.papers.preview import preview_of
from thidua.pages.papers.sources import sources_shown
from thidua.pages.papers.texts import language, text_fields
from thidua.pages.reports.finding import address, report_at, template_for_pdf, trail_to
from thidua.pages.shared.clash import begun_with
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import filled, page
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.results.access.written import reads_text
from thidua.records.results.models import WrittenReport
from thidua.records.results.topics import Topic
from thidua.records.seasons.access import may_each

ACTS = ("reports.enter", "reports.submit", "reports.sign", "reports.enter_on_behalf")
SAVED = ("written.saved", "written.submitted", "written.returned", "written.taken_back")


@login_required
def report_page(request: Any, cluster: str, season: str, bloc: str, topic: str, unit: str) -> HttpResponse:
    on = today()
    report, about = report_at(request, cluster, season, bloc, topic, unit)
    member = report.membership
    reads = reads_text(request.actor, report, on=on)
    paper = paper_of(report, about, on=on) if reads else None
    found = member.bloc_season
    may = may_each(request.actor, ACTS, season=found.season, bloc=found, unit=member.unit, on=on)
    return page(
        request,
        "reports/report.html",
        report=report,
        state=report.state if report.pk else "none",
        topic=about,
        member=member,
        bloc=found,
        name=about.kind.name.within(language()),
        sheet=preview_of(about.kind, paper) if paper else None,
        sources=sources_shown(about.kind, paper.filled if paper else {}),
        may={name.partition(".")[2]: answer for name, answer in may.items()},
        is_open=report.handing in OPEN_FOR_ENTRY,
        opens_on=about.opens_on if on < about.opens_on else None,
        has_pdf=template_for_pdf(report, about) is None or has_converter(),
        lacks_figures=_lacks_figures(report, about),
        entry=entry_on_behalf_of(report) if report.pk else None,
        **_form(request, report, about, on, reads=reads),
        base=address(report, about),
        trail=[*trail_to(found), (_("Báo cáo"), f"{reverse('written_reports', args=found.slugs)}?ve={about.slug}")],
        here="season",
    )


def _form(request: Any, report: WrittenReport, topic: Topic, on: date, *, reads: bool) -> dict[str, Any]:
    """Empty for who enters from a paper what the unit has not sent."""
    fields = text_fields(topic.kind, report.typed if reads else {})
    begun = begun_with(request, report, fields, saved=SAVED)
    form = filled(request, **{one.name: one.value for one in fields}, number="", dated_on=day(on))
    hints = {field.name: field.hint.within(language()) if field.hint else "" for field in topic.kind.typed}
    return {
        "begun": begun,
        "form": form,
        "texts": [(one.name, one.label, hints[one.name], form.get(one.name, "")) for one in fields],
    }


def _lacks_figures(report: WrittenReport, topic: Topic) -> bool:
    """Whether the figures of its period are not signed yet."""
    if topic.period is None or report.handing not in OPEN_FOR_ENTRY:
        return False
    figures = report.membership.reports.filter(period=topic.period)
    return not figures.filter(state=Handing.SIGNED.value).exists()
