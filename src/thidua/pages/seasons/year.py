"""Lịch thi đua of a season: its campaigns by kind and what falls due, on the strip of the emulation year."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import override

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.pages.shared.year import Bar, Mark, Row, Year
from thidua.records.seasons.models import BlocSeason, Campaign, Milestone, Season
from thidua.records.seasons.queries.guidance import guidance_days

COLOURS = {Campaign.Kind.PEAK: "son", Campaign.Kind.AD_HOC: "amber", Campaign.Kind.CONTEST: "jade"}
LONGEST = 44  # letters that a bar's name may have; the table under the strip tells all of them


def short_name(name: str) -> str:
    """What stands before the colon, cut at a word where that is long still.

    >>> short_name("Đợt thi đua cao điểm 1: pháp luật về cơ sở, hướng về người dân")
    'Đợt thi đua cao điểm 1'
    """
    if len(name) <= LONGEST:
        return name
    begun = name.split(":")[0].strip()
    return begun if len(begun) <= LONGEST else begun[:LONGEST].rsplit(" ", 1)[0] + " …"


def year_of(season: Season, campaigns: Iterable[Campaign], blocs: Sequence[BlocSeason], *, on: date) -> Year:
    """The emulation year by the calendar; blocs come with their milestones. Its names are data: in Vietnamese.

    One query, for the days that guidance from above asks for.
    """
    first, last = date(season.emulation_year, 1, 1), date(season.emulation_year, 12, 31)
    inside = [one for one in campaigns if one.ends_on >= first and one.starts_on <= last]
    with override("vi"):
        rows = [
            Row(say(Sentence(f"campaign_kind.{kind.value}")), bars)
            for kind in Campaign.Kind
            if (bars := tuple(_bar(one) for one in inside if one.kind == kind))
        ]
        marks = {Mark(_name_of(one, bloc, blocs), one.due_on) for bloc in blocs for one in bloc.milestones.all()}
    marks |= {Mark(short_name(one.what), one.due_on) for one in guidance_days([season])}
    in_order = sorted((mark for mark in marks if first <= mark.on <= last), key=lambda mark: (mark.on, mark.label))
    return Year(first, last, tuple(rows), tuple(in_order), on if first <= on <= last else None)


def _name_of(one: Milestone, bloc: BlocSeason, blocs: Iterable[BlocSeason]) -> str:
    """What is due, with the bloc's name where another bloc has another day for it."""
    name = say(Sentence(f"milestone.{one.kind}"))
    days = {other.due_on for each in blocs for other in each.milestones.all() if other.kind == one.kind}
    return f"{name} ({bloc.bloc.name})" if len(days) > 1 else name


def _bar(campaign: Campaign) -> Bar:
    colour = "jade" if campaign.run_by_youth else COLOURS.get(Campaign.Kind(campaign.kind), "ink")
    return Bar(short_name(campaign.name), campaign.starts_on, campaign.ends_on, colour)
