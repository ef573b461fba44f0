"""The progress board of a bloc: units × indicators, each figure to date beside its target for the same date."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Q

from thidua.core.measuring import (
    Measured,
    Standing,
    achieved_share,
    course_of,
    gone_share,
    standing,
    target_to_date,
    year_so_far,
)
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.results.models import Report
from thidua.records.results.queries import on_behalf_in
from thidua.records.results.queries.standing import registered_targets, standing_measures
from thidua.records.seasons.models import BlocSeason, Indicator, Membership, Period, PeriodTarget

WHOLE_YEAR = Fraction(1)


@dataclass(frozen=True)
class Cell:
    """One unit in one indicator, up to the end of the row's period `through`.

    `figure` and `target` are in the indicator's own unit, a ratio as its percentage; `share` is 1 at the
    target. A content judged in words has `is_met` and neither figure nor target. `course` holds the figure
    to date after each period so far, `missing` the periods that were signed without a figure.
    """

    indicator: Indicator
    measured: Measured | None
    registered: Fraction | None
    target: Fraction | None
    is_own_target: bool
    share: Fraction | None
    course: tuple[Fraction | None, ...]
    missing: tuple[Period, ...]

    @property
    def figure(self) -> Fraction | None:
        return self.measured.figure if self.measured else None

    @property
    def is_met(self) -> bool | None:
        return self.measured.is_met if self.measured else None

    @property
    def standing(self) -> Standing:
        return standing(self.share)

    @property
    def percent(self) -> Fraction | None:
        """The share as a percentage: 100 is exactly on target."""
        return None if self.share is None else self.share * 100

    @property
    def is_reached(self) -> bool | None:
        """Whether it counts in the column *Đạt*; None where nothing is known."""
        if self.is_met is not None or self.share is None:
            return self.is_met
        return self.share >= 1


@dataclass(frozen=True)
class Row:
    """One unit. `through` is the period up to whose end it is measured: the newest that it has signed or, if
    the due day of a later one is over, that later one; None before either.

    `overdue` are periods whose due day is over and whose report has not left the unit, `late` those handed
    in after their due day.
    """

    member: Membership
    through: Period | None
    cells: tuple[Cell, ...]
    overdue: tuple[Period, ...]
    late: tuple[Period, ...]
    on_behalf: bool
    is_disputed: bool

    @property
    def reached(self) -> int:
        """How many contents are reached: the column *Đạt*."""
        return sum(cell.is_reached is True for cell in self.cells)

    @property
    def known(self) -> int:
        return sum(cell.is_reached is not None for cell in self.cells)


@dataclass(frozen=True)
class Total:
    """All units in one indicator: sums add, ratios are the ratio of the sums; None for words.

    `target` and `share` stand only where every unit with a figure has a target, and never for a ratio.
    """

    indicator: Indicator
    figure: Fraction | None
    target: Fraction | None
    share: Fraction | None
    reached: int
    known: int


@dataclass(frozen=True)
class Board:
    """`until` is the period asked for, None for each unit's own newest."""

    on: date
    until: Period | None
    periods: tuple[Period, ...]
    indicators: tuple[Indicator, ...]
    rows: tuple[Row, ...]
    totals: tuple[Total, ...]


@dataclass(frozen=True)
class _Facts:
    """All that the board reads, fetched once."""

    bloc: BlocSeason
    on: date
    until: Period | None
    periods: tuple[Period, ...]
    indicators: tuple[Indicator, ...]
    measures: Mapping[tuple[int, int], Mapping[int, Measured]]
    registered: Mapping[tuple[int, int], Fraction]
    own_targets: Mapping[tuple[int, int, int], Fraction]
    reports: Mapping[int, Sequence[Report]]
    entries: Mapping[str, EntryOnBehalf]
    disputed: frozenset[int]  # keys of units that dispute a figure of the board: a target, a result, a correction


def progress_board(bloc: BlocSeason, *, on: date, until_period: Period | None = None) -> Board:
    """The board as it stands on a day, out of signed figures only; rows in protocol order.

    With `until_period` every unit is measured up to the end of that period, reports after it left out.
    Eight queries for any number of units.
    """
    facts = _facts(bloc, on, until_period)
    members = Membership.objects.filter(Q(left_on=None) | Q(left_on__gt=on), bloc_season=bloc)
    rows = tuple(_row(member, facts) for member in members.select_related("unit").order_by("position", "pk"))
    totals = tuple(_total(one, [row.cells[place] for row in rows]) for place, one in enumerate(facts.indicators))
    return Board(on, until_period, facts.periods, facts.indicators, rows, totals)


def unit_progress(member: Membership, *, on: date, until_period: Period | None = None) -> Row:
    """The row of one unit as the board has it, in eight queries for any number of units in the bloc."""
    return _row(member, _facts(member.bloc_season, on, until_period, member))


