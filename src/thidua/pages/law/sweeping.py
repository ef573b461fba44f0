"""Rà soát: who of a unit's people can be proposed for what, and who nearly can."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.law import register
from thidua.core.law.history import Asked, Kind
from thidua.core.law.register import Award
from thidua.figures.sweeps import Scope, Sweeping, Swept, Tally, tallies
from thidua.pages.law.days import Day, day_of, years_offered
from thidua.pages.law.downloads import swept_table
from thidua.pages.law.of_units import ended
from thidua.pages.law.parts import how_far
from thidua.pages.law.roads import OWN_FIRST, Road, road_of
from thidua.pages.law.unit_counts import UnitCounts, counts_below
from thidua.pages.law.within import explained, in_order
from thidua.pages.law.words import KINDS, kind_name, named
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.awards.access import may_sweep, unit_of_people_for
from thidua.records.awards.queries.remits import roads_of
from thidua.records.directory.models import Unit
from thidua.records.journal.steps import note_access

ROWS_A_PAGE = 100
SWEPT = (Kind.INDIVIDUAL, Kind.COLLECTIVE)


@dataclass(frozen=True)
class AwardCounts:
    award: Award
    tally: Tally

    @property
    def name(self) -> SafeString:
        return named(self.award.name)


def award_counts(swept: Swept) -> list[AwardCounts]:
    """In the register's order."""
    counted = dict(tallies(swept))
    return [AwardCounts(award, counted[code]) for code, award in register().items() if code in counted]


@require_safe
@login_required
def unit_sweep(request: Any, unit: str) -> HttpResponse:
    """Whoever reads it is noted, once it is done: the page speaks of people's records."""
    found, day, sweeping, road = _question(request, unit)
    trail = _trail(found)
    if (waiting := how_far(request, sweeping, title=found.name, trail=trail)) is not None:
        return waiting
    _note(request)
    swept, award = sweeping.swept(), wanted(request)
    rows = Paginator(in_order(found, sweeping, swept, award.code if award else ""), ROWS_A_PAGE)
    shown: Any = rows.get_page(request.GET.get("trang"))
    shown.object_list = list(explained(found, sweeping, shown.object_list, _of(award, swept)))
    return page(
        request,
        "law/sweep.html",
        unit=found,
        **asked_about(day, sweeping, road),
        tallies=award_counts(swept),
        ended=ended(found, "unit_sweep"),
        below=_below(found, swept, award),
        award=award,
        rows=shown,
        everybody=len(swept.people),
        may_sweep=may_sweep(request.actor, on=today()).is_yes,
        trail=trail,
    )


@require_safe
@login_required
def workbook(request: Any, unit: str) -> HttpResponse:
    found, _day, sweeping, _road = _question(request, unit)
    there = f"{reverse('unit_sweep', args=(unit,))}?{request.GET.urlencode()}"
    waiting = how_far(request, sweeping, title=found.name, trail=_trail(found), file_of=there)
    if waiting is not None:
        return waiting
    _note(request)
    swept, award = sweeping.swept(), wanted(request)
    keys = in_order(found, sweeping, swept, award.code if award else "")
    return as_xlsx(swept_table(found, sweeping.asked, explained(found, sweeping, keys, _of(award, swept))))


def asked_about(day: Day, sweeping: Sweeping, road: Road = OWN_FIRST) -> dict[str, Any]:
    """What every page of a sweep shows of its question."""
    asked, kind = sweeping.asked, sweeping.kind
    for_whom = "" if kind is SWEPT[0] else f"&cho={KINDS[kind]}"
    return {
        "day": day,
        "year": asked.year,
        "years": [(year, year) for year in years_offered(day)],
        "kind": KINDS[kind],
        "kinds": [(KINDS[one], kind_name(one)) for one in SWEPT],
        "of_units": kind is Kind.COLLECTIVE,
        "road": road,
        "query": f"?nam={asked.year}&ngay={asked.on.isoformat()}{for_whom}{road.query}",
        "here": "directory",
    }


def asked_in(request: Any, scope: Scope, road: Road = OWN_FIRST) -> tuple[Day, Sweeping]:
    """`nam=` of the years offered, without it the last one that is over; `ngay=`; `cho=`, without it people."""
    day = day_of(request)
    offered = {str(year): year for year in years_offered(day)}
    asked = Asked(offered.get(request.GET.get("nam", ""), day.on.year - 1), day.on)
    kind = next((kind for kind in SWEPT if KINDS[kind] == request.GET.get("cho")), SWEPT[0])
    return day, Sweeping.now(scope, kind, asked, road.wanted)


def wanted(request: Any) -> Award | None:
    return register().get(request.GET.get("danh-hieu", ""))


def _question(request: Any, unit: str) -> tuple[Unit, Day, Sweeping, Road]:
    found = unit_of_people_for(request.actor, unit, on=today())
    road = road_of(request, roads_of(found, on=today()))
    return found, *asked_in(request, Scope.of([found]), road), road


def _trail(unit: Unit) -> list[Any]:
    return [(_("Danh bạ"), reverse("units")), (unit.short_name, reverse("unit", args=(unit.slug,)), "vi")]


def _note(request: Any) -> None:
    note_access("read_people", by=request.actor, at=now(), method="GET", address=request.path)


def _of(award: Award | None, swept: Swept) -> Collection[str]:
    return [award.code] if award else swept.shelves.keys()


def _below(unit: Unit, swept: Swept, award: Award | None) -> list[UnitCounts]:
    """Unit by unit, where there are units below."""
    children = list(unit.children.filter(dissolved_on=None).order_by("path"))
    return counts_below(children, swept, award.code if award else "") if children else []
