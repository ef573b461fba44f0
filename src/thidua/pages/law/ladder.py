"""Vì sao đủ / chưa đủ điều kiện: an explanation as a page shows it, rung by rung."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString

import thidua
from thidua.core.answer import Sentence
from thidua.core.law.conditions import Found, Met
from thidua.core.law.conditions.groups import AllOf, AnyOf, InDoubt, Readings, StandardOf
from thidua.core.law.conditions.needs import OneOf
from thidua.core.law.conditions.standing import OfGroup
from thidua.core.law.conditions.words import Judged, OnRecord
from thidua.core.law.explain import BranchFound, Explanation
from thidua.core.law.history import AwardType, History
from thidua.core.law.lacks import Lack, doubts_of, lacks_of, parts_below
from thidua.core.law.library import Library
from thidua.core.law.register import Register
from thidua.core.law.texts import Text
from thidua.core.law.verdicts import Verdict
from thidua.core.law.written import texts_in
from thidua.pages.law.facts import Fact, facts_of, words_of
from thidua.pages.law.listing import address_on
from thidua.pages.law.words import Cited, cited, named, told

SIGNS = {Met.MET: ("ok", "check"), Met.WARN: ("warn", "alert"), Met.NOT_MET: ("no", "x")}
LOOKS = {
    Verdict.ELIGIBLE: ("done", "check"),
    Verdict.NOT_ELIGIBLE: ("late", "x"),
    Verdict.NOT_YET: ("", "clock"),
    Verdict.WARN: ("", "alert"),
}


@dataclass(frozen=True)
class Rung:
    """One condition as it was found; `met` in words beside its sign. `unsaid`: a fact nobody has written down yet.

    `is_of_group`: it is for others than such as these. `same_source`: the article is that of the rung before it.
    """

    met: Met
    depth: int
    says: SafeString
    cited: Cited
    unsaid: str = ""
    is_of_group: bool = False
    is_group: bool = False
    same_source: bool = False

    @property
    def sign(self) -> str:
        return SIGNS[self.met][0]

    @property
    def icon(self) -> str:
        return SIGNS[self.met][1]

    @property
    def words(self) -> SafeString:
        return told(Sentence(f"law.met.{self.met.name.lower()}"))


@dataclass(frozen=True)
class Judgement:
    """A verdict in words, with its colour and its sign."""

    verdict: Verdict

    @property
    def words(self) -> SafeString:
        return told(Sentence(f"law.verdict.{self.verdict}"))

    @property
    def look(self) -> str:
        return LOOKS[self.verdict][0]

    @property
    def icon(self) -> str:
        return LOOKS[self.verdict][1]

    @property
    def tag(self) -> str:
        return self.look or "due"


@dataclass(frozen=True)
class Way:
    """One branch with its own verdict; `gist`: how many of all that it asks are missing, where it asks for several."""

    name: SafeString
    judgement: Judgement
    gist: SafeString | str
    rungs: tuple[Rung, ...]
    is_long_service: bool


@dataclass(frozen=True)
class Used:
    """A text that the answer rests on."""

    text: Text
    cited: Cited


@dataclass(frozen=True)
class Ladder:
    """The whole answer: what it was asked, what came out, what lacks, on what it rests."""

    award: str
    name: SafeString
    year: int
    on: date
    cited: Cited
    judgement: Judgement
    beside: SafeString | str  # merit is not met, and what remains is for somebody to judge
    lacks: tuple[Lack, ...]
    doubts: tuple[Lack, ...]
    ways: tuple[Way, ...]
    general: tuple[Rung, ...]
    facts: tuple[Fact, ...]
    texts: tuple[Used, ...]
    version: str


def ladder_of(
    explanation: Explanation, library: Library, history: History, register: Register, *, branch: str = ""
) -> Ladder:
    """The answer for the award, or for one of its branches."""
    if branch:
        one = explanation.branch(branch)
        explanation = replace(explanation, verdict=one.verdict, branches=(one,))
    standard, asked = explanation.standard, explanation.asked
    there = f"{address_on(register[standard.award], standard.to, asked.on)}#tieu-chuan"
    general = [*explanation.excludes, *explanation.suspends]
    return Ladder(
        award=standard.award,
        name=named(standard.name),
        year=asked.year,
        on=asked.on,
        cited=replace(cited(library, standard.source, standard.text), href=there),
        judgement=Judgement(explanation.verdict),
        beside=_beside(explanation),
        lacks=lacks_of(explanation),
        doubts=doubts_of(explanation) if explanation.verdict is Verdict.WARN else (),
        ways=tuple(_way(library, one, there) for one in explanation.branches),
        general=_said_once(rung for found in general for rung in _rungs(library, found, 0)),
        facts=tuple(facts_of(history, register, words_of(library, standard), year=asked.year)),
        texts=tuple(Used(library.texts[code], cited(library, "", code)) for code in texts_in(explanation)),
        version=thidua.__version__,
    )


def _way(library: Library, found: BranchFound, there: str) -> Way:
    """Its articles lead to the page of the award, where they stand beside what they ask."""
    whole = _alone(found.found)
    gist = told(whole.because) if isinstance(whole.condition, AllOf) else ""
    leading = (replace(rung, cited=replace(rung.cited, href=there)) for rung in _parts(library, [whole], 0))
    is_long_service = found.branch.type is AwardType.LONG_SERVICE
    return Way(named(found.branch.name), Judgement(found.verdict), gist, _said_once(leading), is_long_service)


def _said_once(rungs: Iterable[Rung]) -> tuple[Rung, ...]:
    """An article that several rungs in a row rest on stands beside the first of them."""
    before, found = "", list[Rung]()
    for rung in rungs:
        found.append(replace(rung, same_source=rung.cited.says == before))
        before = rung.cited.says
    return tuple(found)


def _parts(library: Library, parts: Iterable[Found], depth: int) -> Iterator[Rung]:
    """Parts of which all are asked: those of a group that asks for all of its own stand among them."""
    for part in map(_alone, parts):
        if isinstance(part.condition, AllOf):
            yield from _parts(library, part.parts, depth)
        else:
            yield from _rungs(library, part, depth)


def _alone(found: Found) -> Found:
    """A group of one is that one."""
    while isinstance(found.condition, AllOf | AnyOf) and len(found.parts) == 1:
        [found] = found.parts
    return found


def _rungs(library: Library, found: Found, depth: int) -> Iterator[Rung]:
    """One and what is below it. Of several of which one is enough each stays whole."""
    found = _alone(found)
    says, within = told(found.because), found
    if isinstance(found.condition, StandardOf) and isinstance(_alone(found.parts[0]).condition, AnyOf):
        within = _alone(found.parts[0])
        says = format_html("{}. {}", says, told(within.because))
    below = parts_below(within)
    yield Rung(
        found.met,
        depth,
        says,
        cited(library, found.condition.source),
        unsaid=_unsaid(found),
        is_of_group=isinstance(found.condition, OfGroup) and found.met is Met.NOT_MET,
        is_group=bool(below),
    )
    if isinstance(within.condition, AnyOf | Readings | OneOf | InDoubt):
        for part in below:
            yield from _rungs(library, part, depth + 1)
    else:
        yield from _parts(library, below, depth + 1)


def _unsaid(found: Found) -> str:
    """The word of what a record would have to say, and does not."""
    while isinstance(found.condition, InDoubt):
        [found] = found.parts
    if isinstance(found.condition, Judged) and found.met is Met.WARN:
        return found.condition.word
    if isinstance(found.condition, OnRecord) and found.met is Met.NOT_MET:
        return found.condition.word
    return ""


def _beside(explanation: Explanation) -> SafeString | str:
    merit = [one for one in explanation.branches if one.branch.type is AwardType.MERIT]
    others = [one for one in explanation.branches if one not in merit and one.verdict is Verdict.WARN]
    if explanation.verdict is not Verdict.WARN or not merit or not others:
        return ""
    if any(one.verdict is not Verdict.NOT_ELIGIBLE for one in merit):
        return ""
    return told(Sentence("law.judged_beside", others=tuple(one.branch.name for one in others)))
