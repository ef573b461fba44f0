"""How stretches of days cover a year: where none lies, and where two of a kind lie upon each other."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Days from `first` to `last`, both included; of those with an `audience` no two should run at once.

    `within` are the parts for which it runs (blocs, units), empty for all of them.
    """

    name: str
    first: date
    last: date
    audience: Hashable = None
    within: frozenset[Hashable] = frozenset()


@dataclass(frozen=True)
class Overlap:
    one: Stretch
    other: Stretch

    @property
    def first(self) -> date:
        return max(self.one.first, self.other.first)

    @property
    def last(self) -> date:
        return min(self.one.last, self.other.last)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def gaps(first: date, last: date, stretches: Iterable[Stretch]) -> list[tuple[date, date]]:
    """Days from `first` to `last` on which nothing runs, as stretches of days.

    >>> gaps(date(2016, 1, 1), date(2016, 1, 31), [Stretch("Cao điểm", date(2016, 1, 5), date(2016, 2, 9))])
    [(datetime.date(2016, 1, 1), datetime.date(2016, 1, 4))]
    """
    found, free_from = [], first
    for one in sorted(stretches, key=lambda each: each.first):
        if one.first > last:
            break
        if one.first > free_from:
            found.append((free_from, one.first - DAY))
        free_from = max(free_from, one.last + DAY)
    return [*found, (free_from, last)] if free_from <= last else found


def overlaps(stretches: Sequence[Stretch]) -> list[Overlap]:
    """Pairs for the same audience that run at once, in the order of the days on which they meet."""
    pairs = (Overlap(one, other) for one, other in combinations(stretches, 2) if _ask_the_same(one, other))
    return sorted((pair for pair in pairs if pair.days > 0), key=lambda pair: (pair.first, pair.last))


def _ask_the_same(one: Stretch, other: Stretch) -> bool:
    meet = not one.within or not other.within or bool(one.within & other.within)
    return one.audience is not None and one.audience == other.audience and meet
