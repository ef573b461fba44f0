"""Questions carried out by numpy, block by block, so that what lies between stays in the processor's cache."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from thidua.core.law.columns import (
    Always,
    AtLeast,
    Both,
    Column,
    Common,
    Count,
    Either,
    Foot,
    Joined,
    Later,
    Node,
    Not,
    Sum,
    Times,
    Whole,
    Without,
)

Array: TypeAlias = NDArray[Any]
BLOCK = 1 << 14  # rows: with some thirty columns in between they fit into the second cache


def carried_out(nodes: Sequence[Node], columns: Mapping[str, Array], rows: int, block: int = BLOCK) -> list[Array]:
    """The answers of truths for all rows, a column of yes and no for each.

    `columns` are whole numbers of 64 bits without a sign; a column that is not there is nought throughout.
    """
    answers = [np.empty(rows, dtype=bool) for _ in nodes]
    for start in range(0, rows, block):
        part = slice(start, min(start + block, rows))
        known: dict[Node, Any] = {}
        held = {name: column[part] for name, column in columns.items()}
        for node, answer in zip(nodes, answers, strict=True):
            answer[part] = _value(node, held, known)
    return answers


def _value(node: Node, columns: Mapping[str, Array], known: dict[Node, Any]) -> Any:
    if node in known:
        return known[node]
    known[node] = value = _reckoned(node, columns, known)
    return value


def _reckoned(node: Node, columns: Mapping[str, Array], known: dict[Node, Any]) -> Any:
    def of(part: Node) -> Any:
        return _value(part, columns, known)

    match node:
        case Column(name):
            return columns.get(name, np.uint64(0))
        case Whole(value):
            return np.uint64(value)
        case Common(a, b):
            return of(a) & of(b)
        case Joined(a, b):
            return of(a) | of(b)
        case Without(a, b):
            return of(a) & ~of(b)
        case Later(a, by):
            return of(a) >> np.uint64(by)
        case Foot(a):
            years = of(a)
            return years & ~(years + np.uint64(1))
        case Count(a):
            return np.bitwise_count(of(a)).astype(np.uint16)
        case Sum(a, b):
            return of(a) + of(b)
        case Times(a, by):
            return of(a) * np.uint64(by)
        case AtLeast(a, b):
            return of(a) >= of(b)
        case Both(a, b):
            return of(a) & of(b)
        case Either(a, b):
            return of(a) | of(b)
        case Not(a):
            return ~of(a)
        case Always(value):
            return np.bool_(value)


def rows_as_columns(rows: Sequence[Mapping[str, int]], names: Iterator[str] | Sequence[str]) -> dict[str, Array]:
    """The columns that are asked for, out of rows as `history.row_of` gives them; years before 1985 are left behind."""
    mask = (1 << 63) - 1
    return {name: np.array([row.get(name, 0) & mask for row in rows], dtype=np.uint64) for name in names}
