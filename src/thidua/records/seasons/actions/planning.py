"""Acts before the season runs: found a cluster, plan a season, give out its parts and take them back."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Q

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.steps.standing import held_units, require_standing
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.access import may_found
from thidua.records.seasons.models import BlocSeason, Cluster, HeadSelection, Season, SeasonRole
from thidua.records.seasons.plan import ClusterPlan, SeasonPlan
from thidua.records.seasons.queries.frame import roles_in_cluster
from thidua.records.seasons.steps.clusters import write_cluster
from thidua.records.seasons.steps.frame import carry_roles, write_planned


@act
def found_cluster(
    *,
    slug: str,
    name: str,
    short_name: str,
    head_word: str,
    deputy_word: str,
    authority: Unit | None,
    blocs: Sequence[tuple[str, str]],
    head_selection: str = HeadSelection.APPOINTED,
    by: Actor,
    at: datetime,
    key: str,
) -> Cluster:
    """A new cluster with its blocs, given as (slug, name) in their order.

    Raises NotPossible for a slug that is a word of the program or is taken, or if there is no bloc.
    """
    require(may_found(by))
    asked = ClusterPlan(slug, name, short_name, head_word, deputy_word, tuple(blocs), head_selection)
    cluster = write_cluster(asked, authority)
    record("cluster.founded", by=by, at=at, subjects=[cluster], body={"slug": slug, "name": name})
    return cluster


@act
def plan_season(
    cluster: Cluster, *, plan: SeasonPlan, roles_of: Season | None = None, by: Actor, at: datetime, key: str
) -> Season:
    """A new season of a cluster, by an administrator or by who heads or serves a season of it now.

    Whoever has a part in `roles_of` on that day keeps it; without it who plans keeps the own part,
    so that the planning can go on. Raises NotPossible if the slug is taken, if the plan has no bloc or names a unit
    that is no more.
    """
    members = held_units(unit for bloc in plan.blocs for unit in bloc.members)
    cluster = Cluster.objects.select_for_update().get(pk=cluster.pk)
    on = local_day(at)
    require(access.may_plan(by, cluster, on=on))
    season = write_planned(cluster, plan, members, at=at)
    kept = roles_in_cluster(cluster, on=on)
    carry_roles(season, kept.filter(season=roles_of) if roles_of else kept.filter(person=by.person), on=on)
    body = {"slug": plan.slug, "motto": plan.motto, "blocs": [bloc.bloc.slug for bloc in plan.blocs]}
    record("season.planned", by=by, at=at, subjects=[season, cluster], body=body)
    return season


@act
def give_role(
    season: Season,
    *,
    role: str,
    person: Person,
    unit: Unit,
    from_on: date | None,
    bloc: BlocSeason | None = None,
    by: Actor,
    at: datetime,
    key: str,
) -> SeasonRole:
    """Someone becomes head, deputy (of one bloc or of all), member of the secretariat or observer of a season.

    Raises NotPossible for a second head at the same time, for who has that part already, or for a unit that is no more.
    """
    unit = held_units([unit])[unit.pk]
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "season.appoint", season=season, on=local_day(at)))
    require_standing(unit)
    standing = season.roles.filter(Q(until_on=None) | Q(until_on__gte=from_on or local_day(at)), role=role)
    if role == SeasonRole.Role.HEAD and standing.exists():
        raise refuse("season.has_head")
    if standing.filter(person=person).exists():
        raise refuse("season.has_part", name=person.full_name)
    given = SeasonRole.objects.create(
        season=season, role=role, person=person, unit=unit, bloc_season=bloc, from_on=from_on
    )
    body = {"role": role, "unit": unit.code, "from": from_on.isoformat() if from_on else ""}
    record("season.role_given", by=by, at=at, subjects=[season, person], body=body)
    return given


@act
def end_role(given: SeasonRole, *, until_on: date, by: Actor, at: datetime, key: str) -> SeasonRole:
    """The part is held until `until_on`, that day included. What was done in it stands.

    Raises NotPossible if it has a last day already, or for a day before its first.
    """
    season = Season.objects.select_for_update().get(pk=given.season_id)
    require(access.may(by, "season.appoint", season=season, on=local_day(at)))
    given = SeasonRole.objects.select_related("person", "unit").get(pk=given.pk)
    if given.until_on is not None:
        raise refuse("season.part_ended", name=given.person.full_name, until_on=given.until_on)
    if given.from_on is not None and until_on < given.from_on:
        raise refuse("post.backwards", from_on=given.from_on, until_on=until_on)
    given.until_on = until_on
    given.save(update_fields=["until_on"])
    body = {"role": given.role, "unit": given.unit.code, "until": until_on.isoformat()}
    record("season.role_ended", by=by, at=at, subjects=[season, given.person], body=body)
    return given
