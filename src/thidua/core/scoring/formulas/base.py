"""What every formula offers; a kind of formula is one file beside this one."""

from fractions import Fraction
from typing import Protocol

from thidua.core.read import Table
from thidua.core.scoring.values import Given, InputKind, Name, Reckoned


class Formula(Protocol):
    """How the points of one criterion arise; frozen, and whole in itself."""

    @property
    def kind(self) -> str:
        """The word after `kind:` in a sheet."""

    @property
    def asks(self) -> InputKind:
        """What the criterion is to be given."""

    def points(self, given: Given) -> Reckoned:
        """Points for the value given, never missing here. Raises NotPossible, saying how to mend it."""


def name_of(table: Table) -> Name:
    """`name: {vi: …, en: …}`. Raises ReadError if one language is absent."""
    both = table.table("name").only("vi", "en")
    return Name(both.text("vi"), both.text("en"))


def limit_of(table: Table) -> Fraction | None:
    """`at_most:`, the highest input that can be true, None where there is none."""
    return table.number("at_most") if "at_most" in table else None
