"""Acts on campaigns: drafted, submitted, launched, summed up, called off, withdrawn, and each taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.campaigning import MOVES, UNDECIDED, WRITABLE, CampaignMove, CampaignState, may_make
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.desk.steps.notices import notify_units
from thidua.records.directory.models import Unit, YouthChapter
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown, paper_of_the_bloc, papers_of_unit
from thidua.records.seasons import campaign_access as access
from thidua.records.seasons.campaign_told import CampaignTold
from thidua.records.seasons.models import Campaign, Membership, Season
from thidua.records.seasons.queries.campaigns import WITH
from thidua.records.seasons.steps.campaigns import check_campaign, check_chapter, write_campaign

M = CampaignMove


@act
def draft_campaign(
    season: Season, *, told: CampaignTold, by: Actor, at: datetime, key: str, member: Membership | None = None,
    chapter: YouthChapter | None = None,
) -> Campaign:  # fmt: skip
    """The secretariat drafts one of the cluster or a bloc; a unit's officer or leader one of the unit `member`.

    One of a youth `chapter` in that unit its secretary drafts too. Raises NotPossible for days outside the year,
    or naming who may decide what is proposed.
    """
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "campaigns.keep", season, member, on=local_day(at), chapter=chapter))
    check_campaign(season, told, own=member is not None)
    check_chapter(member, chapter)
    campaign = Campaign(season=season, membership=member, chapter=chapter)
    write_campaign(campaign, told)
    _turn_season(campaign)
    record("campaign.drafted", by=by, at=at, subjects=_subjects(campaign), body=told.written())
    return campaign


@act
def amend_campaign(
    campaign: Campaign, *, told: CampaignTold, seen_version: int, by: Actor, at: datetime, key: str
) -> Campaign:
    """What was written is mended until the campaign is summed up; a unit's launched one by its leader alone.

    Raises NotPossible as `draft_campaign`, if someone has saved since, or for a first day moved after the launch.
    """
    campaign = _locked(campaign)
    what = "campaigns.keep" if campaign.at_state in UNDECIDED else "campaigns.launch"
    require(access.may_do(by, what, campaign, on=local_day(at)))
    campaign.expect(seen_version)
    if campaign.at_state not in WRITABLE:
        raise refuse("campaign.not_now", state=Sentence(f"campaign.phase.{campaign.state}"))
    if campaign.at_state is CampaignState.LAUNCHED and told.starts_on != campaign.starts_on:
        raise refuse("campaign.begins_as_launched", on=campaign.starts_on)
    check_campaign(campaign.season, told, own=campaign.membership is not None)
    before = CampaignTold.of(campaign).written()
    campaign.turn()
    write_campaign(campaign, told)
    _turn_season(campaign)
    body = {"before": before, "after": told.written()}
    record("campaign.amended", by=by, at=at, subjects=_subjects(campaign), body=body)
    return campaign


@act
def submit_campaign(campaign: Campaign, *, by: Actor, at: datetime, key: str) -> Campaign:
    """A unit's draft is handed to its leader. Raises NotPossible for one of the cluster, or with what is missing."""
    campaign = _locked(campaign)
    require(access.may_do(by, "campaigns.keep", campaign, on=local_day(at)))
    if campaign.membership is None:
        raise refuse("campaign.of_the_cluster")
    _require_whole(campaign)
    campaign.remark = ""
    return _move(campaign, M.SUBMIT, "campaign.submitted", by=by, at=at)


@act
def return_campaign(campaign: Campaign, *, remark: str, by: Actor, at: datetime, key: str) -> Campaign:
    """The leader gives it back to the officer with a remark."""
    campaign = _locked(campaign)
    require(access.may_do(by, "campaigns.launch", campaign, on=local_day(at)))
    campaign.remark = _reason(remark)
    return _move(campaign, M.RETURN, "campaign.returned", {"remark": campaign.remark}, by=by, at=at)


