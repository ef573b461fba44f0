"""An initiative recognised, or a work of research accepted, that no decision has built upon."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.columns import Column, Number, Pair, Truth, either, in_year, some
from thidua.core.law.conditions.base import Case, Cited, Found, graded, said, says, wants
from thidua.core.law.history import Asked, Recognition, free_column
from thidua.core.law.years import only


@dataclass(frozen=True)
class FreeWork(Cited):
    """One of the rank asked for. A higher rank serves in one reading; for a title so does one that another title used.

    Source: letter 5007/BNV-TĐKT III.5.c; docs/law.md.
    """

    kind: str  # initiative | research
    recognised_by: Recognition
    in_year: bool  # recognised in the year reviewed, or whenever
    for_title: bool

    def answer(self, case: Case) -> Found:
        asked = only(case.asked.year) if self.in_year else ~0
        sure = case.row.get(self._column(widest=False), 0) & asked
        possible = sure or case.row.get(self._column(widest=True), 0) & asked
        return Found(self, graded(bool(sure), bool(possible)), sure or possible)

    def asks(self, asked: Asked) -> Pair:
        sure, possible = (self._asks(Column(self._column(widest=widest)), asked) for widest in (False, True))
        return Pair(sure, either(sure, possible))

    @property
    def wanted(self) -> Sentence:
        key = "work_in_year" if self.in_year else "work"
        return wants(key, work=Sentence(f"law.work.{self.kind}.{self.recognised_by}"))

    def because(self, found: Found) -> Sentence:
        key = "work_in_year" if self.in_year else "work"
        return says(key, found, work=Sentence(f"law.work.{self.kind}.{self.recognised_by}"), years=said(found.years))

    def _asks(self, number: Number, asked: Asked) -> Truth:
        return in_year(number, asked.year) if self.in_year else some(number)

    def _column(self, *, widest: bool) -> str:
        return free_column(self.kind, self.recognised_by, widest=widest, for_title=self.for_title).format(1)
