"""Acts of the first morning: a cluster with its first year, head and secretariat in one step; taken back as one."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.workflow.stages import Stage
from thidua.records.directory.models import Person
from thidua.records.directory.steps.standing import held_units
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.beginning import Beginning
from thidua.records.seasons.models import Cluster, Season
from thidua.records.seasons.plan import BlocPlan, SeasonPlan
from thidua.records.seasons.queries.beginning import built_upon
from thidua.records.seasons.steps.beginning import take_back, write_first_head, write_first_secretary
from thidua.records.seasons.steps.clusters import withdraw_if_bare, write_cluster
from thidua.records.seasons.steps.frame import write_planned
from thidua.records.seasons.steps.locks import hold_blocs_of


@act
def begin_region(*, beginning: Beginning, by: Actor, at: datetime, key: str) -> Season:
    """A cluster with its blocs, its year with the units of each, the head's unit, and who begins as secretariat.

    Raises NotPossible for whoever stands in no directory, for a head's unit without a leader, and as
    `found_cluster` and `plan_season` do.
    """
    require(access.may_found(by))
    members = held_units([beginning.head, *(unit for units in beginning.members.values() for unit in units)])
    person = Person.objects.filter(pk=by.person).first() if by.person else None
    if person is None:
        raise refuse("begin.no_person")
    on = local_day(at)
    cluster = write_cluster(beginning.cluster, None)
    season = write_planned(cluster, _plan(cluster, beginning), members, at=at)
    head = write_first_head(season, beginning, on=on)
    secretary, post = write_first_secretary(season, person, beginning.head, on=on)
    named = {"slug": cluster.slug, "name": cluster.name}
    record("cluster.founded", by=by, at=at, subjects=[cluster], body=named)
    body = {"slug": season.slug, "motto": season.motto, "blocs": [slug for slug, _ in beginning.cluster.blocs]}
    record("season.planned", by=by, at=at, subjects=[season, cluster], body=body)
    for role in (head, secretary):
        body = {"role": role.role, "unit": role.unit.code, "from": ""}
        record("season.role_given", by=by, at=at, subjects=[season, role.person], body=body)
    if post is not None:
        told = {"kind": post.kind, "title": post.title, "person": person.full_name, "unit": post.unit.name}
        record("post.given", by=by, at=at, subjects=[person, post.unit], body=told)
    return season


@act
def withdraw_region(season: Season, *, by: Actor, at: datetime, key: str) -> None:
    """The season is withdrawn, and its cluster with it when no other season is left.

    Raises NotPossible naming what was built upon it.
    """
    require(access.may_found(by))
    cluster = Cluster.objects.select_for_update().get(pk=season.cluster_id)
    season = Season.objects.select_for_update().get(pk=season.pk)
    hold_blocs_of(season.pk)
    if stands := list(dict.fromkeys(built_upon(season))):
        raise NotPossible(Sentence("begin.built_upon"), *stands)
    take_back(season, on=local_day(at), at=at)
    gone: list[HasToken] = [season, cluster] if withdraw_if_bare(cluster, at=at) else [season]
    record("season.withdrawn", by=by, at=at, subjects=gone, body={"name": season.name, "cluster": cluster.name})


@act
def take_reminder(season: Season, *, by: Actor, at: datetime, key: str) -> Season:
    """The first reminder was copied into the chat group; once is enough."""
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "accounts.invite", season=season, on=local_day(at)))
    if season.reminder_taken_at is None:
        season.reminder_taken_at = at
        season.save(update_fields=["reminder_taken_at"])
        record("season.reminder_taken", by=by, at=at, subjects=[season])
    return season


def _plan(cluster: Cluster, asked: Beginning) -> SeasonPlan:
    blocs = tuple(
        BlocPlan(
            bloc, asked.first_day, asked.last_day, members=tuple(asked.members[bloc.slug]),
            left_out=(Stage.CROSS_SCORING,),
        )
        for bloc in cluster.blocs.all()
    )  # fmt: skip
    return SeasonPlan(asked.slug, asked.name, asked.year, asked.motto, blocs)
