"""Văn bản của năm thi đua: all papers by stage, found by state and words, each with its next step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.papers import Per
from thidua.figures.season_papers import Row, narrowed, rows_of
from thidua.pages.papers.finding import at, season_at, subjects, trail_to
from thidua.pages.shared.downloads import Table, Value
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.conduct.access.papers import reads_drafts
from thidua.records.seasons.access import may_each
from thidua.records.seasons.models import Season

ROWS_A_PAGE = 100
AT_HAND = ("at_need", "own_page")  # papers that ask for nothing until somebody wants one


@dataclass(frozen=True)
class Line:
    """A row as the reader reads it, and where it leads."""

    row: Row
    name: str
    until: str
    goes: str

    @property
    def can_wait(self) -> bool:
        return self.row.state in AT_HAND and not self.row.number


@dataclass(frozen=True)
class Section:
    """A stage: what is asked for or done, and folded below it what can wait."""

    stage: str
    lines: tuple[Line, ...]
    folded: tuple[Line, ...]


def _asked(request: Any, season: Season, *, drafts: bool) -> tuple[list[Row], list[Row], str, str]:
    """All rows that the reader may know of, those that the address asks for, and by which state and words."""
    rows = rows_of(season, {per: subjects(request, season, per) for per in Per}, with_drafts=drafts)
    state, search = request.GET.get("tt", ""), request.GET.get("tim", "")[:60]
    return rows, narrowed(rows, state=state, search=search), state, search


@require_safe
@login_required
def papers(request: Any, cluster: str, season: str) -> HttpResponse:
    on, found = today(), season_at(request, cluster, season)
    drafts = reads_drafts(request.actor, found, on=on)
    rows, asked, state, search = _asked(request, found, drafts=drafts)
    shown = Paginator(asked, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    lines = [_line(found, row) for row in shown]
    may = may_each(request.actor, ("papers.write", "papers.keep"), season=found, unit=None, on=on)
    return page(
        request,
        "papers/papers.html",
        season=found,
        rows=shown,
        sections=_sections(lines, fold=not (state or search)),
        states=_states(with_drafts=drafts),
        state=state,
        search=search,
        counted={key: len(narrowed(rows, state=key)) for key in ("needed", "in_hand", "issued")},
        drafts=drafts,
        may_write=may["papers.write"],
        may_keep=may["papers.keep"],
        trail=trail_to(found, inside=False),
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str) -> HttpResponse:
    """What the list shows, as a workbook; the same parameters narrow it."""
    found = season_at(request, cluster, season)
    _all, asked, _state, _search = _asked(request, found, drafts=reads_drafts(request.actor, found, on=today()))
    return as_xlsx(
        Table(
            name=f"van-ban-{found.slug}",
            title=f"{_('Văn bản của năm thi đua')}, {found.name}",
            heads=[_("Giai đoạn"), _("Văn bản"), _("Về"), _("Trạng thái"), _("Số"), _("Ngày văn bản")],
            rows=[_cells(_line(found, row)) for row in asked],
            frozen=2,
        )
    )


def _cells(line: Line) -> Sequence[Value]:
    row, stage = line.row, say(Sentence(f"paper_stage.{line.row.listed.stage}"))
    state = say(Sentence(f"paper_state.{row.state}"))
    return [stage, line.name, row.about or None, state, row.number or None, row.dated_on]


def _states(*, with_drafts: bool) -> list[tuple[str, str]]:
    issued = ("issued", _("Đã ban hành"))
    if not with_drafts:
        return [issued]
    return [
        ("needed", _("Cần lập")),
        ("at_need", _("Lập khi cần")),
        ("in_hand", _("Đang làm")),
        issued,
        ("withdrawn", _("Đã rút")),
    ]


def _sections(lines: Iterable[Line], *, fold: bool) -> list[Section]:
    """By stage; whoever looks for something sees all that was found unfolded."""
    found = []
    for stage, of in groupby(lines, key=lambda line: line.row.listed.stage):
        every = tuple(of)
        folded = tuple(line for line in every if fold and line.can_wait)
        found.append(Section(stage, tuple(line for line in every if line not in folded), folded))
    return found


def _line(season: Season, row: Row) -> Line:
    language, until = (get_language() or "vi")[:2], row.listed.until
    return Line(row, row.listed.name.within(language), until.within(language) if until else "", _goes(season, row))


def _goes(season: Season, row: Row) -> str:
    """Where a row leads; nowhere what is to come."""
    if row.subject is None:
        return ""
    if row.listed.kind is None or row.state == "own_page":
        name, words = row.place
        return reverse(name, args=words)
    turn = f"?lan={row.paper.nth}" if row.paper else ""
    return at(season, "season_paper", row.listed.kind.code, row.subject.public_id) + turn
