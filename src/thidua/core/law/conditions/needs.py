"""What a run of years must hold besides its length: titles, ratings, initiatives, one of several."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Protocol

from thidua.core.answer import Sentence
from thidua.core.law.columns import (
    TRUE,
    AtLeast,
    Column,
    Common,
    Count,
    Later,
    Number,
    Sum,
    Truth,
    Whole,
    Without,
    as_many_as,
    both,
    either,
    joined,
    one_short_at_most,
)
from thidua.core.law.conditions.base import Cited, Found, Met, graded, said, says, wants
from thidua.core.law.history import MOST_COUNTED, AwardType, Level, Recognition, Row, free_column
from thidua.core.law.register import Award
from thidua.core.law.years import Years, back_from


class Need(Protocol):
    """Asked of the years of a run; `wide` are those of the widest reading.

    What lies in a later run that is too short lends an older one nothing, though it is told as what there is.
    """

    @property
    def source(self) -> str: ...

    def found(self, row: Row, run: Years, wide: Years) -> Found: ...

    def asks(self, window: Number, year: int, *, widest: bool) -> Truth:
        """The same of columns; the window is shifted so that `year` stands lowest."""

    def nearly_in(self, run: Number, year: int, is_met: Callable[["Need"], Truth]) -> Truth:
        """Where it is not met: whether the run lacks one of them at most. `is_met` says so of a part of it."""

    @property
    def wanted(self) -> Sentence: ...

    def because(self, found: Found) -> Sentence: ...


@dataclass(frozen=True)
class YearsIn(Cited, ABC):
    """So many years of the run with something, wherever they lie in it. Source: docs/law.md."""

    times: int

    @property
    @abstractmethod
    def column(self) -> str:
        """The years that have it."""

    @property
    @abstractmethod
    def wanted(self) -> Sentence: ...

    @abstractmethod
    def because(self, found: Found) -> Sentence: ...

    def found(self, row: Row, run: Years, wide: Years) -> Found:
        years = row.get(self.column, 0) & ~row.get("void", 0)
        have = years & run
        sure, possible = (have & wide).bit_count() >= self.times, (years & wide).bit_count() >= self.times
        return Found(self, graded(sure, sure or possible), have, have=have.bit_count())

    def asks(self, window: Number, year: int, *, widest: bool) -> Truth:
        held = Later(Without(Column(self.column), Column("void")), back_from(year))
        return as_many_as(Common(held, window), self.times)

    def nearly_in(self, run: Number, year: int, is_met: Callable[[Need], Truth]) -> Truth:
        return replace(self, times=self.times - 1).asks(run, year, widest=False)


@dataclass(frozen=True)
class TitlesIn(YearsIn):
    title: Award

    @property
    def column(self) -> str:
        return f"title.{self.title.code}"

    @property
    def wanted(self) -> Sentence:
        return wants("need_titles", title=self.title.name, need=self.times)

    def because(self, found: Found) -> Sentence:
        return says(
            "need_titles", found, title=self.title.name, need=self.times, have=found.have, years=said(found.years)
        )


@dataclass(frozen=True)
class RatingsIn(YearsIn):
    at_least: Level

    @property
    def column(self) -> str:
        return f"rated.{self.at_least.name}"

    @property
    def wanted(self) -> Sentence:
        return wants("need_ratings", level=Sentence(f"law.level.{self.at_least.name}"), need=self.times)

    def because(self, found: Found) -> Sentence:
        level = Sentence(f"law.level.{self.at_least.name}")
        return says("need_ratings", found, level=level, need=self.times, have=found.have, years=said(found.years))


@dataclass(frozen=True)
class FormsIn(Cited):
    """So many years of the run in which a form of merit was decided; one of unknown type counts in one reading."""

    form: Award
    times: int

    def found(self, row: Row, run: Years, wide: Years) -> Found:
        merit = row.get(self._merit, 0)
        have, most = merit & run, (merit | row.get(self._unknown, 0)) & wide
        sure = (have & wide).bit_count() >= self.times
        return Found(self, graded(sure, sure or most.bit_count() >= self.times), have, have=have.bit_count())

    def asks(self, window: Number, year: int, *, widest: bool) -> Truth:
        names = (self._merit, self._unknown) if widest else (self._merit,)
        held = joined(*(Later(Column(name), back_from(year)) for name in names))
        return as_many_as(Common(held, window), self.times)

    def nearly_in(self, run: Number, year: int, is_met: Callable[[Need], Truth]) -> Truth:
        return replace(self, times=self.times - 1).asks(run, year, widest=False)

    @property
    def wanted(self) -> Sentence:
        return wants("need_titles", title=self.form.name, need=self.times)

    def because(self, found: Found) -> Sentence:
        return says(
            "need_titles", found, title=self.form.name, need=self.times, have=found.have, years=said(found.years)
        )

    @property
    def _merit(self) -> str:
        return f"form.{self.form.code}.{AwardType.MERIT}"

    @property
    def _unknown(self) -> str:
        return f"form.{self.form.code}.{AwardType.UNKNOWN}"


@dataclass(frozen=True)
class WorksIn(Cited):
    """So many free initiatives or works of research recognised within the run; a higher rank serves in one reading."""

    kind: str
    recognised_by: Recognition
    times: int

    def found(self, row: Row, run: Years, wide: Years) -> Found:
        have = self._count(row, run, widest=False)
        sure = self._count(row, run & wide, widest=False) >= self.times
        return Found(self, graded(sure, sure or self._count(row, wide, widest=True) >= self.times), have=have)

    def asks(self, window: Number, year: int, *, widest: bool) -> Truth:
        shifted = (Later(Column(name), back_from(year)) for name in self._columns(widest=widest))
        held = [Common(years, window) for years in shifted]
        if len(held) == 1:
            return as_many_as(held[0], self.times)
        counts: list[Number] = [Count(years) for years in held]
        return AtLeast(reduce(Sum, counts), Whole(self.times))

    def nearly_in(self, run: Number, year: int, is_met: Callable[[Need], Truth]) -> Truth:
        return replace(self, times=self.times - 1).asks(run, year, widest=False) if self.times > 1 else TRUE

    @property
    def wanted(self) -> Sentence:
        work = Sentence(f"law.work.{self.kind}.{self.recognised_by}")
        return wants("need_works", work=work, need=self.times)

    def because(self, found: Found) -> Sentence:
        work = Sentence(f"law.work.{self.kind}.{self.recognised_by}")
        return says("need_works", found, work=work, need=self.times, have=found.have)

    def _count(self, row: Row, window: Years, *, widest: bool) -> int:
        return sum([(row.get(name, 0) & window).bit_count() for name in self._columns(widest=widest)])

    def _columns(self, *, widest: bool) -> list[str]:
        """A year may hold several; more of one year than are needed in all need no column."""
        column = free_column(self.kind, self.recognised_by, widest=widest)
        return [column.format(nth) for nth in range(1, min(self.times, MOST_COUNTED) + 1)]


@dataclass(frozen=True)
class OneOf(Cited):
    """Any of several needs."""

    needs: tuple[Need, ...]

    def found(self, row: Row, run: Years, wide: Years) -> Found:
        parts = tuple([need.found(row, run, wide) for need in self.needs])
        return Found(self, max([part.met for part in parts]), parts=parts)

    def asks(self, window: Number, year: int, *, widest: bool) -> Truth:
        return either(*(need.asks(window, year, widest=widest) for need in self.needs))

    def nearly_in(self, run: Number, year: int, is_met: Callable[[Need], Truth]) -> Truth:
        return either(*(need.nearly_in(run, year, is_met) for need in self.needs))

    @property
    def wanted(self) -> Sentence:
        return wants("any")

    def because(self, found: Found) -> Sentence:
        return says("any", found, of=len(found.parts))


@dataclass(frozen=True)
class EveryOne(Cited):
    """All of several needs, where they are one of two ways."""

    needs: tuple[Need, ...]

    def found(self, row: Row, run: Years, wide: Years) -> Found:
        parts = tuple([need.found(row, run, wide) for need in self.needs])
        return Found(self, min([part.met for part in parts]), parts=parts)

    def asks(self, window: Number, year: int, *, widest: bool) -> Truth:
        return both(*(need.asks(window, year, widest=widest) for need in self.needs))

    def nearly_in(self, run: Number, year: int, is_met: Callable[[Need], Truth]) -> Truth:
        return one_short_at_most((is_met(need), need.nearly_in(run, year, is_met)) for need in self.needs)

    @property
    def wanted(self) -> Sentence:
        return wants("all")

    def because(self, found: Found) -> Sentence:
        lacking = sum(part.met is Met.NOT_MET for part in found.parts)
        return says("all", found, lacking=lacking, of=len(found.parts))
