"""Words and rows that reports of units and of the cluster share."""

from typing import Any

from thidua.core.workflow.exemplars import Level
from thidua.documents.official.fillers.told import numbered
from thidua.records.seasons.models import Campaign

AT_LEVEL = {
    Level.UNIT: "cấp đơn vị", Level.PROVINCE: "cấp tỉnh", Level.REGION: "cấp khu vực", Level.MINISTRY: "cấp bộ"
}  # fmt: skip


def goals_of(campaign: Campaign) -> list[dict[str, Any]]:
    return numbered({"ten": one.text, "ket_qua": one.reached} for one in campaign.goals.all())
