"""On which shelf an award lies for somebody: eligible, to be looked at, not yet, nearly, out of reach."""

from collections.abc import Iterator
from enum import StrEnum

from thidua.core.law.conditions import Found, Met
from thidua.core.law.conditions.conferred import Conferral
from thidua.core.law.conditions.groups import AnyOf, leaves_of
from thidua.core.law.conditions.members import HeadCount, Share
from thidua.core.law.conditions.rated import Rated
from thidua.core.law.conditions.run import Run
from thidua.core.law.conditions.standing import OfGroup
from thidua.core.law.conditions.titled import Titled
from thidua.core.law.explain import Explanation
from thidua.core.law.history import AwardType
from thidua.core.law.shortfall import NEAR, shortfall_of
from thidua.core.law.standard import Branch, Standard
from thidua.core.law.verdicts import Verdict

BY_RECORD = (Rated, Titled, Run, Conferral, Share, HeadCount)


class Shelf(StrEnum):
    """Where an award stands in a list; `NEAR`: short by one year, or of one thing."""

    ELIGIBLE = "eligible"
    WARN = "warn"
    NOT_YET = "not_yet"
    NEAR = "near"
    NOT_ELIGIBLE = "not_eligible"


WITHIN_REACH = (Shelf.ELIGIBLE, Shelf.WARN, Shelf.NOT_YET, Shelf.NEAR)


def way_of(standard: Standard) -> Branch | None:
    """The way by merit, which decides where there is one: the others are for somebody to judge."""
    return next((branch for branch in standard.branches if branch.type is AwardType.MERIT), None)


def verdict_looked_at(explanation: Explanation) -> Verdict:
    way = way_of(explanation.standard)
    return explanation.branch(way.code).verdict if way else explanation.verdict


def shelf_of(explanation: Explanation) -> Shelf:
    verdict = verdict_looked_at(explanation)
    if verdict is Verdict.NOT_ELIGIBLE and shortfall_of(explanation) == NEAR:
        return Shelf.NEAR
    return Shelf(verdict.value)


def is_meant_for_others(explanation: Explanation) -> bool:
    """Whether the way looked at is for another group, such as the armed forces."""
    found = explanation.way.found
    return any(isinstance(part.condition, OfGroup) and part.met is Met.NOT_MET for part in _not_met_in(found))


def _not_met_in(found: Found) -> Iterator[Found]:
    """It and what it is made of, as far as it is not met; not one of several ways."""
    yield found
    if found.met is Met.NOT_MET and not isinstance(found.condition, AnyOf):
        for part in found.parts:
            yield from _not_met_in(part)


def rests_on_record(standard: Standard) -> bool:
    """Whether it asks for more than somebody's judgement: of such as ask for nothing else the record says nothing."""
    return any(isinstance(leaf, BY_RECORD) for branch in standard.branches for leaf in leaves_of(branch.condition))
