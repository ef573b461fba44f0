"""What words stand for: conduct that the head confirms, an achievement that is judged, a fact, a rule of transition."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.columns import TRUE, Column, Not, Pair, Without, either, in_year
from thidua.core.law.conditions.base import Case, Cited, Found, Met, certain, graded, met, says, wants
from thidua.core.law.history import Asked
from thidua.core.law.years import only
from thidua.core.names import Name


@dataclass(frozen=True)
class Confirmed(Cited):
    """Taken as met until a stored fact says otherwise; listed for the head to confirm. Source: docs/law.md."""

    word: str
    says: Name

    def answer(self, case: Case) -> Found:
        denied = case.row.get(f"denied.{self.word}", 0) & only(case.asked.year)
        return Found(self, met(not denied), denied)

    def asks(self, asked: Asked) -> Pair:
        return certain(Not(in_year(Column(f"denied.{self.word}"), asked.year)))

    @property
    def wanted(self) -> Sentence:
        return wants("confirmed", says=self.says)

    def because(self, found: Found) -> Sentence:
        return says("confirmed", found, says=self.says)


@dataclass(frozen=True)
class Judged(Cited):
    """A person's judgement, which the program neither makes nor takes away: until it is on record it warns."""

    word: str
    says: Name

    def answer(self, case: Case) -> Found:
        year = only(case.asked.year)
        stated = case.row.get(f"stated.{self.word}", 0) & year
        denied = case.row.get(f"denied.{self.word}", 0) & year
        return Found(self, graded(bool(stated), bool(stated) or not denied), stated or denied)

    def asks(self, asked: Asked) -> Pair:
        stated = in_year(Column(f"stated.{self.word}"), asked.year)
        return Pair(stated, either(stated, Not(in_year(Column(f"denied.{self.word}"), asked.year))))

    @property
    def wanted(self) -> Sentence:
        return wants("judged", says=self.says)

    def because(self, found: Found) -> Sentence:
        return says("judged", found, says=self.says)


@dataclass(frozen=True)
class OnRecord(Cited):
    """A fact that must have been written down for the year reviewed; that of a merged unit counts in one reading."""

    column: str
    says: Name

    @property
    def word(self) -> str:
        """By which a record states it."""
        return self.column.removeprefix("stated.")

    def answer(self, case: Case) -> Found:
        held = case.row.get(self.column, 0) & only(case.asked.year)
        return Found(self, graded(bool(held & ~case.row.get("inherited", 0)), bool(held)), held)

    def asks(self, asked: Asked) -> Pair:
        held = Column(self.column)
        return Pair(in_year(Without(held, Column("inherited")), asked.year), in_year(held, asked.year))

    @property
    def wanted(self) -> Sentence:
        return wants("on_record", says=self.says)

    def because(self, found: Found) -> Sentence:
        return says("on_record", found, says=self.says)


@dataclass(frozen=True)
class Kept(Cited):
    """By a rule of transition what an earlier text asked still is; it asks for nothing itself."""

    text: Name
    reviewed_until: int

    def answer(self, case: Case) -> Found:
        return Found(self, Met.MET)

    def asks(self, asked: Asked) -> Pair:
        return certain(TRUE)

    @property
    def wanted(self) -> Sentence:
        return Sentence("law.kept", text=self.text, year=str(self.reviewed_until))

    def because(self, found: Found) -> Sentence:
        return self.wanted
