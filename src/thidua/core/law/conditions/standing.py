"""How one stands on a day or by the end of a year: under discipline, being verified, dissolved, joined, founded."""

from dataclasses import dataclass
from datetime import date

from thidua.core.answer import Sentence
from thidua.core.days import years_later
from thidua.core.law.columns import FALSE, AtLeast, Column, Not, Pair, Truth, Whole, both, either, in_year, some
from thidua.core.law.conditions.base import Case, Cited, Found, certain, graded, met, said, says
from thidua.core.law.history import Asked
from thidua.core.law.years import only

MONTHS = 12


@dataclass(frozen=True)
class NotNow(Cited):
    """On the day asked about: not under discipline, not dissolved, nothing being verified."""

    standing: str  # disciplined | dissolved | pending

    def answer(self, case: Case) -> Found:
        return Found(self, met(not case.row.get(self.standing, 0)))

    def asks(self, asked: Asked) -> Pair:
        return certain(Not(some(Column(self.standing))))

    @property
    def wanted(self) -> Sentence:
        return Sentence(f"law.not_{self.standing}.met")

    def because(self, found: Found) -> Sentence:
        return says(f"not_{self.standing}", found)


@dataclass(frozen=True)
class NotDisciplinedIn(Cited):
    """No discipline on any day of the year reviewed."""

    def answer(self, case: Case) -> Found:
        held = case.row.get("disciplined.years", 0) & only(case.asked.year)
        return Found(self, met(not held), held)

    def asks(self, asked: Asked) -> Pair:
        return certain(Not(in_year(Column("disciplined.years"), asked.year)))

    @property
    def wanted(self) -> Sentence:
        return Sentence("law.not_disciplined_in.met")

    def because(self, found: Found) -> Sentence:
        return says("not_disciplined_in", found, years=said(found.years))


@dataclass(frozen=True)
class JoinedBefore(Cited):
    """So many months of work by the end of the year reviewed; who has no day of joining on record has been there."""

    months: int

    def answer(self, case: Case) -> Found:
        return Found(self, met(case.row.get("joined", 0) <= self._latest(case.asked)))

    def asks(self, asked: Asked) -> Pair:
        return certain(AtLeast(Whole(self._latest(asked)), Column("joined")))

    @property
    def wanted(self) -> Sentence:
        return Sentence("law.joined_before.met", months=self.months)

    def because(self, found: Found) -> Sentence:
        return says("joined_before", found, months=self.months)

    def _latest(self, asked: Asked) -> int:
        years, months = divmod(self.months, MONTHS)
        return date(asked.year - years + (1 if not months else 0), MONTHS + 1 - months if months else 1, 1).toordinal()


@dataclass(frozen=True)
class Founded(Cited):
    """In being for so many years on the day asked about; a day that nobody wrote down warns."""

    years: int

    def answer(self, case: Case) -> Found:
        founded = case.row.get("founded", 0)
        sure = 0 < founded <= self._latest(case.asked)
        return Found(self, graded(sure, sure or not founded))

    def asks(self, asked: Asked) -> Pair:
        founded = Column("founded")
        in_time = AtLeast(Whole(self._latest(asked)), founded)
        return Pair(both(some(founded), in_time), either(in_time, Not(some(founded))))

    @property
    def wanted(self) -> Sentence:
        return Sentence("law.founded.met", years=self.years)

    def because(self, found: Found) -> Sentence:
        return says("founded", found, years=self.years)

    def _latest(self, asked: Asked) -> int:
        return years_later(asked.on, -self.years).toordinal()


@dataclass(frozen=True)
class OfGroup(Cited):
    """Whose standard it is: civil servants and public employees, workers and farmers, the armed forces."""

    groups: tuple[str, ...]

    def answer(self, case: Case) -> Found:
        return Found(self, met(any(case.row.get(f"group.{group}", 0) for group in self.groups)))

    def asks(self, asked: Asked) -> Pair:
        return certain(either(*(some(Column(f"group.{group}")) for group in self.groups)))

    def nearly(self, asked: Asked) -> Truth:
        """Nobody comes nearer to another group's standard."""
        return FALSE

    @property
    def wanted(self) -> Sentence:
        return Sentence("law.group.met", groups=tuple(Sentence(f"law.group_of.{group}") for group in self.groups))

    def because(self, found: Found) -> Sentence:
        return says("group", found, groups=tuple(Sentence(f"law.group_of.{group}") for group in self.groups))
