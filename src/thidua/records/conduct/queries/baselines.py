"""Last year's result of each unit, for the indicators that go on: nothing is kept, it is reckoned when it is asked."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from thidua.core.measuring import Measured, year_so_far
from thidua.records.directory.models import Descent
from thidua.records.results.queries.standing import standing_measures
from thidua.records.seasons.models import BlocSeason, Indicator, Membership, Period

Baselines = dict[tuple[int, int], Fraction]


def baselines_of(bloc: BlocSeason, units: Collection[int], *, until_position: int | None = None) -> Baselines:
    """By key of the unit and of the bloc's indicator, what the unit has reached in the bloc's year by signed reports.

    With `until_position` up to the end of the period at that place in the year.
    A unit that took over from several has their figures together; nothing where one of them has none, where a
    running total of several would count twice, or where a unit was split. Four queries for any number of units.
    """
    measures, behind = standing_measures(bloc, until_position), _members_behind(bloc, units)
    found: Baselines = {}
    for indicator in bloc.indicators.filter(kind=Indicator.Kind.NUMBER):
        for unit, members in behind.items():
            years = [list(measures.get((member, indicator.pk), {}).values()) for member in members]
            if (figure := _together(indicator.aggregation, years)) is not None:
                found[unit, indicator.pk] = figure
    return found


def continued_baselines(bloc: BlocSeason) -> Baselines:
    """By key of the unit and of this bloc's own indicator, the figure of the indicator that it continues."""
    return _continued(bloc, set(bloc.members.filter(left_on=None).values_list("unit", flat=True)))


def same_period_before(bloc: BlocSeason, period: Period, units: Collection[int]) -> Baselines:
    """As `continued_baselines`, up to the end of the period that stood at the same place in the year before."""
    return _continued(bloc, units, until_position=period.position)


def _continued(bloc: BlocSeason, units: Collection[int], *, until_position: int | None = None) -> Baselines:
    own = dict(bloc.indicators.exclude(continues=None).values_list("continues", "pk"))
    sources = BlocSeason.objects.filter(indicators__in=own).distinct().order_by("pk")
    return {
        (unit, own[indicator]): figure
        for source in sources
        for (unit, indicator), figure in baselines_of(source, units, until_position=until_position).items()
        if indicator in own
    }


def _members_behind(bloc: BlocSeason, units: Collection[int]) -> Mapping[int, Sequence[int]]:
    """By unit, its memberships in that year and those of the units out of which it alone came."""
    members = dict(Membership.objects.filter(bloc_season=bloc).values_list("unit", "pk"))
    heirs: dict[int, set[int]] = defaultdict(set)
    before: dict[int, list[int]] = defaultdict(list)
    lines = Descent.objects.filter(ancestor__in=members, heir__dissolved_on=None).order_by("ancestor")
    for ancestor, heir in lines.values_list("ancestor", "heir"):
        heirs[ancestor].add(heir)
        before[heir].append(ancestor)
    own = {unit: [one for one in (unit, *before[unit]) if one in members] for unit in units}
    return {
        unit: [members[one] for one in came_from]
        for unit, came_from in own.items()
        if came_from and all(heirs[one] <= {unit} for one in came_from)
    }


def _together(aggregation: str, years: Sequence[Sequence[Measured]]) -> Fraction | None:
    if not all(years) or (len(years) > 1 and aggregation == Indicator.Aggregation.LAST):
        return None
    year = year_so_far(aggregation, [one for months in years for one in months])
    return year.figure if year else None
