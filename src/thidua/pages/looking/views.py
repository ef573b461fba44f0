"""A role, a unit and a stage are chosen; from then on pages answer as they would that role, until it is ended."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.workflow.stages import Stage
from thidua.pages.looking.session import begin, end
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.journal.steps import note_access
from thidua.records.seasons.access import season_for
from thidua.records.seasons.looking import IN_A_UNIT, ROLES, Look, actor_seen_through, member_to_look_as, stages_ahead
from thidua.records.seasons.models import Membership, Season

OFFERED_AT_MOST = 150  # the search finds the others


def _page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.look_as", on=today())
    search = request.GET.get("tim", "")[:60]
    members = Membership.objects.filter(bloc_season__season=found, left_on=None, name__icontains=search)
    units = list(members.select_related("unit").order_by("bloc_season__bloc__position", "position")[:OFFERED_AT_MOST])
    return page(
        request,
        "looking/look.html",
        season=found,
        roles=[(role, say(Sentence(f"role.{role}"))) for role in ROLES],
        units=[(member.unit.slug, member.name) for member in units],
        stages=[(stage.value, say(Sentence(f"stage.{stage}"))) for stage in stages_ahead(found)],
        search=search,
        is_cut=bool(search) or len(units) == OFFERED_AT_MOST,
        form=filled(request),
        trail=[
            (_("Năm thi đua"), reverse("season")),
            (found.name, reverse("one_season", args=(cluster, season)), "vi"),
        ],
        here="season",
    )


@login_required
@or_show(_page)
def look_as(request: Any, cluster: str, season: str) -> HttpResponse:
    """What is chosen stays in the sign-in; the access log keeps who looks as whom."""
    if request.method != "POST":
        return _page(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="season.look_as", on=today())
    look = _typed_look(Typed(request), found)
    eyes = actor_seen_through(request.actor, look, on=today())
    assert eyes is not None, "the right was asked and the unit is a member"
    begin(request.session, look)
    note_access("look.begun", by=eyes, at=now(), method="POST", address=request.path)
    return done(request, reverse("today"))


def _typed_look(typed: Typed, season: Season) -> Look:
    """Raises NotPossible for a unit that is no member, and for a stage that does not lie ahead."""
    role = typed.choice("role", ROLES, label=_("Vai"))
    unit, stage = typed.values.get("unit", "") if role in IN_A_UNIT else "", typed.values.get("stage", "")
    if role in IN_A_UNIT and member_to_look_as(season, unit) is None:
        typed.faults.append(Sentence("looking.needs_unit", role=Sentence(f"role.{role}")))
    if stage and typed.choice("stage", list(Stage), label=_("Giai đoạn")) in set(Stage) - set(stages_ahead(season)):
        typed.faults.append(Sentence("looking.not_ahead", stage=Sentence(f"stage.{stage}")))
    typed.check()
    return Look(season.cluster.slug, season.slug, role, unit, Stage(stage) if stage else None)


@require_POST
@login_required
def end_looking(request: Any) -> HttpResponse:
    """Leads back to where another role can be chosen."""
    look = end(request.session)
    if look is None:
        return done(request, reverse("today"))
    return done(request, reverse("look_as", args=(look.cluster, look.season)))
