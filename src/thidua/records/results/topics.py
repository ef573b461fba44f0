"""What reports in words are about: the periods of a bloc's year and the campaigns in it, each with its outline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.base.library import report_kinds
from thidua.core.papers import PaperKind
from thidua.core.workflow.reporting import Occasion, occasions
from thidua.records.results.models import WrittenReport
from thidua.records.seasons.models import Campaign, Period

OPENS_BEFORE_THE_END = timedelta(days=14)


@dataclass(frozen=True)
class Topic:
    """`kind` is the outline by which a unit reports about a period or a campaign."""

    kind: PaperKind
    about: Period | Campaign

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
    def keys(self) -> tuple[int | None, int | None]:
        """Those of period and campaign, one of which is None."""
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
    def due_on(self) -> date:
        """The period's due day; of a campaign so many days after its end as the outline says."""
        if isinstance(self.about, Period):
            return self.about.due_on
        return self.about.ends_on + timedelta(days=self.kind.due_days)

    @property
    def opens_on(self) -> date:
        """From which day it may be submitted."""
        return self.until_on - OPENS_BEFORE_THE_END

    @property
    def is_asked_for(self) -> bool:
        """Whether every unit owes it, as half-year, year and peaks; the others are written where a unit wants to."""
        is_small = self.campaign is not None and self.campaign.kind != Campaign.Kind.PEAK
        return not (self.kind.is_optional or is_small)

    def blank(self, member: int) -> WrittenReport:
        """A unit's report that nobody has begun, not kept."""
        period, campaign = self.period, self.campaign
        return WrittenReport(membership_id=member, code=self.kind.code, period=period, campaign=campaign, version=0)


def outline_of(occasion: Occasion) -> PaperKind:
    """The outline of the library for an occasion; the first by its code where several are."""
    return next(kind for kind in report_kinds().values() if kind.occasion is occasion)


def topics(periods: Iterable[Period], campaigns: Iterable[Campaign], *, year: int) -> list[Topic]:
    """Periods in their order, then campaigns in theirs."""
    periods = list(periods)
    asked = zip(periods, occasions([one.until_on for one in periods], year=year), strict=True)
    by_period = [Topic(outline_of(occasion), one) for one, occasion in asked]
    return by_period + [Topic(outline_of(Occasion.CAMPAIGN), one) for one in campaigns]


def topic_of(report: WrittenReport) -> Topic:
    """What a report is about, by the outline under which it was begun."""
    about = report.period or report.campaign
    assert about is not None
    return Topic(report_kinds()[report.code], about)
