"""What the units of a bloc owe by a day, and the rows in which each unit hands it in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.core.answer import Sentence
from thidua.core.workflow.owing import Owing
from thidua.core.workflow.stages import Stage
from thidua.records.results.models import Report, WrittenReport
from thidua.records.results.queries.written import topics_of
from thidua.records.results.topics import Topic
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason, CommitmentSet, Membership, Milestone, Period

Handed = CommitmentSet | Report | WrittenReport | ScoreCard
Key = tuple[Owing, int | None, int | None]
MILESTONES = {
    Owing.REGISTRATION: Milestone.Kind.REGISTRATION,
    Owing.SIGNING: Milestone.Kind.SIGNING,
    Owing.SELF_SCORE: Milestone.Kind.SELF_SCORE,
}
SLUGS = {
    Owing.REGISTRATION: "dang-ky",
    Owing.SIGNING: "ky-giao-uoc",
    Owing.REPORT: "bao-cao",
    Owing.WRITTEN: "van-ban",
    Owing.SELF_SCORE: "tu-cham",
}


@dataclass(frozen=True)
class Debt:
    """One thing that every unit of a bloc owes; `due_on` None where the calendar has no day for it.

    Figures are those of a `period`; a report in words is about a `topic`.
    """

    kind: Owing
    due_on: date | None
    period: Period | None = None
    topic: Topic | None = None

    @property
    def key(self) -> Key:
        """Its kind, the keys of its period and of its campaign."""
        return self.kind, *(self.topic.keys if self.topic else (self.period.pk if self.period else None, None))

    @property
    def begins_on(self) -> date | None:
        """From which day a unit can work on it, where it is a report."""
        return self.topic.opens_on if self.topic else self.period.from_on if self.period else None

    @property
    def about(self) -> tuple[str, ...]:
        """The word in its page's address that says what it is about."""
        return (self.topic.slug,) if self.topic else (self.period.slug,) if self.period else ()

    @property
    def slug(self) -> str:
        """Its name in addresses and forms."""
        return "-".join((SLUGS[self.kind], *self.about))

    @property
    def head(self) -> Sentence:
        """Its name above a column, where a campaign's has no room for its theme."""
        return self._called(self.topic.name.partition(":")[0] if self.topic else "")

    @property
    def name(self) -> Sentence:
        return self._called(self.topic.name if self.topic else "")

    def _called(self, about: str) -> Sentence:
        if self.topic:
            return Sentence(f"owing.written.{self.topic.kind.occasion}", name=about)
        if self.period:
            return Sentence("owing.report", period=self.period.name)
        return Sentence(f"owing.{self.kind}")


def debts_of(bloc: BlocSeason) -> list[Debt]:
    """What the bloc's units owe in the order of its year: registration, signature, reports, score card.

    Four queries.
    """
    return in_order(bloc, dict(bloc.milestones.values_list("kind", "due_on")), topics_of(bloc))


def in_order(bloc: BlocSeason, due: Mapping[str, date], topics: Sequence[Topic]) -> list[Debt]:
    """As `debts_of`, from due days and topics that are known already; reports by their days, figures before words.

    Words are asked of nobody while the bloc is still planned.
    """
    is_planned = bloc.at_stage is Stage.PLANNED
    figures = [Debt(Owing.REPORT, topic.period.due_on, topic.period) for topic in topics if topic.period]
    words = [
        Debt(Owing.WRITTEN, topic.due_on, topic=topic) for topic in topics if topic.is_asked_for and not is_planned
    ]
    reports = sorted([*figures, *words], key=lambda debt: debt.due_on or date.max)
    first, second, last = (Debt(kind, due.get(milestone)) for kind, milestone in MILESTONES.items())
    return [first, second, *reports, last]


def rows_handed(debts: Iterable[Debt], members: Iterable[Membership]) -> dict[Key, dict[int, Handed]]:
    """The rows in which these members hand them in, by the thing's key and the member's; none for a signature.

    Four queries at most.
    """
    asked, shown = {debt.key for debt in debts}, [member.pk for member in members]
    kinds = {kind for kind, _, _ in asked}
    found: dict[Key, dict[int, Handed]] = {key: {} for key in asked}
    if Owing.REGISTRATION in kinds:
        for sheet in CommitmentSet.objects.filter(membership__in=shown):
            found[Owing.REGISTRATION, None, None][sheet.membership_id] = sheet
    if Owing.REPORT in kinds:
        periods = [period for kind, period, _ in asked if kind is Owing.REPORT]
        for report in Report.objects.filter(membership__in=shown, period__in=periods):
            found[Owing.REPORT, report.period_id, None][report.membership_id] = report
    if Owing.WRITTEN in kinds:
        for text in WrittenReport.objects.filter(membership__in=shown).defer("typed", "filled"):
            found.get((Owing.WRITTEN, text.period_id, text.campaign_id), {})[text.membership_id] = text
    if Owing.SELF_SCORE in kinds:
        for card in ScoreCard.objects.filter(membership__in=shown):
            found[Owing.SELF_SCORE, None, None][card.membership_id] = card
    return found
