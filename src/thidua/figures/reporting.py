"""Who has handed in which report: units × periods of one bloc, with what is late and what was entered on behalf."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from thidua.core.texts import folded
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import entries_of
from thidua.records.results.models import Report
from thidua.records.seasons.models import BlocSeason, Membership, Period

OPEN = tuple(state.value for state in OPEN_FOR_ENTRY)


class Show(StrEnum):
    """What the list may be narrowed to: units with at least one report of that state."""

    LATE = "qua-han"
    OPEN = "chua-nop"
    WAITING = "cho-ky"
    RETURNED = "tra-lai"
    SIGNED = "da-ky"
    ON_BEHALF = "nhap-thay"


class Order(StrEnum):
    PROTOCOL = ""
    NAME = "don-vi"
    NAME_BACKWARDS = "-don-vi"
    LATE = "qua-han"
    LATE_BACKWARDS = "-qua-han"


@dataclass(frozen=True)
class Cell:
    """One report on the list.

    `days_late` counts from the due day to the day on which the report left the unit, or to the day asked
    while it has not; 0 means in time.
    """

    period: Period
    report: Report
    entry: EntryOnBehalf | None
    days_late: int
    has_begun: bool

    @property
    def on_behalf(self) -> bool:
        return self.entry is not None

    @property
    def is_disputed(self) -> bool:
        """Entered on behalf, and the unit does not agree."""
        return self.entry is not None and self.entry.state == EntryOnBehalf.State.DISPUTED

    @property
    def is_overdue(self) -> bool:
        """Has not left the unit although its day is over."""
        return self.days_late > 0 and self.report.handed_in_on is None

    @property
    def look(self) -> str:
        """The class of the tracking sheet's cell."""
        state = self.report.handing
        if state is Handing.SIGNED:
            return "hand" if self.on_behalf else "ok"
        return "back" if state is Handing.RETURNED else "late" if self.is_overdue else "wait"

    @property
    def sign(self) -> str:
        """The icon beside the words, so that no state is told by colour alone; none where nothing has happened."""
        if self.look == "wait":
            return "clock" if self.report.handing is Handing.SUBMITTED else ""
        return {"hand": "pen", "ok": "check", "back": "undo", "late": "alert"}[self.look]


@dataclass(frozen=True)
class Row:
    member: Membership
    cells: tuple[Cell | None, ...]

    @property
    def overdue(self) -> int:
        """How many reports have not left the unit although their day is over."""
        return sum(1 for cell in self.cells if cell is not None and cell.is_overdue)


@dataclass(frozen=True)
class PeriodSum:
    """How one period stands: signed, handed in and waiting for a signature, overdue, of how many reports."""

    period: Period
    reports: int
    signed: int
    waiting: int
    overdue: int


def members_asked(
    bloc: BlocSeason, *, on: date, show: Show | None = None, period: str = "", search: str = "", order: Order
) -> QuerySet[Membership]:
    """The units that the list shows, to be paged; `period` (its slug) narrows `show` to one period."""
    members = Membership.objects.filter(bloc_season=bloc).select_related("unit")
    reports = Report.objects.filter(membership=OuterRef("pk"))
    if period:
        reports = reports.filter(period__slug=period)
    if show is not None:
        members = members.filter(Exists(_shown(reports, show, on)))
    if search.strip():
        members = members.filter(unit__folded__contains=folded(search.strip()))
    if order in (Order.LATE, Order.LATE_BACKWARDS):
        late = _overdue(reports, on).order_by().values("membership").annotate(count=Count("pk")).values("count")
        count = F("late").desc(nulls_last=True) if order is Order.LATE_BACKWARDS else F("late").asc(nulls_first=True)
        return members.annotate(late=Subquery(late)).order_by(count, "position", "pk")
    if order in (Order.NAME, Order.NAME_BACKWARDS):
        return members.order_by("unit__folded" if order is Order.NAME else "-unit__folded", "pk")
    return members.order_by("position", "pk")


