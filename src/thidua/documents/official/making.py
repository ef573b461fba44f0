"""A paper as a file: Word by the template, PDF by our layout at once, or from Word in the background."""

import hashlib
import json
import logging
from collections.abc import Callable
from functools import partial

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
from thidua.records.papers.models import AdoptedTemplate, MadePdf, OfficialPaper, UnitPdf
from thidua.records.papers.queries import pdfs_waiting, unit_pdf_waiting
from thidua.records.papers.steps.official import pdf_failed, pdf_is_made

log = logging.getLogger(__name__)


def word_of(paper: OfficialPaper, template: AdoptedTemplate | None) -> bytes:
    """By the template, or by ours where there is none."""
    return word_by(kind_named(paper.code), paper, template)


def word_by(kind: PaperKind, paper: OfficialPaper, template: AdoptedTemplate | None) -> bytes:
    own = template.file if template else None
    return fill_template(_content(own) if own else template_of(kind), kind, values_of(kind, paper))


def set_pdf(paper: OfficialPaper) -> bytes:
    """By our layout."""
    kind = kind_named(paper.code)
    return pdf_of(kind, values_of(kind, paper), at=paper.filled_at)


def name_of_file(paper: OfficialPaper, ending: str) -> str:
    number = paper.number.replace("/", "-") if paper.is_issued else "du-thao"
    return f"{paper.code}-{number}.{ending}"


def digest_of(kind: PaperKind, paper: OfficialPaper, template: AdoptedTemplate) -> str:
    """Names all that stands in a paper by a template."""
    told = [kind.code, template.public_id, values_of(kind, paper)]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def make_pdfs(token: str) -> None:
    """Those of a paper that were asked for and wait."""
    for row in pdfs_waiting(token):
        _make(row, partial(word_of, row.paper, row.template), name_of_file(row.paper, "pdf"))


def make_unit_pdf(token: str) -> None:
    """That of a unit's paper or report, from the Word file as it was asked for."""
    if (row := unit_pdf_waiting(token)) is not None:
        _make(row, partial(_content, row.word), f"{row.code}-du-thao.pdf")


def _content(file: StoredFile) -> bytes:
    with read_file(file) as opened:
        return opened.read()


def _make(row: MadePdf | UnitPdf, word: Callable[[], bytes], name: str) -> None:
    """One that cannot be made says why and keeps nobody waiting."""
    try:
        file = keep_file(name=name, content=pdf_of_word(word()), at=now())
    except NotPossible as refused:
        pdf_failed(row, next(iter(refused)).key)
    except Exception:
        log.exception("a paper could not be converted")
        pdf_failed(row, "paper.not_converted")
    else:
        pdf_is_made(row, file)
