"""What is in sight within five years: the first year in which an award can be met, and the least that must happen."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString

from thidua.core.answer import Sentence
from thidua.core.law.forecast import Outlook, Step, outlooks
from thidua.core.law.history import Asked, History
from thidua.core.law.library import Library
from thidua.core.law.register import Award, Register
from thidua.core.names import Name
from thidua.pages.law.facts import words_of
from thidua.pages.law.words import named, told


@dataclass(frozen=True)
class Stretch:
    """Years in a row, each of which must bring the same."""

    first: int
    last: int
    steps: tuple[SafeString, ...]


@dataclass(frozen=True)
class Sight:
    """An award with the year reviewed in which it could be met, and by year what must happen until then."""

    award: Award
    year: int
    years: tuple[Stretch, ...]
    is_judged: bool = False

    @property
    def name(self) -> SafeString:
        return named(self.award.name)


def in_sight(library: Library, register: Register, history: History, asked: Asked, road: str = "") -> Iterator[Sight]:
    """The nearest first."""
    for outlook in outlooks(library, history, asked, authority=road):
        says = _Saying(register, _words(library, outlook, history, road))
        years = groupby(outlook.steps, lambda step: step.year)
        listed = [Stretch(year, year, tuple(says.steps(steps))) for year, steps in years]
        yield Sight(register[outlook.award], outlook.asked.year, tuple(joined(listed)), outlook.is_judged)


def joined(listed: Iterable[Stretch]) -> Iterator[Stretch]:
    """Years that follow each other and say the same are one line."""
    held: Stretch | None = None
    for one in listed:
        if held is not None and (held.last + 1, held.steps) == (one.first, one.steps):
            held = Stretch(held.first, one.last, held.steps)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _words(library: Library, outlook: Outlook, history: History, road: str) -> Mapping[str, Name]:
    standard = library.in_force(outlook.award, history.kind, outlook.asked.on, road)
    return words_of(library, standard) if standard else {}


@dataclass(frozen=True)
class _Saying:
    register: Register
    words: Mapping[str, Name]

    def steps(self, steps: Iterable[Step]) -> Iterator[SafeString]:
        """Of one year; what must happen twice is said once, with its number."""
        for step, times in Counter(steps).items():
            yield told(self._sentence(step, times))

    def _sentence(self, step: Step, times: int) -> Sentence:
        match step.kind:
            case "rating":
                return Sentence(f"law.rating.{step.what}")
            case "title":
                return Sentence("law.step.title", title=self.register[step.what].name)
            case "form":
                return Sentence("law.step.form", form=self.register[step.what].name)
            case "initiative":
                return Sentence("law.step.work", n=times, work=Sentence(f"law.work.initiative.{step.what}"))
            case "members":
                return Sentence("law.step.members")
            case _:
                name = self.words.get(step.what)
                return Sentence("law.row.named", name=name) if name else Sentence("law.fact.leads")
