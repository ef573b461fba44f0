"""An unbroken run of years up to the proposal, with what it must hold."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

from thidua.core.answer import Sentence
from thidua.core.law import columns
from thidua.core.law.columns import (
    TRUE,
    Column,
    Common,
    Earlier,
    Joined,
    Later,
    Not,
    Number,
    Pair,
    Truth,
    Without,
    as_many_as,
    both,
    common,
    either,
    in_year,
    is_as_long_as,
    joined,
    one_short_at_most,
    some,
)
from thidua.core.law.conditions.base import Case, Cited, Found, Met, graded, said, says, wants
from thidua.core.law.conditions.needs import Need
from thidua.core.law.history import FIRST_OF_ALL, Asked, AwardType, Level, Row
from thidua.core.law.register import Award
from thidua.core.law.years import Years, back_from, only, run_to, since_first, span, union


@dataclass(frozen=True)
class Run(Cited):
    """At least `years` years, each with a rating or title of `of`, the last of them the last that is closed.

    `after`: only years after that of the first conferral of a form of merit count; that year itself in one reading.
    `fresh`: years that a form of merit has rewarded already count in one reading only (L22 art. 5(2)c).
    `older`: a run that ended earlier counts in one reading.
    Leave of some kind fills a year in one reading. Source: docs/law.md.
    """

    of: tuple[Level | Award, ...]
    years: int
    having: tuple[Need, ...] = ()
    after: Award | None = None
    fresh: Award | None = None
    older: bool = False

    def answer(self, case: Case) -> Found:
        row, end = case.row, self._end(case)
        narrow, wide = self._narrow(row), self._wide(row) & span(FIRST_OF_ALL, end)
        run, widest = run_to(end, narrow), run_to(end, wide)
        if self.older:
            widest = self._in_runs(wide) or widest
        length = run.bit_count()
        long_enough = graded(length >= self.years, widest.bit_count() >= self.years)
        lacking = span(end - self.years + 1, end) & ~run if long_enough is not Met.MET else 0
        parts = (
            Found(_Length(self.source, self), long_enough, run, lacking, length),
            *[need.found(row, run, widest) for need in self.having],
        )
        return Found(self, min([part.met for part in parts]), run, lacking, length, parts=parts)

    def _in_runs(self, wide: Years) -> Years:
        """Years that belong to some run that is long enough."""
        last = reduce(lambda found, by: found & (wide >> by), range(1, self.years), wide)
        return reduce(lambda found, by: found | (last << by), range(1, self.years), last)

    def _narrow(self, row: Row) -> Years:
        counted = self._any_of(row) & ~row.get("void", 0) & ~row.get("inherited", 0)
        if self.after:
            counted &= since_first(row.get(f"form.{self.after.code}.{AwardType.MERIT}", 0)) >> 1
        return counted & ~row.get(f"rewarded.{self.fresh.code}", 0) if self.fresh else counted

    def _wide(self, row: Row) -> Years:
        counted = (self._any_of(row) | row.get("excused", 0)) & ~row.get("void", 0)
        if self.after:
            known = (row.get(f"form.{self.after.code}.{kind}", 0) for kind in (AwardType.MERIT, AwardType.UNKNOWN))
            counted &= since_first(union(known))
        return counted

    def _any_of(self, row: Row) -> Years:
        return union([row.get(name, 0) for name in self._columns])

    @property
    def _columns(self) -> tuple[str, ...]:
        return tuple([f"title.{one.code}" if isinstance(one, Award) else f"rated.{one.name}" for one in self.of])

    def _end(self, case: Case) -> int:
        """The year reviewed; while it is not over and nobody has rated it, the year before."""
        year = case.asked.year
        rated = self._any_of(case.row) | case.row.get("rated.KHT", 0)
        return year if case.asked.is_closed or rated & only(year) else year - 1

    def asks(self, asked: Asked) -> Pair:
        here = self._asks_to(asked.year)
        if asked.is_closed:
            return here
        before = self._asks_to(asked.year - 1)
        rated = self._is_rated(asked.year)
        return Pair(*(either(both(rated, now), both(Not(rated), then)) for now, then in zip(here, before, strict=True)))

    def _is_rated(self, year: int) -> Truth:
        return in_year(joined(*map(Column, self._columns), Column("rated.KHT")), year)

    def _asks_to(self, end: int) -> Pair:
        sure = self._asks_of(columns.run_to(self._narrow_column(), end), end, widest=False)
        possible = [sure, self._asks_of(columns.run_to(self._wide_column(), end), end, widest=True)]
        if self.older:
            possible.append(self._asks_before(end))
        return Pair(sure, either(*possible))

    def _asks_of(self, run: Number, end: int, *, widest: bool) -> Truth:
        long_enough = is_as_long_as(run, self.years)
        return both(long_enough, *(need.asks(run, end, widest=widest) for need in self.having))

    def _long_runs(self, end: int) -> tuple[Number, Number]:
        """The last years of runs that are long enough, and all their years."""
        years = Later(self._wide_column(), back_from(end))
        last = common(*(Later(years, by) if by else years for by in range(self.years)))
        return last, joined(*(Earlier(last, by) if by else last for by in range(self.years)))

    def _asks_before(self, end: int) -> Truth:
        last, in_runs = self._long_runs(end)
        return both(some(last), *(need.asks(in_runs, end, widest=True) for need in self.having))

    def nearly(self, asked: Asked) -> Truth:
        here = self._nearly_to(asked.year)
        if asked.is_closed:
            return here
        rated = self._is_rated(asked.year)
        return either(both(rated, here), both(Not(rated), self._nearly_to(asked.year - 1)))

    def _nearly_to(self, end: int) -> Truth:
        run = columns.run_to(self._narrow_column(), end)
        long = is_as_long_as(run, self.years - 1) if self.years > 1 else TRUE

        def is_met(need: Need) -> Truth:
            return self._in_widest(end, lambda window: need.asks(window, end, widest=True))

        length = self._in_widest(end, lambda window: as_many_as(window, self.years)), long
        return one_short_at_most([length, *((is_met(need), need.nearly_in(run, end, is_met)) for need in self.having)])

    def _in_widest(self, end: int, asks: Callable[[Number], Truth]) -> Truth:
        """What is asked of the widest years: those of all runs that are long enough, else the run up to the end."""
        to_end = asks(columns.run_to(self._wide_column(), end))
        if not self.older:
            return to_end
        last, in_runs = self._long_runs(end)
        return either(both(some(last), asks(in_runs)), both(Not(some(last)), to_end))

    def _narrow_column(self) -> Number:
        counted: Number = Without(joined(*map(Column, self._columns)), Joined(Column("void"), Column("inherited")))
        if self.after:
            counted = Common(counted, Later(Column(f"since.{self.after.code}.{AwardType.MERIT}"), 1))
        return Without(counted, Column(f"rewarded.{self.fresh.code}")) if self.fresh else counted

    def _wide_column(self) -> Number:
        counted: Number = Without(joined(*map(Column, self._columns), Column("excused")), Column("void"))
        if self.after:
            kinds = (AwardType.MERIT, AwardType.UNKNOWN)
            counted = Common(counted, joined(*(Column(f"since.{self.after.code}.{kind}") for kind in kinds)))
        return counted

    @property
    def wanted(self) -> Sentence:
        if self.after:
            return wants("length_after", after=self.after.name, need=self.years, of=self.counted)
        return wants("length", need=self.years, of=self.counted)

    @property
    def counted(self) -> tuple[object, ...]:
        """What makes a year count, in words."""
        return tuple(one.name if isinstance(one, Award) else Sentence(f"law.level.{one.name}") for one in self.of)

    def because(self, found: Found) -> Sentence:
        return says("run", found, need=self.years, have=found.have)


@dataclass(frozen=True)
class _Length(Cited):
    """The first part of a run: that it is long enough."""

    run: Run

    @property
    def wanted(self) -> Sentence:
        return self.run.wanted

    def because(self, found: Found) -> Sentence:
        run = self.run
        given: dict[str, object] = {
            "need": run.years,
            "have": found.have,
            "of": run.counted,
            "years": said(found.years),
            "missing": said(found.missing),
        }
        if run.after:
            return says("length_after", found, after=run.after.name, **given)
        return says("length", found, **given)
