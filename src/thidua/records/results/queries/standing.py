"""What stands: signed figures only, with their signed corrections, and how they make the year."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from thidua.core.measuring import Measured, year_so_far
from thidua.core.scoring.prefill import Fact
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.models import Result
from thidua.records.results.queries.reports import with_backing
from thidua.records.seasons.models import BlocSeason, Commitment, Indicator, Membership

Key = tuple[int, int]  # membership, indicator


def standing_measures(
    bloc: BlocSeason, until_position: int | None = None, member: Membership | None = None
) -> dict[Key, dict[int, Measured]]:
    """Signed figures by membership and indicator, then by the position of their period; one query.

    A signed correction has replaced the figure in its line, so the line is all there is to read.
    """
    lines = Result.objects.filter(report__membership__bloc_season=bloc, report__state=Handing.SIGNED.value)
    if until_position is not None:
        lines = lines.filter(report__period__position__lte=until_position)
    if member is not None:
        lines = lines.filter(report__membership=member)
    found: dict[Key, dict[int, Measured]] = defaultdict(dict)
    columns = ("value", "numerator", "denominator", "is_met")
    rows: Iterable[Any] = lines.order_by("report__period__position").values_list(
        "report__membership", "indicator", "report__period__position", *columns
    )
    for unit, indicator, position, value, top, bottom, is_met in rows:
        found[unit, indicator][position] = Measured(value, top, bottom, is_met)
    return found


def registered_targets(bloc: BlocSeason, member: Membership | None = None) -> dict[Key, Fraction]:
    """What each unit has registered and signed, after its signed annexes; one query."""
    signed = Commitment.objects.filter(
        commitment_set__membership__bloc_season=bloc,
        commitment_set__state=Handing.SIGNED.value,
        registered__isnull=False,
    )
    if member is not None:
        signed = signed.filter(commitment_set__membership=member)
    lines: Iterable[Any] = signed.values_list("commitment_set__membership", "indicator", "registered")
    return {(unit, indicator): registered for unit, indicator, registered in lines}


def year_facts(bloc: BlocSeason) -> dict[int, dict[str, Fact]]:
    """Each unit's year in each indicator: by key of the membership, then by the indicator's code.

    From signed reports with their signed corrections, beside the registered figure after signed annexes.
    Every member has a fact for every indicator, empty where nothing is known. Four queries for any number of units.
    """
    members = list(Membership.objects.filter(bloc_season=bloc).values_list("pk", flat=True))
    return _facts(bloc, members, standing_measures(bloc), registered_targets(bloc))


def facts_of(member: Membership) -> dict[str, Fact]:
    """One unit's year in each indicator, as `year_facts` has it, in three queries."""
    bloc = member.bloc_season
    measures, registered = standing_measures(bloc, member=member), registered_targets(bloc, member)
    return _facts(bloc, [member.pk], measures, registered)[member.pk]


def _facts(
    bloc: BlocSeason, members: list[int], measures: dict[Key, dict[int, Measured]], registered: dict[Key, Fraction]
) -> dict[int, dict[str, Fact]]:
    indicators = list(bloc.indicators.all())
    return {
        member: {
            one.code: _fact(one, list(measures.get((member, one.pk), {}).values()), registered.get((member, one.pk)))
            for one in indicators
        }
        for member in members
    }


def _fact(indicator: Indicator, measures: list[Measured], target: Fraction | None) -> Fact:
    year = year_so_far(indicator.aggregation, measures)
    return Fact(target=target) if year is None else Fact(year.figure, target, year.is_met)


def results_behind(member: Membership, indicator: Indicator) -> list[Result]:
    """The signed results from which a unit's year in an indicator is made, oldest period first."""
    return list(results_of_year(member).filter(indicator=indicator))


def results_of_year(member: Membership) -> QuerySet[Result]:
    """All signed results of a unit with period, evidence and corrections, in three queries."""
    lines = Result.objects.filter(report__membership=member, report__state=Handing.SIGNED.value)
    return with_backing(lines.select_related("report__period")).order_by(
        "indicator__position", "report__period__position"
    )
