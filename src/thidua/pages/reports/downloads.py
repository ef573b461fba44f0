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
from thidua.pages.papers.unit_pdfs import InWord, pdf_or_page, unit_pdf_page
from thidua.pages.reports.finding import address, readable_at, template_for_pdf, trail_to
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import Typed
from thidua.pages.shared.sending import send_file
from thidua.records.conduct import actions as acts
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
def pdf(request: Any, **words: str) -> HttpResponseBase:
    """By our layout, which says what was signed; before that from the Word file where the unit has a template."""
    report, topic = readable_at(request, **words)
    if (asked := _in_word(report, topic)) is not None:
        return pdf_or_page(request, asked, _trail(report, topic))
    values = values_of(topic.kind, paper_of(report, topic, on=today()))
    content = pdf_of(topic.kind, values, at=report.filled_at or now())
    return sent(content, PDF, _name(report, topic, "pdf"))


def _pdf_page(request: Any, **words: str) -> HttpResponse:
    report, topic = readable_at(request, **words)
    return unit_pdf_page(request, _required(report, topic), _trail(report, topic))


def _asked(request: Any, **words: str) -> tuple[tuple[WrittenReport, InWord], str]:
    report, topic = readable_at(request, **words)
    return (report, _required(report, topic)), f"{address(report, topic)}/pdf"


@acted_on(_pdf_page, _asked, "paper")("pdf_was_asked")
def make_pdf(request: Any, asked: tuple[WrittenReport, InWord], typed: Typed) -> object:
    report, in_word = asked
    return acts.ask_report_pdf(report, drafted=in_word.kept(), by=request.actor, at=now(), key=typed.key)


def _in_word(report: WrittenReport, topic: Topic) -> InWord | None:
    """None where ours is set."""
    if (template := template_for_pdf(report, topic)) is None:
        return None
    paper = paper_of(report, topic, on=today())
    return InWord(report.membership, topic.kind, paper, template, report.token, address(report, topic))


def _required(report: WrittenReport, topic: Topic) -> InWord:
    if (asked := _in_word(report, topic)) is None:
        raise refuse("paper.pdf_is_ours")
    return asked


def _trail(report: WrittenReport, topic: Topic) -> list[tuple[Any, ...]]:
    return [*trail_to(report.membership.bloc_season), (topic.paper_name, address(report, topic), "vi")]


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
