"""A paper taken away: as Word, as PDF from the same text, or the signed file itself."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from thidua.core.answer import Unknown
from thidua.documents.official.converting import pdf_of_word
from thidua.documents.official.layout import pdf_of
from thidua.documents.official.templates import fill_template
from thidua.documents.official.values import values_of
from thidua.documents.official.word import template_of
from thidua.pages.papers.finding import paper_at
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.official import kind_named
from thidua.records.files.kinds import PDF
from thidua.records.files.queries import read_file
from thidua.records.files.zips import WORD
from thidua.records.papers.models import AdoptedTemplate, OfficialPaper
from thidua.records.papers.queries import templates_in_force
from thidua.records.seasons.models import Season


@require_safe
@login_required
def word(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    paper = paper_at(request, cluster, season, code, subject, to="papers.read")
    return sent(word_of(paper, _template(paper)), WORD, _name(paper, "docx"))


@require_safe
@login_required
def pdf(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    """By our layout; where the office has its own template, from its Word file and never by ours."""
    paper = paper_at(request, cluster, season, code, subject, to="papers.read")
    return sent(set_as_pdf(paper, _template(paper)), PDF, _name(paper, "pdf"))


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponseBase:
    paper = paper_at(request, cluster, season, code, subject, to="papers.read")
    if paper.file is None:
        raise Unknown
    return send_file(request, paper.file)


def _template(paper: OfficialPaper) -> AdoptedTemplate | None:
    """That under which it was signed or numbered, also once it is withdrawn; until then the one in force."""
    if paper.signed_at or paper.number:
        return paper.template
    season = Season.objects.select_related("cluster").get(public_id=paper.frame)
    return templates_in_force(season.cluster.public_id).get(paper.code)


def set_as_pdf(paper: OfficialPaper, template: AdoptedTemplate | None) -> bytes:
    """By our layout; where there is a template, from its Word file. Raises NotPossible without LibreOffice."""
    if template is not None:
        return pdf_of_word(word_of(paper, template))
    kind = kind_named(paper.code)
    return pdf_of(kind, values_of(kind, paper), at=paper.filled_at)


def word_of(paper: OfficialPaper, template: AdoptedTemplate | None) -> bytes:
    """By the template, or by ours where there is none."""
    kind = kind_named(paper.code)
    content = template_of(kind)
    if template is not None and template.file is not None:
        with read_file(template.file) as opened:
            content = opened.read()
    return fill_template(content, kind, values_of(kind, paper))


def _name(paper: OfficialPaper, ending: str) -> str:
    number = paper.number.replace("/", "-") if paper.is_issued else "du-thao"
    return f"{paper.code}-{number}.{ending}"
