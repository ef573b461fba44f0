"""A season as a plan again, to copy it; and its parts in words, as the journal keeps them before and after."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from thidua.base.remembered import remembered
from thidua.records.seasons.models import BlocSeason, Campaign, CampaignGoal, Season
from thidua.records.seasons.plan import BlocPlan, CampaignPlan, ContentPlan, IndicatorPlan, PeriodPlan, SeasonPlan
from thidua.records.seasons.queries.campaigns import calendar_of


@remembered
def plan_of(season: Season) -> SeasonPlan:
    """What a season was planned as, by what stands now: units that have left or are dissolved are left out."""
    movements = list(season.movements.all())
    keys = [movement.pk for movement in movements]
    return SeasonPlan(
        slug=season.slug,
        name=season.name,
        emulation_year=season.emulation_year,
        motto=season.motto,
        movements=tuple(movement.name for movement in movements),
        contents=tuple(ContentPlan(one.number, one.text, one.short_name) for one in season.contents.all()),
        campaigns=tuple(campaign_plan(one, keys) for one in campaigns_with_all(season)),
        blocs=tuple(_bloc(bloc) for bloc in season.blocs.select_related("bloc")),
    )


def campaigns_with_all(season: Season) -> QuerySet[Campaign]:
    """The rows of Lịch thi đua with contents and goals, in three queries."""
    goals = CampaignGoal.objects.select_related("indicator__bloc_season__bloc")
    found = calendar_of(season).select_related("movement", "bloc_season__bloc", "decider")
    return found.prefetch_related("contents", Prefetch("goals", goals))


def campaign_plan(one: Campaign, movements: list[int]) -> CampaignPlan:
    """`movements` are the keys of the season's movements in their order."""
    return CampaignPlan(
        kind=one.kind,
        name=one.name,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        contents=tuple(content.number for content in one.contents.all()),
        movement=movements.index(one.movement_id) if one.movement_id else None,
        run_by_youth=one.run_by_youth,
        bloc=one.bloc_season.bloc.slug if one.bloc_season else "",
        audience=one.audience,
        audience_note=one.audience_note,
        span=one.span,
        scope=one.scope,
        method=one.method,
        proposes=tuple(one.proposes),
        decider=one.decider,
        fund=one.fund,
        waves=tuple(date.fromisoformat(day) for day in one.waves),
        goals=tuple((goal.text, *_measured_by(goal)) for goal in one.goals.all()),
    )


def _measured_by(goal: CampaignGoal) -> tuple[str, str]:
    one = goal.indicator
    return (one.bloc_season.bloc.slug, one.code) if one else ("", "")


def _bloc(bloc: BlocSeason) -> BlocPlan:
    members = bloc.members.filter(left_on=None, unit__dissolved_on=None).select_related("unit")
    return BlocPlan(
        bloc=bloc.bloc,
        starts_on=bloc.starts_on,
        ends_on=bloc.ends_on,
        members=tuple(member.unit for member in members),
        left_out=bloc.stages_left_out,
        indicators=tuple(
            IndicatorPlan(
                one.code,
                one.content.number,
                one.name,
                one.short_name,
                one.unit_of_measure,
                one.kind,
                one.better,
                one.aggregation,
                one.source,
                continues=one.pk,
                needs_file=one.needs_file,
            )
            for one in bloc.indicators.select_related("content")
        ),
        periods=tuple(
            PeriodPlan(one.slug, one.name, one.from_on, one.until_on, one.due_on) for one in bloc.periods.all()
        ),
        milestones=tuple((one.kind, one.due_on, one.place) for one in bloc.milestones.all()),
    )


def contents_told(season: Season) -> list[str]:
    return [f"{one.number}. {one.text} ({one.short_name})" for one in season.contents.all()]


def campaigns_told(season: Season) -> list[str]:
    movements = [movement.name for movement in season.movements.all()]
    return movements + [f"{one.kind}: {one.name}, {one.starts_on} - {one.ends_on}" for one in calendar_of(season)]


def members_told(bloc: BlocSeason) -> list[str]:
    return [f"{one.position}. {one.unit.code} {one.name}" for one in bloc.members.select_related("unit")]


def indicators_told(bloc: BlocSeason) -> list[str]:
    return [
        f"{one.code}: {one.content.number}, {one.name}, {one.unit_of_measure}, {one.kind}, {one.better},"
        f" {one.aggregation}{', file' if one.needs_file else ''}"
        for one in bloc.indicators.select_related("content")
    ]


def calendar_told(bloc: BlocSeason) -> list[str]:
    year = [f"{bloc.starts_on} - {bloc.ends_on}"]
    periods = [f"{one.name}: {one.from_on} - {one.until_on}, {one.due_on}" for one in bloc.periods.all()]
    return year + periods + [f"{one.kind}: {one.due_on} {one.place}".rstrip() for one in bloc.milestones.all()]
