"""Writes key contents, movements and campaigns over those that stand."""

from collections.abc import Sequence

from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.core.workflow.campaigning import CampaignState
from thidua.core.workflow.stages import Stage
from thidua.records.journal.queries import events_about
from thidua.records.seasons.models import Campaign, KeyContent, Movement, Season
from thidua.records.seasons.plan import CampaignPlan, ContentPlan
from thidua.records.seasons.queries.campaigns import calendar_of
from thidua.records.seasons.queries.plan import contents_told

BEFORE_REGISTRATION = (Stage.PLANNED.value, Stage.LAUNCHED.value)


def write_motto(season: Season, motto: str) -> dict[str, str]:
    """The caller saves; gives before and after. Raises NotPossible once a bloc has its pact open."""
    if season.blocs.exclude(pact=None).exclude(pact__stage="draft").exists():
        raise refuse("season.motto_signed")
    before, season.motto = season.motto, motto
    return {"before": before, "after": motto}


def replace_contents(season: Season, contents: Sequence[ContentPlan]) -> dict[str, list[str]]:
    """Gives before and after. Raises NotPossible if a bloc registers already, or as `write_contents`."""
    if season.blocs.exclude(stage__in=BEFORE_REGISTRATION).exists():
        raise refuse("season.contents_fixed")
    before = contents_told(season)
    write_contents(season, contents)
    return {"before": before, "after": contents_told(season)}


def write_contents(season: Season, contents: Sequence[ContentPlan]) -> None:
    """Contents by number; those left out go. Raises NotPossible if one of them is measured by an indicator."""
    numbers = [plan.number for plan in contents]
    for gone in season.contents.exclude(number__in=numbers):
        if measured := list(gone.indicators.values_list("name", flat=True)[:3]):
            raise refuse("season.content_measured", number=gone.number, names=tuple(measured))
        gone.campaigns.clear()
        gone.delete()
    there = {row.number: row for row in season.contents.all()}
    for plan in contents:
        row = there.get(plan.number) or KeyContent(season=season, number=plan.number)
        row.text, row.short_name = composed(plan.text), composed(plan.short_name)
        row.save()


def write_movements(season: Season, names: Sequence[str]) -> list[Movement]:
    """Movements in their order; those left out go, and their campaigns belong to none."""
    there = list(season.movements.all())
    for gone in there[len(names) :]:
        gone.campaigns.update(movement=None)
        gone.delete()
    rows = []
    for place, name in enumerate(names):
        row = there[place] if place < len(there) else Movement(season=season)
        row.name, row.position = name, place + 1
        row.save()
        rows.append(row)
    return rows


def write_campaigns(
    season: Season, campaigns: Sequence[tuple[int | None, CampaignPlan]], movements: Sequence[Movement]
) -> None:
    """The cluster's campaigns by the key of their row, None for a new one; those left out go.

    One that has a line of its own in the journal stays as a withdrawn one.
    """
    there = {row.pk: row for row in calendar_of(season)}
    contents = {row.number: row for row in season.contents.all()}
    for pk in set(there) - {pk for pk, _ in campaigns}:
        _leave_out(there[pk])
    for known, plan in campaigns:
        row = there.get(known or 0) or Campaign(season=season)
        row.kind, row.name, row.run_by_youth = plan.kind, composed(plan.name), plan.run_by_youth
        row.starts_on, row.ends_on = plan.starts_on, plan.ends_on
        row.movement = None if plan.movement is None or plan.movement >= len(movements) else movements[plan.movement]
        row.turn()
        row.save()
        row.contents.set([contents[number] for number in plan.contents if number in contents])


def _leave_out(row: Campaign) -> None:
    if events_about(row):
        row.state = CampaignState.WITHDRAWN.value
        row.turn()
        row.save(update_fields=["state", "version"])
        return
    row.contents.clear()
    row.goals.all().delete()
    row.delete()
