"""Conditions made of conditions: all of them, any of them, either reading, one that is in doubt, another award's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from thidua.core.answer import Sentence
from thidua.core.law.columns import TRUE, Pair, Truth, both, either, one_short_at_most
from thidua.core.law.conditions.base import Case, Cited, Condition, Found, Met, says, wants
from thidua.core.law.history import Asked
from thidua.core.law.register import Award


class Doubt(StrEnum):
    """Why a condition only warns: the primary text was not read; or the reading is our choice."""

    CHECK = "check"
    DEFAULT = "default"


@dataclass(frozen=True)
class AllOf(Cited):
    parts: tuple[Condition, ...]

    def answer(self, case: Case) -> Found:
        parts = tuple([part.answer(case) for part in self.parts])
        return Found(self, min([part.met for part in parts]), parts=parts)

    def asks(self, asked: Asked) -> Pair:
        pairs = [part.asks(asked) for part in self.parts]
        return Pair(both(*(pair.sure for pair in pairs)), both(*(pair.possible for pair in pairs)))

    def nearly(self, asked: Asked) -> Truth:
        return one_short_at_most((part.asks(asked).possible, part.nearly(asked)) for part in self.parts)

    @property
    def wanted(self) -> Sentence:
        return wants("all")

    def because(self, found: Found) -> Sentence:
        lacking = sum(part.met is Met.NOT_MET for part in found.parts)
        return says("all", found, lacking=lacking, of=len(found.parts))


@dataclass(frozen=True)
class AnyOf(Cited):
    parts: tuple[Condition, ...]

    def answer(self, case: Case) -> Found:
        parts = tuple([part.answer(case) for part in self.parts])
        return Found(self, max([part.met for part in parts]), parts=parts)

    def asks(self, asked: Asked) -> Pair:
        pairs = [part.asks(asked) for part in self.parts]
        return Pair(either(*(pair.sure for pair in pairs)), either(*(pair.possible for pair in pairs)))

    def nearly(self, asked: Asked) -> Truth:
        return either(*(part.nearly(asked) for part in self.parts))

    @property
    def wanted(self) -> Sentence:
        return wants("any")

    def because(self, found: Found) -> Sentence:
        return says("any", found, of=len(found.parts))


@dataclass(frozen=True)
class Readings(Cited):
    """The text can be read in several ways: met if all readings agree, a warning if only some do."""

    parts: tuple[Condition, ...]

    def answer(self, case: Case) -> Found:
        parts = tuple([part.answer(case) for part in self.parts])
        grades = [part.met for part in parts]
        agreed = grades[0] if min(grades) == max(grades) else Met.WARN
        return Found(self, agreed, parts=parts)

    def asks(self, asked: Asked) -> Pair:
        pairs = [part.asks(asked) for part in self.parts]
        return Pair(both(*(pair.sure for pair in pairs)), either(*(pair.possible for pair in pairs)))

    def nearly(self, asked: Asked) -> Truth:
        return either(*(part.nearly(asked) for part in self.parts))

    @property
    def wanted(self) -> Sentence:
        return wants("readings")

    def because(self, found: Found) -> Sentence:
        return says("readings", found, of=len(found.parts))


@dataclass(frozen=True)
class WhichText(Readings):
    """What is asked on the day, and what was asked when the year reviewed ended, where a new text came in between."""

    @property
    def wanted(self) -> Sentence:
        return wants("which_text")

    def because(self, found: Found) -> Sentence:
        return says("which_text", found)


@dataclass(frozen=True)
class InDoubt(Cited):
    """A condition that nobody can swear to: where it is not met it warns, and blocks nothing."""

    part: Condition
    doubt: Doubt

    def answer(self, case: Case) -> Found:
        part = self.part.answer(case)
        return Found(self, max(part.met, Met.WARN), part.years, part.missing, part.have, parts=(part,))

    def asks(self, asked: Asked) -> Pair:
        return Pair(self.part.asks(asked).sure, TRUE)

    @property
    def wanted(self) -> Sentence:
        return self.part.wanted

    def because(self, found: Found) -> Sentence:
        return says("in_doubt", found, doubt=Sentence(f"law.doubt.{self.doubt}"), about=found.parts[0].because)


@dataclass(frozen=True)
class StandardOf(Cited):
    """Another award's standard, as it is in force on the same day."""

    award: Award
    standard: Condition | None = None

    def answer(self, case: Case) -> Found:
        part = self._standard.answer(case)
        return Found(self, part.met, parts=(part,))

    def asks(self, asked: Asked) -> Pair:
        return self._standard.asks(asked)

    def nearly(self, asked: Asked) -> Truth:
        return self._standard.nearly(asked)

    @property
    def wanted(self) -> Sentence:
        return wants("standard_of", award=self.award.name)

    def because(self, found: Found) -> Sentence:
        return says("standard_of", found, award=self.award.name)

    @property
    def _standard(self) -> Condition:
        assert self.standard is not None, "the library puts it in"
        return self.standard


def put_in(condition: Condition, standard_of: Callable[[str], Condition]) -> Condition:
    """The condition with every standard of another award that it names."""
    match condition:
        case StandardOf(award=award):
            return replace(condition, standard=standard_of(award.code))
        case AllOf(parts=parts) | AnyOf(parts=parts) | Readings(parts=parts):
            return replace(condition, parts=tuple(put_in(part, standard_of) for part in parts))
        case InDoubt(part=part):
            return replace(condition, part=put_in(part, standard_of))
        case _:
            return condition


def leaves_of(condition: Condition) -> Iterator[Condition]:
    """The conditions that are not made of others."""
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts) | Readings(parts=parts):
            for part in parts:
                yield from leaves_of(part)
        case InDoubt(part=part):
            yield from leaves_of(part)
        case StandardOf(standard=Condition() as standard):
            yield from leaves_of(standard)
        case _:
            yield condition


def named_in(condition: Condition) -> Iterator[str]:
    """The awards whose standards a condition asks for."""
    match condition:
        case StandardOf(award=award):
            yield award.code
        case AllOf(parts=parts) | AnyOf(parts=parts) | Readings(parts=parts):
            for part in parts:
                yield from named_in(part)
        case InDoubt(part=part):
            yield from named_in(part)
