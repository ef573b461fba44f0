"""What the units of a bloc owe by a day, and the rows in which each unit hands it in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from thidua.core.answer import Sentence
from thidua.core.workflow.owing import Owing
from thidua.records.results.models import Report
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason, CommitmentSet, Membership, Milestone, Period

Handed = CommitmentSet | Report | ScoreCard
Key = tuple[Owing, int | None]
MILESTONES = {
    Owing.REGISTRATION: Milestone.Kind.REGISTRATION,
    Owing.SIGNING: Milestone.Kind.SIGNING,
    Owing.SELF_SCORE: Milestone.Kind.SELF_SCORE,
}
SLUGS = {Owing.REGISTRATION: "dang-ky", Owing.SIGNING: "ky-giao-uoc", Owing.SELF_SCORE: "tu-cham"}


@dataclass(frozen=True)
class Debt:
    """One thing that every unit of a bloc owes; `due_on` None where the calendar has no day for it."""

    kind: Owing
    due_on: date | None
    period: Period | None = None

    @property
    def key(self) -> Key:
        """Its kind and the key of its period."""
        return self.kind, self.period.pk if self.period else None

    @property
    def slug(self) -> str:
        """Its name in addresses and forms."""
        return f"bao-cao-{self.period.slug}" if self.period else SLUGS[self.kind]

    @property
    def name(self) -> Sentence:
        if self.period:
            return Sentence("owing.report", period=self.period.name)
        return Sentence(f"owing.{self.kind}")


def debts_of(bloc: BlocSeason) -> list[Debt]:
    """What the bloc's units owe in the order of its year: registration, signature, each report, score card."""
    due = dict(bloc.milestones.values_list("kind", "due_on"))
    return in_order(due, bloc.periods.order_by("position", "pk"))


def in_order(due: Mapping[str, date], periods: Iterable[Period]) -> list[Debt]:
    """As `debts_of`, from due days and periods that are known already."""
    reports = [Debt(Owing.REPORT, period.due_on, period) for period in periods]
    first, second, last = (Debt(kind, due.get(milestone)) for kind, milestone in MILESTONES.items())
    return [first, second, *reports, last]


def rows_handed(debts: Iterable[Debt], members: Iterable[Membership]) -> dict[Key, dict[int, Handed]]:
    """The rows in which these members hand them in, by the thing's key and the member's; none for a signature.

    Three queries at most.
    """
    asked, shown = {debt.key for debt in debts}, [member.pk for member in members]
    kinds, periods = {kind for kind, _ in asked}, [period for _, period in asked if period]
    found: dict[Key, dict[int, Handed]] = {key: {} for key in asked}
    if Owing.REGISTRATION in kinds:
        for sheet in CommitmentSet.objects.filter(membership__in=shown):
            found[Owing.REGISTRATION, None][sheet.membership_id] = sheet
    if periods:
        for report in Report.objects.filter(membership__in=shown, period__in=periods):
            found[Owing.REPORT, report.period_id][report.membership_id] = report
    if Owing.SELF_SCORE in kinds:
        for card in ScoreCard.objects.filter(membership__in=shown):
            found[Owing.SELF_SCORE, None][card.membership_id] = card
    return found
