"""What is missing for an award, and what somebody has to look at, in the order in which it is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.conditions import Found, Met
from thidua.core.law.conditions.groups import AllOf, AnyOf, InDoubt, Readings, StandardOf
from thidua.core.law.conditions.needs import OneOf
from thidua.core.law.explain import Explanation
from thidua.core.law.requirements import in_one_sentence, requirement
from thidua.core.law.verdicts import Verdict


@dataclass(frozen=True)
class Lack:
    """What is missing, or to be looked at; of `parts` one is enough."""

    says: Sentence
    parts: tuple[Sentence, ...] = ()


def lacks_of(explanation: Explanation) -> tuple[Lack, ...]:
    return tuple(dict.fromkeys(_lacks(explanation)))


def _lacks(explanation: Explanation) -> Iterator[Lack]:
    """What is missing for the way that is told of first, and what holds for every award."""
    for found in (*explanation.excludes, *explanation.suspends):
        yield from _missing(found)
    if explanation.verdict is not Verdict.ELIGIBLE:
        yield from _missing(explanation.way.found)


def doubts_of(explanation: Explanation) -> tuple[Lack, ...]:
    """What somebody has to look at before that way is met."""
    return tuple(dict.fromkeys(_open(explanation.way.found)))


def _missing(found: Found) -> Iterator[Lack]:
    """Of all that are asked each that is not met; of several of which one is enough what they ask; of several readings
    of one text what each finds."""
    if found.met is not Met.NOT_MET:
        return
    parts = parts_below(found)
    if not parts:
        yield Lack(found.because)
    elif isinstance(found.condition, AnyOf | OneOf):
        yield Lack(Sentence("law.lacks_one_of"), tuple(in_one_sentence(requirement(part.condition)) for part in parts))
    elif isinstance(found.condition, Readings):
        yield Lack(Sentence("law.lacks_each_reading"), tuple(part.because for part in parts))
    else:
        for part in parts:
            yield from _missing(part)


def _open(found: Found) -> Iterator[Lack]:
    """Each leaf that warns; readings of one text are one leaf."""
    if found.met is not Met.WARN:
        return
    parts = () if isinstance(found.condition, Readings | InDoubt) else parts_below(found)
    if not parts:
        yield Lack(found.because)
    for part in parts:
        yield from _open(part)


def parts_below(found: Found) -> tuple[Found, ...]:
    """The parts that say more than the whole: a doubt has said its part's sentence, a standard names one group."""
    if isinstance(found.condition, InDoubt):
        return parts_below(found.parts[0])
    if isinstance(found.condition, StandardOf) and isinstance(found.parts[0].condition, AllOf):
        return found.parts[0].parts
    return found.parts
