"""Questions carried out sixty-four people at a time: the columns turned on their side.

A column of numbers is kept as its binary digits, a plane a digit, and in a plane a bit a person. A set of years has one
plane for each year that occurs, so "rated so in five years running" is four ANDs of planes, each for sixty-four people
in one instruction. Counting is adding planes with full adders; a plane that holds nothing is not there, and costs
nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
Plane: TypeAlias = "Array | bool"  # bits of sixty-four people a word; True or False where it is the same for all
Digits: TypeAlias = Mapping[int, Plane]  # by their place; what is not there is nought

WORD = 64
BLOCK = 1 << 13  # words: few enough for the cache, as what lies between is dropped; enough to forget what a step costs


class Planes:
    """Columns turned on their side, for so many rows."""

    def __init__(self, rows: int, columns: Mapping[str, Mapping[int, Array]]) -> None:
        self.rows, self.columns = rows, columns

    @classmethod
    def of(cls, columns: Mapping[str, Array], rows: int) -> "Planes":
        """Out of columns of whole numbers without a sign."""
        return cls(rows, {name: dict(_turned(column, rows)) for name, column in columns.items()})

    @property
    def bytes(self) -> int:
        return sum(plane.nbytes for digits in self.columns.values() for plane in digits.values())

    def carried_out(self, nodes: Sequence[Node], block: int = BLOCK) -> list[Array]:
        """The answers of truths for all rows, sixty-four to a word."""
        program, words = program_of(nodes), -(-self.rows // WORD)
        answers = [np.empty(words, dtype=np.uint64) for _ in nodes]
        for start in range(0, words, block):
            part = slice(start, min(start + block, words))
            held = {name: {at: plane[part] for at, plane in digits.items()} for name, digits in self.columns.items()}
            values = _reckoned(program, held)
            for step, answer in zip(program.answers, answers, strict=True):
                answer[part] = _filled(values[step])
        return answers

    def unpacked(self, answer: Array) -> Array:
        """A column of yes and no, one a row."""
        return np.unpackbits(answer.view(np.uint8), bitorder="little", count=self.rows).astype(bool)

    def counted(self, answer: Array) -> int:
        """For how many rows an answer is yes."""
        return int(np.bitwise_count(answer[:-1]).sum()) + int(self.unpacked(answer)[(len(answer) - 1) * WORD :].sum())


def _turned(column: Array, rows: int) -> Any:
    every = int(np.bitwise_or.reduce(column)) if rows else 0
    spare = np.zeros(-rows % WORD, dtype=bool)
    for place in range(every.bit_length()):
        if every >> place & 1:
            bits = (column >> np.uint64(place) & np.uint64(1)).astype(bool)
            yield place, np.packbits(np.concatenate([bits, spare]), bitorder="little").view(np.uint64)


def _filled(plane: Plane) -> Any:
    return plane if isinstance(plane, np.ndarray) else np.uint64(2**WORD - 1 if plane else 0)


def _reckoned(program: Program, columns: Mapping[str, Digits]) -> list[Any]:
    """Of every step its digits, or its plane; sums are kept as what is to be added until somebody asks for digits."""
    values: list[Any] = []
    for step in program.steps:
        parts = [values[part] for part in step.parts]
        match step.node:
            case Column(name):
                value: Any = columns.get(name, {})
            case Whole(number):
                value = {place: True for place in range(number.bit_length()) if number >> place & 1}
            case Common():
                left, right = parts
                value = {place: _and(plane, right[place]) for place, plane in left.items() if place in right}
            case Joined():
                left, right = parts
                value = {place: _or(left.get(place, False), right.get(place, False)) for place in {**left, **right}}
            case Without():
                left, right = parts
                value = {place: _and(plane, _not(right.get(place, False))) for place, plane in left.items()}
            case Later(_, by):
                value = {place - by: plane for place, plane in parts[0].items() if place >= by}
            case Earlier(_, by):
                value = {place + by: plane for place, plane in parts[0].items() if place + by < WORD}
            case Foot():
                value = _foot(parts[0])
            case Count():
                value = _Sum({0: [*parts[0].values()]})
            case Sum():
                value = _Sum(_joined(_addends(parts[0]), _addends(parts[1])))
            case Times(_, by):
                value = _Sum(_times(_addends(parts[0]), by))
            case AtLeast():
                value = _at_least(_digits(parts[0]), _digits(parts[1]))
            case Both():
                value = _and(*parts)
            case Either():
                value = _or(*parts)
            case Not():
                value = _not(parts[0])
            case Always(truth):
                value = truth
        values.append(value)
        for part in step.last_used:
            values[part] = None
    return values


class _Sum:
    """Planes to be added, by their weight; their digits once somebody asks."""

    def __init__(self, addends: Mapping[int, Sequence[Plane]]) -> None:
        self.addends = addends
        self.digits: Digits | None = None


def _digits(value: "Digits | _Sum") -> Digits:
    if not isinstance(value, _Sum):
        return value
    if value.digits is None:
        value.digits = _added(value.addends)
    return value.digits


def _addends(value: "Digits | _Sum") -> Mapping[int, Sequence[Plane]]:
    if isinstance(value, _Sum):
        return value.addends
    return {place: [plane] for place, plane in value.items()}


def _joined(left: Mapping[int, Sequence[Plane]], right: Mapping[int, Sequence[Plane]]) -> Mapping[int, Sequence[Plane]]:
    return {weight: [*left.get(weight, ()), *right.get(weight, ())] for weight in {**left, **right}}


def _times(addends: Mapping[int, Sequence[Plane]], by: int) -> Mapping[int, Sequence[Plane]]:
    found: dict[int, list[Plane]] = defaultdict(list)
    for place in (place for place in range(by.bit_length()) if by >> place & 1):
        for weight, planes in addends.items():
            found[weight + place] += planes
    return found


def _and(left: Plane, right: Plane) -> Plane:
    if isinstance(left, bool):
        return right if left else False
    if isinstance(right, bool):
        return left if right else False
    return left & right


def _or(left: Plane, right: Plane) -> Plane:
    if isinstance(left, bool):
        return True if left else right
    if isinstance(right, bool):
        return True if right else left
    return left | right


def _not(plane: Plane) -> Plane:
    return not plane if isinstance(plane, bool) else ~plane


def _xor(left: Plane, right: Plane) -> Plane:
    if isinstance(left, bool):
        return _not(right) if left else right
    if isinstance(right, bool):
        return _not(left) if right else left
    return left ^ right


def _foot(digits: Digits) -> Digits:
    """The ones at the foot: each stands as long as all below it do."""
    found: dict[int, Plane] = {}
    run: Plane = True
    for place in range(len(digits)):
        if place not in digits:
            break
        run = found[place] = _and(run, digits[place])
    return found


def _added(addends: Mapping[int, Sequence[Plane]]) -> Digits:
    """The sum of planes of any weight, by full adders from the lowest place up."""
    waiting = defaultdict(list, {weight: list(planes) for weight, planes in addends.items()})
    found: dict[int, Plane] = {}
    place = 0
    while any(weight >= place and planes for weight, planes in waiting.items()):
        planes = waiting[place]
        while len(planes) > 1:
            a, b = planes.pop(), planes.pop()
            c: Plane = planes.pop() if planes else False
            half = _xor(a, b)
            planes.insert(0, _xor(half, c))
            waiting[place + 1].append(_or(_and(a, b), _and(half, c)))
        if planes and planes[0] is not False:
            found[place] = planes[0]
        place += 1
    return found


def _at_least(left: Digits, right: Digits) -> Plane:
    """Compared digit by digit, the lowest first: a higher one that differs has the last word."""
    holds: Plane = True
    for place in range(max((*left, *right), default=-1) + 1):
        a, b = left.get(place, False), right.get(place, False)
        holds = (
            _or(_and(a, _not(b)), _and(_not(_xor(a, b)), holds))
            if not isinstance(b, bool)
            else (_and(a, holds) if b else _or(a, holds))
        )
    return holds
