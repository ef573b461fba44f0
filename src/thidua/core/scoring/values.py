"""What goes into a criterion: kinds of input, the input given, and its refusals."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from thidua.core.answer import Sentence, refuse
from thidua.core.points import Points

Value = Fraction | bool | str


class InputKind(StrEnum):
    """What a criterion asks for.

    percent: per cents, 97.5 for 97,5 %; number: a figure in the indicator's own unit;
    count, days: whole numbers; points: points inside the judged range; level: the code of
    one of the named levels; yes_no: true or false.
    """

    PERCENT = "percent"
    NUMBER = "number"
    COUNT = "count"
    DAYS = "days"
    YES_NO = "yes_no"
    POINTS = "points"
    LEVEL = "level"


@dataclass(frozen=True)
class Precise:
    """A figure said with up to `places` decimals, where the usual two would tell something else."""

    figure: Fraction
    places: int

    def __str__(self) -> str:
        return str(self.figure)


@dataclass(frozen=True)
class Given:
    """The input of one criterion: a value, or the statement that there was no case in the year.

    `reason` is why an expert chose these points; other formulas do not need it.
    """

    value: Value | None = None
    reason: str = ""
    not_applicable: bool = False

    @property
    def is_missing(self) -> bool:
        return self.value is None and not self.not_applicable


NOTHING_GIVEN = Given()


@dataclass(frozen=True)
class Reckoned:
    """Points of one line with the sentence that says how they arose."""

    points: Points
    because: Sentence


def figure_of(given: Given, *, at_most: Fraction | None = None, whole: bool = False) -> Fraction:
    """The figure given, not below nought.

    Raises NotPossible for anything else, for a figure above `at_most`, and for a broken
    figure where a whole one is due.
    """
    if isinstance(given.value, bool) or not isinstance(given.value, Fraction | int):
        raise refuse("scoring.input.not_a_figure")
    figure = Fraction(given.value)
    if figure < 0:
        raise refuse("scoring.input.below_nought", given=figure)
    if at_most is not None and figure > at_most:
        raise refuse("scoring.input.above_most", given=figure, most=at_most)
    if whole and figure.denominator != 1:
        raise refuse("scoring.input.not_whole", given=figure)
    return figure


def flag_of(given: Given) -> bool:
    """Yes or no as given. Raises NotPossible for anything else."""
    if not isinstance(given.value, bool):
        raise refuse("scoring.input.not_yes_no")
    return given.value


def as_written(value: Value) -> str:
    """A value as a row keeps it: "39/40", "yes", "no", a level's code."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else f"{Fraction(value).numerator}/{Fraction(value).denominator}"


def from_written(kind: InputKind, written: str) -> Value:
    """The value that `as_written` kept, for a criterion that asks for `kind`. Raises ValueError for any other text."""
    if kind is InputKind.LEVEL:
        return written
    if kind is InputKind.YES_NO:
        return {"yes": True, "no": False}[written] if written in ("yes", "no") else _no_value(written)
    try:
        return Fraction(written)
    except ZeroDivisionError:
        return _no_value(written)


def _no_value(written: str) -> Value:
    raise ValueError(f"not a kept value: {written!r}")
