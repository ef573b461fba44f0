"""Who reads which campaign, and who drafts, launches and sums it up: the secretariat the cluster's, a unit its own."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from thidua.base.library import rights
from thidua.core.actor import Actor
from thidua.core.answer import Answer, Unknown, not_possible
from thidua.core.workflow.campaigning import CampaignState
from thidua.records.directory.models import YouthChapter
from thidua.records.directory.queries.chapters import secretary_of
from thidua.records.seasons import access
from thidua.records.seasons.models import Campaign, Membership, Season
from thidua.records.seasons.queries.campaigns import WITH
from thidua.records.seasons.queries.frame import parts_held, roles_of

KNOWN = (CampaignState.LAUNCHED.value, CampaignState.SUMMED_UP.value, CampaignState.CALLED_OFF.value)
OWN = {"campaigns.keep": "campaigns.keep_own", "campaigns.launch": "campaigns.launch_own"}


def may(
    by: Actor, what: str, season: Season, member: Membership | None, *, on: date, chapter: YouthChapter | None = None
) -> Answer:
    """The grid's answer: `what` as campaigns.keep, campaigns.launch; towards a unit for what it runs itself.

    What a youth chapter runs its secretary keeps too; the unit's leader launches it.
    """
    if member is None:
        return access.may(by, what, season=season, on=on)
    if chapter is not None and what == "campaigns.keep" and _leads(by, chapter, on):
        return access.may(by, "season.read", season=season, on=on)
    return access.may(by, OWN[what], season=season, bloc=member.bloc_season, unit=member.unit, on=on)


def may_do(by: Actor, what: str, campaign: Campaign, *, on: date) -> Answer:
    return may(by, what, campaign.season, campaign.membership, on=on, chapter=campaign.chapter)


def _leads(by: Actor, chapter: YouthChapter, on: date) -> bool:
    held = secretary_of(chapter, on=on)
    return held is not None and by.person == held.pk


def may_enter_on_behalf(by: Actor, season: Season, member: Membership, *, on: date) -> Answer:
    return access.may(
        by, "campaigns.enter_on_behalf", season=season, bloc=member.bloc_season, unit=member.unit, on=on
    )  # fmt: skip


def may_enter_for(by: Actor, campaign: Campaign, *, on: date) -> Answer:
    """Whether what came of a unit's campaign may be entered for it; one of the cluster is its keepers' own."""
    if campaign.membership is None:
        answer = may_do(by, "campaigns.keep", campaign, on=on)
        return not_possible("campaign.of_the_cluster") if answer.is_yes else answer
    return may_enter_on_behalf(by, campaign.season, campaign.membership, on=on)


def visible_campaigns(actor: Actor, season: Season, *, on: date) -> QuerySet[Campaign]:
    """The cluster's; units' own once launched; one's own unit's, and who leads the season those of all, from the draft.

    What a unit has withdrawn stays with those who saw the draft.
    """
    found: QuerySet[Campaign] = Campaign.objects.filter(season=season).select_related(*WITH)
    if actor.eyes is not None:
        found = visible_campaigns(actor.eyes.viewer, season, on=on)
    if rights().answer("campaigns.read_drafts", roles_of(actor, season, on=on)).is_yes:
        return found
    return found.filter(Q(membership=None) | Q(state__in=KNOWN) | Q(membership__unit__in=_own_and_above(actor)))


def campaigns_of_members(actor: Actor, members: Iterable[Membership], *, on: date) -> QuerySet[Campaign]:
    """What units run in seasons that the actor sees, the newest first; drafts as `visible_campaigns` says.

    One query, and one for the actor's parts, whatever the number of seasons.
    """
    of = {member.pk: member for member in members}
    seasons = {member.bloc_season.season_id for member in of.values()}
    parts = parts_held(actor, seasons, on=on)
    administrator = {"administrator"} if actor.is_administrator else set()
    led = [
        season
        for season in seasons
        if rights().answer("campaigns.read_drafts", parts.get(season, set()) | administrator).is_yes
    ]
    seen = Q(state__in=KNOWN) | Q(season__in=led) | Q(membership__unit__in=_own_and_above(actor))
    found = Campaign.objects.filter(seen, membership__in=of).exclude(state=CampaignState.WITHDRAWN.value)
    return found.select_related("season__cluster").order_by("-starts_on", "pk")


def _own_and_above(actor: Actor) -> list[int]:
    return [int(part) for post in actor.posts for part in post.unit_path.strip("/").split("/") if part]


def campaign_for(actor: Actor, cluster: str, season: str, public_id: str, *, on: date) -> Campaign:
    """The campaign at an address. Raises Unknown where there is none or the actor may not know of it."""
    found = access.season_for(actor, cluster, season, to="season.read", on=on)
    campaign = visible_campaigns(actor, found, on=on).filter(public_id=public_id).first()
    if campaign is None:
        raise Unknown
    return campaign
