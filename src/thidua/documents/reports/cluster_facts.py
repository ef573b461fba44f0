"""What the records say of all units in the time that the cluster's report is about; each thing is read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from thidua.core.workflow.exemplars import KNOWN_TO_ALL
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.inspecting import HAS_MINUTES
from thidua.figures.merging import Behind, signed_behind, silent_behind
from thidua.figures.participating import COUNTED, Taken, acts_counted, counts, taken_from
from thidua.figures.progress import Board, progress_board
from thidua.records.conduct.queries.baselines import Baselines, same_period_before
from thidua.records.results.models import Exemplar, Initiative, Inspection, Participation, WrittenReport
from thidua.records.scores.models import Place, ScoreCard
from thidua.records.seasons.models import Campaign, Commitment, Membership, Season
from thidua.records.seasons.queries.campaigns import JOINED, calendar_of


@dataclass(frozen=True)
class ClusterFacts:
    season: Season
    parts: list[Behind]
    on: date

    @property
    def campaign(self) -> Campaign | None:
        return self.parts[0].topic.campaign if self.parts else None

    @property
    def from_on(self) -> date:
        return min((one.topic.from_on for one in self.parts), default=self.on)

    @property
    def until_on(self) -> date:
        return max((one.topic.until_on for one in self.parts), default=self.on)

    @cached_property
    def members(self) -> list[Membership]:
        blocs = [one.bloc for one in self.parts]
        found = Membership.objects.filter(bloc_season__in=blocs, left_on=None).select_related("bloc_season__bloc")
        return list(found.order_by("bloc_season__bloc__position", "position", "pk"))

    @cached_property
    def signed(self) -> dict[int, WrittenReport]:
        """What units have sent, by key of the membership."""
        return {one.membership_id: one for one in signed_behind(self.parts)}

    @cached_property
    def silent(self) -> list[Membership]:
        return list(silent_behind(self.parts))

    @cached_property
    def boards(self) -> list[tuple[Behind, Board]]:
        """Each bloc's figures up to the end of the period."""
        return [(one, progress_board(one.bloc, on=self.on, until_period=one.topic.period)) for one in self.parts]

    @cached_property
    def before(self) -> Baselines:
        """The same period of the year before, by unit and indicator, where that season is kept here."""
        units = {member.unit_id for member in self.members}
        found: Baselines = {}
        for one in self.parts:
            if one.topic.period is not None:
                found |= same_period_before(one.bloc, one.topic.period, units)
        return found

    @cached_property
    def last_year(self) -> Mapping[int, list[Fraction | None]]:
        """By indicator, the whole of last year of each unit that has registered."""
        lines = Commitment.objects.filter(
            commitment_set__membership__in=self.members, commitment_set__state=Handing.SIGNED.value
        )
        found: dict[int, list[Fraction | None]] = {}
        for line in lines.only("indicator", "last_year"):
            found.setdefault(line.indicator_id, []).append(line.last_year)
        return found

    @cached_property
    def taken(self) -> Taken:
        return taken_from(self._acts.aggregate(**counts()))

    @cached_property
    def taken_in_campaigns(self) -> dict[int, tuple[int, int]]:
        """People and acts of each campaign, by its key."""
        rows = self._acts.exclude(campaign=None).values_list("campaign")
        counted = rows.annotate(people=Count("person", filter=COUNTED, distinct=True), acts=Count("pk", filter=COUNTED))
        return {campaign: (people, acts) for campaign, people, acts in counted}

    @cached_property
    def people_by_member(self) -> dict[int, int]:
        rows = self._acts.values_list("membership").annotate(people=Count("person", filter=COUNTED, distinct=True))
        return dict(rows)

    @property
    def _acts(self) -> QuerySet[Participation]:
        acts = acts_counted(self.season, bloc=None, campaign=self.campaign)
        return acts.filter(on__range=(self.from_on, self.until_on), membership__in=self.members)

    @cached_property
    def campaigns(self) -> list[Campaign]:
        ran = calendar_of(self.season).filter(state__in=JOINED, starts_on__lte=self.until_on, ends_on__gte=self.from_on)
        return list(ran.order_by("starts_on", "pk"))

    @cached_property
    def exemplars(self) -> dict[int, int]:
        """How many each unit has introduced, by key of the membership."""
        known = Exemplar.objects.filter(membership__in=self.members, state__in=KNOWN_TO_ALL)
        told = known.filter(introduced_on__lte=self.until_on).order_by().values_list("membership")
        return dict(told.annotate(count=Count("pk")))

    @cached_property
    def recognised(self) -> dict[str, int]:
        """How many by the level at which they are recognised."""
        known = Exemplar.objects.filter(membership__in=self.members, state__in=KNOWN_TO_ALL).exclude(level="")
        told = known.filter(introduced_on__lte=self.until_on).order_by().values_list("level")
        return dict(told.annotate(count=Count("pk")))

    @cached_property
    def initiatives(self) -> dict[int, int]:
        """How many each unit has handed in, by key of the membership."""
        signed = Initiative.objects.filter(membership__in=self.members, state=Handing.SIGNED.value)
        told = signed.filter(handed_in_on__lte=self.until_on).order_by().values_list("membership")
        return dict(told.annotate(count=Count("pk")))

    @cached_property
    def inspections(self) -> list[Inspection]:
        """Rounds that were announced, with how many visits have minutes."""
        found = Inspection.objects.filter(bloc_season__in=[one.bloc for one in self.parts], announced_at__isnull=False)
        told = found.filter(from_on__range=(self.from_on, self.until_on)).select_related("bloc_season__bloc")
        return list(told.annotate(done=Count("visits", filter=Q(visits__state__in=HAS_MINUTES))).order_by("from_on"))

    @cached_property
    def places(self) -> list[Place]:
        found = Place.objects.filter(membership__in=self.members)
        return list(found.select_related("ranking__bloc_season__bloc").order_by(
            "ranking__bloc_season__bloc__position", "position"
        ))  # fmt: skip

    @cached_property
    def cards(self) -> dict[int, ScoreCard]:
        return {card.membership_id: card for card in ScoreCard.objects.filter(membership__in=self.members)}
