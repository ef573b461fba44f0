"""What the records say of one unit in the time that its report is about; each thing is read once."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from thidua.core.workflow.exemplars import KNOWN_TO_ALL
from thidua.core.workflow.handing_in import Handing
from thidua.figures.participating import Taken, taken_between, taken_by_campaign
from thidua.figures.progress import Row, unit_progress
from thidua.records.conduct.queries.baselines import Baselines, same_period_before
from thidua.records.results.models import DeclaredTotal, Exemplar, Initiative, Report, Visit
from thidua.records.results.topics import Topic
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import Campaign, CommitmentSet, Membership, Season
from thidua.records.seasons.queries.campaigns import JOINED, calendar_of


@dataclass(frozen=True)
class UnitFacts:
    member: Membership
    topic: Topic
    on: date

    @property
    def season(self) -> Season:
        return self.member.bloc_season.season

    @cached_property
    def progress(self) -> Row:
        return unit_progress(self.member, on=self.on, until_period=self.topic.period)

    @cached_property
    def report(self) -> Report | None:
        """The signed figures of the period itself."""
        found = Report.objects.filter(membership=self.member, period=self.topic.period, state=Handing.SIGNED.value)
        return found.first() if self.topic.period else None

    @cached_property
    def sheet(self) -> CommitmentSet | None:
        """What the unit has registered and signed."""
        return CommitmentSet.objects.filter(membership=self.member, state=Handing.SIGNED.value).first()

    @cached_property
    def before(self) -> Baselines:
        """The same period of the year before, where that season is kept here."""
        period = self.topic.period
        return same_period_before(self.member.bloc_season, period, {self.member.unit_id}) if period else {}

    @cached_property
    def last_year(self) -> dict[int, Fraction]:
        """By indicator, the whole of last year as the unit wrote it when it registered."""
        lines = self.sheet.lines.all() if self.sheet else ()
        return {line.indicator_id: line.last_year for line in lines if line.last_year is not None}

    @cached_property
    def taken(self) -> Taken:
        campaign = self.topic.campaign
        return taken_between(self.member, self.topic.from_on, self.topic.until_on, campaign)

    @cached_property
    def declared(self) -> DeclaredTotal | None:
        found = DeclaredTotal.objects.filter(membership=self.member, campaign=self.topic.campaign)
        return found.filter(on__range=(self.topic.from_on, self.topic.until_on)).order_by("on", "pk").last()

    @cached_property
    def campaigns(self) -> list[tuple[Campaign, Taken | None]]:
        """What ran in that time for all and in the unit itself, with what its people did in it."""
        run = calendar_of(self.season).filter(state__in=JOINED) | self.member.campaigns.filter(state__in=JOINED)
        ran = run.filter(starts_on__lte=self.topic.until_on, ends_on__gte=self.topic.from_on)
        taken = taken_by_campaign(self.member, self.topic.from_on, self.topic.until_on)
        theirs = ran.order_by("starts_on", "pk").distinct()
        return [(one, taken.get(one.pk)) for one in theirs if one.bloc_season_id in (None, self.member.bloc_season_id)]

    @cached_property
    def exemplars(self) -> list[Exemplar]:
        """Those that are told outside the unit: introduced, with their consent."""
        known = Exemplar.objects.filter(membership=self.member, state__in=KNOWN_TO_ALL)
        return list(known.filter(introduced_on__lte=self.topic.until_on).select_related("field").order_by("pk"))

    @cached_property
    def initiatives(self) -> list[Initiative]:
        """Those that the leader has signed."""
        signed = Initiative.objects.filter(membership=self.member, state=Handing.SIGNED.value)
        told = signed.filter(handed_in_on__lte=self.topic.until_on)
        return list(told.prefetch_related("authors").order_by("handed_in_on", "pk"))

    @cached_property
    def visits(self) -> list[Visit]:
        """Of which there are minutes."""
        found = Visit.objects.filter(membership=self.member, signed_at__isnull=False)
        told = found.filter(on__range=(self.topic.from_on, self.topic.until_on)).select_related("inspection")
        return list(told.prefetch_related("findings").order_by("on", "pk"))

    @cached_property
    def card(self) -> ScoreCard | None:
        cards = ScoreCard.objects.filter(membership=self.member, state=Handing.SIGNED.value)
        return cards.select_related("sheet").prefetch_related("lines__findings").first()
