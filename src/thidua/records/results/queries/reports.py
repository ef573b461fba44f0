"""Questions about reports: those of a bloc, one unit's, its lines, what waits for a signature."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Prefetch, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Unknown
from thidua.core.measuring import Allowed
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.directory.models import Unit
from thidua.records.results.models import Correction, Evidence, Report, Result
from thidua.records.seasons.models import BlocSeason, Indicator, Membership


def reports_of(bloc: BlocSeason) -> QuerySet[Report]:
    """The reports of a bloc, units in protocol order, periods in order."""
    reports = Report.objects.filter(membership__bloc_season=bloc)
    return reports.select_related("membership__unit", "period").order_by(
        "membership__position", "membership", "period__position", "pk"
    )


def report_of(member: Membership, period_slug: str) -> Report:
    """A unit's report of a period. Raises Unknown for a period that the bloc has not, or before it was launched."""
    report = Report.objects.filter(membership=member, period__slug=period_slug).select_related("period").first()
    if report is None:
        raise Unknown
    report.membership = member
    return report


def lines_of(report: Report) -> QuerySet[Result]:
    """The lines with indicator and content, evidence (withdrawn too) and corrections, in three queries."""
    return with_backing(report.lines.order_by("indicator__position", "pk"))


def lines_to_fill(report: Report) -> QuerySet[Result]:
    """The lines with their indicators alone, in one query."""
    return report.lines.select_related("indicator").order_by("indicator__position", "pk")


def with_backing(lines: QuerySet[Result]) -> QuerySet[Result]:
    evidence = Prefetch("evidence", Evidence.objects.select_related("paper__file").order_by("pk"))
    corrections = Prefetch("corrections", Correction.objects.order_by("pk"))
    return lines.select_related("indicator__content").prefetch_related(evidence).prefetch_related(corrections)


def reports_waiting(units: Iterable[Unit | int]) -> QuerySet[Report]:
    """Reports of these units that wait for their leader's signature."""
    return (
        Report.objects.filter(membership__unit__in=list(units), state=Handing.SUBMITTED.value)
        .select_related("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc")
        .select_related("period")
        .order_by("submitted_at", "pk")
    )


def corrections_waiting(units: Iterable[Unit | int]) -> QuerySet[Correction]:
    """Corrections of these units that wait for their leader's signature."""
    member = "result__report__membership"
    return (
        Correction.objects.filter(result__report__membership__unit__in=list(units), state=Handing.SUBMITTED.value)
        .select_related(f"{member}__unit", f"{member}__bloc_season__season__cluster", f"{member}__bloc_season__bloc")
        .select_related("result__report__period", "result__indicator")
        .order_by("submitted_at", "pk")
    )


def has_reported(member: Membership) -> bool:
    """Whether anything was typed into a report of a member."""
    return Report.objects.filter(membership=member, version__gt=1).exists()


def is_on_behalf(report: Report) -> bool:
    """Whether the secretariat entered this report for the unit."""
    return EntryOnBehalf.marks.filter(subject=report.token).exists()


def on_behalf_in(bloc: BlocSeason, member: Membership | None = None) -> dict[str, EntryOnBehalf]:
    """Entries on behalf of units in a bloc, or of one of them, by the token of what was entered; the newest counts."""
    entries = EntryOnBehalf.marks.filter(within=bloc.token)
    if member is not None:
        entries = entries.filter(unit=member.unit_id)
    return {entry.subject: entry for entry in entries.order_by("pk")}


def allowed_in(report: Report) -> dict[int, Allowed]:
    """By indicator, between which signed figures a running total of this report must lie.

    Only for running totals that grow: where lower is better (a backlog, say), the total may well fall.
    """
    return allowed_in_each([report])[report.pk]


def allowed_in_each(reports: Collection[Report]) -> dict[int, dict[int, Allowed]]:
    """The same for several reports, by key of the report; one query."""
    found: dict[int, dict[int, list[Result]]] = defaultdict(lambda: defaultdict(list))
    for line in _running(members=sorted({report.membership_id for report in reports})):
        found[line.report.membership_id][line.indicator_id].append(line)
    return {
        report.pk: {key: _between(report, lines) for key, lines in found[report.membership_id].items()}
        for report in reports
    }


@prepared
def _running(*, members: list[int]) -> QuerySet[Result]:
    running = Result.objects.filter(
        report__membership__in=members,
        report__state=Handing.SIGNED.value,
        indicator__aggregation=Indicator.Aggregation.LAST.value,
        indicator__kind=Indicator.Kind.NUMBER.value,
        indicator__better=Indicator.Better.HIGHER.value,
        value__isnull=False,
    )
    return running.select_related("report__period").order_by("report__period__position")


def _between(report: Report, lines: list[Result]) -> Allowed:
    before = [line for line in lines if line.report.period.position < report.period.position]
    after = [line for line in lines if line.report.period.position > report.period.position]
    return Allowed(
        lowest=before[-1].value if before else None,
        lowest_in=before[-1].report.period.name if before else "",
        highest=after[0].value if after else None,
        highest_in=after[0].report.period.name if after else "",
    )
