"""A score card: what a unit's inputs give on a sheet, line by line and exactly."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.points import Points, RoundAt
from thidua.core.scoring.ranking import Standing
from thidua.core.scoring.sheet import Criterion, Group, GroupKind, NotApplicable, Sheet
from thidua.core.scoring.values import NOTHING_GIVEN, Given, Reckoned

NOUGHT = Points(0)


@dataclass(frozen=True)
class Line:
    """One criterion of a card.

    `points` are rounded where the sheet rounds items, nought for a missing input;
    `is_excluded`: no case in the year, the line stands outside both sums.
    """

    criterion: Criterion
    given: Given
    points: Points
    because: Sentence
    is_excluded: bool = False

    @property
    def is_missing(self) -> bool:
        return self.given.is_missing


@dataclass(frozen=True)
class GroupSum:
    """Points of a group: the sum of its lines, in a bonus or penalty group at most its cap."""

    group: Group
    lines: tuple[Line, ...]
    points: Points


@dataclass(frozen=True)
class Card:
    """What the inputs give: total = base + bonus − penalty, rounded where the sheet rounds totals.

    `applicable` is the sheet's maximum without excluded lines; where it is smaller, `base`
    has been scaled from it to the sheet's maximum, so that units stay comparable.
    """

    sheet: Sheet
    groups: tuple[GroupSum, ...]
    applicable: Points
    base: Points
    bonus: Points
    penalty: Points
    total: Points

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def missing(self) -> tuple[Line, ...]:
        """Lines without an input: the card is whole when there are none."""
        return tuple(line for line in self.lines if line.is_missing)

    @property
    def standing(self) -> Standing:
        """What ranking needs of this card."""
        return Standing(self.total, self.penalty, {group.group.code: group.points for group in self.groups})


def score(sheet: Sheet, inputs: Mapping[str, Given]) -> Card:
    """The card for `inputs` (by the criterion's code); a criterion without input is a line marked missing.

    Raises NotPossible with a sentence for each input that cannot be true, naming the
    criterion (`code`, `name`) and how to mend it, and for each code that the sheet lacks.
    """
    known = {criterion.code for criterion in sheet.criteria()}
    refusals = [Sentence("scoring.input.unknown_criterion", code=code) for code in inputs if code not in known]
    groups = []
    for group in sheet.groups:
        lines = []
        for criterion in group.criteria:
            try:
                lines.append(line_of(sheet, criterion, inputs.get(criterion.code, NOTHING_GIVEN)))
            except NotPossible as refused:
                refusals += refused.sentences
        groups.append(GroupSum(group, tuple(lines), _group_points(group, lines)))
    if refusals:
        raise NotPossible(*refusals)
    return _card(sheet, tuple(groups))


def line_of(sheet: Sheet, criterion: Criterion, given: Given) -> Line:
    """One line by itself, as for a figure just typed. Raises NotPossible, naming the criterion (`code`, `name`)."""
    if given.is_missing:
        return Line(criterion, given, NOUGHT, Sentence("scoring.missing"))
    try:
        reckoned = _without_case(criterion, given) if given.not_applicable else criterion.formula.points(given)
    except NotPossible as refused:
        place = {"code": criterion.code, "name": criterion.name}
        raise NotPossible(*(Sentence(one.key, **one.values, **place) for one in refused)) from None
    points = sheet.rounding.rounded(reckoned.points, RoundAt.ITEM)
    is_excluded = given.not_applicable and criterion.not_applicable is NotApplicable.EXCLUDED
    return Line(criterion, given, points, reckoned.because, is_excluded)


def _without_case(criterion: Criterion, given: Given) -> Reckoned:
    """Points of a criterion that had no case in the year.

    Raises NotPossible where the sheet does not offer that, and beside a figure: one of the two is wrong.
    """
    if given.value is not None:
        raise refuse("scoring.input.case_and_no_case")
    match criterion.not_applicable:
        case NotApplicable.FULL:
            return Reckoned(criterion.maximum, Sentence("scoring.no_case_full", points=criterion.maximum))
        case NotApplicable.ZERO:
            return Reckoned(NOUGHT, Sentence("scoring.no_case_zero"))
        case NotApplicable.EXCLUDED:
            return Reckoned(NOUGHT, Sentence("scoring.no_case_excluded", maximum=criterion.maximum))
    raise refuse("scoring.input.always_applies")


def _group_points(group: Group, lines: list[Line]) -> Points:
    points = sum((line.points for line in lines), NOUGHT)
    return points if group.cap is None else min(points, group.cap)


def _card(sheet: Sheet, groups: tuple[GroupSum, ...]) -> Card:
    excluded = sum((line.criterion.maximum for one in groups for line in one.lines if line.is_excluded), NOUGHT)
    applicable = sheet.maximum - excluded
    reached = _sum(groups, GroupKind.BASE)
    base = reached * sheet.maximum / applicable if applicable else NOUGHT
    bonus, penalty = _sum(groups, GroupKind.BONUS), _sum(groups, GroupKind.PENALTY)
    total = sheet.rounding.rounded(base + bonus - penalty, RoundAt.TOTAL)
    return Card(sheet, groups, applicable, base, bonus, penalty, total)


def _sum(groups: tuple[GroupSum, ...], kind: GroupKind) -> Points:
    return sum((one.points for one in groups if one.group.kind is kind), NOUGHT)
