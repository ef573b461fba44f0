"""Clusters and their seasons, what a unit commits itself to, the pact and its signatures."""

from thidua.records.seasons.models.commitments import Commitment, CommitmentSet, PeriodTarget, RegisteredTitle
from thidua.records.seasons.models.frame import (
    Bloc,
    BlocSeason,
    Cluster,
    HeadSelection,
    Membership,
    Milestone,
    Season,
    SeasonRole,
)
from thidua.records.seasons.models.guidance import Guidance, GuidanceDay, GuidanceQuota
from thidua.records.seasons.models.hall import CallPlace, Rehearsal, RehearsalLine
from thidua.records.seasons.models.invitations import UnitInvitation
from thidua.records.seasons.models.movements import (
    OPENS_BEFORE_THE_END,
    Campaign,
    CampaignGoal,
    Indicator,
    KeyContent,
    Movement,
    Period,
)
from thidua.records.seasons.models.pacts import Annex, AnnexLine, Pact, Signature

__all__ = [
    "OPENS_BEFORE_THE_END",
    "Annex",
    "AnnexLine",
    "Bloc",
    "BlocSeason",
    "CallPlace",
    "Campaign",
    "CampaignGoal",
    "Cluster",
    "Commitment",
    "CommitmentSet",
    "Guidance",
    "GuidanceDay",
    "GuidanceQuota",
    "HeadSelection",
    "Indicator",
    "KeyContent",
    "Membership",
    "Milestone",
    "Movement",
    "Pact",
    "Period",
    "PeriodTarget",
    "RegisteredTitle",
    "Rehearsal",
    "RehearsalLine",
    "Season",
    "SeasonRole",
    "Signature",
    "UnitInvitation",
]
