"""The cluster, its season and who has which part in it."""

from datetime import datetime

from thidua.cli.founding.files import BUILDER, Cast, day, named, rows, table
from thidua.core.workflow.stages import Stage
from thidua.records.papers.steps import Shown
from thidua.records.seasons.actions.heads import name_head
from thidua.records.seasons.actions.planning import found_cluster, give_role, plan_season
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Bloc, Cluster, Season
from thidua.records.seasons.plan import BlocPlan, CampaignPlan, ContentPlan, IndicatorPlan, PeriodPlan, SeasonPlan

MILESTONES = frozenset({"registration", "signing", "self_score", "verification", "ranking"})


def build(cast: Cast, at: datetime, *, cluster: Cluster | None = None) -> Season:
    """Plans the season, of a new cluster unless one is given, and gives out its parts."""
    season = plan_season(cluster or _cluster(cast, at), plan=_plan(cast), by=BUILDER, at=at, key=named("season"))
    _roles(cast, season, at)
    return season


def _cluster(cast: Cast, at: datetime) -> Cluster:
    told = table("season")
    cluster = told["cluster"]
    return found_cluster(
        slug=cluster["slug"],
        name=cluster["name"]["vi"],
        short_name=cluster["short_name"]["vi"],
        head_word=cluster["words"]["head"]["vi"],
        deputy_word=cluster["words"]["deputy"]["vi"],
        authority=cast.units[cluster["authority"]],
        blocs=[(bloc["slug"], bloc["name"]["vi"]) for bloc in told["blocs"]],
        by=BUILDER,
        at=at,
        key=named("cluster"),
    )


def _plan(cast: Cast) -> SeasonPlan:
    told = table("season")["season"]
    movements = [movement["slug"] for movement in table("movements")["movements"]]
    contents = table("contents")["contents"]
    return SeasonPlan(
        slug=told["slug"],
        name=told["name"]["vi"],
        emulation_year=told["emulation_year"],
        motto=told["motto"]["vi"],
        movements=tuple(movement["name"]["vi"] for movement in table("movements")["movements"]),
        contents=tuple(ContentPlan(one["number"], one["name"]["vi"], one["short"]["vi"]) for one in contents),
        campaigns=tuple(
            CampaignPlan(
                kind=one["kind"],
                name=one["name"]["vi"],
                starts_on=day(one["from"]),
                ends_on=day(one["until"]),
                contents=tuple(content["number"] for content in contents if content["belongs_to"] == one["slug"]),
                movement=movements.index(one["movement"]) if "movement" in one else None,
                run_by_youth=one.get("movement") == "thanh-nien",
                bloc=one["blocs"][0] if len(one["blocs"]) == 1 else "",
            )
            for one in table("movements")["campaigns"]
        ),
        blocs=tuple(_bloc(cast, bloc) for bloc in table("season")["blocs"]),
    )


def _bloc(cast: Cast, bloc: dict[str, object]) -> BlocPlan:
    slug = str(bloc["slug"])
    return BlocPlan(
        bloc=Bloc.objects.get(cluster__slug=table("season")["cluster"]["slug"], slug=slug),
        starts_on=day(str(bloc["from"])),
        ends_on=day(str(bloc["until"])),
        left_out=tuple(Stage(stage) for stage in bloc["stages_left_out"]),  # type: ignore[attr-defined]
        members=tuple(cast.units[row["code"]] for row in rows("units") if row["bloc"] == slug),
        indicators=tuple(
            IndicatorPlan(
                code=one["code"],
                content=one["content"],
                name=one["name"]["vi"],
                short_name=one["short"]["vi"],
                unit_of_measure=one["unit_of_measure"]["vi"],
                kind=one["kind"],
                better=one["better"],
                aggregation=one["aggregation"],
                source=one["source"]["vi"],
                needs_file=one.get("evidence") == "file",
            )
            for one in table("indicators")["indicators"]
            if one["bloc"] == slug
        ),
        periods=tuple(
            PeriodPlan(one["slug"], one["name"]["vi"], day(one["from"]), day(one["until"]), day(one["due"]))
            for one in table("periods")["periods"]
            if one["bloc"] == slug
        ),
        milestones=tuple(
            (
                one["kind"],
                day(one["on"]),
                table("signing")["conference"]["place"]["vi"] if one["kind"] == "signing" else "",
            )
            for one in table("calendar")["days"]
            if slug in one["blocs"] and one["kind"] in MILESTONES
        ),
    )


def _roles(cast: Cast, season: Season, at: datetime) -> None:
    told = table("season")["roles"]
    _head(cast, season, at)
    parts = [
        (role, code)
        for role, name in (("deputy", "deputies"), ("secretariat", "secretariat"), ("observer", "observers"))
        for code in told[name]
    ]
    for role, code in parts:
        give_role(
            season,
            role=role,
            person=cast.people[code],
            unit=cast.units[code.split(":")[0]],
            from_on=None,
            by=BUILDER,
            at=at,
            key=named(f"role:{role}:{code}"),
        )


def _head(cast: Cast, season: Season, at: datetime) -> None:
    """By the decision of the authority, which appoints."""
    told, code = table("season")["roles"]["appointed_by"], table("season")["roles"]["head"]
    ground = Shown(told["title"], told["number"], day(told["date"]))
    heading = Heading(cast.people[code], cast.units[code.split(":")[0]], ground)
    name_head(season, heading=heading, from_on=None, by=BUILDER, at=at, key=named(f"role:head:{code}"))
