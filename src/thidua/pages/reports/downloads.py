"""A unit's report taken away: as Word, as PDF, or the scan from which it was entered."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Unknown, refuse
from thidua.core.workflow.handing_in import Handing
from thidua.documents.official.layout import pdf_of
from thidua.documents.official.making import word_by
from thidua.documents.official.values import values_of
from thidua.documents.reports.unit_paper import paper_of
from thidua.pages.reports.finding import has_pdf, readable_at
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.official import unit_template
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.files.kinds import PDF
from thidua.records.files.zips import WORD
from thidua.records.results.models import WrittenReport
from thidua.records.results.topics import Topic


@require_safe
@login_required
def word(request: Any, **words: str) -> HttpResponse:
    report, topic = readable_at(request, **words)
    # What was signed goes on looking as it did then.
    at = report.filled_at if report.handing is Handing.SIGNED else None
    template = unit_template(report.membership, topic.kind.code, at=at)
    word = word_by(topic.kind, paper_of(report, topic, on=today()), template)
    return sent(word, WORD, _name(report, topic, "docx"))


@require_safe
@login_required
def pdf(request: Any, **words: str) -> HttpResponse:
    """By our layout, which says what was signed; before that never where the unit has a template of its own."""
    report, topic = readable_at(request, **words)
    if not has_pdf(report, topic):
        raise refuse("paper.word_alone")
    values = values_of(topic.kind, paper_of(report, topic, on=today()))
    content = pdf_of(topic.kind, values, at=report.filled_at or now())
    return sent(content, PDF, _name(report, topic, "pdf"))


@require_safe
@login_required
def scan(request: Any, **words: str) -> HttpResponseBase:
    report, _topic = readable_at(request, **words)
    entry = entry_on_behalf_of(report)
    if entry is None or entry.file is None:
        raise Unknown
    return send_file(request, entry.file)


def _name(report: WrittenReport, topic: Topic, ending: str) -> str:
    return f"bao-cao-{topic.kind.code}-{report.membership.unit.slug}.{ending}"
