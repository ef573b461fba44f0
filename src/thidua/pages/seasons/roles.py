"""Who has which part in a season: given from a day, for a deputy of one bloc or of all, and ended on a day."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.pages.seasons.heading import selections, unit_for
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.tags import role_name
from thidua.records.directory.naming import person_named, written_post
from thidua.records.seasons.access import may, role_at, season_for
from thidua.records.seasons.actions.planning import end_role, give_role
from thidua.records.seasons.models import Season, SeasonRole
from thidua.records.seasons.queries.roles import heads_of, likely_holders, parts_of

OFFERED_AT_MOST = 200
# The head comes with a decision or minutes (pages/seasons/heads.py).
WITHOUT_A_PAPER = [role for role in SeasonRole.Role if role is not SeasonRole.Role.HEAD]


def _roles(season: Season) -> list[tuple[str, str]]:
    return [(role.value, role_name(role.value, season.cluster)) for role in WITHOUT_A_PAPER]


def roles_page(request: Any, cluster: str, season: str, given: str = "") -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    may_give = may(request.actor, "season.appoint", season=found, on=on).is_yes
    offered = likely_holders(found, on=on)[:OFFERED_AT_MOST] if may_give else []
    return page(
        request,
        "seasons/roles.html",
        season=found,
        parts=parts_of(found),
        heads=heads_of(found.cluster),
        selections=selections(),
        ending=given,
        on=on,
        may_give=may_give,
        roles=_roles(found),
        blocs=[(bloc.bloc.slug, bloc.bloc.name) for bloc in found.blocs.select_related("bloc")],
        offered=[written_post(post) for post in offered],
        form=filled(request),
        trail=[
            (_("Năm thi đua"), reverse("season")),
            (found.name, reverse("one_season", args=(cluster, season)), "vi"),
        ],
        here="season",
    )


@login_required
@or_show(roles_page)
def roles(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return roles_page(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="season.appoint", on=today())
    typed = Typed(request)
    role = typed.choice("role", WITHOUT_A_PAPER, label=_("Phần việc"))
    name = typed.text("person", label=_("Họ và tên"), most=200)
    from_on = typed.day("from_on", label=_("Từ ngày"), required=False)
    blocs = {bloc.bloc.slug: bloc for bloc in found.blocs.select_related("bloc")}
    slug = typed.choice("bloc", ["", *blocs], label=_("Khối"))
    typed.check()
    person = person_named(name, on=today())
    give_role(
        found, role=role, person=person, unit=unit_for(person, found), from_on=from_on,
        bloc=blocs.get(slug) if role == SeasonRole.Role.DEPUTY else None, by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    said = Sentence("season.role_given", name=person.full_name, role=Sentence(f"role.{role}"))
    return done(request, reverse("season_roles", args=(cluster, season)), said)


@require_POST
@login_required
@or_show(roles_page)
def end(request: Any, cluster: str, season: str, given: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.appoint", on=today())
    part, typed = role_at(found, given), Typed(request)
    until_on = typed.day("until_on", label=_("Đến hết ngày"))
    typed.check()
    assert until_on is not None
    end_role(part, until_on=until_on, by=request.actor, at=now(), key=typed.key)
    told = {"name": part.person.full_name, "role": Sentence(f"role.{part.role}"), "until_on": until_on}
    return done(request, reverse("season_roles", args=(cluster, season)), Sentence("season.role_ended", **told))
