"""Opens cards and writes inputs into their lines; points are reckoned by core and stored beside them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import islice

from django.db.models import Q

from thidua.core.answer import NotPossible, Sentence
from thidua.core.points import to_stored
from thidua.core.scoring import Card, Criterion, Fact, Given, Line, Sheet, as_written, line_of, prefill
from thidua.records.results.queries import year_facts
from thidua.records.scores.models import CardLine, LineEvidence, ScoreCard
from thidua.records.scores.queries import adopted_sheet, given_of, inputs_of, sheet_of
from thidua.records.seasons.models import BlocSeason, Membership

ROWS_AT_ONCE = 500
COLUMNS = ("given", "not_applicable", "reason", "from_results", "points", "points_parts")


def open_cards(bloc: BlocSeason) -> None:
    """A card for every member with a line for every criterion, filled in from signed results.

    What is open already stays as it is. The caller has made sure that a sheet is adopted.
    """
    adopted = adopted_sheet(bloc)
    assert adopted is not None
    sheet, facts = sheet_of(adopted), year_facts(bloc)
    waiting = list(Membership.objects.filter(bloc_season=bloc, left_on=None, score_card=None))
    cards = ScoreCard.objects.bulk_create(
        (ScoreCard(membership=member, sheet=adopted) for member in waiting), batch_size=ROWS_AT_ONCE
    )
    lines = (line for card in cards for line in _lines(card, sheet, facts.get(card.membership_id, {})))
    while batch := list(islice(lines, ROWS_AT_ONCE)):
        CardLine.objects.bulk_create(batch)


def _lines(card: ScoreCard, sheet: Sheet, facts: Mapping[str, Fact]) -> list[CardLine]:
    filled = _from_facts(sheet, facts)
    lines = []
    for position, criterion in enumerate(sheet.criteria(), 1):
        line = CardLine(card=card, criterion=criterion.code, position=position)
        if criterion.code in filled:
            put(line, sheet, criterion, filled[criterion.code], from_results=True)
        lines.append(line)
    return lines


def fill_from_results(card: ScoreCard, sheet: Sheet, facts: Mapping[str, Fact]) -> dict[str, dict[str, str]]:
    """Takes the figures of signed results anew; gives before and after of the lines that changed."""
    filled = _from_facts(sheet, facts)
    wanted = {
        line: filled.get(line.criterion, Given())
        for line in card.lines.all()
        if sheet.criterion(line.criterion).source is not None and (line.criterion in filled or line.from_results)
    }
    return _write(card, sheet, wanted, from_results=True)


def _from_facts(sheet: Sheet, facts: Mapping[str, Fact]) -> dict[str, Given]:
    """What results give, without figures that the sheet cannot take (150 where it ends at 100).

    Such a line stays open for the unit to type: one odd figure must not hold up the whole bloc.
    """
    return {code: given for code, given in prefill(sheet, facts).items() if _can_be(sheet, code, given)}


def _can_be(sheet: Sheet, code: str, given: Given) -> bool:
    try:
        line_of(sheet, sheet.criterion(code), given)
    except NotPossible:
        return False
    return True


def require_current(card: ScoreCard, sheet: Sheet, facts: Mapping[str, Fact]) -> None:
    """Raises NotPossible naming every line that differs from results signed or corrected since it was filled."""
    filled = _from_facts(sheet, facts)
    changed = [
        sheet.criterion(line.criterion)
        for line in card.lines.all()
        if (line.criterion in filled or line.from_results)
        and filled.get(line.criterion) != (given_of(sheet, line.criterion, line) if line.from_results else None)
    ]
    if changed:
        raise NotPossible(*(Sentence("card.result_changed", code=one.code, name=one.name) for one in changed))


def enter_inputs(card: ScoreCard, sheet: Sheet, inputs: Mapping[str, Given]) -> dict[str, dict[str, str]]:
    """Writes what was typed, by the criterion's code; gives before and after of the lines that changed.

    What came from results stays; where they give nothing, the unit types. Raises NotPossible with every fault
    of every line, and for a code that the sheet has not.
    """
    lines = {line.criterion: line for line in card.lines.all()}
    faults, wanted = [], {}
    for code, given in inputs.items():
        if code not in lines:
            faults.append(Sentence("scoring.input.unknown_criterion", code=code))
            continue
        line, criterion = lines[code], sheet.criterion(code)
        if line.from_results:
            if not given.is_missing and given != given_of(sheet, code, line):
                faults.append(_from_results(criterion))
        else:
            try:
                line_of(sheet, criterion, given)
            except NotPossible as refused:
                faults += refused.sentences
            wanted[line] = given
    if faults:
        raise NotPossible(*faults)
    return _write(card, sheet, wanted, from_results=False)


def require_whole(card: ScoreCard, sheet: Sheet) -> None:
    """Raises NotPossible naming every line without an input or without the evidence that the sheet asks for."""
    lines = list(card.lines.prefetch_related("evidence__paper", "evidence__result__evidence__paper"))
    inputs = inputs_of(sheet, lines)
    faults = []
    for line in lines:
        criterion, given = sheet.criterion(line.criterion), inputs[line.criterion]
        place = {"code": criterion.code, "name": criterion.name}
        shown = [one for one in line.evidence.all() if one.withdrawn_at is None]
        if given.is_missing:
            key = "card.no_result" if criterion.source is not None else "card.no_input"
            faults.append(Sentence(key, **place))
        elif not given.not_applicable and not line.from_results and (lacking := _lacking(criterion, shown)):
            faults.append(Sentence(lacking, **place))
    if faults:
        raise NotPossible(*faults)


def _lacking(criterion: Criterion, shown: Sequence[LineEvidence]) -> str:
    """What the sheet asks for and no evidence gives, as a key; "" where nothing is missing."""
    if criterion.evidence_required and not shown:
        return "card.no_file" if criterion.file_required else "card.no_evidence"
    return "card.no_file" if criterion.file_required and not any(one.has_file for one in shown) else ""


def put(line: CardLine, sheet: Sheet, criterion: Criterion, given: Given, *, from_results: bool) -> None:
    """Sets the columns of a line; the caller saves."""
    reckoned = line_of(sheet, criterion, given)
    line.given = "" if given.value is None else as_written(given.value)
    line.not_applicable, line.reason = given.not_applicable, given.reason
    line.from_results = from_results and not given.is_missing
    line.points, line.points_parts = _stored(None if given.is_missing else reckoned.points)


def put_total(card: ScoreCard, reckoned: Card, *, verified: bool) -> None:
    """Sets a card's total, self-scored or verified, exact beside its sortable parts; the caller saves."""
    exact, parts = _stored(reckoned.total)
    if verified:
        card.verified_total, card.verified_total_parts = exact, parts
    else:
        card.self_total, card.self_total_parts = exact, parts


