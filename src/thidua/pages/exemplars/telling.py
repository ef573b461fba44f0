"""An exemplar told: spotted by anyone of the unit, entered from the unit's list, told better later."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, refuse, require
from thidua.core.workflow.exemplars import ExemplarMove
from thidua.core.workflow.exemplars import may as may_move
from thidua.pages.exemplars.finding import OFFERED_AT_MOST, At, known_in, names_in, own_members, trail_to_list
from thidua.pages.shared.members import typed_member
from thidua.pages.shared.papers import typed_paper, typed_source
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.directory.naming import written
from thidua.records.results.access.exemplars import may_keep
from thidua.records.results.actions.exemplars import amend_exemplar, enter_exemplar_on_behalf, spot_exemplar
from thidua.records.results.models import Exemplar
from thidua.records.results.told import ExemplarTold
from thidua.records.seasons.access import may, season_for
from thidua.records.seasons.models import Membership, Season


def _new_page(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    on_behalf = _enters(request.actor, found)
    own = own_members(request.actor, found)
    if not own and not on_behalf:
        raise refuse("exemplar.of_no_unit")
    members = Membership.objects.filter(bloc_season__season=found, left_on=None).select_related("unit")
    return _form(
        request, found, None, own, on_behalf=on_behalf,
        units=[written(one.unit) for one in members[:OFFERED_AT_MOST]] if on_behalf else [],
    )  # fmt: skip


def _form(request: Any, season: Season, exemplar: Exemplar | None, own: list[Membership], **more: Any) -> HttpResponse:
    kept = {} if exemplar is None else _kept(exemplar)
    return page(
        request,
        "exemplars/form.html",
        season=season,
        exemplar=exemplar,
        form=filled(request, **kept),
        own=[(one.unit.slug, one.short_name) for one in own],
        fields=[(one.number, f"{one.number}. {one.short_name}") for one in season.contents.all()],
        names=names_in(own),
        trail=trail_to_list(season),
        here="season",
        **more,
    )


def _kept(exemplar: Exemplar) -> dict[str, Any]:
    names = ("kind", "name", "post", "did", "goal", "mentor", "version")
    return {name: getattr(exemplar, name) for name in names} | {"field": exemplar.field.number}


def _enters(actor: Any, season: Season) -> bool:
    return may(actor, "exemplars.enter_on_behalf", season=season, on=today()).is_yes


@login_required
@or_show(_new_page)
def new_exemplar(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _new_page(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    typed = Typed(request)
    if request.POST.get("whose") == "other" and _enters(request.actor, found):
        member = typed_member(typed, found)
        told, paper = _told(typed, found, member), typed_source(typed)
        assert member is not None
        entered = enter_exemplar_on_behalf(
            member, told=told, paper=paper, by=request.actor, at=now(), key=typed.key
        )  # fmt: skip
        at = At(cluster, season, entered.public_id)
        return done(request, at.page, Sentence("exemplar.entered_on_behalf"))
    own = {one.unit.slug: one for one in own_members(request.actor, found)}
    unit = typed.choice("unit", own, label=_("Đơn vị"))
    told, shown = _told(typed, found, own.get(unit)), typed_paper(typed)
    typed.check()
    spotted = spot_exemplar(own[unit], told=told, shown=shown, by=request.actor, at=now(), key=typed.key)
    return done(request, At(cluster, season, spotted.public_id).page, Sentence("exemplar.spotted"))


def _told(typed: Typed, season: Season, member: Membership | None) -> ExemplarTold:
    fields = {str(one.number): one for one in season.contents.all()}
    kind = typed.choice("kind", list(Exemplar.Kind), label=_("Cá nhân hay tập thể"))
    name = typed.text("name", label=_("Họ tên, tên tập thể"))
    number = typed.choice("field", fields, label=_("Lĩnh vực"))
    return ExemplarTold(
        kind=kind,
        name=name,
        post=typed.text("post", label=_("Chức vụ, nơi làm việc"), required=False),
        field=fields.get(number, next(iter(fields.values()))) if fields else None,  # type: ignore[arg-type]
        did=typed.text("did", label=_("Việc đã làm"), most=4000),
        goal=typed.text("goal", label=_("Mục tiêu xây dựng"), most=1000, required=False),
        mentor=typed.text("mentor", label=_("Người giúp đỡ"), required=False),
        person=known_in(member, name) if member and kind == Exemplar.Kind.PERSON else None,
    )


def _amend_page(request: Any, cluster: str, season: str, exemplar: str) -> HttpResponse:
    found = At(cluster, season, exemplar).exemplar(request.actor)
    require(may_keep(request.actor, found, on=today()))
    require(may_move(found.at_state, ExemplarMove.AMEND))
    return _form(request, found.membership.bloc_season.season, found, [found.membership])


@login_required
@or_show(_amend_page)
def amend(request: Any, cluster: str, season: str, exemplar: str) -> HttpResponse:
    if request.method != "POST":
        return _amend_page(request, cluster, season, exemplar)
    at, typed = At(cluster, season, exemplar), Typed(request)
    found = at.exemplar(request.actor)
    told = _told(typed, found.membership.bloc_season.season, found.membership)
    typed.check()
    amend_exemplar(
        found, told=told, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )  # fmt: skip
    return done(request, at.page, Sentence("exemplar.amended"))
