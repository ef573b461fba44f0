"""What a standard asks as a page shows it: a tree of sentences with articles and doubts; what changed, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from thidua.core.law.changes import BranchChange, Change, Fate, Line, changes_of
from thidua.core.law.conditions.groups import Doubt
from thidua.core.law.history import Kind
from thidua.core.law.library import Library
from thidua.core.law.requirements import How, Requirement, requirement
from thidua.core.law.standard import Branch, Standard
from thidua.pages.law.words import Cited, cited, named, told


@dataclass(frozen=True)
class Asked:
    """One line of a tree; `award` is the one whose standard it names."""

    says: SafeString
    depth: int
    cited: Cited
    doubt: Doubt | None
    award: str
    is_note: bool
    is_group: bool


@dataclass(frozen=True)
class Way:
    """One way to an award: its branch with all that it asks."""

    code: str
    name: SafeString
    lines: tuple[Asked, ...]


@dataclass(frozen=True)
class Beside:
    """A line before and after; `fate` is kept, dropped, added or changed."""

    fate: Fate
    before: Asked | None
    after: Asked | None


@dataclass(frozen=True)
class WayChanged:
    name: SafeString
    is_same: bool
    pairs: tuple[Beside, ...]


@dataclass(frozen=True)
class Turn:
    """On a day one text's standard gave way to another's."""

    on: date
    before: Cited
    after: Cited | None
    is_same: bool
    ways: tuple[WayChanged, ...]


def ways_of(library: Library, standard: Standard) -> list[Way]:
    return [_way(library, branch) for branch in standard.branches]


def turns_of(library: Library, award: str, to: Kind) -> list[Turn]:
    """The latest first."""
    return [_turn(library, change) for change in changes_of(library, award, to)]


def _way(library: Library, branch: Branch) -> Way:
    lines = requirement(branch.condition).lines()
    return Way(branch.code, named(branch.name), tuple(_lines(library, lines)))


def _lines(library: Library, lines: Iterable[Line]) -> list[Asked]:
    return [_line(library, line) for line in lines]


def _line(library: Library, line: Line) -> Asked:
    depth, asked = line
    return Asked(
        says=told(asked.says),
        depth=depth,
        cited=cited(library, asked.source),
        doubt=asked.doubt,
        award=asked.award,
        is_note=asked.how is How.NOTE,
        is_group=_is_group(asked),
    )


def _is_group(asked: Requirement) -> bool:
    return asked.how in (How.ALL, How.ANY, How.READINGS)


def _turn(library: Library, change: Change) -> Turn:
    assert change.before is not None, "a change has something before it"
    after = cited(library, change.after.source, change.after.text) if change.after else None
    ways = tuple(_changed(library, branch) for branch in change.branches)
    return Turn(change.on, cited(library, change.before.source, change.before.text), after, change.is_same, ways)


def _changed(library: Library, change: BranchChange) -> WayChanged:
    branch = change.after or change.before
    assert branch is not None, "one side is there"
    pairs = tuple(
        Beside(pair.fate, *(_line(library, side) if side else None for side in (pair.before, pair.after)))
        for pair in change.pairs
    )
    return WayChanged(named(branch.name), change.is_same, pairs)
