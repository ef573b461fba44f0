"""A paper taken away: as Word, as PDF from the same text, or the signed file itself."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from thidua.core.answer import Unknown, refuse
from thidua.documents.official.converting import has_converter
from thidua.documents.official.making import name_of_file, set_pdf, word_of
from thidua.pages.papers.finding import paper_at
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.official import template_under
from thidua.records.files.kinds import PDF
from thidua.records.files.models import StoredFile
from thidua.records.files.zips import WORD
from thidua.records.papers.models import AdoptedTemplate, OfficialPaper
from thidua.records.papers.queries import pdf_made


@require_safe
@login_required
def word(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    paper = paper_at(request, cluster, season, code, subject, to="papers.read")
    return sent(word_of(paper, template_under(paper)), WORD, name_of_file(paper, "docx"))


@require_safe
@login_required
def pdf(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponseBase:
    """By our layout; where the office has its own template, what was made from its Word file and never ours."""
    paper = paper_at(request, cluster, season, code, subject, to="papers.read")
    if (template := template_under(paper)) is not None:
        return send_file(request, _made(paper, template))
    return sent(set_pdf(paper), PDF, name_of_file(paper, "pdf"))


def _made(paper: OfficialPaper, template: AdoptedTemplate) -> StoredFile:
    """Raises NotPossible where it cannot be made, was not asked for, is being made, or could not be made."""
    if not has_converter():
        raise refuse("paper.no_converter")
    made = pdf_made(paper, template)
    if made is None:
        raise refuse("paper.pdf_not_asked")
    if made.file is None:
        raise refuse(made.because or "paper.pdf_waits")
    return made.file


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponseBase:
    paper = paper_at(request, cluster, season, code, subject, to="papers.read")
    if paper.file is None:
        raise Unknown
    return send_file(request, paper.file)
