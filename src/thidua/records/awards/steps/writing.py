"""Writes what is told into an entry; says what is wrong with it."""

from collections.abc import Iterator
from datetime import date
from functools import singledispatch
from typing import Any

from thidua.base.law import law, register
from thidua.base.noticing import name_key
from thidua.core.answer import Sentence
from thidua.core.law.facts import FIRST_YEAR
from thidua.core.law.history import Kind
from thidua.core.law.service import posts_in
from thidua.core.law.stated import statements
from thidua.core.texts import composed
from thidua.records.awards.models import Discipline, Entry, Fact, Honour, Leave, Profile, Rating, Tenure, Work
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
from thidua.records.directory.models import Person, Unit

ROWS: dict[type[Any], type[Entry]] = {
    RatingTold: Rating, HonourTold: Honour, WorkTold: Work, DisciplineTold: Discipline, LeaveTold: Leave,
    FactTold: Fact, ProfileTold: Profile, TenureTold: Tenure,
}  # fmt: skip


def blank(whose: Whose, told: EntryTold) -> Entry:
    """A new row for what is told, without anything in it but whose it is."""
    own = {"person": whose} if isinstance(whose, Person) else {"unit": whose}
    return ROWS[type(told)](**own)


def write(row: Entry, told: EntryTold) -> None:
    """All that is told; the caller saves."""
    decision = told.decision
    row.number, row.decided_on = _line(decision.number), decision.on
    row.decided_by, row.source = _line(decision.by), _line(decision.source)
    for name, value in _columns(told).items():
        setattr(row, name, value)


@singledispatch
def _columns(told: object) -> dict[str, Any]:
    raise TypeError(told)


@_columns.register
def _(told: RatingTold) -> dict[str, Any]:
    return {"year": told.year, "level": told.level.name, "basis": _line(told.basis)}


@_columns.register
def _(told: HonourTold) -> dict[str, Any]:
    return {
        "award": told.award,
        "year": told.year,
        "type": told.type.value if told.type else "",
        "rewarded": sorted(told.rewarded),
        "signer": _line(told.signer),
    }


@_columns.register
def _(told: WorkTold) -> dict[str, Any]:
    return {
        "kind": told.kind.value,
        "year": told.year,
        "name": _line(told.name),
        "recognised_by": told.recognised_by.value,
        "initiative": told.initiative,
    }


@_columns.register
def _(told: DisciplineTold) -> dict[str, Any]:
    return {"degree": told.degree.value, "from_on": told.from_on, "until_on": told.until_on}


@_columns.register
def _(told: LeaveTold) -> dict[str, Any]:
    return {"year": told.year, "kind": told.kind.value}


@_columns.register
def _(told: FactTold) -> dict[str, Any]:
    return {"word": told.word, "year": told.year, "is_so": told.is_so}


@_columns.register
def _(told: ProfileTold) -> dict[str, Any]:
    return {"sex": told.sex.value, "of_group": told.group}


@_columns.register
def _(told: TenureTold) -> dict[str, Any]:
    return {
        "post": told.post,
        "held_at": _line(told.held_at),
        "from_on": told.from_on,
        "until_on": told.until_on,
    }


def faults(whose: Whose, told: EntryTold, *, today: date) -> Iterator[Sentence]:
    """Everything that is wrong in what is told, so that all of it is said at once."""
    if isinstance(whose, Unit) and not isinstance(told, RatingTold | HonourTold | FactTold):
        yield Sentence("honours.of_people_only")
    if isinstance(told, RatingTold | WorkTold | LeaveTold | FactTold):
        yield from _year(told.year, today)
    yield from _own_faults(told, whose, today)
    yield from _decision(told.decision, today)
    yield from _signed_before(told)
    row = ROWS[type(told)]()
    write(row, told)
    yield from lengths(row)


