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
    Earlier,
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
from thidua.core.law.sweep.program import Program, program_of

Array: TypeAlias = NDArray[Any]
BLOCK = 1 << 15  # rows: few enough for the cache, as what lies between is dropped as soon as it has served


def carried_out(nodes: Sequence[Node], columns: Mapping[str, Array], rows: int, block: int = BLOCK) -> list[Array]:
    """The answers of truths for all rows, a column of yes and no for each.

    `columns` are whole numbers of 64 bits without a sign; a column that is not there is nought throughout.
    """
    program, answers = program_of(nodes), [np.empty(rows, dtype=bool) for _ in nodes]
    for start in range(0, rows, block):
        part = slice(start, min(start + block, rows))
        values = _reckoned(program, {name: column[part] for name, column in columns.items()})
        for step, answer in zip(program.answers, answers, strict=True):
            answer[part] = values[step]
    return answers


def _reckoned(program: Program, columns: Mapping[str, Array]) -> list[Any]:
    values: list[Any] = []
    for step in program.steps:
        values.append(_value(step.node, [values[part] for part in step.parts], columns))
        for part in step.last_used:
            values[part] = None
    return values


def _value(node: Node, parts: Sequence[Any], columns: Mapping[str, Array]) -> Any:
    match node:
        case Column(name):
            return columns.get(name, np.uint64(0))
        case Whole(value):
            return np.uint64(value)
        case Common() | Both():
            return parts[0] & parts[1]
        case Joined() | Either():
            return parts[0] | parts[1]
        case Without():
            return parts[0] & ~parts[1]
        case Later(_, by):
            return parts[0] >> np.uint64(by)
        case Earlier(_, by):
            return parts[0] << np.uint64(by)
        case Foot():
            return parts[0] & ~(parts[0] + np.uint64(1))
        case Count():
            return np.bitwise_count(parts[0]).astype(np.uint16)
        case Sum():
            return parts[0] + parts[1]
        case Times(_, by):
            return parts[0] * np.uint64(by)
        case AtLeast():
            return parts[0] >= parts[1]
        case Not():
            return ~parts[0]
        case Always(value):
            return np.bool_(value)


def rows_as_columns(rows: Sequence[Mapping[str, int]], names: Iterator[str] | Sequence[str]) -> dict[str, Array]:
    """The columns that are asked for, out of rows as `history.row_of` gives them; years before 1985 are left behind."""
    mask = (1 << 63) - 1
    return {name: np.array([row.get(name, 0) & mask for row in rows], dtype=np.uint64) for name in names}
