"""The PDF of a unit's paper or report by a Word template of its own: asked for, waited for, taken away."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from thidua.base.clock import now
from thidua.core.answer import refuse
from thidua.core.papers import PaperKind
from thidua.documents.official.converting import has_converter
from thidua.documents.official.making import digest_of, word_by
from thidua.pages.papers.texts import language
from thidua.pages.shared.request import page
from thidua.pages.shared.sending import send_file
from thidua.records.files.steps import keep_file
from thidua.records.papers.models import AdoptedTemplate, OfficialPaper, UnitPdf
from thidua.records.papers.queries import unit_pdf_of
from thidua.records.papers.steps.official import Drafted
from thidua.records.seasons.models import Membership


@dataclass(frozen=True)
class InWord:
    """A paper of a unit as it reads now; `subject` is the token by which its PDF is known.

    Under the address `base` lie its Word file, its PDF and the form that asks for it.
    """

    member: Membership
    kind: PaperKind
    paper: OfficialPaper
    template: AdoptedTemplate
    subject: str
    base: str

    @cached_property
    def digest(self) -> str:
        return digest_of(self.kind, self.paper, self.template)

    @property
    def made(self) -> UnitPdf | None:
        return unit_pdf_of(self.subject, self.kind.code, self.digest)

    def kept(self) -> Drafted:
        """The Word file, kept to become a PDF. Raises NotPossible where nothing here could make one."""
        if not has_converter():
            raise refuse("paper.no_converter")
        content = word_by(self.kind, self.paper, self.template)
        word = keep_file(name=f"{self.kind.code}-du-thao.docx", content=content, at=now())
        return Drafted(self.subject, self.kind.code, self.digest, word)


def unit_pdf_page(request: Any, asked: InWord, trail: list[tuple[Any, ...]]) -> HttpResponse:
    """Asks for the PDF, and says how far it is."""
    return page(
        request,
        "papers/unit_pdf.html",
        name=asked.kind.name.within(language()),
        member=asked.member,
        made=asked.made,
        converts=has_converter(),
        base=asked.base,
        trail=trail,
        here="season",
    )


def pdf_or_page(request: Any, asked: InWord, trail: list[tuple[Any, ...]]) -> HttpResponseBase:
    """The PDF of what it says now; until that is there the page."""
    made = asked.made
    return send_file(request, made.file) if made and made.file else unit_pdf_page(request, asked, trail)
