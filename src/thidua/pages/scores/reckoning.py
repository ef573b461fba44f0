"""Reckons what stands or was just typed: each line by itself, so that one wrong figure does not hide the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from thidua.core.answer import NotPossible, Sentence
from thidua.core.scoring import Card, Given, Line, Sheet, line_of, score


@dataclass(frozen=True)
class Reckoning:
    """Lines that could be reckoned, the faults of the others, and the card of the good ones."""

    card: Card
    lines: Mapping[str, Line]
    faults: Mapping[str, tuple[Sentence, ...]]


def reckon(sheet: Sheet, inputs: Mapping[str, Given]) -> Reckoning:
    """Every line of the sheet for `inputs`; a faulty input counts as missing and says what is wrong with it."""
    lines: dict[str, Line] = {}
    faults: dict[str, tuple[Sentence, ...]] = {}
    for criterion in sheet.criteria():
        try:
            lines[criterion.code] = line_of(sheet, criterion, inputs.get(criterion.code, Given()))
        except NotPossible as refused:
            faults[criterion.code] = refused.sentences
    good = {code: given for code, given in inputs.items() if code in lines}
    return Reckoning(score(sheet, good), lines, faults)


@dataclass(frozen=True)
class Sum:
    """What stands at the head of a card; `verified` None before the secretariat has begun."""

    done: int
    lines: int
    card: Card
    verified: Fraction | None = None

    @property
    def total(self) -> Fraction:
        return self.card.total

    @property
    def maximum(self) -> Fraction:
        return self.card.sheet.maximum

    @property
    def base(self) -> Fraction:
        return self.card.base

    @property
    def bonus(self) -> Fraction:
        return self.card.bonus

    @property
    def penalty(self) -> Fraction:
        return self.card.penalty

    @property
    def applicable(self) -> Fraction:
        return self.card.applicable

    @property
    def has_extras(self) -> bool:
        return any(group.group.kind != "base" for group in self.card.groups)

    @property
    def is_scaled(self) -> bool:
        return self.card.applicable != self.card.sheet.maximum

    @property
    def difference(self) -> Fraction:
        """Verified less self-scored, nought before verification."""
        return Fraction(0) if self.verified is None else self.verified - self.card.total

    @property
    def lower(self) -> Fraction:
        return -self.difference


def sum_of(card: Card, verified: Fraction | None = None) -> Sum:
    lines = card.lines
    return Sum(sum(not line.is_missing for line in lines), len(lines), card, verified)
