"""How far somebody is from an award: years or times that lack on the nearest way."""

from thidua.core.law.conditions import Found, Met
from thidua.core.law.conditions.conferred import Conferral
from thidua.core.law.conditions.groups import AnyOf, Readings
from thidua.core.law.conditions.needs import OneOf
from thidua.core.law.conditions.standing import OfGroup
from thidua.core.law.explain import Explanation

NEAR = 1  # one year, or once
FAR = 1_000  # another group, another form first: what one year does not mend


def shortfall_of(explanation: Explanation) -> int:
    """For the way by merit, else the first one, with what holds for every award."""
    asked = (*explanation.excludes, *explanation.suspends, explanation.way.found)
    return sum(shortfall(found) for found in asked)


def shortfall(found: Found) -> int:
    """Nought where it is met or warns. Of several of which one is enough the nearest counts, of all asked the sum."""
    if found.met is not Met.NOT_MET:
        return 0
    if not found.parts:
        return FAR if isinstance(found.condition, OfGroup | Conferral) else max(_too_few(found), 1)
    parts = [shortfall(part) for part in found.parts]
    return min(parts) if isinstance(found.condition, AnyOf | OneOf | Readings) else sum(parts)


def _too_few(found: Found) -> int:
    times = getattr(found.condition, "times", found.have)
    return max(found.missing.bit_count(), times - found.have)
