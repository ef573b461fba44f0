"""What if: a draft laid over the law, award by award; who gains, who loses, and from which verdict to which."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple

import numpy as np

from thidua.core.law.explain import General, explain
from thidua.core.law.history import Asked, History, Kind
from thidua.core.law.lacks import Lack, doubts_of, lacks_of
from thidua.core.law.library import Library
from thidua.core.law.standard import Standard
from thidua.core.law.sweep.arrays import Array, carried_out
from thidua.core.law.sweep.questions import questions, verdict_of
from thidua.core.law.verdicts import Verdict

# From the worst to the best: of two verdicts the later one is the gain.
RANKED = (Verdict.NOT_ELIGIBLE, Verdict.NOT_YET, Verdict.WARN, Verdict.ELIGIBLE)
# By three answers as the digits of a number: for sure, in one reading at least, put off.
RANKS = np.array(
    [RANKED.index(verdict_of(sure=bool(n & 4), possible=bool(n & 2), suspended=bool(n & 1))) for n in range(8)],
    dtype=np.uint8,
)
Change = tuple[Verdict, Verdict]


@dataclass(frozen=True)
class Difference:
    """One award, with the rank of each row's verdict before and after; where no text asks, nobody is eligible."""

    award: str
    is_new: bool  # only the draft says what is asked
    is_dropped: bool  # only the law says it
    before: Array
    after: Array

    @property
    def gain(self) -> Array:
        """The rows that gain."""
        return np.flatnonzero(self.after > self.before)

    @property
    def lose(self) -> Array:
        return np.flatnonzero(self.after < self.before)

    @property
    def changes(self) -> Mapping[Change, int]:
        """How many rows go from which verdict to which other."""
        pairs = self.before * np.uint8(len(RANKED)) + self.after
        counts = np.bincount(pairs, minlength=len(RANKED) ** 2).tolist()
        found: Counter[Change] = Counter()
        for place, number in enumerate(counts):
            then, now = divmod(place, len(RANKED))
            if then != now:
                found[RANKED[then], RANKED[now]] += number
        return +found

    def verdicts_of(self, row: int) -> Change:
        return RANKED[int(self.before[row])], RANKED[int(self.after[row])]


@dataclass
class Changed:
    """Of one award how many gain and lose, counted part by part; of both the first are known by their keys."""

    award: str
    is_new: bool
    is_dropped: bool
    gain: int = 0
    lose: int = 0
    changes: Counter[Change] = field(default_factory=Counter)
    gainers: dict[int, Change] = field(default_factory=dict)
    losers: dict[int, Change] = field(default_factory=dict)

    def add(self, found: Difference, keys: Array, *, named: int) -> None:
        """The rows of one more part, with their keys."""
        self.is_new, self.is_dropped = self.is_new and found.is_new, self.is_dropped and found.is_dropped
        self.gain += len(found.gain)
        self.lose += len(found.lose)
        self.changes.update(found.changes)
        for rows, known in ((found.gain, self.gainers), (found.lose, self.losers)):
            known |= {int(keys[row]): found.verdicts_of(int(row)) for row in rows[: max(named - len(known), 0)]}

    def join(self, other: "Changed", *, named: int) -> None:
        """What another part has found."""
        self.is_new, self.is_dropped = self.is_new and other.is_new, self.is_dropped and other.is_dropped
        self.gain += other.gain
        self.lose += other.lose
        self.changes.update(other.changes)
        for mine, others in ((self.gainers, other.gainers), (self.losers, other.losers)):
            mine |= dict(islice(others.items(), max(named - len(mine), 0)))


class Why(NamedTuple):
    """What lacks by the draft, or must be looked at; where nothing does, what lacked by the law."""

    lacks: tuple[Lack, ...]
    is_now: bool


@dataclass(frozen=True)
class WhatIf:
    """A draft beside the law, for one kind of those honoured, on a day; by an authority's own texts too."""

    law: Library
    draft: Library
    kind: Kind
    asked: Asked
    authority: str = ""

    @property
    def awards(self) -> tuple[str, ...]:
        """Those of which one of the two says what is asked; those on which both say the same are left out."""
        both = (library.awards_on(self.asked.on, self.kind, self.authority) for library in (self.law, self.draft))
        return tuple(
            award
            for award in dict.fromkeys(chain.from_iterable(both))
            if self._asks(self.law, award) != self._asks(self.draft, award)
        )

    def differences(self, columns: Mapping[str, Array], rows: int) -> Iterator[Difference]:
        """By award, where somebody's verdict changes or a standard comes or goes."""
        for award in self.awards:
            (then, general), (now, changed) = self._asks(self.law, award), self._asks(self.draft, award)
            found = Difference(
                award,
                is_new=then is None,
                is_dropped=now is None,
                before=self._ranks(then, general, columns, rows),
                after=self._ranks(now, changed, columns, rows),
            )
            if found.is_new or found.is_dropped or found.changes:
                yield found

    def count(self, found: dict[str, Changed], columns: Mapping[str, Array], keys: Array, *, named: int) -> None:
        """One part more, by award; `keys` are those of its rows."""
        for one in self.differences(columns, len(keys)):
            held = found.setdefault(one.award, Changed(one.award, one.is_new, one.is_dropped))
            held.add(one, keys, named=named)

    def because(self, award: str, history: History) -> Why:
        """For somebody whose verdict changes."""
        for library in (self.draft, self.law):
            standard, general = self._asks(library, award)
            if standard is not None:
                found = explain(standard, general, history, self.asked)
                if lacks := lacks_of(found) or (doubts_of(found) if found.verdict is Verdict.WARN else ()):
                    return Why(lacks, is_now=library is self.draft)
        return Why((), is_now=False)

    def _asks(self, library: Library, award: str) -> tuple[Standard | None, General]:
        standard = library.standard_for(award, self.kind, self.asked, self.authority)
        return standard, library.general(self.asked.on, self.kind)

    def _ranks(self, standard: Standard | None, general: General, columns: Mapping[str, Array], rows: int) -> Array:
        if standard is None:
            return np.zeros(rows, dtype=np.uint8)
        asks = questions(standard, general, self.asked)
        sure, possible, suspended = carried_out([asks.sure, asks.possible, asks.suspended], columns, rows)
        found: Array = RANKS[sure * np.uint8(4) + possible * np.uint8(2) + suspended * np.uint8(1)]
        return found
