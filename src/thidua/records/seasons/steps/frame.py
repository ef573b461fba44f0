"""Writes the rows of a planned season."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from thidua.core.answer import NotPossible, refuse
from thidua.core.workflow.stages import Stage
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import (
    BlocSeason,
    Campaign,
    CampaignGoal,
    Cluster,
    Indicator,
    KeyContent,
    Membership,
    Milestone,
    Movement,
    Period,
    Season,
    SeasonRole,
)
from thidua.records.seasons.plan import BlocPlan, CampaignPlan, SeasonPlan
from thidua.records.seasons.queries.succession import ended_faults

# What stands in a cluster's addresses where a season's word would.
RESERVED_IN_A_CLUSTER = frozenset({"hoi-nghi"})


def write_planned(cluster: Cluster, plan: SeasonPlan, members: Mapping[int, Unit], *, at: datetime) -> Season:
    """All rows of a plan whose `members`, by key, are held, as the cluster is.

    Raises NotPossible if the slug is taken, if the plan has no bloc or names a unit that is no more.
    """
    if not plan.blocs:
        raise refuse("season.no_bloc")
    if faults := ended_faults(members.values()):
        raise NotPossible(*faults)
    if plan.slug in RESERVED_IN_A_CLUSTER or cluster.seasons.filter(slug=plan.slug).exists():
        raise refuse("season.slug_taken", slug=plan.slug)
    return write_season(cluster, plan, at=at)


def write_season(cluster: Cluster, plan: SeasonPlan, *, at: datetime) -> Season:
    """All rows of a plan. The caller has asked the rights and writes the line."""
    season = Season.objects.create(
        cluster=cluster, slug=plan.slug, name=plan.name, emulation_year=plan.emulation_year, motto=plan.motto
    )
    movements = [
        Movement.objects.create(season=season, name=name, position=place)
        for place, name in enumerate(plan.movements, 1)
    ]
    contents = {
        content.number: KeyContent.objects.create(
            season=season, number=content.number, text=content.text, short_name=content.short_name
        )
        for content in plan.contents
    }
    blocs = {bloc.bloc.slug: _write_bloc(season, bloc, contents, at) for bloc in plan.blocs}
    for campaign in plan.campaigns:
        row = _write_campaign(season, campaign, movements, blocs)
        row.contents.set(contents[number] for number in campaign.contents)
    return season


def _write_campaign(
    season: Season, plan: CampaignPlan, movements: list[Movement], blocs: dict[str, BlocSeason]
) -> Campaign:
    row = Campaign.objects.create(
        season=season,
        kind=plan.kind,
        name=plan.name,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        movement=None if plan.movement is None else movements[plan.movement],
        run_by_youth=plan.run_by_youth,
        bloc_season=blocs[plan.bloc] if plan.bloc else None,
        audience=plan.audience,
        audience_note=plan.audience_note,
        span=plan.span,
        scope=plan.scope,
        method=plan.method,
        proposes=list(plan.proposes),
        decider=plan.decider,
        fund=plan.fund,
        waves=[day.isoformat() for day in plan.waves],
    )
    CampaignGoal.objects.bulk_create(
        CampaignGoal(campaign=row, position=place, text=text, indicator=_measure(blocs, bloc, code))
        for place, (text, bloc, code) in enumerate(plan.goals, 1)
    )
    return row


def _measure(blocs: dict[str, BlocSeason], bloc: str, code: str) -> Indicator | None:
    return blocs[bloc].indicators.filter(code=code).first() if bloc in blocs else None


def _write_bloc(season: Season, plan: BlocPlan, contents: dict[int, KeyContent], at: datetime) -> BlocSeason:
    row = BlocSeason.objects.create(
        season=season,
        bloc=plan.bloc,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        left_out=[stage.value for stage in plan.left_out],
        stage_since=at,
    )
    Membership.objects.bulk_create(
        Membership(
            bloc_season=row, unit=unit, position=place, name=unit.name, short_name=unit.short_name, label=unit.label
        )
        for place, unit in enumerate(plan.members, 1)
    )
    Indicator.objects.bulk_create(
        Indicator(
            bloc_season=row,
            content=contents[one.content],
            code=one.code,
            name=one.name,
            short_name=one.short_name,
            unit_of_measure=one.unit_of_measure,
            kind=one.kind,
            better=one.better,
            aggregation=one.aggregation,
            source=one.source,
            continues_id=one.continues,
            needs_file=one.needs_file,
            position=place,
        )
        for place, one in enumerate(plan.indicators, 1)
    )
    Period.objects.bulk_create(
        Period(
            bloc_season=row,
            slug=one.slug,
            name=one.name,
            position=place,
            from_on=one.from_on,
            until_on=one.until_on,
            due_on=one.due_on,
        )
        for place, one in enumerate(plan.periods, 1)
    )
    Milestone.objects.bulk_create(
        Milestone(bloc_season=row, kind=kind, due_on=due_on, place=place) for kind, due_on, place in plan.milestones
    )
    return row


def enter_stage(bloc: BlocSeason, stage: Stage, *, at: datetime) -> None:
    """The bloc stands at a stage from now on."""
    bloc.stage, bloc.stage_since = stage.value, at
    bloc.turn()
    bloc.save(update_fields=["stage", "stage_since", "version"])


def carry_roles(season: Season, kept: Iterable[SeasonRole], *, on: date) -> None:
    """Whoever has a part keeps it in another season from that day; a deputy of one bloc in the same bloc."""
    blocs = {bloc.bloc_id: bloc for bloc in season.blocs.all()}
    for role in kept:
        bloc = blocs.get(role.bloc_season.bloc_id) if role.bloc_season else None
        if not season.roles.filter(role=role.role, person=role.person).exists():
            SeasonRole.objects.create(
                season=season, role=role.role, person=role.person, unit=role.unit, bloc_season=bloc, from_on=on
            )
