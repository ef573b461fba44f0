"""Titles of given years before the one reviewed, that one among them or not."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.columns import (
    Column,
    Common,
    Not,
    Pair,
    Truth,
    Whole,
    Without,
    all_but_one,
    in_all,
    some,
)
from thidua.core.law.conditions.base import Case, Cited, Found, certain, graded, met, said, says, wants
from thidua.core.law.history import Asked
from thidua.core.law.register import Award
from thidua.core.law.years import EVERY, Years, years


@dataclass(frozen=True)
class Titled(Cited):
    """A title for each of the years that stand `back` from the one reviewed: (0, 1, 2) are three consecutive ones."""

    title: Award
    back: tuple[int, ...]

    def answer(self, case: Case) -> Found:
        wanted = self._wanted(case.asked)
        have = case.row.get(f"title.{self.title.code}", 0) & ~case.row.get("void", 0) & wanted
        outcome = graded(have & ~case.row.get("inherited", 0) == wanted, have == wanted)
        return Found(self, outcome, have, wanted & ~have, have.bit_count())

    def asks(self, asked: Asked) -> Pair:
        held = Without(Column(f"title.{self.title.code}"), Column("void"))
        wanted = self._wanted(asked)
        return Pair(in_all(Without(held, Column("inherited")), wanted), in_all(held, wanted))

    def nearly(self, asked: Asked) -> Truth:
        return all_but_one(Without(Column(f"title.{self.title.code}"), Column("void")), self._wanted(asked))

    @property
    def wanted(self) -> Sentence:
        if self.back == tuple(range(len(self.back))):
            return wants("titled", title=self.title.name, need=len(self.back))
        return wants("titled_back", title=self.title.name, years=years_back(self.back))

    def because(self, found: Found) -> Sentence:
        return says(
            "titled", found, title=self.title.name, need=len(self.back), have=found.have,
            years=said(found.years), missing=said(found.missing),
        )  # fmt: skip

    def _wanted(self, asked: Asked) -> Years:
        return years(asked.year - back for back in self.back)


@dataclass(frozen=True)
class NotTitled(Cited):
    """None of these years has been rewarded with a title already."""

    title: Award
    back: tuple[int, ...]

    def answer(self, case: Case) -> Found:
        have = case.row.get(f"title.{self.title.code}", 0) & years(case.asked.year - back for back in self.back)
        return Found(self, met(not have), have)

    def asks(self, asked: Asked) -> Pair:
        unwanted = Whole(years(asked.year - back for back in self.back) & EVERY)
        return certain(Not(some(Common(Column(f"title.{self.title.code}"), unwanted))))

    @property
    def wanted(self) -> Sentence:
        return wants("not_titled", title=self.title.name, years=years_back(self.back))

    def because(self, found: Found) -> Sentence:
        return says("not_titled", found, title=self.title.name, years=said(found.years))


def years_back(back: tuple[int, ...]) -> tuple[Sentence, ...]:
    """Years told by how far they stand back from the one reviewed."""
    return tuple(Sentence("law.years_back", years=years) if years else Sentence("law.year_reviewed") for years in back)
