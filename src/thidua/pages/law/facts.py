"""A history in words: the facts that an answer was reckoned from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.safestring import SafeString

from thidua.core.answer import Sentence
from thidua.core.law.conditions.groups import leaves_of
from thidua.core.law.history import Conferred, History, Members, Period, Work
from thidua.core.law.library import Library
from thidua.core.law.register import Register
from thidua.core.law.standard import Standard
from thidua.core.law.stated import named_word, statements
from thidua.core.law.years import Years, written, years
from thidua.core.names import Name
from thidua.pages.law.words import told

Words = Mapping[str, Name]
MEMBERS = ("complete", "advanced", "fighters", "warned")


@dataclass(frozen=True)
class Fact:
    label: SafeString
    says: SafeString


def facts_of(history: History, register: Register, words: Words, *, year: int) -> list[Fact]:
    """Everything that is known, in the order in which a report tells it; of members those of the year reviewed.

    `words` are those of what people judge, and of posts that the law counts.
    """
    members = {year: history.members[year]} if year in history.members else {}
    history = replace(history, members=members)
    return [Fact(told(_sentence(label)), told(says)) for label, says in _facts(history, register, words)]


def words_of(library: Library, standard: Standard) -> dict[str, Name]:
    """What the facts that people state are called in the standard that asks for them, and those that other standards
    ask for; what the law calls posts."""
    found = {row["post"]: row["name"] for row in library.provisions if row.table == "service"}
    found |= {word: one.name for word, one in statements(library, standard.to).items()}
    for branch in standard.branches:
        for condition in leaves_of(branch.condition):
            if named := named_word(condition):
                found |= [named]
    return found


Told = tuple[Sentence | Name, Sentence]


def _sentence(label: Sentence | Name) -> Sentence:
    return label if isinstance(label, Sentence) else Sentence("law.row.named", name=label)


def _facts(history: History, register: Register, words: Words) -> Iterator[Told]:
    yield from _ratings(history)
    for code, held in history.titles.items():
        yield register[code].name, _years(held)
    for form in history.forms:
        yield register[form.form].name, _form(form)
    for kind, works in (("initiative", history.initiatives), ("research", history.research)):
        for work in works:
            yield Sentence(f"law.work_level.{kind}.{work.recognised_by}"), _work(work, register)
    for one in history.disciplines:
        yield Sentence("law.fact.discipline"), _period(one.start, one.until)
    yield from _standing(history)
    for year, members in history.members.items():
        yield Sentence("law.fact.members", year=str(year)), _members(members)
    yield from _stated(history, words)


def _ratings(history: History) -> Iterator[Told]:
    for level in dict.fromkeys(history.ratings.values()):
        held = years(year for year, given in history.ratings.items() if given is level)
        yield Sentence(f"law.rating.{level.name}"), _years(held)


def _years(held: Years) -> Sentence:
    return Sentence("law.fact.years", years=written(held))


def _form(form: Conferred) -> Sentence:
    given = {"type": Sentence(f"law.type.{form.type}"), "on": form.decided_on}
    if form.rewarded:
        return Sentence("law.fact.form_rewards", years=written(form.rewarded), **given)
    return Sentence("law.fact.form", **given)


def _work(work: Work, register: Register) -> Sentence:
    if not work.used_for:
        return Sentence("law.fact.work_free", year=str(work.year))
    awards = tuple(register[code].name for code in work.used_for)
    return Sentence("law.fact.work_used", year=str(work.year), awards=awards)


def _period(start: date, until: date | None) -> Sentence:
    if until is None:
        return Sentence("law.fact.from", start=start)
    return Sentence("law.fact.from_until", start=start, until=until)


def _standing(history: History) -> Iterator[Told]:
    pending: tuple[Period, ...] = history.pending
    for one in pending:
        yield Sentence("law.fact.pending"), _period(one.start, one.until)
    for key, held in (("leave", history.excused), ("inherited", history.inherited), ("leads", history.leads)):
        if held:
            yield Sentence(f"law.fact.{key}"), _years(held)
    for key in ("joined_on", "founded_on", "dissolved_on"):
        if day := getattr(history, key):
            succeeded = key == "dissolved_on" and history.succeeded
            yield (
                Sentence(f"law.fact.{key}"),
                Sentence("law.fact.day_succeeded" if succeeded else "law.fact.day", on=day),
            )
    if history.group != "civil":
        yield Sentence("law.fact.group"), Sentence(f"law.group_of.{history.group}")


def _members(members: Members) -> Sentence:
    figures = [(name, getattr(members, name)) for name in MEMBERS]
    known = (Sentence(f"law.fact.{name}", figure=figure) for name, figure in figures if figure is not None)
    return Sentence("law.fact.listed", parts=(Sentence("law.fact.count", count=members.count), *known))


def _stated(history: History, words: Words) -> Iterator[Told]:
    for key, given in (("stated", history.stated), ("denied", history.denied)):
        for word, held in given.items():
            name = words.get(word, Name(word, word))
            yield Sentence(f"law.fact.{key}"), Sentence("law.fact.said", says=name, years=written(held))
    for post in history.service:
        if post.post in words:
            when = _period(post.start, post.until)
            yield Sentence("law.fact.service"), Sentence("law.fact.post", post=words[post.post], when=when)