def _facts(bloc: BlocSeason, on: date, until: Period | None, member: Membership | None = None) -> _Facts:
    """What the board reads, or with `member` what that unit's row does."""
    asked = Report.objects.filter(membership__bloc_season=bloc)
    targets: Any = PeriodTarget.objects.filter(
        commitment__commitment_set__membership__bloc_season=bloc,
        commitment__commitment_set__state=Handing.SIGNED.value,
    )
    if member is not None:
        asked = asked.filter(membership=member)
        targets = targets.filter(commitment__commitment_set__membership=member)
    reports = defaultdict(list)
    for report in asked.select_related("period"):
        reports[report.membership_id].append(report)
    targets = targets.values_list("commitment__commitment_set__membership", "commitment__indicator", "period", "target")
    entries = on_behalf_in(bloc, member)
    return _Facts(
        bloc=bloc,
        on=on,
        until=until,
        periods=tuple(bloc.periods.all()),
        indicators=tuple(bloc.indicators.select_related("content")),
        measures=standing_measures(bloc, until.position if until else None, member),
        registered=registered_targets(bloc, member),
        own_targets={(member, indicator, period): target for member, indicator, period, target in targets},
        reports=reports,
        entries=entries,
        disputed=frozenset(entry.unit_id for entry in entries.values() if _is_disputed_on_the_board(entry)),
    )


def _is_disputed_on_the_board(entry: EntryOnBehalf) -> bool:
    return entry.state == EntryOnBehalf.State.DISPUTED and not entry.subject.startswith("scorecard:")


def _row(member: Membership, facts: _Facts) -> Row:
    reports = facts.reports.get(member.pk, ())
    through = facts.until or _through(reports, facts)
    entries = [facts.entries[report.token] for report in reports if report.token in facts.entries]
    return Row(
        member=member,
        through=through,
        cells=tuple(_cell(member, one, through, reports, facts) for one in facts.indicators),
        overdue=tuple(report.period for report in reports if report.is_overdue(facts.on)),
        late=tuple(report.period for report in reports if report.was_late),
        on_behalf=bool(entries),
        is_disputed=member.unit_id in facts.disputed,
    )


def _through(reports: Sequence[Report], facts: _Facts) -> Period | None:
    """A unit that falls silent is measured by what it should have told by now."""
    told = [report.period for report in reports if report.handing is Handing.SIGNED]
    due = [report.period for report in reports if report.is_overdue(facts.on)]
    return max([*told, *due], key=lambda period: period.position, default=None)


def _cell(
    member: Membership, indicator: Indicator, through: Period | None, reports: Sequence[Report], facts: _Facts
) -> Cell:
    known = facts.measures.get((member.pk, indicator.pk), {})
    so_far = [period for period in facts.periods if through and period.position <= through.position]
    measures = [known.get(period.position) for period in so_far]
    measured = year_so_far(indicator.aggregation, measures)
    registered = facts.registered.get((member.pk, indicator.pk))
    own = facts.own_targets.get((member.pk, indicator.pk, through.pk)) if through else None
    target = _target(indicator, registered, own, through, facts)
    return Cell(
        indicator=indicator,
        measured=measured,
        registered=registered,
        target=target,
        is_own_target=own is not None,
        share=achieved_share(
            measured.figure if measured else None,
            target,
            lower_is_better=indicator.better == Indicator.Better.LOWER,
        ),
        course=course_of(indicator.aggregation, measures),
        missing=tuple(
            report.period
            for report in reports
            if report.period in so_far and report.handing is Handing.SIGNED and _is_empty(known, report.period)
        ),
    )


def _is_empty(known: Mapping[int, Measured], period: Period) -> bool:
    return period.position not in known or known[period.position].is_empty


def _target(
    indicator: Indicator, registered: Fraction | None, own: Fraction | None, through: Period | None, facts: _Facts
) -> Fraction | None:
    if through is None:
        return None
    # After the last period nothing more comes in: what was registered for the year is due in full by its end,
    # even if the period ends before the bloc's year does.
    is_last = through == facts.periods[-1]
    bloc = facts.bloc
    gone = WHOLE_YEAR if is_last else gone_share(bloc.starts_on, bloc.ends_on, through.until_on)
    return target_to_date(indicator.aggregation, registered, period_target=own, gone=gone)


def _total(indicator: Indicator, cells: Sequence[Cell]) -> Total:
    known = [cell for cell in cells if cell.figure is not None]
    is_ratio = indicator.aggregation == Indicator.Aggregation.RATIO
    # One unit after the other is added up like one period after the other.
    made = year_so_far("ratio" if is_ratio else "sum", [cell.measured for cell in known])
    figure = made.figure if made else None
    targets = [cell.target for cell in known if cell.target is not None]
    target = sum(targets, Fraction(0)) if targets and len(targets) == len(known) and not is_ratio else None
    lower = indicator.better == Indicator.Better.LOWER
    return Total(
        indicator=indicator,
        figure=figure,
        target=target,
        share=achieved_share(figure, target, lower_is_better=lower),
        reached=sum(cell.is_reached is True for cell in cells),
        known=sum(cell.is_reached is not None for cell in cells),
    )
