"""What changed from one text to the next, and on which day: two standards side by side, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from thidua.core.law.history import Kind
from thidua.core.law.library import DAY, Library
from thidua.core.law.requirements import Requirement, requirement
from thidua.core.law.standard import Branch, Standard

Line = tuple[int, Requirement]


class Fate(StrEnum):
    KEPT = "kept"
    DROPPED = "dropped"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True)
class Pair:
    """What was asked beside what is asked now; one side is empty where a line came or went."""

    fate: Fate
    before: Line | None
    after: Line | None


@dataclass(frozen=True)
class BranchChange:
    """One way to an award, before and after."""

    before: Branch | None
    after: Branch | None
    pairs: tuple[Pair, ...]

    @property
    def is_same(self) -> bool:
        return all(pair.fate is Fate.KEPT for pair in self.pairs)


@dataclass(frozen=True)
class Change:
    """On a day one standard gives way to another; None where nothing was asked before, or nothing is any more."""

    on: date
    before: Standard | None
    after: Standard | None
    branches: tuple[BranchChange, ...]

    @property
    def is_same(self) -> bool:
        """The texts change, what they ask does not."""
        return all(branch.is_same for branch in self.branches)


def standards_of(library: Library, award: str, to: Kind, authority: str = "") -> Iterator[tuple[date, Standard | None]]:
    """What is in force from each day on which it changes, earliest first."""
    held = [one for one in library.versions_of(award, to) if library.texts[one.text].authority in {"", authority}]
    ends = [one.until + DAY for one in held if one.until]
    last: Standard | None = None
    for day in sorted({one.start for one in held}.union(ends)):
        now = library.in_force(award, to, day, authority)
        if now != last:
            yield day, now
        last = now


def changes_of(library: Library, award: str, to: Kind, authority: str = "") -> list[Change]:
    """Every change of an award's standard, the latest first."""
    found, before = [], None
    for day, after in standards_of(library, award, to, authority):
        if before is not None:
            found.append(Change(day, before, after, tuple(_branches(before, after))))
        before = after
    return found[::-1]


def _branches(before: Standard, after: Standard | None) -> Iterator[BranchChange]:
    old = {branch.code: branch for branch in before.branches}
    new = {branch.code: branch for branch in after.branches} if after else {}
    for code in dict.fromkeys((*new, *old)):
        one, other = old.get(code), new.get(code)
        yield BranchChange(one, other, tuple(_pairs(_lines(one), _lines(other))))


def _lines(branch: Branch | None) -> list[Line]:
    return list(requirement(branch.condition).lines()) if branch else []


def _pairs(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Pair]:
    """Articles and doubts may differ: a line is the same when it asks the same at the same place."""
    matcher = SequenceMatcher(None, [_told(line) for line in before], [_told(line) for line in after], autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        for one, other in zip_longest(before[first:last], after[start:end]):
            if what == "equal":
                yield Pair(Fate.KEPT, one, other)
            elif one is not None and other is not None and one[0] == other[0]:
                yield Pair(Fate.CHANGED, one, other)
            else:
                yield from _apart(one, other)


def _apart(before: Line | None, after: Line | None) -> Iterator[Pair]:
    """What stood at another place is no other wording of the same thing."""
    if before is not None:
        yield Pair(Fate.DROPPED, before, None)
    if after is not None:
        yield Pair(Fate.ADDED, None, after)


def _told(line: Line) -> tuple[int, object]:
    depth, asked = line
    return depth, asked.says
