"""What somebody can still reach, by when at the earliest, and what must happen for it.

The best that could come is played forward year by year under the law in force; the first year in which an award's
standard is met is the earliest. Then everything that the award does not need is taken away again, the rarest first:
what is left must happen.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from thidua.core.law.conditions import Case, Condition, Met
from thidua.core.law.conditions.groups import leaves_of
from thidua.core.law.conditions.words import OnRecord
from thidua.core.law.explain import explained
from thidua.core.law.history import (
    Asked,
    AwardType,
    Conferred,
    History,
    Kind,
    Level,
    Members,
    Recognition,
    Work,
    row_of,
)
from thidua.core.law.library import Library
from thidua.core.law.standard import Standard
from thidua.core.law.verdicts import Verdict
from thidua.core.law.years import LAST, Years, only

AHEAD = 5
LEADS = "leads"
BEST_MEMBERS = Members(count=10, complete=10, advanced=10, fighters=1, warned=0)
# What a good year brings by itself, and what each kind may be conferred besides.
YEARLY = {
    Kind.INDIVIDUAL: ("LDTT", "CSTDCS"),
    Kind.COLLECTIVE: ("TTLDTT", "TTLDXS", "CO_BO"),
    Kind.HOUSEHOLD: ("GDVH",),
}


class Rarity(IntEnum):
    """The rarest is taken away first, so that what is left is the easiest way."""

    FACT = 0
    FORM = 1
    TITLE = 2
    WORK = 3
    RATING = 4


@dataclass(frozen=True)
class Step:
    """One thing that must happen in a year: a rating, a title, a form, an initiative, a fact on record."""

    year: int
    rarity: Rarity
    what: str  # a level, a code of the register, a rank of recognition, a word
    kind: str  # rating | title | form | initiative | fact | members

    def upon(self, history: History) -> History:
        return _UPON[self.kind](history, self)


@dataclass(frozen=True)
class Outlook:
    """An award within reach: the first year reviewed for which its standard can be met, and what must happen."""

    award: str
    branch: str
    asked: Asked
    steps: tuple[Step, ...]

    @property
    def is_judged(self) -> bool:
        """Whether nothing but what people find has to come, such as who leads a bloc: no year can be foreseen."""
        return bool(self.steps) and all(step.kind == "fact" for step in self.steps)


def outlooks(
    library: Library, history: History, asked: Asked, *, authority: str = "", ahead: int = AHEAD
) -> tuple[Outlook, ...]:
    """Every award that is not met now and can be met within so many years; the nearest first."""
    play = _Play(library, history, asked, authority)
    found: dict[str, Outlook] = {}
    known = library.awards_on(asked.on, history.kind, authority)
    now = {award for award in known if play.is_met(award, asked, history)}
    for _ in range(_ahead(asked, ahead)):
        then = play.a_year_on()
        for award in library.awards_on(then.on, history.kind, authority):
            if award not in now and award not in found and play.is_in_sight(award, then):
                found[award] = Outlook(award, play.branch_of(award, then), then, play.needed(award, then))
    return tuple(found.values())


def best(library: Library, history: History, asked: Asked, *, authority: str = "", ahead: int = 2 * AHEAD) -> "Best":
    """The best that could come, to ask of any condition when it could be met at the earliest."""
    play = _Play(library, history, asked, authority)
    return Best(
        tuple(Case(row_of(play.best, then), then) for then in (play.a_year_on() for _ in range(_ahead(asked, ahead))))
    )


@dataclass(frozen=True)
class Best:
    cases: tuple[Case, ...]

    def year_of(self, condition: Condition) -> int | None:
        """The first year reviewed in which a condition could be met; None if not within sight."""
        return next((case.asked.year for case in self.cases if condition.answer(case).met is Met.MET), None)


def _ahead(asked: Asked, years: int) -> int:
    """How many of the years to come a set of years still holds, with that of the decision after the last."""
    return max(0, min(years, LAST - 1 - asked.year))


class _Play:
    """Plays the best future forward, one year at a time."""

    def __init__(self, library: Library, history: History, asked: Asked, authority: str) -> None:
        self.library, self.asked, self.authority = library, asked, authority
        self.begun = self.best = self.reached = history  # `reached`: before anything is conferred for the year
        self.steps: list[Step] = []

    def a_year_on(self) -> Asked:
        """One more year as good as can be; what can be conferred for it is."""
        year = self.asked.year + 1
        self.asked = Asked(year, date(max(self.asked.on.year, year) + (self.asked.on.year <= year), 3, 1))
        self._take(self._good(year))
        self.reached = self.best
        for award in self.library.awards_on(self.asked.on, self.begun.kind, self.authority):
            if award not in YEARLY[self.begun.kind] and self.is_met(award, self.asked, self.best):
                self._take([self._conferred(award, year)])
        return self.asked

    def _take(self, steps: Iterable[Step]) -> None:
        for step in steps:
            self.steps.append(step)
            self.best = step.upon(self.best)

    def _good(self, year: int) -> Iterator[Step]:
        yield Step(year, Rarity.RATING, Level.HTXS.name, "rating")
        for title in YEARLY[self.begun.kind]:
            yield Step(year, Rarity.TITLE, title, "title")
        if self.begun.kind is Kind.INDIVIDUAL:
            for rank in Recognition:
                yield Step(year, Rarity.WORK, rank.value, "initiative")
                yield Step(year, Rarity.WORK, rank.value, "initiative")
        if self.begun.kind is Kind.COLLECTIVE:
            yield Step(year, Rarity.FACT, "", "members")
        words = {leaf.column.removeprefix("stated.") for leaf in self._records()}
        for word in sorted(words):
            yield Step(year, Rarity.FACT, word, "fact")

    def _records(self) -> Iterator[OnRecord]:
        for award in self.library.awards_on(self.asked.on, self.begun.kind, self.authority):
            for branch in self._standard(award, self.asked.on).branches:
                yield from (leaf for leaf in leaves_of(branch.condition) if isinstance(leaf, OnRecord))

    def _conferred(self, award: str, year: int) -> Step:
        is_title = self._standard(award, self.asked.on).is_title
        return Step(year, Rarity.TITLE if is_title else Rarity.FORM, award, "title" if is_title else "form")

    def _standard(self, award: str, on: date) -> Standard:
        standard = self.library.in_force(award, self.begun.kind, on, self.authority)
        assert standard is not None, "it was listed as in force"
        return standard

    def is_met(self, award: str, asked: Asked, history: History) -> bool:
        return bool(self._met_branches(award, asked, history))

    def is_in_sight(self, award: str, asked: Asked) -> bool:
        return self.is_met(award, asked, self.best) or self.is_met(award, asked, self.reached)

    def branch_of(self, award: str, asked: Asked) -> str:
        """The first branch that the best future meets; a title's only one has no name."""
        return (self._met_branches(award, asked, self.best) or self._met_branches(award, asked, self.reached))[0]

    def _met_branches(self, award: str, asked: Asked, history: History) -> list[str]:
        """Those that are met for sure: judgement is nobody's forecast."""
        case = Case(row_of(history, asked), asked)
        general = self.library.general(asked.on, self.begun.kind)
        found = explained(self._standard(award, asked.on), general, case).branches
        return [each.branch.code for each in found if each.verdict is Verdict.ELIGIBLE]

    def needed(self, award: str, asked: Asked) -> tuple[Step, ...]:
        """Of all that was played, what the award cannot do without."""
        kept = [step for step in self.steps if (step.year, step.what) != (asked.year, award)]
        for step in sorted(kept, key=lambda one: (one.rarity, one.what == LEADS, -one.year)):
            without = [one for one in kept if one is not step]
            if self._met_with(award, asked, without):
                kept = without
        for index, step in enumerate(kept):
            kept[index] = self._easier(award, asked, kept, index) if step.kind in ("rating", "initiative") else step
        return tuple(sorted(kept, key=lambda one: (one.year, -one.rarity)))

    def _easier(self, award: str, asked: Asked, kept: Sequence[Step], index: int) -> Step:
        """The lowest level, or rank, that does as well."""
        step = kept[index]
        ladder = [level.name for level in (Level.HT, Level.HTT)] if step.kind == "rating" else list(Recognition)
        for what in ladder:
            lower = replace(step, what=str(what))
            if self._met_with(award, asked, [*kept[:index], lower, *kept[index + 1 :]]):
                return lower
        return step

    def _met_with(self, award: str, asked: Asked, steps: Iterable[Step]) -> bool:
        history = self.begun
        for step in steps:
            history = step.upon(history)
        return self.is_met(award, asked, history)


def _rating(history: History, step: Step) -> History:
    return replace(history, ratings={**history.ratings, step.year: Level[step.what]})


def _title(history: History, step: Step) -> History:
    held: Years = history.titles.get(step.what, 0) | only(step.year)
    return replace(history, titles={**history.titles, step.what: held})


def _form(history: History, step: Step) -> History:
    conferred = Conferred(step.what, date(step.year + 1, 3, 1), AwardType.MERIT)
    return replace(history, forms=(*history.forms, conferred))


def _initiative(history: History, step: Step) -> History:
    return replace(history, initiatives=(*history.initiatives, Work(step.year, Recognition(step.what))))


def _fact(history: History, step: Step) -> History:
    if step.what == LEADS:
        return replace(history, leads=history.leads | only(step.year))
    held = history.stated.get(step.what, 0) | only(step.year)
    return replace(history, stated={**history.stated, step.what: held})


def _members(history: History, step: Step) -> History:
    return replace(history, members={**history.members, step.year: BEST_MEMBERS})


_UPON: dict[str, Callable[[History, Step], History]] = {
    "rating": _rating,
    "title": _title,
    "form": _form,
    "initiative": _initiative,
    "fact": _fact,
    "members": _members,
}
