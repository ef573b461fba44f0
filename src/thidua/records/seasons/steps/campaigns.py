"""Writes a campaign's rows, and checks what was typed."""

from thidua.base.library import commendations
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.texts import composed
from thidua.records.directory.models import YouthChapter
from thidua.records.seasons.campaign_told import CampaignTold
from thidua.records.seasons.models import Campaign, CampaignGoal, Membership, Season


def write_campaign(row: Campaign, told: CampaignTold) -> None:
    """Over what stands; goals that stay in their place keep what was reached."""
    row.kind, row.name, row.starts_on, row.ends_on = told.kind, composed(told.name), told.starts_on, told.ends_on
    row.bloc_season, row.movement = told.bloc, told.movement
    row.run_by_youth = told.run_by_youth or row.chapter is not None
    row.audience, row.audience_note, row.span = told.audience, composed(told.audience_note), told.span
    row.scope, row.method = composed(told.scope), composed(told.method)
    row.above, row.above_told = told.above, "" if told.above else composed(told.above_told)
    row.proposes, row.decider, row.fund = list(told.proposes), told.decider, composed(told.fund)
    row.waves = [day.isoformat() for day in sorted(set(told.waves))]
    row.save()
    row.contents.set(told.contents)
    row.goals.all().delete()
    CampaignGoal.objects.bulk_create(
        CampaignGoal(campaign=row, position=place, text=composed(one.text), indicator=one.indicator)
        for place, one in enumerate(told.goals, 1)
    )


def check_campaign(season: Season, told: CampaignTold, *, own: bool) -> None:
    """Raises NotPossible with every fault; `own` for a unit's own, which names no bloc."""
    faults = [*_days(season, told), *_deciding(told)]
    if own and told.bloc is not None:
        faults.append(Sentence("campaign.run_by_one"))
    if faults:
        raise NotPossible(*faults)


def check_chapter(member: Membership | None, chapter: YouthChapter | None) -> None:
    """Raises NotPossible for a chapter that is not of the unit, or of no part of it, or has ended; it is held."""
    if chapter is not None and (member is None or not chapter.unit.path.startswith(member.unit.path)):
        raise refuse("campaign.chapter_elsewhere", chapter=chapter.name)
    if chapter is not None:
        held = YouthChapter.objects.select_for_update().get(pk=chapter.pk)
        if held.ended_on is not None:
            raise refuse("chapter.has_ended", name=held.name, on=held.ended_on)


def _days(season: Season, told: CampaignTold) -> list[Sentence]:
    years = season.blocs.filter(pk=told.bloc.pk) if told.bloc else season.blocs.all()
    days = list(years.values_list("starts_on", "ends_on"))
    first, last = min(start for start, _ in days), max(end for _, end in days)
    if told.ends_on < told.starts_on:
        return [Sentence("campaign.backwards", name=told.name, from_on=told.starts_on, until_on=told.ends_on)]
    if told.starts_on < first or told.ends_on > last:
        return [Sentence("campaign.outside", name=told.name, first=first, last=last)]
    outside = [day for day in told.waves if not told.starts_on <= day <= told.ends_on]
    return [Sentence("campaign.wave_outside", day=day, first=told.starts_on, last=told.ends_on) for day in outside]


def _deciding(told: CampaignTold) -> list[Sentence]:
    """Whether the unit named may decide what is proposed, as campaigns/commendations.yaml says."""
    if told.decider is None:
        return []
    forms = [commendations()[code] for code in told.proposes]
    return [
        Sentence("campaign.decides_not", unit=told.decider.name, form=form.name, who=who_decides(form.code))
        for form in forms
        if told.decider.kind not in form.decided_by
    ]


def who_decides(code: str) -> tuple[Sentence, ...]:
    """The kinds of unit whose head decides a form of commendation, in words."""
    order = ("government", "ministry", "province", "city", "ministry_department", "general_department")
    kinds = commendations()[code].decided_by
    return tuple(Sentence(f"decides.{kind}") for kind in (*order, *sorted(kinds - set(order))) if kind in kinds)
