"""One rule, said twice: what is explained of a person is what a sweep of the country counts, on every engine."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date
from random import Random

import pytest

from tests.factories.histories import a_history
from tests.turning import commit
from thidua.base.law import law
from thidua.core.law.columns import names_in
from thidua.core.law.conditions import Case
from thidua.core.law.conditions.groups import Doubt, InDoubt
from thidua.core.law.conditions.standing import NotNow
from thidua.core.law.explain import General, explained
from thidua.core.law.history import Asked, Kind, Row, row_of
from thidua.core.law.sweep.arrays import carried_out, rows_as_columns
from thidua.core.law.sweep.planes import Planes
from thidua.core.law.sweep.program import program_of
from thidua.core.law.sweep.questions import Questions, questions, verdict_of
from thidua.core.law.sweep.sql import SQLITE, column_name, query
from thidua.core.law.verdicts import Verdict
from thidua.core.law.years import only

# Days under each generation of texts; on the last the year reviewed is not over yet.
ASKED = [
    Asked(2016, date(2017, 3, 1)),
    Asked(2019, date(2020, 3, 1)),
    Asked(2023, date(2024, 3, 1)),
    Asked(2025, date(2026, 3, 1)),
    Asked(2026, date(2026, 12, 20)),
]
PEOPLE, SOME = 1500, 300  # × five days × some eleven years each: over 80,000 person-years a kind of the honoured


def histories(kind: Kind, asked: Asked, number: int) -> list[Row]:
    """Others with every commit."""
    chance = Random(f"{commit()} {kind} {asked}")
    return [row_of(a_history(chance, kind), asked) for _ in range(number)]


def one_by_one(kind: Kind, award: str, asked: Asked, rows: Sequence[Row]) -> list[Verdict]:
    standard = law().standard_for(award, kind, asked)
    assert standard is not None
    general = law().general(asked.on, kind)
    return [explained(standard, general, Case(row, asked)).verdict for row in rows]


def asked_of_all(kind: Kind, award: str, asked: Asked) -> Questions:
    standard = law().standard_for(award, kind, asked)
    assert standard is not None
    return questions(standard, law().general(asked.on, kind), asked)


def by_numpy(asks: Questions, rows: Sequence[Row]) -> list[Verdict]:
    columns = rows_as_columns(rows, sorted(names_in(asks.sure, asks.possible, asks.suspended)))
    answers = carried_out([asks.sure, asks.possible, asks.suspended], columns, len(rows), block=256)
    return [
        verdict_of(sure=bool(sure), possible=bool(possible), suspended=bool(suspended))
        for sure, possible, suspended in zip(*answers, strict=True)
    ]


def by_planes(asks: Questions, rows: Sequence[Row]) -> list[Verdict]:
    columns = rows_as_columns(rows, sorted(names_in(asks.sure, asks.possible, asks.suspended)))
    planes = Planes.of(columns, len(rows))
    answers = planes.carried_out([asks.sure, asks.possible, asks.suspended], block=8)
    assert [planes.counted(answer) for answer in answers] == [int(planes.unpacked(one).sum()) for one in answers]
    return [
        verdict_of(sure=bool(sure), possible=bool(possible), suspended=bool(suspended))
        for sure, possible, suspended in zip(*map(planes.unpacked, answers), strict=True)
    ]


def by_sqlite(asks: Questions, rows: Sequence[Row]) -> list[Verdict]:
    names = sorted(names_in(asks.sure, asks.possible, asks.suspended))
    columns = rows_as_columns(rows, names)
    with sqlite3.connect(":memory:") as database:
        database.create_function("bit_count", 1, int.bit_count, deterministic=True)
        database.execute(
            f"CREATE TABLE people (id INTEGER, {', '.join(f'{column_name(name)} INTEGER' for name in names)})"
        )
        marks = ", ".join("?" * (len(names) + 1))
        told = zip(range(len(rows)), *(columns[name].tolist() for name in names), strict=True)
        database.executemany(f"INSERT INTO people VALUES ({marks})", told)
        asked = query(
            {"sure": asks.sure, "possible": asks.possible, "suspended": asks.suspended},
            table="people", key="id", columns=names, dialect=SQLITE,
        )  # fmt: skip
        answers = database.execute(f"{asked} ORDER BY id").fetchall()
    return [
        verdict_of(sure=bool(sure), possible=bool(possible), suspended=bool(suspended))
        for _, sure, possible, suspended in answers
    ]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [(kind, asked) for kind in Kind for asked in ASKED if law().awards_on(asked.on, kind)],
    ids=lambda given: str(getattr(given, "on", given)),
)
def test_explaining_and_sweeping_agree_on_every_award(kind, asked):
    rows, seen = histories(kind, asked, PEOPLE), Counter[Verdict]()
    for award in law().awards_on(asked.on, kind):
        told, asks = one_by_one(kind, award, asked, rows), asked_of_all(kind, award, asked)
        assert by_numpy(asks, rows) == told, award
        assert by_planes(asks, rows) == told, award
        assert by_sqlite(asks, rows[:SOME]) == told[:SOME], award
        seen.update(told)
    assert len(seen) > 1 or kind is Kind.HOUSEHOLD, "histories of one answer only prove little"


@pytest.mark.parametrize("effect", ["excludes", "suspends"])
def test_what_holds_for_every_award_in_one_reading_only_warns(effect):
    asked = Asked(2025, date(2026, 3, 1))
    standard = law().in_force("LDTT", Kind.INDIVIDUAL, asked.on)
    assert standard is not None
    general = General(**{effect: (InDoubt("X Đ1", NotNow("X Đ1", "pending"), Doubt.CHECK),)})
    rows: list[Row] = [{"rated.HTT": only(2025), "group.civil": 1, **more} for more in ({"pending": 1}, {})]
    told = [explained(standard, general, Case(row, asked)).verdict for row in rows]
    assert told == [Verdict.WARN, Verdict.ELIGIBLE]
    assert by_numpy(questions(standard, general, asked), rows) == told


def test_what_is_looked_at_is_many_person_years():
    chance = Random("person-years")
    mean = sum(len(a_history(chance).ratings) for _ in range(PEOPLE)) / PEOPLE
    assert mean * PEOPLE * len(ASKED) * len(Kind) > 100_000


def test_what_lies_between_is_dropped_when_it_has_served_and_answers_are_kept():
    asks = asked_of_all(Kind.INDIVIDUAL, "CSTD_BO", ASKED[3])
    program = program_of([asks.sure, asks.possible, asks.suspended])
    dropped = [part for step in program.steps for part in step.last_used]
    assert sorted({*dropped, *program.answers}) == list(range(len(program.steps)))
    assert len(dropped) == len(set(dropped))
    assert not set(dropped) & set(program.answers)
    for number, step in enumerate(program.steps):
        assert not set(step.parts) & {part for earlier in program.steps[:number] for part in earlier.last_used}
