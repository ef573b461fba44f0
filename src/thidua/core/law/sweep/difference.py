"""What a draft changes: of how many would the verdict on an award become another."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from thidua.core.law.sweep.arrays import Array, carried_out
from thidua.core.law.sweep.questions import Questions, verdict_of
from thidua.core.law.verdicts import Verdict

Change = tuple[Verdict, Verdict]
ORDER = tuple(verdict_of(sure=bool(n & 4), possible=bool(n & 2), suspended=bool(n & 1)) for n in range(8))


def verdicts(asks: Questions, columns: Mapping[str, Array], rows: int) -> Array:
    """A column of verdicts, each as its place in `ORDER`."""
    sure, possible, suspended = carried_out([asks.sure, asks.possible, asks.suspended], columns, rows)
    return sure * np.uint8(4) + possible * np.uint8(2) + suspended * np.uint8(1)


def counted(asks: Questions, columns: Mapping[str, Array], rows: int) -> Counter[Verdict]:
    """How many rows have which verdict."""
    found: Counter[Verdict] = Counter()
    for place, number in enumerate(np.bincount(verdicts(asks, columns, rows), minlength=len(ORDER)).tolist()):
        found[ORDER[place]] += number
    return +found


def difference(before: Questions, after: Questions, columns: Mapping[str, Array], rows: int) -> Mapping[Change, int]:
    """How many rows go from one verdict to which other; those that stay as they are among them."""
    pairs = verdicts(before, columns, rows).astype(np.uint16) * np.uint16(len(ORDER)) + verdicts(after, columns, rows)
    found: Counter[Change] = Counter()
    for place, number in enumerate(np.bincount(pairs, minlength=len(ORDER) ** 2).tolist()):
        then, now = divmod(place, len(ORDER))
        found[ORDER[then], ORDER[now]] += number
    return +found
