"""What was reached in one indicator, in one period or over several."""

from dataclasses import dataclass
from fractions import Fraction

HUNDRED = 100


@dataclass(frozen=True)
class Measured:
    """A number in `value`, a ratio in its two parts, a content judged in words in `is_met`; None is not known."""

    value: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    is_met: bool | None = None

    @property
    def figure(self) -> Fraction | None:
        """The number itself, of a ratio its percentage; None where nothing is known or nothing came up.

        >>> Measured(numerator=Fraction(39), denominator=Fraction(40)).figure
        Fraction(195, 2)
        """
        if self.numerator is not None and self.denominator:
            return HUNDRED * self.numerator / self.denominator
        return self.value

    @property
    def is_empty(self) -> bool:
        return (self.value, self.numerator, self.denominator, self.is_met) == (None, None, None, None)
