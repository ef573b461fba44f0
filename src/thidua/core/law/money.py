"""Bonuses: what one award brings in đồng on the day of its decision, and what of several awards is paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from thidua.core.law.conditions.groups import Doubt
from thidua.core.law.history import Kind
from thidua.core.law.library import Library
from thidua.core.law.provisions import Provision
from thidua.core.law.register import Award

UNROUNDED = 1


def bonus_dong(multiple: Fraction, base_salary_dong: int, up_to: int = 10_000) -> int:
    """Bonus of one award in đồng, rounded up to a full 10,000.

    Both figures are those in force on the day of the decision.
    Source: Decree 152/2025/NĐ-CP, art. 49(1)-(2).

    >>> bonus_dong(Fraction("0.3"), 2_340_000)
    710000
    """
    return -int(-multiple * base_salary_dong // up_to) * up_to


@dataclass(frozen=True)
class Bonus:
    """What an award brings, with the rows of the law that it was reckoned from."""

    award: Award
    to: Kind
    multiple: Fraction
    dong: int
    rows: tuple[Provision, ...]
    is_limit: bool = False  # no more than that

    @property
    def doubt(self) -> Doubt | None:
        return next((row.doubt for row in self.rows if row.doubt), None)


def bonus_of(library: Library, award: str, to: Kind, on: date) -> Bonus | None:
    """The bonus that a decision of that day brings; None where no text gives one, or no salary is known.

    A household's multiple stands in the law's table as its own: one and a half times the individual's.
    """
    multiple, salary = library.row("bonus", on, award, to, ""), library.row("base_salary", on)
    if multiple is None or salary is None:
        return None
    rounding = library.row("rounding", on, "bonus")
    up_to = rounding["up_to"] if rounding else UNROUNDED
    rows = (multiple, salary, *([rounding] if rounding else []))
    dong = bonus_dong(multiple["multiple"], salary["dong"], up_to)
    return Bonus(multiple["award"], to, multiple["multiple"], dong, rows, multiple["at_most"] == "yes")


@dataclass(frozen=True)
class Granted:
    """An award in a decision: up to which year it rewards, and how many years where that is known."""

    award: Award
    last_year: int
    dong: int
    years: int | None = None


@dataclass(frozen=True)
class Payment:
    granted: Granted
    dong: int  # nought where a higher one of the same years is paid
    instead: Granted | None = None


def granted_by(library: Library, bonus: Bonus, year: int, on: date) -> Granted:
    """The award of a bonus with the years that it rewards."""
    row = library.row("rewards", on, bonus.award.code)
    return Granted(bonus.award, year, bonus.dong, row["years"] if row else None)


def paid(library: Library, granted: Sequence[Granted], on: date) -> list[Payment]:
    """What is paid of several awards: titles of the same years bring the highest bonus only, others each their own.

    Source: Decree 152/2025/NĐ-CP, art. 49(5)-(7).
    """
    return [_payment(one, _highest(library, one, granted, on)) for one in granted]


def _payment(one: Granted, highest: Granted) -> Payment:
    return Payment(one, one.dong) if highest is one else Payment(one, 0, highest)


def _highest(library: Library, one: Granted, granted: Sequence[Granted], on: date) -> Granted:
    what: Literal["titles", "forms"] = "titles" if one.award.is_title else "forms"
    together = library.row("together", on, what)
    if together is None or together["paid"] != "highest":
        return one
    return max((other for other in granted if other is one or _same_years(one, other)), key=lambda each: each.dong)


def _same_years(one: Granted, other: Granted) -> bool:
    alike = one.award.is_title is other.award.is_title and one.last_year == other.last_year
    return alike and one.years is not None and one.years == other.years
