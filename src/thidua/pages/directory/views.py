"""Units in tree order, one unit with its people and history, one person with posts, the search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.core.actor import PostKind
from thidua.core.answer import require
from thidua.pages.directory.downloads import people_table, units_table
from thidua.pages.directory.history import history
from thidua.pages.directory.officers import may_change_somebody
from thidua.pages.directory.words import kind_name
from thidua.pages.law.roads import authority_names
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.accounts.access import may_delegate
from thidua.records.awards.access import may_read, may_set_remit
from thidua.records.awards.queries.remits import roads_of
from thidua.records.directory.access import may, may_read_address_of, person_for, unit_for
from thidua.records.directory.models import Unit
from thidua.records.directory.queries import (
    kinds_of_units,
    people,
    posts_in,
    posts_of,
    units,
    units_above,
    units_directly_below,
)
from thidua.records.directory.queries.descent import line_of_descent, units_today
from thidua.records.journal.steps import note_access
from thidua.records.scores.queries import memberships_of
from thidua.records.seasons.access import visible_seasons
from thidua.records.seasons.campaign_access import campaigns_of_members
from thidua.records.seasons.models import BlocSeason, Membership, Season
from thidua.records.seasons.queries.frame import blocs_of, units_in_bloc

ROWS_A_PAGE = 100
UNITS_FOUND = 20
ORDERS = {"don-vi": "folded", "-don-vi": "-folded", "ma": "code", "-ma": "-code"}
YEARS_SHOWN = 100
CAMPAIGNS_SHOWN = 50
STEPS_SHOWN = 90


def _wanted(request: Any) -> str:
    return str(request.GET.get("q", "")).replace("\x00", "").strip()[:100]


def _with_today(rows: Iterable[Unit]) -> list[tuple[Unit, list[Unit]]]:
    """Each unit with those that it is today, where it has ended."""
    found = list(rows)
    today = units_today(found)
    return [(unit, today.get(unit.pk, [])) for unit in found]


@dataclass(frozen=True)
class Asked:
    """The register as an address asks for it: `q` searches, `loai` is a kind of unit, `khoi` a bloc that is seen."""

    wanted: str
    kind: str
    order: str
    blocs: Sequence[BlocSeason]
    chosen: BlocSeason | None

    def units(self) -> QuerySet[Unit]:
        found = units(self.wanted, kind=self.kind, order=ORDERS.get(self.order, "path"))
        return found.filter(pk__in=units_in_bloc(self.chosen)) if self.chosen else found


def _asked(request: Any) -> Asked:
    blocs = blocs_of(visible_seasons(request.actor, on=today()))
    bloc, order = request.GET.get("khoi", "")[:11], request.GET.get("xep", "")
    chosen = next((one for one in blocs if one.public_id == bloc), None)
    return Asked(_wanted(request), request.GET.get("loai", "")[:32], order if order in ORDERS else "", blocs, chosen)


@require_safe
@login_required
def units_page(request: Any) -> HttpResponse:
    require(may(request.actor, "directory.read"))
    asked = _asked(request)
    rows = Paginator(asked.units(), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return page(
        request,
        "directory/units.html",
        rows=rows,
        pairs=_with_today(rows),
        wanted=asked.wanted,
        kind=asked.kind,
        bloc=asked.chosen.public_id if asked.chosen else "",
        order=asked.order,
        kinds=[(one, kind_name(one)) for one in kinds_of_units()],
        blocs=[(one.public_id, f"{one.bloc.name}, {one.season.name}") for one in asked.blocs],
        query=request.GET.urlencode(),
        may_keep=may(request.actor, "directory.keep").is_yes,
        here="directory",
    )


@require_safe
@login_required
def workbook(request: Any) -> HttpResponse:
    """The whole register as it is asked for, not one page of it."""
    require(may(request.actor, "directory.read"))
    return as_xlsx(units_table(_asked(request).units().select_related("parent")))


def _descent(unit: Unit) -> dict[str, Any]:
    """What lies before and after a unit, in the order of the days; of very long lines the nearest."""
    line = line_of_descent(unit)
    beyond = max(len(line.before) - STEPS_SHOWN, 0) + max(len(line.after) - STEPS_SHOWN, 0)
    return {"before": line.before[-STEPS_SHOWN:], "after": line.after[:STEPS_SHOWN], "beyond": beyond}


def _opens_in(request: Any, unit: Unit, seasons: Sequence[Membership]) -> Season | None:
    """The newest season in which the reader may open a campaign of the unit."""
    kinds = {post.kind for post in request.actor.posts if post.unit == unit.pk}
    ours = not kinds.isdisjoint({PostKind.LEADER, PostKind.OFFICER})
    standing = [member for member in seasons if member.left_on is None and unit.dissolved_on is None]
    return standing[0].bloc_season.season if ours and standing else None


@require_safe
@login_required
def unit_page(request: Any, unit: str) -> HttpResponse:
    found = unit_for(request.actor, unit)
    above = [(one.short_name, reverse("unit", args=(one.slug,)), "vi") for one in units_above(found)]
    below = Paginator(units_directly_below(found), ROWS_A_PAGE)
    posts = Paginator(posts_in(found, on=today()), ROWS_A_PAGE)
    seasons = list(memberships_of(found, visible_seasons(request.actor, on=today()))[:YEARS_SHOWN])
    campaigns = campaigns_of_members(request.actor, seasons, on=today())[:CAMPAIGNS_SHOWN]
    return page(
        request,
        "directory/unit.html",
        unit=found,
        kind=kind_name(found.kind),
        above=above,
        posts=posts.get_page(request.GET.get("nguoi")),
        names=found.names.select_related("reorganisation").order_by(F("from_on").desc(nulls_last=True), "-pk"),
        parents=found.parents.select_related("parent").order_by(F("from_on").desc(nulls_last=True), "-pk"),
        **_descent(found),
        seasons=seasons,
        campaigns=[(one, one.phase(on=today())) for one in campaigns],
        opens_in=_opens_in(request, found, seasons),
        below=below.get_page(request.GET.get("trang")),
        lines=history(found),
        roads=list(authority_names(roads_of(found, on=today())).values()),
        may_set_remit=may_set_remit(request.actor, found, on=today()).is_yes,
        may_keep=may(request.actor, "directory.keep").is_yes and found.dissolved_on is None,
        may_reorganise=may(request.actor, "units.reorganise").is_yes and found.dissolved_on is None,
        may_delegate=may_delegate(request.actor, found).is_yes,
        may_change=may_change_somebody(request.actor, found),
        trail=[(_("Danh bạ"), reverse("units")), *above],
        here="directory",
    )


@require_safe
@login_required
def people_workbook(request: Any, unit: str) -> HttpResponse:
    """Who holds a post in the unit itself today."""
    found = unit_for(request.actor, unit)
    return as_xlsx(people_table(found, posts_in(found, on=today())))


@login_required
def person_page(request: Any, person: str, post: str = "") -> HttpResponse:
    """Whoever opens a person's page is noted in the access log."""
    found = person_for(request.actor, person)
    note_access("read_person", by=request.actor, at=now(), method="GET", address=request.path)
    account = getattr(found, "account", None) if request.actor.is_administrator else None
    return page(
        request,
        "directory/person.html",
        person=found,
        posts=posts_of(found),
        ending=post,
        on=today(),
        email=found.email if may_read_address_of(request.actor, found) else "",
        may_keep=may(request.actor, "directory.keep").is_yes,
        may_open_account=account is None and may(request.actor, "accounts.keep").is_yes,
        account=account,
        may_read_standing=may_read(request.actor, found, on=today()).is_yes,
        lines=history(found),
        trail=[(_("Danh bạ"), reverse("units"))],
        here="directory",
    )


@require_safe
@login_required
def find(request: Any) -> HttpResponse:
    """Units and people by name, short name or code, with or without marks."""
    require(may(request.actor, "directory.read"))
    wanted = _wanted(request)
    units_found = list(units(wanted)[: UNITS_FOUND + 1]) if wanted else []
    rows = Paginator(people(wanted, on=today()), ROWS_A_PAGE).get_page(request.GET.get("trang")) if wanted else None
    return page(
        request,
        "directory/find.html",
        wanted=wanted,
        units=_with_today(units_found[:UNITS_FOUND]),
        more_units=len(units_found) > UNITS_FOUND,
        people=rows,
        may_keep=may(request.actor, "directory.keep").is_yes,
        here="directory",
    )
