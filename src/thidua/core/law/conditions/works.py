"""An initiative recognised, or a work of research accepted, that no decision has built upon."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.columns import Column, Number, Pair, Truth, either, in_year, some
from thidua.core.law.conditions.base import Case, Cited, Found, graded, said, says
from thidua.core.law.history import LEVELS_OF_WORK, Asked, Recognition, Row
from thidua.core.law.years import Years, only


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
        sure = case.row.get(self._narrow, 0) & asked
        possible = sure or self._held(case.row, self._wide) & asked
        return Found(self, graded(bool(sure), bool(possible)), sure or possible)

    def asks(self, asked: Asked) -> Pair:
        sure = self._asks(Column(self._narrow), asked)
        return Pair(sure, either(sure, *(self._asks(Column(name), asked) for name in self._wide)))

    def because(self, found: Found) -> Sentence:
        key = "work_in_year" if self.in_year else "work"
        return says(key, found, work=Sentence(f"law.work.{self.kind}.{self.recognised_by}"), years=said(found.years))

    def _asks(self, number: Number, asked: Asked) -> Truth:
        return in_year(number, asked.year) if self.in_year else some(number)

    @staticmethod
    def _held(row: Row, names: tuple[str, ...]) -> Years:
        held = 0
        for name in names:
            held |= row.get(name, 0)
        return held

    @property
    def _narrow(self) -> str:
        return f"{self.kind}.{self.recognised_by}.1"

    @property
    def _wide(self) -> tuple[str, ...]:
        ending = ".reusable" if self.for_title or self.kind == "research" else ""
        ranks = LEVELS_OF_WORK[LEVELS_OF_WORK.index(self.recognised_by) :]
        return tuple(f"{self.kind}.{rank}.1{ending}" for rank in ranks)