@act
def launch_campaign(campaign: Campaign, *, shown: Shown, by: Actor, at: datetime, key: str) -> Campaign:
    """The paper that launches it has its number and day; the units for which it runs are told.

    Raises NotPossible without them, for a paper of a later day, or with what the campaign still lacks.
    """
    campaign = _locked(campaign)
    require(access.may_do(by, "campaigns.launch", campaign, on=local_day(at)))
    require(may_make(M.LAUNCH, campaign.at_state))
    _require_whole(campaign)
    if not shown.number or shown.dated_on is None:
        raise refuse("campaign.needs_paper")
    if shown.dated_on > local_day(at):
        raise refuse("campaign.paper_to_come", on=shown.dated_on)
    if shown.dated_on > campaign.ends_on:
        raise refuse("campaign.launched_after_its_end", on=shown.dated_on, last=campaign.ends_on)
    campaign.launch_paper, campaign.launched_on, campaign.remark = _paper(campaign, shown), shown.dated_on, ""
    body = {"number": shown.number, "dated_on": shown.dated_on.isoformat()}
    told = Sentence("notice.campaign_launched", name=campaign.name, first=campaign.starts_on, last=campaign.ends_on)
    if campaign.membership is None:
        notify_units(_units(campaign), told, at=at, place="campaign", slugs=_slugs(campaign))
    return _move(campaign, M.LAUNCH, "campaign.launched", body, by=by, at=at)


@act
def sum_up_campaign(
    campaign: Campaign, *, result: str, reached: Sequence[str], shown: Shown | None, by: Actor, at: datetime, key: str
) -> Campaign:
    """What came of it, in words and goal by goal in their order; once its last day has come.

    Raises NotPossible before that day or without a result.
    """
    campaign = _locked(campaign)
    require(access.may_do(by, "campaigns.keep", campaign, on=local_day(at)))
    require(may_make(M.SUM_UP, campaign.at_state))
    body = _write_result(campaign, result, reached, at=at)
    campaign.result_paper = _paper(campaign, shown) if shown else None
    return _move(campaign, M.SUM_UP, "campaign.summed_up", body, by=by, at=at)


@act
def enter_campaign_on_behalf(
    season: Season, *, told: CampaignTold, member: Membership, paper: SourcePaper, by: Actor, at: datetime, key: str
) -> Campaign:
    """The secretariat enters what a unit has launched on paper (nhập thay): it counts as launched by that paper.

    The entry is marked and the unit told. Raises NotPossible as `draft_campaign` and `launch_campaign`.
    """
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may_enter_on_behalf(by, season, member, on=local_day(at)))
    check_campaign(season, told, own=True)
    campaign = Campaign(season=season, membership=member, state=CampaignState.LAUNCHED.value)
    write_campaign(campaign, told)
    _require_whole(campaign)
    if paper.dated_on > campaign.ends_on:
        raise refuse("campaign.launched_after_its_end", on=paper.dated_on, last=campaign.ends_on)
    campaign.launch_paper = _paper(campaign, Shown(paper.source, paper.number, paper.dated_on, paper.file))
    campaign.launched_on = paper.dated_on
    campaign.save()
    body = {**told.written(), "paper": paper.as_written()}
    return _entered(campaign, "campaign.entered_on_behalf", body, paper, by=by, at=at)


@act
def sum_up_campaign_on_behalf(
    campaign: Campaign, *, result: str, reached: Sequence[str], paper: SourcePaper, by: Actor, at: datetime, key: str
) -> Campaign:
    """The secretariat enters from a unit's paper what came of its campaign; as `sum_up_campaign`, and marked."""
    campaign = _locked(campaign)
    require(access.may_enter_for(by, campaign, on=local_day(at)))
    require(may_make(M.SUM_UP, campaign.at_state))
    body = _write_result(campaign, result, reached, at=at)
    campaign.result_paper = _paper(campaign, Shown(paper.source, paper.number, paper.dated_on, paper.file))
    campaign.state = MOVES[M.SUM_UP][campaign.at_state].value
    campaign.turn()
    campaign.save()
    body |= {"paper": paper.as_written()}
    return _entered(campaign, "campaign.summed_up_on_behalf", body, paper, by=by, at=at)


@act
def call_off_campaign(campaign: Campaign, *, reason: str, by: Actor, at: datetime, key: str) -> Campaign:
    """A launched campaign stops and counts no more; the units for which it ran are told why."""
    campaign = _locked(campaign)
    require(access.may_do(by, "campaigns.launch", campaign, on=local_day(at)))
    campaign.remark = _reason(reason)
    if campaign.membership is None:
        told = Sentence("notice.campaign_called_off", name=campaign.name, reason=campaign.remark)
        notify_units(_units(campaign), told, at=at, place="campaign", slugs=_slugs(campaign))
    return _move(campaign, M.CALL_OFF, "campaign.called_off", {"reason": campaign.remark}, by=by, at=at)


@act
def withdraw_campaign(campaign: Campaign, *, reason: str, by: Actor, at: datetime, key: str) -> Campaign:
    """A draft leaves the calendar and stays readable."""
    campaign = _locked(campaign)
    require(access.may_do(by, "campaigns.keep", campaign, on=local_day(at)))
    campaign.remark = _reason(reason)
    return _move(campaign, M.WITHDRAW, "campaign.withdrawn", {"reason": campaign.remark}, by=by, at=at)


