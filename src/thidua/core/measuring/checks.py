"""What is wrong with a figure as it was typed, in sentences that name the indicator and say how to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from thidua.core.answer import Sentence
from thidua.core.measuring.measured import Measured


class Form(StrEnum):
    """What a line asks for: one number, a numerator with its denominator, or đạt / chưa đạt."""

    NUMBER = "number"
    RATIO = "ratio"
    WORDS = "words"

    @classmethod
    def of(cls, kind: str, aggregation: str) -> "Form":
        """By an indicator's kind (number, yes_no, judged) and how its periods make the year."""
        if kind != "number":
            return cls.WORDS
        return cls.RATIO if aggregation == "ratio" else cls.NUMBER


@dataclass(frozen=True)
class Allowed:
    """Where a running total may lie: not below the period before, not above the period after, both signed."""

    lowest: Fraction | None = None
    lowest_in: str = ""
    highest: Fraction | None = None
    highest_in: str = ""


def faults_of(name: str, form: Form, typed: Measured, allowed: Allowed | None = None) -> list[Sentence]:
    """Every fault of one line; an empty line has none. `allowed` is given for running totals that only grow."""
    return list(_faults(name, form, typed, allowed or Allowed()))


def _faults(name: str, form: Form, typed: Measured, allowed: Allowed) -> Iterator[Sentence]:
    if typed.is_empty:
        return
    if _is_of_another_form(form, typed):
        yield Sentence("measure.other_form", name=name)
    elif form is Form.RATIO:
        yield from _ratio_faults(name, typed)
    elif form is Form.NUMBER and typed.value is not None:
        yield from _number_faults(name, typed.value, allowed)


def _is_of_another_form(form: Form, typed: Measured) -> bool:
    """Whether anything stands where this form has no field, or nothing where it has."""
    fields: dict[Form, tuple[object, ...]] = {
        Form.NUMBER: (typed.value,),
        Form.RATIO: (typed.numerator, typed.denominator),
        Form.WORDS: (typed.is_met,),
    }
    filled = {other for other, parts in fields.items() if any(part is not None for part in parts)}
    return filled != {form}


def _number_faults(name: str, value: Fraction, allowed: Allowed) -> Iterator[Sentence]:
    if value < 0:
        yield Sentence("figure.below_zero", name=name)
    elif allowed.lowest is not None and value < allowed.lowest:
        yield Sentence("measure.falls", name=name, value=value, before=allowed.lowest, period=allowed.lowest_in)
    elif allowed.highest is not None and value > allowed.highest:
        yield Sentence("measure.overtakes", name=name, value=value, after=allowed.highest, period=allowed.highest_in)


def _ratio_faults(name: str, typed: Measured) -> Iterator[Sentence]:
    top, bottom = typed.numerator, typed.denominator
    if top is None or bottom is None:
        yield Sentence("measure.half_a_ratio", name=name)
    elif top < 0 or bottom < 0:
        yield Sentence("figure.below_zero", name=name)
    elif top.denominator != 1 or bottom.denominator != 1:
        yield Sentence("measure.not_whole", name=name)
    elif bottom == 0:
        yield Sentence("measure.nothing_came_up", name=name)
    elif top > bottom:
        yield Sentence("measure.more_than_all", name=name, numerator=top, denominator=bottom)
