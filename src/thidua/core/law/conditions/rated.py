"""Rated so or better in the year reviewed."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.columns import Column, Pair, Without, both, either, in_year
from thidua.core.law.conditions.base import Case, Cited, Found, graded, said, says, wants
from thidua.core.law.history import Asked, Level
from thidua.core.law.years import only


@dataclass(frozen=True)
class Rated(Cited):
    """A year cut off by discipline counts for nothing; one in which the discipline ended warns."""

    at_least: Level

    def answer(self, case: Case) -> Found:
        year = only(case.asked.year)
        rated = case.row.get(f"rated.{self.at_least.name}", 0) & year
        void, part = case.row.get("void", 0), case.row.get("part", 0)
        counts = rated & ~void & ~case.row.get("inherited", 0)
        outcome = graded(bool(counts), bool(rated & (~void | part)))
        return Found(self, outcome, counts, year & ~counts)

    def asks(self, asked: Asked) -> Pair:
        rated, void, part = Column(f"rated.{self.at_least.name}"), Column("void"), Column("part")
        counts = Without(rated, void)
        widest = either(in_year(counts, asked.year), both(in_year(rated, asked.year), in_year(part, asked.year)))
        return Pair(in_year(Without(counts, Column("inherited")), asked.year), widest)

    @property
    def wanted(self) -> Sentence:
        return wants("rated", level=Sentence(f"law.level.{self.at_least.name}"))

    def because(self, found: Found) -> Sentence:
        years = found.years or found.missing
        return says("rated", found, level=Sentence(f"law.level.{self.at_least.name}"), years=said(years))
