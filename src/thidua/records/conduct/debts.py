"""What the units of a bloc owe by a day, and the rows in which each unit hands it in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.core.answer import Sentence
from thidua.core.workflow.owing import Owing
from thidua.records.results.models import Report
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason, CommitmentSet, Membership, Milestone, Period

Handed = CommitmentSet | Report | ScoreCard
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
    reports = [Debt(Owing.REPORT, period.due_on, period) for period in bloc.periods.order_by("position", "pk")]
    first, second, last = (Debt(kind, due.get(milestone)) for kind, milestone in MILESTONES.items())
    return [first, second, *reports, last]


def rows_handed(debt: Debt, members: Iterable[Membership]) -> list[Handed]:
    """The rows in which these members hand it in; none for a signature."""
    shown = [member.pk for member in members]
    if debt.kind is Owing.REGISTRATION:
        return list(CommitmentSet.objects.filter(membership__in=shown))
    if debt.kind is Owing.REPORT:
        return list(Report.objects.filter(membership__in=shown, period=debt.period))
    if debt.kind is Owing.SELF_SCORE:
        return list(ScoreCard.objects.filter(membership__in=shown))
    return []
