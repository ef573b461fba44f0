"""Questions in the order in which they are reckoned: every part once, its own parts before it, known by its number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from thidua.core.law.columns import Node, parts_of


@dataclass(frozen=True)
class Step:
    """A part of a question, and the numbers of the steps that it is made of; of some of them nobody asks after it."""

    node: Node
    parts: tuple[int, ...]
    last_used: tuple[int, ...] = ()


@dataclass(frozen=True)
class Program:
    steps: tuple[Step, ...]
    answers: tuple[int, ...]  # the steps of the questions, in their order


def program_of(questions: Sequence[Node]) -> Program:
    """Equal parts are one step; each is known by its own parts, because to hash a tree takes as long as it is big."""
    steps: list[Step] = []
    numbers: dict[tuple[object, ...], int] = {}
    met: dict[int, int] = {}

    def number(node: Node) -> int:
        if id(node) not in met:
            parts = tuple(number(part) for part in parts_of(node))
            own = tuple(getattr(node, field.name) for field in fields(node)[len(parts) :])
            key = (type(node), parts, own)
            if key not in numbers:
                numbers[key] = len(steps)
                steps.append(Step(node, parts))
            met[id(node)] = numbers[key]
        return met[id(node)]

    answers = tuple(number(question) for question in questions)
    return Program(tuple(_with_last_uses(steps, frozenset(answers))), answers)


def _with_last_uses(steps: Sequence[Step], kept: frozenset[int]) -> Iterator[Step]:
    """What lies between is dropped as soon as it has served: its room is used again while it is in the cache."""
    last = {part: number for number, step in enumerate(steps) for part in step.parts}
    for number, step in enumerate(steps):
        done = (part for part in dict.fromkeys(step.parts) if last[part] == number and part not in kept)
        yield replace(step, last_used=tuple(done))
