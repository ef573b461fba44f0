"""The act that copies a season into the next one."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.records.conduct.next_season import Prepared, Wish, prepared
from thidua.records.conduct.next_sheets import SheetGoesOn
from thidua.records.conduct.queries.handover import next_heading
from thidua.records.desk.steps.notices import notify_people
from thidua.records.directory.steps.standing import held_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.scores.models import AdoptedSheet
from thidua.records.scores.steps.sheets import write_adopted
from thidua.records.seasons import access
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Cluster, Season, SeasonRole
from thidua.records.seasons.queries.frame import roles_in_cluster
from thidua.records.seasons.steps.frame import carry_roles, write_planned
from thidua.records.seasons.steps.heads import as_chosen, write_head


@act
def copy_season(
    season: Season, *, wish: Wish, head: Heading | None = None, seen: str, by: Actor, at: datetime, key: str
) -> Season:
    """The cluster's next season out of this one: what was chosen comes along, and nothing of what was reached.

    `seen` is the seal of what the page has told. Without a new head it has the one whom the hand-over names; else the
    present one goes on until one is named.
    Raises NotPossible with every fault of the plan, or if something else would come along by now.
    """
    on, named = local_day(at), head
    head = head or next_heading(season)
    planned = prepared(season, wish, on=on).plan
    members = held_units([*(unit for bloc in planned.blocs for unit in bloc.members), *([head.unit] if head else [])])
    cluster = Cluster.objects.select_for_update().get(pk=season.cluster_id)
    require(access.may_plan(by, cluster, on=on))
    if named is not None:
        require(access.may(by, "season.appoint", season=season, on=on))
    told = prepared(season, wish, on=on)
    if told.faults:
        raise NotPossible(*told.faults)
    if seen != told.seal:
        raise refuse("next_season.told_otherwise")
    if told.sheets:
        require(access.may_in_cluster(by, "sheet.adopt", cluster, on=on))
    made = write_planned(cluster, told.plan, members, at=at)
    carry_roles(made, _kept(told, season, cluster, head, by, on), on=on)
    sheets = _carry_sheets(made, told.sheets, at)
    body: dict[str, Any] = {
        "from": season.slug,
        "slug": made.slug,
        "motto": made.motto,
        "parts": sorted(wish.parts),
        "blocs": [bloc.bloc.slug for bloc in told.plan.blocs],
        "campaigns": [campaign.name for campaign in told.plan.campaigns],
        "sheets": {one.bloc_season.bloc.slug: one.text_hash for one in sheets},
    }
    if head is not None:
        body["head"] = as_chosen(write_head(made, head, from_on=on, on=on))
        _tell(made, head, at)
    record("season.copied", by=by, at=at, subjects=[made, season, cluster, *sheets], body=body)
    return made


def _kept(
    told: Prepared, season: Season, cluster: Cluster, head: Heading | None, by: Actor, on: date
) -> list[SeasonRole]:
    """Parts that go on: those chosen, the present head's where nobody follows, the own, so that planning goes on."""
    present, is_head = roles_in_cluster(cluster, on=on).filter(season=season), Q(role=SeasonRole.Role.HEAD)
    kept = [*told.roles, *(present.filter(is_head) if head is None else ())]
    if by.person not in {one.person_id for one in kept}:
        kept += present.filter(~is_head, person=by.person)
    return kept


def _carry_sheets(made: Season, sheets: Iterable[SheetGoesOn], at: datetime) -> list[AdoptedSheet]:
    """No paper has issued them for the new year yet."""
    blocs = {bloc.bloc_id: bloc for bloc in made.blocs.select_related("bloc")}
    return [write_adopted(blocs[one.bloc], one.text, at=at) for one in sheets]


def _tell(made: Season, head: Heading, at: datetime) -> None:
    told, slugs = Sentence("notice.head_named", season=made.name), (made.cluster.slug, made.slug)
    notify_people([head.person], told, at=at, place="one_season", slugs=slugs)