def is_over(on: date) -> Q:
    """Of reports: the due day, or the later day given to the unit, has passed."""
    return Q(period__due_on__lt=on) & (Q(extended_to=None) | Q(extended_to__lt=on))


def _overdue(reports: QuerySet[Report], on: date) -> QuerySet[Report]:
    return reports.filter(is_over(on), handed_in_on=None)


def _shown(reports: QuerySet[Report], show: Show, on: date) -> QuerySet[Report]:
    if show is Show.LATE:
        return _overdue(reports, on)
    if show is Show.ON_BEHALF:
        token = Concat(Value("report:"), OuterRef("public_id"))
        return reports.filter(Exists(EntryOnBehalf.marks.filter(subject=token)))
    states = {Show.WAITING: Handing.SUBMITTED, Show.RETURNED: Handing.RETURNED, Show.SIGNED: Handing.SIGNED}
    if show is Show.OPEN:
        return reports.filter(period__from_on__lte=on, state__in=OPEN)
    return reports.filter(state=states[show].value)


def rows_of(members: Iterable[Membership], periods: Sequence[Period], *, on: date) -> list[Row]:
    """The rows of one page of members, in two queries whatever its length."""
    shown = list(members)
    reports = list(Report.objects.filter(membership__in=shown, period__in=periods))
    entered = entries_of(reports)
    found = {(report.membership_id, report.period_id): report for report in reports}
    return [
        Row(member, tuple(_cell(found.get((member.pk, period.pk)), period, entered, on) for period in periods))
        for member in shown
    ]


def _cell(report: Report | None, period: Period, entered: Mapping[str, EntryOnBehalf], on: date) -> Cell | None:
    if report is None:
        return None
    days_late = max(0, ((report.handed_in_on or on) - report.due(period.due_on)).days)
    return Cell(period, report, entered.get(report.token), days_late, period.from_on <= on)


def sums_of(periods: Sequence[Period], *, on: date) -> list[PeriodSum]:
    """How each period stands over all units of its bloc, in one query."""
    counted = (
        Report.objects.filter(period__in=periods, membership__left_on=None)
        .order_by()
        .values("period")
        .annotate(
            reports=Count("pk"),
            signed=Count("pk", filter=Q(state=Handing.SIGNED.value)),
            waiting=Count("pk", filter=Q(state=Handing.SUBMITTED.value)),
            overdue=Count("pk", filter=is_over(on) & Q(handed_in_on=None)),
        )
    )
    by_period: dict[int, Any] = {row["period"]: row for row in counted}
    nothing = {"reports": 0, "signed": 0, "waiting": 0, "overdue": 0}
    return [
        PeriodSum(period, found["reports"], found["signed"], found["waiting"], found["overdue"])
        for period in periods
        for found in [by_period.get(period.pk, nothing)]
    ]


def overdue_reports(bloc: BlocSeason, *, on: date, most: int) -> list[Report]:
    """Reports that are still with their units after their day: oldest period first, protocol order, at most `most`."""
    late = _overdue(Report.objects.filter(membership__bloc_season=bloc, membership__left_on=None), on)
    order = ("period__position", "membership__position", "pk")
    return list(late.select_related("membership__unit", "period").order_by(*order)[:most])


def own_report(bloc: BlocSeason, units: Iterable[int], *, on: date) -> tuple[str, str] | None:
    """The report that one of these units works on: slugs of period and unit; None where there is none.

    The oldest of its reports in a period that has begun and that has not left the unit, else the newest begun.
    """
    own = Report.objects.filter(membership__bloc_season=bloc, membership__unit__in=list(units))
    begun = own.filter(period__from_on__lte=on).select_related("period", "membership__unit")
    order = begun.order_by("period__position", "pk")
    found = order.filter(handed_in_on=None).first() or order.last()
    return (found.period.slug, found.membership.unit.slug) if found else None
