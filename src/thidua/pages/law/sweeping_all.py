"""Rà soát toàn ngành: of many units at once how many people can be proposed for what, and how many nearly can."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.core.law.register import Award
from thidua.figures.sweeps import EVERYWHERE, Scope, Sweeping, Swept
from thidua.pages.law.days import Day
from thidua.pages.law.downloads import units_table
from thidua.pages.law.parts import how_far
from thidua.pages.law.sweeping import asked_about, asked_in, award_counts, wanted
from thidua.pages.law.unit_counts import UnitCounts, counts_below, counts_of_each
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.awards.access import units_swept_by
from thidua.records.directory.models import Unit
from thidua.records.journal.steps import note_access

UNITS_A_PAGE = 100


@require_safe
@login_required
def sweep_page(request: Any) -> HttpResponse:
    """Whoever reads it is noted, once it is done: the figures speak of people's records."""
    units, day, sweeping = _asked_by(request)
    trail = _trail()
    if (waiting := how_far(request, sweeping, trail=trail)) is not None:
        return waiting
    _note(request)
    swept, award = sweeping.swept(), wanted(request)
    shown: Any = Paginator(units, UNITS_A_PAGE).get_page(request.GET.get("trang"))
    shown.object_list = counts_below(shown.object_list, swept, award.code if award else "")
    return page(
        request,
        "law/sweep_all.html",
        **asked_about(day, sweeping),
        tallies=award_counts(swept),
        rows=shown,
        below=shown.object_list,
        award=award,
        everybody=len(swept.people),
        trail=trail,
    )


@require_safe
@login_required
def workbook(request: Any) -> HttpResponse:
    units, _day, sweeping = _asked_by(request)
    there = f"{reverse('sweep_all')}?{request.GET.urlencode()}"
    if (waiting := how_far(request, sweeping, trail=_trail(), file_of=there)) is not None:
        return waiting
    _note(request)
    return as_xlsx(units_table(sweeping.asked, _rows(units, sweeping.swept(), wanted(request))))


def _trail() -> list[Any]:
    return [(_("Luật thi đua, khen thưởng"), reverse("law"))]


def _note(request: Any) -> None:
    note_access("read_people", by=request.actor, at=now(), method="GET", address=request.path)


def _rows(units: list[Unit], swept: Swept, award: Award | None) -> Iterator[tuple[Award, UnitCounts]]:
    """Unit by unit, and award by award within it."""
    awards = [one.award for one in award_counts(swept) if award in (None, one.award)]
    for row in zip(*counts_of_each(units, swept, [one.code for one in awards]), strict=True):
        yield from ((one, counts) for one, counts in zip(awards, row, strict=True) if not counts.tally.is_empty)


def _asked_by(request: Any) -> tuple[list[Unit], Day, Sweeping]:
    """The units in the order of the directory; of one that stands alone at the top those below it."""
    by = request.actor
    units = list(units_swept_by(by, on=today()))
    day, sweeping = asked_in(request, EVERYWHERE if by.is_administrator else Scope.of(units))
    if len(units) == 1:
        units = [*units[0].children.filter(dissolved_on=None).order_by("path")] or units
    return units, day, sweeping
