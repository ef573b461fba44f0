"""Lines of a card as a page shows them: what was given, what it gives, what shows it, what was found instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from thidua.base.numbers import editable, figure
from thidua.core.scoring import Criterion, Given
from thidua.core.scoring.formulas import Judged, Levels
from thidua.core.scoring.values import Value
from thidua.pages.scores.methods import measure, named
from thidua.pages.scores.reading import CriterionRead, GroupRead
from thidua.pages.shared.figures import number


@dataclass(frozen=True)
class Shown:
    """A paper or a result beside a line; `href` leads to its file or its report, "" where there is none."""

    key: str
    title: str
    number: str = ""
    dated_on: date | None = None
    href: str = ""
    withdrawn: bool = False
    has_file: bool = False


@dataclass(frozen=True)
class Behind:
    """A result from which a line was filled in: its period, and the report that holds it."""

    period: str
    href: str


@dataclass(frozen=True)
class Found:
    """What verification found instead of what the unit gave."""

    shown: str
    points: Fraction
    because: str
    reason: str
    paper: str
    href: str
    who: str
    at: datetime
    raises: bool
    lowers: bool


@dataclass(frozen=True)
class Row:
    """One criterion of a card. `given`, `reason`, `none` fill the form; `shown` is the same for reading.

    `results` are of the indicator whose short name is `indicator`.
    `points` are the unit's own, None for a missing line; `counted` what stands after verification.
    `is_excluded` and `counts_nothing` say of both that the line stands outside the sums.
    `proposed_given` and `proposed_none` fill the form of verification; `adding` holds what was typed
    in a small form of this line that was refused.
    """

    key: str
    criterion: Criterion
    read: CriterionRead
    given: str
    reason: str
    none: bool
    shown: str
    from_results: bool
    points: Fraction | None
    because: str
    counted: Fraction | None = None
    is_excluded: bool = False
    counts_nothing: bool = False
    faults: tuple[str, ...] = ()
    evidence: Sequence[Shown] = ()
    results: Sequence[Behind] = ()
    indicator: str = ""
    findings: Sequence[Found] = ()
    adding: Mapping[str, Any] = field(default_factory=dict)
    proposed_given: str = ""
    proposed_none: bool = False

    @property
    def code(self) -> str:
        return self.criterion.code

    @property
    def name(self) -> str:
        return self.read.name

    @property
    def maximum(self) -> Fraction:
        return self.criterion.maximum

    @property
    def kind(self) -> str:
        return self.criterion.formula.asks.value

    @property
    def measure(self) -> str:
        return measure(self.criterion.formula.asks)

    @property
    def is_missing(self) -> bool:
        return not self.given and not self.none

    @property
    def lacks(self) -> str:
        """What evidence the sheet still asks for: "file", "paper", "" where nothing is missing."""
        standing = [one for one in self.evidence if not one.withdrawn]
        if self.from_results or self.none or (standing and self.read.asks_for != "file"):
            return ""
        return "" if any(one.has_file for one in standing) else self.read.asks_for

    @property
    def offers_none(self) -> bool:
        return bool(self.read.no_case)

    @property
    def needs_reason(self) -> bool:
        return isinstance(self.criterion.formula, Judged)

    @property
    def levels(self) -> list[tuple[str, str]]:
        formula = self.criterion.formula
        if not isinstance(formula, Levels):
            return []
        return [(one.code, f"{named(one.name)}: {number(one.points)}") for one in formula.levels]

    @property
    def bounds(self) -> str:
        """Between which points an expert may choose, band by band."""
        formula = self.criterion.formula
        if not isinstance(formula, Judged):
            return ""
        words = _("{band} {lowest} đến {highest}")
        bands = [
            words.format(band=named(band.name), lowest=number(band.lowest), highest=number(band.highest))
            for band in formula.bands
        ]
        return "; ".join([*bands, _("bước {step}").format(step=number(formula.step))])

    @property
    def proposed(self) -> "Row":
        """The row whose field stands in the form of verification."""
        return replace(self, given=self.proposed_given, none=self.proposed_none)

    def but(self, **changes: Any) -> "Row":
        """The same row with some of its values changed."""
        return replace(self, **changes)


@dataclass(frozen=True)
class GroupRows:
    """A group's lines with their sums; `verified` None before the card is verified."""

    key: int
    read: GroupRead
    rows: Sequence[Row]
    points: Fraction
    verified: Fraction | None = None

    def with_rows(self, rows: Sequence[Row], points: Fraction | None = None) -> "GroupRows":
        """The same group with other lines, and with another sum where one is given."""
        return replace(self, rows=rows, points=self.points if points is None else points)


def written(value: Value | None) -> str:
    """A value as its field in the form holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else editable(value)


def shown(criterion: Criterion, given: Given) -> str:
    """An input as one reads it: 97,5 %, đạt, the name of a level; "" for a missing one. At most two decimals."""
    value = given.value
    if given.not_applicable:
        return _("không phát sinh")
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("đạt") if value else _("không đạt")
    if isinstance(value, str):
        formula = criterion.formula
        levels = {one.code: named(one.name) for one in formula.levels} if isinstance(formula, Levels) else {}
        return levels.get(value, value)
    unit = measure(criterion.formula.asks)
    return f"{figure(value)}\N{NO-BREAK SPACE}{unit}" if unit else figure(value)
