"""An initiative recognised, or a work of research accepted, that no decision has built upon."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.columns import Column, Number, Pair, Truth, either, in_year, some
from thidua.core.law.conditions.base import Case, Cited, Found, graded, said, says, wants
from thidua.core.law.history import Asked, Recognition, again_column, free_column
from thidua.core.law.years import only, union


@dataclass(frozen=True)
class FreeWork(Cited):
    """One of the rank asked for. A higher rank serves in one reading; so does one that another title used, for a title.

    Source: letter 5007/BNV-TĐKT III.5.c; docs/law.md.
    """

    kind: str  # initiative | research
    recognised_by: Recognition
    in_year: bool  # recognised in the year reviewed, or whenever
    title: str  # the code of the one that asks; "" for a form

    def answer(self, case: Case) -> Found:
        asked = only(case.asked.year) if self.in_year else ~0
        sure = case.row.get(self._narrowest, 0) & asked
        possible = sure or union([case.row.get(name, 0) for name in self._widest]) & asked
        return Found(self, graded(bool(sure), bool(possible)), sure or possible)

    def asks(self, asked: Asked) -> Pair:
        sure, *possible = (self._asks(Column(name), asked) for name in (self._narrowest, *self._widest))
        return Pair(sure, either(sure, *possible))

    @property
    def wanted(self) -> Sentence:
        key = "work_in_year" if self.in_year else "work"
        return wants(key, work=Sentence(f"law.work.{self.kind}.{self.recognised_by}"))

    def because(self, found: Found) -> Sentence:
        key = "work_in_year" if self.in_year else "work"
        return says(key, found, work=Sentence(f"law.work.{self.kind}.{self.recognised_by}"), years=said(found.years))

    def _asks(self, number: Number, asked: Asked) -> Truth:
        return in_year(number, asked.year) if self.in_year else some(number)

    @property
    def _narrowest(self) -> str:
        return free_column(self.kind, self.recognised_by, widest=False).format(1)

    @property
    def _widest(self) -> tuple[str, ...]:
        free = free_column(self.kind, self.recognised_by, widest=True).format(1)
        is_used_up = self.kind == "initiative"
        return (free, again_column(self.recognised_by, self.title)) if is_used_up and self.title else (free,)