@act
def take_back_campaign(campaign: Campaign, *, reason: str, by: Actor, at: datetime, key: str) -> Campaign:
    """The last step was a mistake: launched becomes a draft again, summed up and called off become launched."""
    campaign = _locked(campaign)
    what = "campaigns.keep" if campaign.at_state is CampaignState.WITHDRAWN else "campaigns.launch"
    require(access.may_do(by, what, campaign, on=local_day(at)))
    why, state = _reason(reason), campaign.at_state
    if state is CampaignState.LAUNCHED:
        campaign.launch_paper = campaign.launched_on = None
    elif state is CampaignState.SUMMED_UP:
        campaign.summed_up_on = None
    campaign.remark = ""
    return _move(campaign, M.TAKE_BACK, "campaign.taken_back", {"reason": why, "from": state.value}, by=by, at=at)


def _locked(campaign: Campaign) -> Campaign:
    """Under the season's lock, as planning takes it."""
    Season.objects.select_for_update().get(pk=campaign.season_id)
    return Campaign.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=campaign.pk)


def _move(
    campaign: Campaign, move: CampaignMove, kind: str, body: dict[str, Any] | None = None, *, by: Actor, at: datetime
) -> Campaign:
    require(may_make(move, campaign.at_state))
    campaign.state = MOVES[move][campaign.at_state].value
    campaign.turn()
    campaign.save()
    _turn_season(campaign)
    record(kind, by=by, at=at, subjects=_subjects(campaign), body=body or {})
    return campaign


def _write_result(campaign: Campaign, result: str, reached: Sequence[str], *, at: datetime) -> dict[str, Any]:
    """The result and what was reached of each goal; what the journal keeps of it. The caller saves the campaign."""
    if local_day(at) < campaign.ends_on:
        raise refuse("campaign.still_runs", on=campaign.ends_on)
    if not result.strip():
        raise refuse("campaign.needs_result")
    campaign.result, campaign.summed_up_on = composed(result.strip()), local_day(at)
    goals = list(campaign.goals.all())
    for goal, text in zip(goals, [*reached, *[""] * len(goals)], strict=False):
        goal.reached = composed(text.strip())
        goal.save(update_fields=["reached"])
    return {"result": campaign.result, "goals": [[goal.text, goal.reached] for goal in goals]}


def _entered(
    campaign: Campaign, kind: str, body: dict[str, Any], paper: SourcePaper, *, by: Actor, at: datetime
) -> Campaign:
    """The mark of an entry on behalf, and its line."""
    member = campaign.membership
    assert member is not None
    note_on_behalf(campaign, member.unit, paper, within=member.bloc_season, by=by, at=at)
    record(kind, by=by.for_unit(member.unit.token), at=at, subjects=_subjects(campaign), body=body)
    return campaign


def _turn_season(campaign: Campaign) -> None:
    """Who has the season's table of campaigns open is told that it has changed."""
    if campaign.membership_id is None:
        season = campaign.season
        season.turn()
        season.save(update_fields=["version"])


def _require_whole(campaign: Campaign) -> None:
    """Raises NotPossible with everything that a launch has to fix."""
    faults = []
    if not campaign.method:
        faults.append(Sentence("campaign.needs_method"))
    if campaign.proposes and campaign.decider is None:
        faults.append(Sentence("campaign.needs_decider"))
    if faults:
        raise NotPossible(*faults)


def _reason(text: str) -> str:
    if not text.strip():
        raise refuse("campaign.needs_reason")
    return composed(text.strip())


def _paper(campaign: Campaign, shown: Shown) -> Paper:
    if campaign.membership is None:
        return paper_of_the_bloc(shown)
    [paper] = papers_of_unit(campaign.membership.unit, [shown])
    return paper


def _units(campaign: Campaign) -> list[Unit]:
    members = Membership.objects.filter(bloc_season__season=campaign.season, left_on=None).select_related("unit")
    if campaign.bloc_season is not None:
        members = members.filter(bloc_season=campaign.bloc_season)
    return [member.unit for member in members]


def _slugs(campaign: Campaign) -> tuple[str, str, str]:
    season = campaign.season
    return season.cluster.slug, season.slug, campaign.public_id


def _subjects(campaign: Campaign) -> list[Any]:
    member = campaign.membership
    return [campaign, campaign.season] if member is None else [campaign, campaign.season, member.unit]