def lengths(row: Entry) -> Iterator[Sentence]:
    """Texts that are longer than there is room for: SQLite would keep them, PostgreSQL would not."""
    for column in row._meta.concrete_fields:
        most, text = column.max_length, getattr(row, column.attname)
        if most is not None and isinstance(text, str) and not column.choices and len(text) > most:
            key = name_key(row._meta.model_name or "", column.name)
            name = Sentence(key) if key else column.name
            yield Sentence("honours.too_long", name=name, most=most, have=len(text))


def _decision(decision: Decision, today: date) -> Iterator[Sentence]:
    if decision.on is not None and decision.on > today:
        yield Sentence("honours.decided_later", on=decision.on)
    if not (decision.number.strip() and decision.on) and not decision.source.strip():
        yield Sentence("honours.needs_decision")


def _signed_before(told: EntryTold) -> Iterator[Sentence]:
    """Nothing is rated, recognised or rewarded before its year began; a leave may be granted the year before."""
    signed_on = told.decision.on
    latest = max(_years_decided_on(told), default=0)
    if signed_on is not None and signed_on.year < latest:
        yield Sentence("honours.decided_before", on=signed_on, year=str(latest))


def _years_decided_on(told: EntryTold) -> Iterator[int]:
    match told:
        case RatingTold() | WorkTold():
            yield told.year
        case HonourTold():
            yield from told.rewarded
            if told.year is not None:
                yield told.year


def _year(year: int, today: date) -> Iterator[Sentence]:
    if not FIRST_YEAR <= year <= today.year:
        yield Sentence("honours.no_such_year", year=str(year), first=str(FIRST_YEAR), last=str(today.year))


@singledispatch
def _own_faults(told: object, whose: Whose, today: date) -> Iterator[Sentence]:
    yield from ()


@_own_faults.register
def _(told: HonourTold, whose: Whose, today: date) -> Iterator[Sentence]:
    award = register().get(told.award)
    if award is None:
        yield Sentence("honours.no_such_award", code=told.award)
        return
    if _kind(whose) not in award.to:
        yield Sentence("honours.not_for_them", award=award.name)
    yield from _title_faults(told, today) if award.is_title else _form_faults(told)
    for year in told.rewarded:
        yield from _year(year, today)


def _title_faults(told: HonourTold, today: date) -> Iterator[Sentence]:
    if told.year is None:
        yield Sentence("honours.title_needs_year")
    else:
        yield from _year(told.year, today)
    if told.type is not None:
        yield Sentence("honours.title_has_no_type")


def _form_faults(told: HonourTold) -> Iterator[Sentence]:
    if told.type is None or told.decision.on is None:
        yield Sentence("honours.form_needs_day_and_type")
    if told.year is not None:
        yield Sentence("honours.form_has_no_year")


def _kind(whose: Whose) -> Kind:
    return Kind.INDIVIDUAL if isinstance(whose, Person) else Kind.COLLECTIVE


@_own_faults.register
def _(told: FactTold, whose: Whose, today: date) -> Iterator[Sentence]:
    if told.word not in statements(law(), _kind(whose)):
        yield Sentence("honours.no_such_fact", word=told.word)


@_own_faults.register
def _(told: WorkTold, whose: Whose, today: date) -> Iterator[Sentence]:
    if not told.name.strip():
        yield Sentence("honours.work_needs_name")


@_own_faults.register
def _(told: DisciplineTold, whose: Whose, today: date) -> Iterator[Sentence]:
    yield from _span(told, today)


@_own_faults.register
def _(told: TenureTold, whose: Whose, today: date) -> Iterator[Sentence]:
    if told.post not in posts_in(law(), today):
        yield Sentence("honours.no_such_post", code=told.post)
    yield from _span(told, today)


def _span(told: DisciplineTold | TenureTold, today: date) -> Iterator[Sentence]:
    if told.from_on > today:
        yield Sentence("honours.decided_later", on=told.from_on)
    if told.until_on is not None and told.until_on < told.from_on:
        yield Sentence("honours.ends_before", from_on=told.from_on, until_on=told.until_on)


def _line(text: str) -> str:
    return " ".join(composed(text).split())
