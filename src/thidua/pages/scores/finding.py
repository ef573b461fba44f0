"""The bloc, the card and their addresses behind the words of a path."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.records.scores.models import ScoreCard
from thidua.records.scores.queries import card_of
from thidua.records.seasons.access import may, may_each, member_for
from thidua.records.seasons.models import BlocSeason

ASKED = ("card.enter", "card.submit", "card.sign", "card.enter_on_behalf", "card.verify")
Trail = list[tuple[str, ...]]


def trail_to(bloc: BlocSeason) -> Trail:
    """The way to what belongs to a bloc; names from data stay Vietnamese."""
    season = bloc.season
    return [
        (_("Chấm điểm"), reverse("scores")),
        (season.name, reverse("one_season", args=(season.cluster.slug, season.slug)), "vi"),
        (bloc.bloc.name, reverse("bloc", args=bloc.slugs), "vi"),
    ]


@dataclass(frozen=True)
class Address:
    """The words of a card's address."""

    cluster: str
    season: str
    bloc: str
    unit: str

    @property
    def words(self) -> tuple[str, str, str, str]:
        return (self.cluster, self.season, self.bloc, self.unit)

    @property
    def card(self) -> str:
        return reverse("score_card", args=self.words)

    @property
    def cards(self) -> str:
        return reverse("score_cards", args=self.words[:3])

    def evidence(self, public_id: str) -> str:
        return reverse("line_evidence", args=(*self.words, public_id))

    def report(self, period: str) -> str:
        return reverse("report", args=(self.cluster, self.season, self.bloc, period, self.unit))


def found_card(actor: Any, address: Address, *, to: str) -> ScoreCard:
    """The card at an address, with its unit and bloc.

    Raises Unknown before self-scoring has opened and as `member_for` does, NotPossible with the reason.
    """
    member = member_for(actor, *address.words, to=to, on=today())
    return card_of(member)


def may_here(actor: Any, card: ScoreCard) -> dict[str, bool]:
    """What the grid lets the actor do with this unit's card at the bloc's stage, by the act's last word."""
    member, bloc = card.membership, card.membership.bloc_season
    answers = may_each(actor, ASKED, season=bloc.season, bloc=bloc, unit=member.unit, on=today())
    return {act.partition(".")[2]: answer for act, answer in answers.items()}


def units_above(actor: Any, bloc: BlocSeason) -> set[int]:
    """Keys of the units in which the actor holds a post, and of all above them.

    None of them for who looks through other eyes and may not read cards oneself.
    """
    if (
        actor.eyes is not None
        and not may(actor.eyes.viewer, "card.read", season=bloc.season, bloc=bloc, on=today()).is_yes
    ):
        return set()
    return set(actor.units)
