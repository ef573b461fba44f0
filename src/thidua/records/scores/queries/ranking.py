"""The ranking of a bloc: as it would be now, and as it was locked."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from thidua.core.answer import Sentence
from thidua.core.scoring import Card, Place, rank, score
from thidua.core.workflow.handing_in import Handing
from thidua.records.directory.models import Unit
from thidua.records.directory.queries.descent import history_of
from thidua.records.scores import models
from thidua.records.scores.models import CardLine, Exclusion, Finding, Ranking, ScoreCard
from thidua.records.scores.queries.cards import inputs_of
from thidua.records.scores.queries.sheets import adopted_sheet, sheet_of
from thidua.records.seasons.models import BlocSeason, Membership, Season


@dataclass(frozen=True)
class Provisional:
    """`places` in their order, by key of the membership; `cards` what each card gives after verification so far.

    `waiting` names, by key of the membership, why a unit's total is not yet final.
    """

    places: list[Place[int]]
    cards: Mapping[int, Card]
    members: Mapping[int, Membership]
    excluded: Mapping[int, Exclusion]
    waiting: Mapping[int, Sentence]


def ranking_of(bloc: BlocSeason) -> Ranking | None:
    """The locked ranking with its places and units, in two queries, or None before the lock."""
    places = models.Place.objects.select_related("membership__unit").order_by("position")
    return (
        Ranking.objects.filter(bloc_season=bloc)
        .select_related("sheet", "paper__file")
        .prefetch_related(Prefetch("places", places))
        .first()
    )


def memberships_of(unit: Unit, seasons: QuerySet[Season]) -> QuerySet[Membership]:
    """A unit's emulation years, those of the units out of which it came among them, with the place where it is locked.

    The newest year first; one query.
    """
    related = ("unit", "bloc_season__bloc", "bloc_season__season__cluster", "place")
    found = Membership.objects.filter(unit__in=history_of(unit), bloc_season__season__in=seasons)
    return found.select_related(*related).order_by("-bloc_season__season__emulation_year", "position", "pk")


def standings_of(bloc: BlocSeason) -> dict[int, Card]:
    """What each opened card gives now, by key of the membership: own inputs, replaced by the newest findings.

    Four queries for any number of units.
    """
    adopted = adopted_sheet(bloc)
    if adopted is None:
        return {}
    sheet = sheet_of(adopted)
    lines: dict[int, list[CardLine]] = defaultdict(list)
    for line in CardLine.objects.filter(card__membership__bloc_season=bloc).order_by("card", "position"):
        lines[line.card_id].append(line)
    newest: dict[int, Finding] = {}
    for finding in Finding.objects.filter(line__card__membership__bloc_season=bloc).order_by("pk"):
        newest[finding.line_id] = finding
    members = dict(ScoreCard.objects.filter(membership__bloc_season=bloc).values_list("pk", "membership"))
    found = {}
    for card, rows in lines.items():
        findings = [newest[row.pk] for row in rows if row.pk in newest]
        found[members[card]] = score(sheet, inputs_of(sheet, rows, findings))
    return found


def provisional_ranking(bloc: BlocSeason) -> Provisional:
    """The ranking as it would be if it were locked now; units whose card is not signed stand with what is there.

    A unit that has left the bloc has no place in it. Eight queries for any number of units.
    """
    adopted = adopted_sheet(bloc)
    staying = Membership.objects.filter(bloc_season=bloc, left_on=None).select_related("unit")
    members = {one.pk: one for one in staying}
    cards = standings_of(bloc)
    excluded = {
        one.membership_id: one
        for one in Exclusion.objects.filter(membership__bloc_season=bloc, lifted_at=None).select_related("paper")
    }
    places = rank(
        {pk: cards[pk].standing for pk in members if pk in cards},
        excluded={pk: one.reason for pk, one in excluded.items()},
        tie_breaks=sheet_of(adopted).tie_breaks if adopted else (),
    )
    return Provisional(places, cards, members, excluded, _waiting(bloc, members, excluded))


def _waiting(
    bloc: BlocSeason, members: Mapping[int, Membership], excluded: Mapping[int, Exclusion]
) -> dict[int, Sentence]:
    states = {
        card.membership_id: card
        for card in ScoreCard.objects.filter(membership__bloc_season=bloc).only("state", "verified_at", "membership")
    }
    waiting = {}
    for pk, member in members.items():
        if pk in excluded:
            continue
        card = states.get(pk)
        if card is None or card.handing is not Handing.SIGNED:
            waiting[pk] = Sentence("ranking.card_not_signed", unit=member.name)
        elif card.verified_at is None:
            waiting[pk] = Sentence("ranking.card_not_verified", unit=member.name)
    return waiting
