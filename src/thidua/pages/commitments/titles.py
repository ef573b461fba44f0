"""The titles that a bloc's units have registered: units × titles, and the same as a file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.pages.commitments.words import Named, registered_in_words
from thidua.pages.shared.downloads import Table, as_csv
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.seasons.access import bloc_for
from thidua.records.seasons.models import BlocSeason, CommitmentSet
from thidua.records.seasons.queries.titles import registered_in, sheets_with_titles, titles_on

ROWS_A_PAGE = 100
Row = tuple[CommitmentSet, list[Named]]


@require_safe
@login_required
def table(request: Any, cluster: str, season: str, bloc: str) -> HttpResponseBase:
    found = bloc_for(request.actor, cluster, season, bloc, to="commitments.read", on=today())
    sums, sheets = registered_in_words(registered_in(found)), sheets_with_titles(found)
    if request.GET.get("tep") == "csv":
        return as_csv(_as_file(found, sums, _rows(sums, sheets)))
    shown = Paginator(sheets, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return page(request, "commitments/titles.html", **_context(request, found, sums, shown))


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """The same as the page, of every unit."""
    found = bloc_for(request.actor, cluster, season, bloc, to="commitments.read", on=today())
    sums = registered_in_words(registered_in(found))
    return as_xlsx(_as_file(found, sums, _rows(sums, sheets_with_titles(found))))


def _context(request: Any, found: BlocSeason, sums: Sequence[Named], shown: Any) -> dict[str, Any]:
    c, s, b = found.season.cluster.slug, found.season.slug, found.bloc.slug
    return {
        "bloc": found,
        "c": c,
        "s": s,
        "b": b,
        "sums": sums,
        "rows": _rows(sums, shown),
        "shown": shown,
        "own": {post.unit for post in request.actor.posts},
        "trail": [
            (found.season.name, reverse("one_season", args=(c, s)), "vi"),
            (found.bloc.name, reverse("bloc", args=(c, s, b)), "vi"),
            (_("Đăng ký"), reverse("commitments", args=(c, s, b))),
        ],
        "here": "season",
    }


def _rows(sums: Sequence[Named], sheets: Iterable[CommitmentSet]) -> list[Row]:
    """Each sheet with its count for every title that anybody registers."""
    rows = []
    for sheet in sheets:
        counts = {row.key: row.count for row in titles_on(sheet)}
        rows.append((sheet, [replace(one, count=counts.get(one.field, 0)) for one in sums]))
    return rows


def _as_file(found: BlocSeason, sums: Sequence[Named], rows: list[Row]) -> Table:
    return Table(
        name=f"danh-hieu-dang-ky-{found.season.slug}-{found.bloc.slug}",
        title=f"{_('Danh hiệu đăng ký')}, {found.bloc.name}, {found.season.name}",
        heads=[_("Đơn vị"), *(f"{one.name} ({one.goes_to})" for one in sums)],
        rows=[[sheet.membership.short_name, *(one.count for one in counts)] for sheet, counts in rows],
        sums=[[_("Cả khối"), *(one.count for one in sums)]],
        notes=[_("Chỉ tính bảng đăng ký đã ký.")],
    )
