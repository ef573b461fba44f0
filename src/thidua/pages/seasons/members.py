"""A bloc's units in protocol order, by page: a unit a line, until the bloc is launched."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.answer import Sentence
from thidua.pages.directory.words import kind_name
from thidua.pages.seasons.bloc_frame import bloc_page, bloc_to_plan
from thidua.pages.seasons.rows import wants_more
from thidua.pages.shared.request import Typed, done, filled, or_show
from thidua.records.directory.naming import units_named, written
from thidua.records.directory.queries import kinds_of_units, units
from thidua.records.seasons.actions.blocs import set_members


def _members_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_to_plan(request, cluster, season, bloc)
    members = found.members.filter(left_on=None).select_related("unit")
    lines = "\n".join(written(member.unit) for member in members)
    form = filled(request, units=lines, version=found.version)
    return bloc_page(
        request, "seasons/members.html", found, lines=_with_kind(request) or form.get("units", ""), form=form,
        count=len(members), kinds=[(kind, kind_name(kind)) for kind in kinds_of_units()],
    )  # fmt: skip


def _with_kind(request: Any) -> str:
    """What was typed, and below it every unit of the kind asked for that is not there yet."""
    if not wants_more(request) or not request.POST.get("kind"):
        return str(request.POST.get("units", ""))
    lines = request.POST.get("units", "").rstrip().splitlines()
    there = {line.split("·")[0].strip() for line in lines}
    more = units(kind=request.POST["kind"]).filter(dissolved_on=None).order_by("folded")
    return "\n".join([*lines, *(written(unit) for unit in more if unit.code not in there)])


@login_required
@or_show(_members_page)
def members(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """A unit a line, by code or name; the order of the lines is the order of protocol."""
    if request.method != "POST" or wants_more(request):
        return _members_page(request, cluster, season, bloc)
    found, typed = bloc_to_plan(request, cluster, season, bloc), Typed(request)
    lines = typed.text("units", label=_("Các đơn vị"), most=200_000)
    typed.check()
    named = units_named([line for line in lines.splitlines() if line.strip()])
    set_members(found, units=named, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    said = Sentence("bloc.members_saved", count=len(named))
    return done(request, reverse("bloc", args=(cluster, season, bloc)), said)
