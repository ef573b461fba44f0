"""What comes along into the next season: reckoned before it is shown, and again under lock before it is done."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua.core.answer import Sentence
from thidua.core.days import years_later
from thidua.core.texts import text_hash
from thidua.core.workflow.copying import Part, lacking
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.next_sheets import SheetGoesOn, sheets_ahead
from thidua.records.conduct.queries.baselines import baselines_of
from thidua.records.directory.models import Unit
from thidua.records.directory.queries.descent import units_today
from thidua.records.seasons.models import Bloc, BlocSeason, Campaign, Indicator, Season, SeasonRole
from thidua.records.seasons.plan import BlocPlan, CampaignPlan, SeasonPlan, off_holidays, shifted
from thidua.records.seasons.queries.frame import roles_in_cluster
from thidua.records.seasons.queries.plan import campaigns_with_all, plan_of

ROLES = {
    Part.DEPUTIES: SeasonRole.Role.DEPUTY,
    Part.SECRETARIAT: SeasonRole.Role.SECRETARIAT,
    Part.OBSERVERS: SeasonRole.Role.OBSERVER,
}


@dataclass(frozen=True)
class BlocWish:
    """The year of a bloc that takes part."""

    starts_on: date
    ends_on: date
    left_out: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class Wish:
    """What was asked for: blocs by slug, parts, and of the campaigns those with these public ids."""

    slug: str
    name: str
    year: int
    motto: str
    blocs: Mapping[str, BlocWish]
    parts: frozenset[Part]
    campaigns: frozenset[str]


@dataclass(frozen=True)
class MemberMoved:
    """A unit that comes along otherwise than it was: `how` as renamed, passed, ended."""

    bloc: str
    how: str
    before: str
    after: tuple[str, ...]


@dataclass(frozen=True)
class DayMoved:
    """A due day: of a period by its name, else of a milestone by its kind; `was_off` when it fell on a day off."""

    bloc: str
    period: str
    milestone: str
    before: date
    after: date
    was_off: bool


@dataclass(frozen=True)
class CampaignMoved:
    campaign: Campaign
    comes: bool
    plan: CampaignPlan


@dataclass(frozen=True)
class IndicatorGoesOn:
    """An indicator that comes along, and for how many of its bloc's units last year's figure is known.

    `known` is None where no figures come along, or for what is judged in words.
    """

    bloc: str
    name: str
    known: int | None
    units: int


@dataclass
class Prepared:
    """The plan as it would be written, and what is to be told of it; `faults` are what stands against it."""

    plan: SeasonPlan
    members: list[MemberMoved] = field(default_factory=list)
    days: list[DayMoved] = field(default_factory=list)
    campaigns: list[CampaignMoved] = field(default_factory=list)
    indicators: list[IndicatorGoesOn] = field(default_factory=list)
    sheets: list[SheetGoesOn] = field(default_factory=list)
    roles: list[SeasonRole] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)

    @property
    def units(self) -> int:
        return sum(len(bloc.members) for bloc in self.plan.blocs)

    @property
    def seal(self) -> str:
        """What the page shows and the form sends back: a season is copied only as it was told, its names apart."""
        roles = [(role.role, role.person_id, role.unit_id) for role in self.roles]
        plan = replace(self.plan, slug="", name="", motto="")
        return text_hash(repr((plan, self.members, self.days, self.sheets, roles)))


def prepared(season: Season, wish: Wish, *, on: date) -> Prepared:
    """A fixed number of queries for each bloc."""
    base, blocs = plan_of(season), list(season.blocs.select_related("bloc"))
    later = shifted(base, wish.year - season.emulation_year)
    comes = wish.campaigns if Part.CAMPAIGNS in wish.parts else frozenset()
    campaigns = [
        CampaignMoved(row, row.public_id in comes, one)
        for row, one in zip(campaigns_with_all(season), later.campaigns, strict=True)
    ]
    units, moved = _members(blocs)
    plan = _planned(season, wish, later, units, [one.plan for one in campaigns if one.comes])
    names = {bloc.bloc.name for bloc in plan.blocs}
    roles = {ROLES[part] for part in wish.parts if part in ROLES}
    return Prepared(
        plan=plan,
        members=[one for one in moved if one.bloc in names and Part.MEMBERS in wish.parts],
        days=[day for bloc in base.blocs for day in _days(bloc, plan, wish.year - season.emulation_year)],
        campaigns=campaigns,
        indicators=[one for bloc in blocs for one in _indicators(bloc, plan, wish)],
        sheets=list(sheets_ahead(blocs, plan.blocs)) if Part.SHEETS in wish.parts else [],
        roles=[one for one in _held(season, plan, on) if one.role in roles],
        faults=list(_faults(season, wish, plan)),
    )


def _planned(
    season: Season,
    wish: Wish,
    later: SeasonPlan,
    units: Mapping[str, Sequence[Unit]],
    campaigns: Iterable[CampaignPlan],
) -> SeasonPlan:
    blocs = [
        _bloc(bloc, wish, later, units.get(bloc.slug, ()))
        for bloc in season.cluster.blocs.all()
        if bloc.slug in wish.blocs
    ]
    plan = replace(
        later, slug=wish.slug, name=wish.name, motto=wish.motto, blocs=tuple(blocs),
        contents=later.contents if Part.CONTENTS in wish.parts else (),
        movements=later.movements if Part.CAMPAIGNS in wish.parts else (),
    )  # fmt: skip
    fitting = (_fitting(one, plan) for one in campaigns if not one.bloc or one.bloc in wish.blocs)
    return replace(plan, campaigns=tuple(fitting))


def _members(blocs: Iterable[BlocSeason]) -> tuple[dict[str, list[Unit]], list[MemberMoved]]:
    """By slug of the bloc its units as they are today, each once in the season; and those that are not what they were.

    A unit that has ended is followed by those that took over from it, in its place.
    """
    found: dict[str, list[Unit]] = {}
    moved: list[MemberMoved] = []
    taken: set[int] = set()
    for bloc in blocs:
        members = list(bloc.members.filter(left_on=None).select_related("unit"))
        heirs = units_today([member.unit for member in members])
        rows = found[bloc.bloc.slug] = []
        for member in members:
            ended = member.unit.dissolved_on is not None
            now = heirs.get(member.unit_id, []) if ended else [member.unit]
            if ended or member.name != member.unit.name:
                how = ("passed" if now else "ended") if ended else "renamed"
                moved.append(MemberMoved(bloc.bloc.name, how, member.name, tuple(unit.name for unit in now)))
            rows += [unit for unit in now if unit.pk not in taken]
            taken |= {unit.pk for unit in now}
    return found, moved


def _bloc(bloc: Bloc, wish: Wish, later: SeasonPlan, units: Sequence[Unit]) -> BlocPlan:
    """The bloc with what comes along; where it signs is of its year alone."""
    asked, parts = wish.blocs[bloc.slug], wish.parts
    known = next((one for one in later.blocs if one.bloc == bloc), None)
    one = known or BlocPlan(bloc=bloc, starts_on=asked.starts_on, ends_on=asked.ends_on, members=())
    goes_on = Part.BASELINES in parts
    indicators = one.indicators if goes_on else tuple(replace(plan, continues=None) for plan in one.indicators)
    brings_days = Part.PERIODS in parts
    chosen = replace(
        one, starts_on=asked.starts_on, ends_on=asked.ends_on, left_out=asked.left_out,
        members=tuple(units) if Part.MEMBERS in parts else (),
        indicators=indicators if Part.INDICATORS in parts else (),
        periods=one.periods if brings_days else (),
        milestones=tuple((kind, due_on, "") for kind, due_on, _ in one.milestones) if brings_days else (),
    )  # fmt: skip
    return off_holidays(chosen)


def _fitting(one: CampaignPlan, plan: SeasonPlan) -> CampaignPlan:
    """The campaign with those contents and indicators alone that come along too."""
    numbers = {content.number for content in plan.contents}
    measured = {(bloc.bloc.slug, indicator.code) for bloc in plan.blocs for indicator in bloc.indicators}
    goals = ((text, *((bloc, code) if (bloc, code) in measured else ("", ""))) for text, bloc, code in one.goals)
    return replace(one, contents=tuple(number for number in one.contents if number in numbers), goals=tuple(goals))


def _planned_bloc(plan: SeasonPlan, bloc: Bloc) -> BlocPlan | None:
    return next((one for one in plan.blocs if one.bloc == bloc), None)


def _days(before: BlocPlan, plan: SeasonPlan, years: int) -> Iterator[DayMoved]:
    after, name = _planned_bloc(plan, before.bloc), before.bloc.name
    if after is None:
        return
    for was, will in zip(before.periods, after.periods, strict=False):
        was_off = will.due_on != years_later(was.due_on, years)
        yield DayMoved(name, will.name, "", was.due_on, will.due_on, was_off)
    for (kind, due_on, _), (_, now_on, _) in zip(before.milestones, after.milestones, strict=False):
        yield DayMoved(name, "", kind, due_on, now_on, now_on != years_later(due_on, years))


def _indicators(bloc: BlocSeason, plan: SeasonPlan, wish: Wish) -> Iterator[IndicatorGoesOn]:
    after = _planned_bloc(plan, bloc.bloc)
    if after is None or not after.indicators:
        return
    units = [unit.pk for unit in after.members]
    known = Counter(indicator for _, indicator in baselines_of(bloc, units)) if Part.BASELINES in wish.parts else None
    for one in after.indicators:
        has_figures = known is not None and one.kind == Indicator.Kind.NUMBER
        count = known[one.continues] if has_figures and known is not None and one.continues else None
        yield IndicatorGoesOn(bloc.bloc.name, one.name, count, len(units))


def _held(season: Season, plan: SeasonPlan, on: date) -> Iterator[SeasonRole]:
    """The season's parts on that day, but for a deputy of a bloc that does not take part."""
    blocs = {bloc.bloc.pk for bloc in plan.blocs}
    for one in roles_in_cluster(season.cluster, on=on).filter(season=season):
        if one.bloc_season is None or one.bloc_season.bloc_id in blocs:
            yield one


def _faults(season: Season, wish: Wish, plan: SeasonPlan) -> Iterator[Sentence]:
    if wish.year <= season.emulation_year:
        yield Sentence("next_season.not_later", year=str(season.emulation_year))
    for part, needed in lacking(wish.parts):
        yield Sentence("next_season.needs", part=said(part), needed=said(needed))
    for bloc in plan.blocs:
        first, last = bloc.starts_on, bloc.ends_on
        if last <= first:
            yield Sentence("bloc.year_backwards", first=first, last=last)
        for period in bloc.periods:
            if period.from_on < first or period.until_on > last:
                yield Sentence("period.outside", name=period.name, first=first, last=last)
    if plan.blocs:
        first, last = min(one.starts_on for one in plan.blocs), max(one.ends_on for one in plan.blocs)
        for campaign in plan.campaigns:
            if campaign.starts_on < first or campaign.ends_on > last:
                yield Sentence("campaign.outside", name=campaign.name, first=first, last=last)


def said(part: Part) -> Sentence:
    return Sentence(f"next_season.part.{part}")
