"""Shares and numbers of a collective's members in the year reviewed."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.columns import AtLeast, Column, Not, Pair, Times, Whole, both, either, some
from thidua.core.law.conditions.base import Case, Cited, Found, graded, says, wants
from thidua.core.law.history import Asked

HUNDRED = 100


@dataclass(frozen=True)
class Share(Cited):
    """So many in the hundred of the members, or more; `over`: more than that. Reckoned without dividing.

    `unknown_warns`: a figure that nobody wrote down warns instead of failing. Source: docs/law.md.
    """

    of: str  # complete | advanced
    percent: int
    over: bool = False
    unknown_warns: bool = False

    def answer(self, case: Case) -> Found:
        members, have = case.row.get("members.count", 0), case.row.get(f"members.{self.of}", 0)
        known = bool(members) and bool(case.row.get(f"members.{self.of}.known", 0))
        sure = known and HUNDRED * have >= self.percent * members + self.over
        return Found(
            self, graded(sure, sure or (self.unknown_warns and not known)), have=have, of=members if known else 0
        )

    def asks(self, asked: Asked) -> Pair:
        members, have = Column("members.count"), Column(f"members.{self.of}")
        known = both(some(members), some(Column(f"members.{self.of}.known")))
        reached = AtLeast(Times(have, HUNDRED), Times(members, self.percent))
        if self.over:
            reached_not_below = AtLeast(Times(members, self.percent), Times(have, HUNDRED))
            reached_over = Not(reached_not_below)
            sure = both(known, reached_over)
        else:
            sure = both(known, reached)
        return Pair(sure, either(sure, Not(known)) if self.unknown_warns else sure)

    @property
    def wanted(self) -> Sentence:
        key = "share_over" if self.over else "share"
        return wants(key, of=Sentence(f"law.members.{self.of}"), percent=self.percent)

    def because(self, found: Found) -> Sentence:
        key = "share_over" if self.over else "share"
        of = Sentence(f"law.members.{self.of}")
        if not found.of:
            return Sentence(f"law.{key}.warn", of=of, percent=self.percent)
        return says(key, found, of=of, percent=self.percent, have=found.have, members=found.of)


@dataclass(frozen=True)
class HeadCount(Cited):
    """At least, or at most, so many members of a kind."""

    of: str  # fighters | warned
    at_least: int | None = None
    at_most: int | None = None
    unknown_warns: bool = False

    def answer(self, case: Case) -> Found:
        have, known = case.row.get(f"members.{self.of}", 0), bool(case.row.get(f"members.{self.of}.known", 0))
        enough = self.at_least is None or have >= self.at_least
        sure = known and enough and (self.at_most is None or have <= self.at_most)
        return Found(self, graded(sure, sure or (self.unknown_warns and not known)), have=have, of=int(known))

    def asks(self, asked: Asked) -> Pair:
        have, known = Column(f"members.{self.of}"), some(Column(f"members.{self.of}.known"))
        limits = [AtLeast(have, Whole(self.at_least))] if self.at_least is not None else []
        if self.at_most is not None:
            limits.append(AtLeast(Whole(self.at_most), have))
        sure = both(known, *limits)
        return Pair(sure, either(sure, Not(known)) if self.unknown_warns else sure)

    @property
    def wanted(self) -> Sentence:
        limit = self.at_least if self.at_least is not None else self.at_most
        key = "head_count" if self.at_least is not None else "head_count_most"
        return wants(key, of=Sentence(f"law.members.{self.of}"), limit=limit)

    def because(self, found: Found) -> Sentence:
        limit = self.at_least if self.at_least is not None else self.at_most
        key = "head_count" if self.at_least is not None else "head_count_most"
        of = Sentence(f"law.members.{self.of}")
        if not found.of:
            return Sentence(f"law.{key}.warn", of=of, limit=limit)
        return says(key, found, of=of, limit=limit, have=found.have)
