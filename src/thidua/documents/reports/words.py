"""Words and rows that reports of units and of the cluster share."""

from typing import Any

from thidua.core.clusters import ClusterKind
from thidua.core.workflow.exemplars import Level
from thidua.documents.official.fillers.told import numbered
from thidua.records.seasons.models import Campaign, Cluster

LEVELS = {Level.UNIT: "đơn vị", Level.PROVINCE: "tỉnh", Level.MINISTRY: "bộ"}
CLUSTERS = {ClusterKind.CLUSTER: "cụm", ClusterKind.REGION: "khu vực", ClusterKind.BLOC: "khối"}


def at_level(level: Level, cluster: Cluster) -> str:
    """The level by which somebody is recognised; the cluster's own by what it calls itself."""
    return f"cấp {LEVELS.get(level) or CLUSTERS[cluster.kind]}"


def goals_of(campaign: Campaign) -> list[dict[str, Any]]:
    return numbered({"ten": one.text, "ket_qua": one.reached} for one in campaign.goals.all())
