"""What someone types on one line of a report: plain values, from a form or a file, before any row changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua.core.measuring import Measured

MOST_NUMBER, MOST_ISSUER = 60, 200  # letters


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


@dataclass(frozen=True)
class Proof:
    """The document that shows a result, by its number and day: evidence without a file."""

    number: str
    dated_on: date
    issuer: str = ""

    @property
    def as_kept(self) -> dict[str, str]:
        kept = {"proof": self.number, "proof_day": self.dated_on.isoformat()}
        return kept | ({"proof_by": self.issuer} if self.issuer else {})

    @property
    def as_marked(self) -> str:
        """As the hidden sheet of a form holds it."""
        return f"{self.number} {self.dated_on.isoformat()}"


def proof_of(kept: Mapping[str, str]) -> Proof | None:
    """What was kept of a line's proof, texts by column; None where nothing was named."""
    if "proof" not in kept:
        return None
    return Proof(kept["proof"], date.fromisoformat(kept["proof_day"]), kept.get("proof_by", ""))


def reached_of(kept: Mapping[str, str]) -> Reached:
    """What was kept of a line, texts by column, as it was typed."""
    figures = {name: Fraction(kept[name]) for name in ("numerator", "denominator", "value") if name in kept}
    is_met = kept["is_met"] == "True" if "is_met" in kept else None
    return Reached(**figures, is_met=is_met, note=kept.get("note", ""))
