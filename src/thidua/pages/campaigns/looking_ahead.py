"""Where a campaign would fall in the year: looked at before it is saved, writing nothing."""

from dataclasses import dataclass
from datetime import date

from thidua.core.answer import Sentence
from thidua.figures.covering import told_overlaps
from thidua.pages.seasons.year import year_of
from thidua.pages.shared.year import Year
from thidua.records.seasons.campaign_told import CampaignTold
from thidua.records.seasons.models import Campaign, Membership, Season
from thidua.records.seasons.queries.campaigns import calendar_of, campaigns_of_unit
from thidua.records.seasons.steps.campaigns import check_campaign


@dataclass(frozen=True)
class Ahead:
    """The year with the campaign in it, and what it meets."""

    year: Year
    overlaps: list[Sentence]
    days: int


def preview_of(
    season: Season, told: CampaignTold, member: Membership | None, *, on: date, instead_of: Campaign | None = None
) -> Ahead:
    """Raises NotPossible with what the act would refuse."""
    check_campaign(season, told, own=member is not None)
    others = [*calendar_of(season), *(campaigns_of_unit(member) if member else ())]
    if instead_of is not None:
        others = [one for one in others if one.pk != instead_of.pk]
    planned = Campaign(
        season=season, membership=member, bloc_season=told.bloc, kind=told.kind, name=told.name,
        starts_on=told.starts_on, ends_on=told.ends_on, run_by_youth=told.run_by_youth, audience=told.audience,
    )  # fmt: skip
    every = sorted([*others, planned], key=lambda one: one.starts_on)
    blocs = list(season.blocs.select_related("bloc").prefetch_related("milestones"))
    year = year_of(season, every, blocs, on=on)
    return Ahead(year, told_overlaps(every, of=told.name), (told.ends_on - told.starts_on).days + 1)
