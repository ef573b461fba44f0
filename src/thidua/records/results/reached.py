"""What someone types on one line of a report: plain values, from a form or a file, before any row changes."""

from collections.abc import Mapping
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


def reached_of(kept: Mapping[str, str]) -> Reached:
    """What was kept of a line, texts by column, as it was typed."""
    figures = {name: Fraction(kept[name]) for name in ("numerator", "denominator", "value") if name in kept}
    is_met = kept["is_met"] == "True" if "is_met" in kept else None
    return Reached(**figures, is_met=is_met, note=kept.get("note", ""))
