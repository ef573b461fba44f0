"""A campaign written on one page: from a template or empty, looked at in the year before it is saved, mended later."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.library import campaign_templates
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.core.campaigns import Template
from thidua.pages.campaigns.fields import (
    clash_fields,
    filled_form,
    kept_form,
    offered,
    runner_offered,
    told_of,
)
from thidua.pages.campaigns.finding import At, own_chapters, own_runners, runs_cluster, trail_to_list
from thidua.pages.campaigns.looking_ahead import preview_of
from thidua.pages.shared.clash import begun_with
from thidua.pages.shared.figures import day
from thidua.pages.shared.members import typed_member
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.directory.models import YouthChapter
from thidua.records.directory.naming import written
from thidua.records.seasons.access import season_for
from thidua.records.seasons.actions import campaigns as acts
from thidua.records.seasons.campaign_access import may, may_do
from thidua.records.seasons.models import Campaign, Membership, Season

OFFERED_AT_MOST = 200
SAVED = ("campaign.drafted", "campaign.amended")


@dataclass(frozen=True)
class Runner:
    """Who runs a campaign: a unit, or a youth chapter in it; nobody named is the cluster or a bloc."""

    member: Membership | None = None
    chapter: YouthChapter | None = None


def _for_new(request: Any, cluster: str, season: str) -> tuple[Season, list[tuple[str, str]], dict[str, Runner]]:
    """The season, and for whom the reader may open a campaign in it. Raises NotPossible where for nobody."""
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    runs, own = runs_cluster(request.actor, found, on), own_runners(request.actor, found, on)
    chapters = own_chapters(request.actor, found, own, on)
    if not (runs or own or chapters):
        require(may(request.actor, "campaigns.keep", found, None, on=on))
    offered, runners = runner_offered(found, runs), {}
    for one in own:
        value = f"don-vi:{one.unit.slug}"
        offered.append((value, one.short_name))
        runners[value] = Runner(one)
    for chapter, place in chapters:
        value = f"chi-doan:{chapter.public_id}"
        offered.append((value, chapter.name))
        runners[value] = Runner(place, chapter)
    return found, offered, runners


@require_safe
@login_required
def templates(request: Any, cluster: str, season: str) -> HttpResponse:
    found, _offered, _runners = _for_new(request, cluster, season)
    language = (get_language() or "vi")[:2]
    rows = [
        (one, one.name.within(language), one.about.within(language), say(Sentence(f"campaign_kind.{one.kind}")))
        for one in campaign_templates().values()
    ]
    return page(request, "campaigns/templates.html", season=found, rows=rows, trail=trail_to_list(found), here="season")


def _new_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found, runners, _own = _for_new(request, cluster, season)
    template = campaign_templates().get(request.GET.get("mau", ""))
    kept = _from_template(template, found) if template else {"kind": Campaign.Kind.THEMATIC.value}
    kept = {"runner": runners[0][0], **kept}
    return _form(request, found, kept, runners=runners, template=template)


def _from_template(template: Template, season: Season) -> dict[str, Any]:
    first, last = template.days_in(season.emulation_year, on=today())
    return {
        "kind": template.kind,
        "name": f"{template.title} {season.emulation_year}",
        "starts_on": day(first),
        "ends_on": day(last),
        "audience": template.audience,
        "youth": "1" if template.run_by_youth else "",
        "method": template.method,
        **{f"propose-{code}": "1" for code in template.proposes},
    }


def _form(request: Any, season: Season, kept: Mapping[str, Any], **more: Any) -> HttpResponse:
    form = filled_form(request, kept)
    return page(
        request,
        "campaigns/form.html",
        season=season,
        form=form,
        trail=trail_to_list(season),
        here="season",
        **offered(season, form),
        **more,
    )


def _wants_preview(request: Any) -> bool:
    return "preview" in request.POST


@login_required
@or_show(_new_page)
def new_campaign(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _new_page(request, cluster, season)
    found, runners, own = _for_new(request, cluster, season)
    typed = Typed(request)
    chosen = typed.choice("runner", [value for value, _text in runners], label=_("Ai tổ chức"))
    runner = own.get(chosen, Runner())
    member = runner.member
    told = told_of(typed, found, own=member is not None)
    if _wants_preview(request):
        ahead = preview_of(found, told, member, on=today())
        return _form(request, found, {}, runners=runners, ahead=ahead)
    drafted = acts.draft_campaign(
        found, told=told, member=member, chapter=runner.chapter, by=request.actor, at=now(), key=typed.key
    )
    return done(request, At(cluster, season, drafted.public_id).page, Sentence("campaign.drafted"))


def _behalf_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="campaigns.enter_on_behalf", on=today())
    members = Membership.objects.filter(bloc_season__season=found, left_on=None).select_related("unit")
    names = [written(one.unit) for one in members[:OFFERED_AT_MOST]]
    return _form(request, found, {"kind": Campaign.Kind.THEMATIC.value}, members=names, on_behalf=True)


@login_required
@or_show(_behalf_page)
def on_behalf(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _behalf_page(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="campaigns.enter_on_behalf", on=today())
    typed = Typed(request)
    member = typed_member(typed, found)
    told = told_of(typed, found, own=True)
    paper = typed_source(typed)
    assert member is not None
    entered = acts.enter_campaign_on_behalf(
        found, told=told, member=member, paper=paper, by=request.actor, at=now(), key=typed.key
    )
    return done(request, At(cluster, season, entered.public_id).page, Sentence("campaign.entered_on_behalf"))


def _amend_page(request: Any, cluster: str, season: str, campaign: str, ahead: Any = None) -> HttpResponse:
    found = At(cluster, season, campaign).campaign(request.actor)
    require(may_do(request.actor, "campaigns.keep", found, on=today()))
    begun = begun_with(request, found, clash_fields(found), saved=SAVED)
    runners = [] if found.membership_id else runner_offered(found.season, runs=True)
    return _form(
        request, found.season, kept_form(found), campaign=found, begun=begun, runners=runners, ahead=ahead
    )  # fmt: skip


@login_required
@or_show(_amend_page)
def amend(request: Any, cluster: str, season: str, campaign: str) -> HttpResponse:
    if request.method != "POST":
        return _amend_page(request, cluster, season, campaign)
    at, typed = At(cluster, season, campaign), Typed(request)
    found = at.campaign(request.actor)
    require(may_do(request.actor, "campaigns.keep", found, on=today()))
    typed.settle(clash_fields(found))
    told = told_of(typed, found.season, own=found.membership_id is not None)
    if _wants_preview(request):
        ahead = preview_of(found.season, told, found.membership, on=today(), instead_of=found)
        return _amend_page(request, cluster, season, campaign, ahead)
    acts.amend_campaign(
        found, told=told, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )
    return done(request, at.page, Sentence("campaign.amended"))
