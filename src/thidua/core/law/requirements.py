"""What a standard asks, as a tree to read: of nobody in particular, each part with its article and its doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from thidua.core.answer import Sentence
from thidua.core.law.conditions.base import Reason
from thidua.core.law.conditions.groups import AllOf, AnyOf, Doubt, InDoubt, Readings, StandardOf
from thidua.core.law.conditions.needs import EveryOne, OneOf
from thidua.core.law.conditions.run import Run


class How(StrEnum):
    """How the parts go together; a note says how something is counted and asks for nothing itself."""

    ALONE = ""
    ALL = "all"
    ANY = "any"
    READINGS = "readings"
    NOTE = "note"


@dataclass(frozen=True)
class Requirement:
    """One thing that is asked; `award` is the one whose standard it names."""

    says: Sentence
    source: str = ""
    how: How = How.ALONE
    parts: tuple["Requirement", ...] = ()
    doubt: Doubt | None = None
    award: str = ""

    def lines(self, depth: int = 0) -> Iterator[tuple[int, "Requirement"]]:
        """Itself and what is below it, in reading order, with how deep each stands."""
        yield depth, self
        for part in self.parts:
            yield from part.lines(depth + 1)


def requirement(condition: Reason) -> Requirement:
    """A group of one is that one."""
    match condition:
        case InDoubt(part=part, doubt=doubt):
            return replace(requirement(part), doubt=doubt)
        case AllOf(parts=(part,)) | AnyOf(parts=(part,)) | OneOf(needs=(part,)) | EveryOne(needs=(part,)):
            return requirement(part)
        case AllOf(parts=parts) | EveryOne(needs=parts):
            return _group(condition, How.ALL, parts)
        case AnyOf(parts=parts) | OneOf(needs=parts):
            return _group(condition, How.ANY, parts)
        case Readings(parts=parts):
            return _group(condition, How.READINGS, parts)
        case Run():
            return replace(_group(condition, How.ALONE, condition.having), parts=_of_a_run(condition))
        case StandardOf(award=award):
            return Requirement(condition.wanted, condition.source, award=award.code)
        case _:
            return Requirement(condition.wanted, condition.source)


def in_one_sentence(one: Requirement) -> Sentence:
    """What is asked with all that is asked besides, for a list that shows no tree; notes are left out."""
    parts = [in_one_sentence(part) for part in one.parts if part.how is not How.NOTE]
    if not parts:
        return one.says
    if one.how is How.ALONE:
        return Sentence("law.with_besides", what=one.says, besides=_joined("law.both", parts))
    return _joined("law.both" if one.how is How.ALL else "law.either", parts)


def _joined(key: str, parts: list[Sentence]) -> Sentence:
    return reduce(lambda first, second: Sentence(key, first=first, second=second), parts)


def _group(condition: Reason, how: How, parts: tuple[Reason, ...]) -> Requirement:
    return Requirement(condition.wanted, condition.source, how, tuple(requirement(part) for part in parts))


def _of_a_run(run: Run) -> tuple[Requirement, ...]:
    """What the years must hold besides, and how they are counted."""
    notes = [Sentence("law.fresh.wanted", form=run.fresh.name)] if run.fresh else []
    notes += [Sentence("law.older.wanted")] if run.older else []
    return (*(requirement(need) for need in run.having), *(Requirement(note, how=How.NOTE) for note in notes))
