"""How somebody stands towards every award on a day: eligible, to be looked at, nearly, not yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from thidua.core.answer import Sentence
from thidua.core.law.explain import Explanation
from thidua.core.law.history import Asked, AwardType, History
from thidua.core.law.lacks import Lack, doubts_of, lacks_of
from thidua.core.law.library import Library
from thidua.core.law.register import Award, Register
from thidua.core.law.shelf import Shelf, is_meant_for_others, shelf_of, verdict_looked_at
from thidua.core.law.verdicts import Verdict
from thidua.pages.law.ladder import Judgement
from thidua.pages.law.words import named, told


@dataclass(frozen=True)
class Standing:
    """One award: what holds by merit where it has such a way, else of the whole; what lacks."""

    award: Award
    shelf: Shelf
    judgement: Judgement
    lacks: tuple[Lack, ...]
    doubts: tuple[Lack, ...]
    has_other_ways: bool

    @property
    def name(self) -> SafeString:
        return named(self.award.name)


def standings(
    library: Library, register: Register, history: History, asked: Asked, road: str = ""
) -> Iterator[Standing]:
    """Every award meant for such as these of which some text says on the day what is asked, in the register's order.

    The directory has agencies and their parts, no places where people live.
    """
    known = set(library.awards_on(asked.on, history.kind, road))
    for code, award in register.items():
        found = library.explanation(code, history, asked, road) if code in known and not award.of_places else None
        if found is not None and not is_meant_for_others(found):
            yield _standing(award, found)


def _standing(award: Award, found: Explanation) -> Standing:
    verdict = verdict_looked_at(found)
    doubts = doubts_of(found) if verdict is Verdict.WARN else ()
    merit = [one for one in found.branches if one.branch.type is AwardType.MERIT]
    has_other_ways = len(found.branches) > len(merit) > 0
    return Standing(award, shelf_of(found), Judgement(verdict), lacks_of(found), doubts, has_other_ways)


def shelves(listed: Iterator[Standing]) -> list[tuple[Shelf, SafeString, list[Standing]]]:
    """Those that can be proposed first; of each only what has something in it."""
    held = list(listed)
    found = [(shelf, [one for one in held if one.shelf is shelf]) for shelf in Shelf]
    return [(shelf, told(Sentence(f"law.shelf.{shelf}")), rows) for shelf, rows in found if rows]
