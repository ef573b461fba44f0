"""What a form sends that puts evidence beside many lines at once: papers that are there, a new one, the lines."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from thidua.pages.shared.request import Typed, filled
from thidua.records.directory.models import Unit
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown

ROWS_A_PAGE = 100


def search_of(request: HttpRequest) -> str:
    return request.GET.get("tim", "").strip()[:60]


def shown_again(request: HttpRequest, papers: QuerySet[Paper]) -> dict[str, Any]:
    """The papers to choose from, and what was ticked and typed before a refusal."""
    return {
        "papers": Paginator(papers, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        "asked": search_of(request),
        "ticked": {*request.POST.getlist("line"), *request.POST.getlist("paper"), *request.POST.getlist("result")},
        "form": filled(request),
    }


def chosen_papers(request: HttpRequest, unit: Unit) -> list[Paper]:
    """Those that were ticked; a paper of another unit is none of them."""
    return list(Paper.objects.filter(unit=unit, public_id__in=request.POST.getlist("paper")))


def new_paper(typed: Typed) -> Shown | None:
    """A paper that is not there yet; None where nothing of it was typed."""
    number = typed.text("number", label=_("Số văn bản"), most=60, required=False)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"), required=False)
    issuer = typed.text("issuer", label=_("Cơ quan ban hành"), most=200, required=False)
    title = typed.text("title", label=_("Tên văn bản"), most=300, required=False)
    file = typed.kept_file("file", label=_("Tệp"))
    if not (number or dated_on or issuer or title or file):
        return None
    return Shown(title or "Minh chứng", number, dated_on, file, issuer)  # kept with the data, so Vietnamese
