"""Questions about commitments: each unit's sheet, its lines, entries on behalf."""

from django.db.models import Prefetch, QuerySet

from thidua.core.answer import Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.records.seasons.models import BlocSeason, Commitment, CommitmentSet, Membership, Period, PeriodTarget


def sheets_of(bloc: BlocSeason) -> QuerySet[CommitmentSet]:
    """The sheets of a bloc in protocol order, with their units."""
    sheets = CommitmentSet.objects.filter(membership__bloc_season=bloc)
    return sheets.select_related("membership__unit").order_by("membership__position", "pk")


def sheet_of(member: Membership) -> CommitmentSet:
    """A unit's sheet. Raises Unknown before registration has opened."""
    sheet = CommitmentSet.objects.filter(membership=member).first()
    if sheet is None:
        raise Unknown
    sheet.membership = member
    return sheet


def lines_of(sheet: CommitmentSet) -> QuerySet[Commitment]:
    return sheet.lines.select_related("indicator__content", "assigned_by").order_by("indicator__position", "pk")


def numbers_of(member: Membership) -> QuerySet[Commitment]:
    """A unit's lines that have a figure: what an annex may change."""
    lines = Commitment.objects.filter(commitment_set__membership=member, indicator__kind="number")
    return lines.select_related("indicator", "assigned_by").order_by("indicator__position", "pk")


def undertaken_by(member: Membership, period: Period) -> dict[int, Commitment]:
    """What a unit has registered and signed, by key of the indicator; `targets_now` holds its own target
    for `period`, if it gave one. Two queries."""
    own = Prefetch("period_targets", PeriodTarget.objects.filter(period=period), to_attr="targets_now")
    lines = Commitment.objects.filter(commitment_set__membership=member, commitment_set__state=Handing.SIGNED.value)
    return {line.indicator_id: line for line in lines.select_related("assigned_by").prefetch_related(own)}
