"""The cards of a bloc, one unit's card, and what stands on it as input."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from thidua.core.answer import Unknown
from thidua.core.scoring import Given, Sheet, from_written
from thidua.core.workflow.handing_in import Handing
from thidua.records.directory.models import Unit
from thidua.records.scores.models import CardLine, Finding, LineEvidence, ScoreCard
from thidua.records.seasons.models import BlocSeason, Membership


def cards_of(bloc: BlocSeason) -> QuerySet[ScoreCard]:
    """The cards of a bloc in protocol order, with their units."""
    cards = ScoreCard.objects.filter(membership__bloc_season=bloc)
    return cards.select_related("membership__unit", "sheet").order_by("membership__position", "pk")


def card_of(member: Membership) -> ScoreCard:
    """A unit's card. Raises Unknown before self-scoring has begun."""
    card = ScoreCard.objects.filter(membership=member).select_related("sheet").first()
    if card is None:
        raise Unknown
    card.membership = member
    return card


def cards_waiting(units: Iterable[Unit | int]) -> QuerySet[ScoreCard]:
    """Cards of these units that wait for their leader's signature."""
    return (
        ScoreCard.objects.filter(membership__unit__in=list(units), state=Handing.SUBMITTED.value)
        .select_related("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc")
        .select_related("sheet")
        .order_by("submitted_at", "pk")
    )


def evidence_by_criterion(card: ScoreCard) -> dict[str, int]:
    """How much evidence stands beside each line, by its criterion; one query."""
    standing = LineEvidence.objects.filter(line__card=card, withdrawn_at=None).order_by()
    return dict(standing.values_list("line__criterion").annotate(count=Count("pk")))


def line_of_card(card: ScoreCard, criterion: str) -> CardLine:
    """Raises Unknown for a criterion that the card has not."""
    line = card.lines.filter(criterion=criterion).first()
    if line is None:
        raise Unknown
    return line


def given_of(sheet: Sheet, criterion: str, row: CardLine | Finding) -> Given:
    """A row's input as core takes it."""
    kind = sheet.criterion(criterion).formula.asks
    return Given(from_written(kind, row.given) if row.given else None, row.reason, row.not_applicable)


def inputs_of(sheet: Sheet, lines: Iterable[CardLine], findings: Iterable[Finding] = ()) -> dict[str, Given]:
    """Inputs by criterion: what the unit gave, replaced by the newest finding of each line where there is one."""
    rows = {line.pk: line for line in lines}
    inputs = {line.criterion: given_of(sheet, line.criterion, line) for line in rows.values()}
    for finding in sorted(findings, key=lambda one: one.pk):
        criterion = rows[finding.line_id].criterion
        inputs[criterion] = given_of(sheet, criterion, finding)
    return inputs
