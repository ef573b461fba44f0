"""What reports in words are about: the periods of a bloc's year and the campaigns in it, each with its outline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thidua.base.library import report_kinds
from thidua.core.papers import PaperKind
from thidua.core.scoring import Name
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY
from thidua.core.workflow.reporting import Occasion, occasions
from thidua.records.results.models import WrittenReport
from thidua.records.seasons.models import OPENS_BEFORE_THE_END, Campaign, Period

About = tuple[int | None, int | None]  # keys of period and campaign, one of which is None


@dataclass(frozen=True)
class Topic:
    """`kind` is the outline by which a unit reports about a period or a campaign.

    `later` is the day to which it was moved, for all units or for the one that is looked at.
    """

    kind: PaperKind
    about: Period | Campaign
    later: date | None = None

    @property
    def slug(self) -> str:
        """Its word in addresses."""
        return self.about.slug if isinstance(self.about, Period) else self.about.public_id

    @property
    def name(self) -> str:
        """As data write it."""
        return self.about.name

    @property
    def paper_name(self) -> str:
        """What the report is called among others, as data write it."""
        has_its_own = self.kind.occasion in (Occasion.HALF_YEAR, Occasion.YEAR)
        return self.kind.name.vi if has_its_own else f"{self.kind.name.vi}: {self.name}"

    @property
    def period(self) -> Period | None:
        return self.about if isinstance(self.about, Period) else None

    @property
    def campaign(self) -> Campaign | None:
        return self.about if isinstance(self.about, Campaign) else None

    @property
    def called(self) -> Name:
        """The kind of report where it has a name of its own, else with what it is about."""
        kind = self.kind.name
        return kind if self.period else Name(f"{kind.vi}: {self.name}", f"{kind.en}: {self.name}")

    @property
    def keys(self) -> About:
        return (self.period.pk, None) if self.period else (None, self.about.pk)

    @property
    def from_on(self) -> date:
        """The half-year's and the year's report tell of all since the bloc's year began."""
        if isinstance(self.about, Campaign):
            return self.about.starts_on
        sums_up = self.kind.occasion in (Occasion.HALF_YEAR, Occasion.YEAR)
        return self.about.bloc_season.starts_on if sums_up else self.about.from_on

    @property
    def until_on(self) -> date:
        return self.about.until_on if isinstance(self.about, Period) else self.about.ends_on

    @property
    def planned_on(self) -> date:
        """The period's due day; of a campaign so many days after its end as the outline says."""
        if isinstance(self.about, Period):
            return self.about.due_on
        return self.about.ends_on + timedelta(days=self.kind.due_days)

    @property
    def due_on(self) -> date:
        return max(self.planned_on, self.later or self.planned_on)

    @property
    def opens_on(self) -> date:
        """From which day it may be submitted."""
        return self.until_on - OPENS_BEFORE_THE_END

    @property
    def is_asked_for(self) -> bool:
        """Whether every unit owes it, as half-year, year and peaks; the others are written where a unit wants to."""
        is_small = self.campaign is not None and self.campaign.kind != Campaign.Kind.PEAK
        return not (self.kind.is_optional or is_small)

    def moved_to(self, day: date | None) -> "Topic":
        """As a unit owes it that was given a later day, where it was."""
        return replace(self, later=max(day, self.due_on)) if day else self

    def blank(self, member: int) -> WrittenReport:
        """A unit's report that nobody has begun, not kept."""
        period, campaign = self.period, self.campaign
        return WrittenReport(membership_id=member, code=self.kind.code, period=period, campaign=campaign, version=0)


def outline_of(occasion: Occasion) -> PaperKind:
    """The outline of the library for an occasion; the first by its code where several are."""
    return next(kind for kind in report_kinds().values() if kind.occasion is occasion)


def topics(
    periods: Iterable[Period], campaigns: Iterable[Campaign], *, year: int, later: Mapping[About, date]
) -> list[Topic]:
    """Periods in their order, then campaigns in theirs, each with the `later` day by the keys of what it is about."""
    periods = list(periods)
    asked = zip(periods, occasions([one.until_on for one in periods], year=year), strict=True)
    by_period = [Topic(outline_of(occasion), one, later.get((one.pk, None))) for one, occasion in asked]
    return by_period + [Topic(outline_of(Occasion.CAMPAIGN), one, later.get((None, one.pk))) for one in campaigns]


def topic_of(report: WrittenReport) -> Topic:
    """What a report is about, by the outline under which it was begun."""
    about = report.period or report.campaign
    assert about is not None
    return Topic(report_kinds()[report.code], about)


def under_its_outline(report: WrittenReport, topic: Topic) -> Topic:
    """What has left the officer keeps its outline, whatever occasion the calendar makes of its period since."""
    is_open = report.handing in OPEN_FOR_ENTRY
    return topic if is_open else replace(topic, kind=report_kinds()[report.code])
