"""Acts on what a season is about: its motto, key contents, movements and campaigns."""

from collections.abc import Sequence
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.campaigning import CampaignState
from thidua.core.workflow.stages import Stage
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Season
from thidua.records.seasons.plan import CampaignPlan, ContentPlan
from thidua.records.seasons.queries.campaigns import calendar_of
from thidua.records.seasons.queries.plan import campaigns_told
from thidua.records.seasons.steps.contents import (
    replace_contents,
    write_campaigns,
    write_motto,
    write_movements,
)
from thidua.records.seasons.steps.locks import hold_blocs_of


@act
def amend_season(season: Season, *, motto: str, seen_version: int, by: Actor, at: datetime, key: str) -> Season:
    """The motto is mended while no pact has been signed under it.

    Raises NotPossible if someone has saved since, or a bloc of the season has its pact open.
    """
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "season.plan", season=season, on=local_day(at)))
    season.expect(seen_version)
    told = write_motto(season, motto)
    season.turn()
    season.save(update_fields=["motto", "version"])
    record("season.amended", by=by, at=at, subjects=[season], body={"motto": told})
    return season


@act
def set_contents(
    season: Season, *, contents: Sequence[ContentPlan], seen_version: int, by: Actor, at: datetime, key: str
) -> Season:
    """The key contents, by number, until the first bloc registers.

    Raises NotPossible if someone has saved since, if a bloc registers already, or naming the
    indicators of a content that is left out.
    """
    season = _locked(season, seen_version, by, at)
    told = replace_contents(season, contents)
    return _kept(season, "season.contents_set", told["before"], told["after"], by, at)


@act
def set_campaigns(
    season: Season,
    *,
    movements: Sequence[str],
    campaigns: Sequence[tuple[int | None, CampaignPlan]],
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
) -> Season:
    """Movements in their order, and campaigns with the key of their row, None for a new one; others are left out.

    Raises NotPossible if someone has saved since, for days that run backwards or lie outside the
    season's years, or for a campaign left out after it was launched or began.
    """
    season = _locked(season, seen_version, by, at)
    if faults := _faults(season, [plan for _, plan in campaigns]):
        raise NotPossible(*faults)
    on, kept = local_day(at), {pk for pk, _ in campaigns if pk}
    left_out = calendar_of(season).exclude(pk__in=kept)
    if launched := left_out.exclude(state=CampaignState.DRAFT.value).first():
        raise refuse("campaign.is_launched", name=launched.name)
    begun = left_out.filter(starts_on__lte=on).first()
    if begun is not None and season.blocs.exclude(stage=Stage.PLANNED.value).exists():
        raise refuse("campaign.has_begun", name=begun.name, on=begun.starts_on)
    before = campaigns_told(season)
    rows = write_movements(season, [composed(name) for name in movements])
    write_campaigns(season, campaigns, rows)
    return _kept(season, "season.campaigns_set", before, campaigns_told(season), by, at)


def _locked(season: Season, seen_version: int, by: Actor, at: datetime) -> Season:
    season = Season.objects.select_for_update().get(pk=season.pk)
    hold_blocs_of(season.pk)
    require(access.may_plan_somewhere(by, season, on=local_day(at)))
    season.expect(seen_version)
    return season


def _kept(season: Season, kind: str, before: list[str], after: list[str], by: Actor, at: datetime) -> Season:
    season.turn()
    season.save(update_fields=["version"])
    record(kind, by=by, at=at, subjects=[season], body={"before": before, "after": after})
    return season


def _faults(season: Season, campaigns: Sequence[CampaignPlan]) -> list[Sentence]:
    years: list[tuple[date, date]] = list(season.blocs.values_list("starts_on", "ends_on"))
    first, last = min(start for start, _ in years), max(end for _, end in years)
    faults = []
    for plan in campaigns:
        if plan.ends_on < plan.starts_on:
            faults.append(Sentence("campaign.backwards", name=plan.name, from_on=plan.starts_on, until_on=plan.ends_on))
        elif plan.starts_on < first or plan.ends_on > last:
            faults.append(Sentence("campaign.outside", name=plan.name, first=first, last=last))
    return faults
