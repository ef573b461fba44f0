"""Inputs out of results: what a card is filled with before anyone types."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from thidua.core.scoring.sheet import FromIndicator, Sheet, Take
from thidua.core.scoring.values import Given, Value

WHOLE = Fraction(100)


@dataclass(frozen=True)
class Fact:
    """A unit's year in one indicator.

    `figure` and the registered `target` in the indicator's own unit (97.5 for 97,5 %);
    `is_met` for a content judged in words; None where nothing is known.
    """

    figure: Fraction | None = None
    target: Fraction | None = None
    is_met: bool | None = None


def prefill(sheet: Sheet, facts: Mapping[str, Fact]) -> dict[str, Given]:
    """Inputs by the criterion's code, for criteria that take one from an indicator with a known fact.

    An achievement needs a target above nought; without it, as for all that is unknown, the
    criterion is left out and its line stays missing.
    """
    found = {}
    for criterion in sheet.criteria():
        if criterion.source is not None and criterion.source.indicator in facts:
            value = _taken(criterion.source, facts[criterion.source.indicator])
            if value is not None:
                found[criterion.code] = Given(value)
    return found


def _taken(source: FromIndicator, fact: Fact) -> Value | None:
    if source.take is Take.MET:
        return fact.is_met
    if source.take is Take.FIGURE or fact.figure is None:
        return fact.figure
    return fact.figure / fact.target * WHOLE if fact.target else None
