"""What every formula offers; a kind of formula is one file beside this one."""

import re
from fractions import Fraction
from typing import Protocol

from thidua.core.names import Name
from thidua.core.read import Table, fault
from thidua.core.scoring.values import Given, InputKind, Reckoned

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,39}")


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


def code_of(table: Table) -> str:
    """`code:` of letters, digits, dots and dashes: it stands in addresses, in fields of forms, in heads of columns.

    Raises ReadError for any other.
    """
    code = table.text("code")
    if not CODE.fullmatch(code):
        raise fault("scoring.sheet.not_a_code", line=table.line_of("code"), code=code)
    return code


def name_of(table: Table) -> Name:
    """`name: {vi: …, en: …}`. Raises ReadError if one language is absent or empty."""
    both = table.table("name").only("vi", "en")
    for language in ("vi", "en"):
        if not both.text(language).strip():
            raise fault("read.missing", line=both.line_of(language), name=language)
    return Name(both.text("vi"), both.text("en"))


def limit_of(table: Table) -> Fraction | None:
    """`at_most:`, the highest input that can be true; None: no limit. Raises ReadError if it is not above nought."""
    if "at_most" not in table:
        return None
    limit = table.number("at_most")
    if limit <= 0:
        raise fault("scoring.sheet.not_above_nought", line=table.line_of("at_most"), name="at_most")
    return limit
