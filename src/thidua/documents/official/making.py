"""A paper as a file: Word by the template, PDF by our layout at once, or from Word in the background."""

import logging

from thidua.base.clock import now
from thidua.core.answer import NotPossible
from thidua.core.papers import PaperKind
from thidua.documents.official.converting import pdf_of_word
from thidua.documents.official.layout import pdf_of
from thidua.documents.official.templates import fill_template
from thidua.documents.official.values import values_of
from thidua.documents.official.word import template_of
from thidua.records.conduct.official import kind_named
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file
from thidua.records.files.steps import keep_file
from thidua.records.papers.models import AdoptedTemplate, MadePdf, OfficialPaper
from thidua.records.papers.queries import pdfs_waiting
from thidua.records.papers.steps.official import pdf_failed, pdf_is_made

log = logging.getLogger(__name__)


def word_of(paper: OfficialPaper, template: AdoptedTemplate | None) -> bytes:
    """By the template, or by ours where there is none."""
    return word_by(kind_named(paper.code), paper, template)


def word_by(kind: PaperKind, paper: OfficialPaper, template: AdoptedTemplate | None) -> bytes:
    content = template_of(kind)
    if template is not None and template.file is not None:
        with read_file(template.file) as opened:
            content = opened.read()
    return fill_template(content, kind, values_of(kind, paper))


def set_pdf(paper: OfficialPaper) -> bytes:
    """By our layout."""
    kind = kind_named(paper.code)
    return pdf_of(kind, values_of(kind, paper), at=paper.filled_at)


def name_of_file(paper: OfficialPaper, ending: str) -> str:
    number = paper.number.replace("/", "-") if paper.is_issued else "du-thao"
    return f"{paper.code}-{number}.{ending}"


def make_pdfs(token: str) -> None:
    """Those of a paper that were asked for and wait; one that cannot be made says why and keeps nobody waiting."""
    for row in pdfs_waiting(token):
        try:
            file = _made(row)
        except NotPossible as refused:
            pdf_failed(row, next(iter(refused)).key)
        except Exception:
            log.exception("a paper could not be converted")
            pdf_failed(row, "paper.not_converted")
        else:
            pdf_is_made(row, file)


def _made(row: MadePdf) -> StoredFile:
    content = pdf_of_word(word_of(row.paper, row.template))
    return keep_file(name=name_of_file(row.paper, "pdf"), content=content, at=now())
