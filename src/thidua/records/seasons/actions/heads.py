"""Acts on the head of a season: how the cluster comes to one, and who it is."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, require
from thidua.records.desk.steps.notices import notify_people
from thidua.records.directory.steps.standing import held_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Cluster, HeadSelection, Season, SeasonRole
from thidua.records.seasons.steps.heads import as_chosen, write_head


@act
def name_head(
    season: Season, *, heading: Heading, from_on: date | None, by: Actor, at: datetime, key: str
) -> SeasonRole:
    """The head, as the cluster chooses one: appointed by a decision, or elected as the minutes say; he is told.

    Whoever was head is so until the day before. Raises NotPossible for what is missing in decision or minutes.
    """
    held_units([heading.unit])
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "season.appoint", season=season, on=local_day(at)))
    head = write_head(season, heading, from_on=from_on, on=local_day(at))
    told, slugs = Sentence("notice.head_named", season=season.name), (season.cluster.slug, season.slug)
    notify_people([head.person], told, at=at, place="one_season", slugs=slugs)
    record("season.head_named", by=by, at=at, subjects=[season, head.person], body=as_chosen(head))
    return head


@act
def choose_head_selection(season: Season, *, selection: HeadSelection, by: Actor, at: datetime, key: str) -> Cluster:
    """From now on the cluster of this season comes to its heads so; heads that are named stay as they are."""
    cluster = Cluster.objects.select_for_update().get(pk=season.cluster_id)
    require(access.may(by, "season.appoint", season=season, on=local_day(at)))
    before, cluster.head_selection = cluster.head_selection, selection.value
    cluster.save(update_fields=["head_selection"])
    body = {"before": before, "after": selection.value}
    record("cluster.head_selection_chosen", by=by, at=at, subjects=[cluster, season], body=body)
    return cluster
