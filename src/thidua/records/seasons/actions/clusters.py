"""The act on a cluster that stands: what it, its blocs and its head are called."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import require
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Cluster
from thidua.records.seasons.plan import ClusterNames
from thidua.records.seasons.steps.clusters import write_names


@act
def rename_cluster(
    cluster: Cluster, *, names: ClusterNames, seen_version: int, by: Actor, at: datetime, key: str
) -> Cluster:
    """Pages and papers to come use the other names; papers that are out stay, and so do all addresses.

    Raises NotPossible if someone has saved since, or for two blocs of one name.
    """
    cluster = Cluster.objects.select_for_update().get(pk=cluster.pk)
    require(access.may_in_cluster(by, "cluster.rename", cluster, on=local_day(at)))
    cluster.expect(seen_version)
    write_names(cluster, names)
    subjects = [cluster, *cluster.seasons.all()]
    record("cluster.renamed", by=by, at=at, subjects=subjects, body={"name": cluster.name})
    return cluster