def said(line: Line | Given) -> str:
    """An input as the journal keeps it."""
    given = line.given if isinstance(line, Line) else line
    written = "not applicable" if given.not_applicable else "" if given.value is None else as_written(given.value)
    return f"{written} | {given.reason}" if given.reason else written


def _write(
    card: ScoreCard, sheet: Sheet, wanted: Mapping[CardLine, Given], *, from_results: bool
) -> dict[str, dict[str, str]]:
    changed, changes = [], {}
    for line, given in wanted.items():
        before, was_taken = said(given_of(sheet, line.criterion, line)), line.from_results
        put(line, sheet, sheet.criterion(line.criterion), given, from_results=from_results)
        if (after := said(given)) != before or line.from_results is not was_taken:
            changed.append(line)
            changes[line.criterion] = {"before": before, "after": after}
    CardLine.objects.bulk_update(changed, COLUMNS)
    return changes


def _stored(points: Fraction | None) -> tuple[Fraction | None, int | None]:
    return (None, None) if points is None else (points, to_stored(points)[0])


def _from_results(criterion: Criterion) -> Sentence:
    return Sentence("card.only_from_results", code=criterion.code, name=criterion.name)


def extend_cards(members: Iterable[int], *, until_on: date, reason: str) -> None:
    """These members, by key, hand in their cards later than the others."""
    cards = ScoreCard.objects.filter(membership__in=members)
    earlier = Q(extended_to=None) | Q(extended_to__lt=until_on)  # nobody is given less than before
    cards.filter(earlier).update(extended_to=until_on, extended_because=reason)
