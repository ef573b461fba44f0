"""What someone types on one line of a report: plain values, from a form or a file, before any row changes."""

from dataclasses import dataclass
from fractions import Fraction

from thidua.core.measuring import Measured


@dataclass(frozen=True)
class Reached:
    """A number, a ratio in its two parts, or đạt / chưa đạt; a line without a figure says in `note` why."""

    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None
    is_met: bool | None = None
    note: str = ""

    @property
    def measured(self) -> Measured:
        return Measured(self.value, self.numerator, self.denominator, self.is_met)
