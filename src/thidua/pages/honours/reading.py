"""What was typed in the form of an entry, as the acts take it."""

import re
from typing import Any

from thidua.core.answer import Sentence
from thidua.core.law.history import AwardType, Level, Recognition
from thidua.pages.honours.asks import (
    DISCIPLINE,
    FACT,
    FORM,
    LEAVE,
    PROFILE,
    RATING,
    TENURE,
    TICKED,
    TITLE,
    WORK,
    YES,
    Ask,
    Form,
)
from thidua.pages.shared.request import Typed
from thidua.records.awards.models import Discipline, Leave, Profile, Work
from thidua.records.awards.queries.works import works_of
from thidua.records.awards.told import (
    Decision,
    DisciplineTold,
    EntryTold,
    FactTold,
    HonourTold,
    LeaveTold,
    ProfileTold,
    RatingTold,
    TenureTold,
    Whose,
    WorkTold,
)
from thidua.records.directory.models import Person

YEAR = re.compile(r"\d{4}")
SPAN = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
MOST_YEARS = 60


def told_in(typed: Typed, form: Form, whose: Whose) -> EntryTold:
    """Raises NotPossible with every fault of the form."""
    read = {ask.name: _read(typed, ask) for ask in form.all}
    typed.check()
    decision = Decision(read["number"], read["decided_on"], read["decided_by"], read["source"])
    return _MADE[form.kind](read, decision, _works(whose, read))


def _read(typed: Typed, ask: Ask) -> Any:
    match ask.how:
        case "day":
            return typed.day(ask.name, label=ask.label, required=ask.required)
        case "choice":
            return typed.choice(ask.name, [value for value, _name in ask.options], label=ask.label)
        case "tick":
            return typed.values.get(ask.name) == TICKED
        case "year":
            return _year(typed, ask)
        case "years":
            return _years(typed, ask)
    return typed.text(ask.name, label=ask.label, most=ask.most, required=ask.required)


def _year(typed: Typed, ask: Ask) -> int:
    text = typed.text(ask.name, label=ask.label, most=20, required=ask.required)
    if text and not YEAR.fullmatch(text):
        typed.wrong(ask.name, Sentence("honours.not_a_year", typed=text, name=ask.label))
        return 0
    return int(text or 0)


def _years(typed: Typed, ask: Ask) -> tuple[int, ...]:
    """Single years and spans of them, parted by commas."""
    text = typed.text(ask.name, label=ask.label, most=200, required=ask.required)
    found: list[int] = []
    for part in filter(None, (one.strip() for one in re.split("[,;]", text))):
        span = SPAN.fullmatch(part) or (YEAR.fullmatch(part) and SPAN.fullmatch(f"{part}-{part}"))
        if not span or not 0 <= int(span[2]) - int(span[1]) < MOST_YEARS:
            typed.wrong(ask.name, Sentence("honours.not_a_year", typed=part, name=ask.label))
            continue
        found += range(int(span[1]), int(span[2]) + 1)
    return tuple(sorted(set(found)))


def _works(whose: Whose, read: dict[str, Any]) -> tuple[Work, ...]:
    if not isinstance(whose, Person):
        return ()
    return tuple(work for work in works_of(whose) if read.get(f"work-{work.public_id}"))


def _rating(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    return RatingTold(read["year"], Level[read["level"]], read["basis"], decision)


def _title(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    return HonourTold(read["award"], year=read["year"], works=works, signer=read["signer"], decision=decision)


def _form(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    kind = AwardType(read["type"])
    return HonourTold(
        read["award"], type=kind, rewarded=read["rewarded"], works=works, signer=read["signer"], decision=decision
    )


def _work(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    rank = Recognition(read["rank"])
    return WorkTold(Work.Kind(read["work"]), read["year"], read["name"], rank, decision=decision)


def _discipline(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    return DisciplineTold(Discipline.Degree(read["degree"]), read["from_on"], read["until_on"], decision)


def _leave(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    return LeaveTold(read["year"], Leave.Kind(read["reason"]), decision)


def _fact(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    return FactTold(read["word"], read["year"], read["is_so"] == YES, decision)


def _profile(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    return ProfileTold(Profile.Sex(read["sex"]), read["group"], decision)


def _tenure(read: dict[str, Any], decision: Decision, works: tuple[Work, ...]) -> EntryTold:
    return TenureTold(read["post"], read["from_on"], read["until_on"], read["held_at"], decision)


_MADE = {
    RATING: _rating, TITLE: _title, FORM: _form, WORK: _work, DISCIPLINE: _discipline, LEAVE: _leave, FACT: _fact,
    PROFILE: _profile, TENURE: _tenure,
}  # fmt: skip
