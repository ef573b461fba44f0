"""The rules put to a country by our own engines, in a process of its own; prints seconds and how many are let in."""

import json
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import numpy as np

from bench.people import asked_of_a_country
from tests.factories.histories import a_history
from thidua.base.law import law
from thidua.core.law.conditions import Case
from thidua.core.law.explain import explained
from thidua.core.law.history import Asked, Kind, row_of
from thidua.core.law.sweep.arrays import Array, carried_out
from thidua.core.law.sweep.planes import Planes
from thidua.core.law.sweep.sql import SQLITE, column_name, query

ROUNDS = 7
ANSWERS = 200  # people explained, each by every award's standard


def main(folder: str, asked: Asked) -> dict[str, object]:
    columns = {file.stem: np.load(file) for file in sorted(Path(folder).glob("*.npy"))}
    people, nodes = len(next(iter(columns.values()))), asked_of_a_country(asked)
    truths = list(nodes.values())
    planes = Planes.of(columns, people)
    counts = dict(zip(nodes, (planes.counted(one) for one in planes.carried_out(truths)), strict=True))
    by_masks = dict(zip(nodes, (int(one.sum()) for one in carried_out(truths, columns, people)), strict=True))
    assert by_masks == counts, "the engines differ"
    return {
        "people": people, "questions": len(nodes), "columns": len(columns), "counts": counts,
        "megabytes of planes": planes.bytes / 1e6,
        "read planes": _seconds(lambda: _read(*(one for digits in planes.columns.values() for one in digits.values()))),
        "planes": _seconds(lambda: planes.carried_out(truths)),
        "read masks": _seconds(lambda: _read(*columns.values())),
        "masks": _seconds(lambda: carried_out(truths, columns, people)),
        "explained": _explained(asked),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


def _read(*columns: Array) -> None:
    """Every word of what is asked about, once: no answer can be had for less."""
    for column in columns:
        np.bitwise_or.reduce(column)


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def _explained(asked: Asked) -> float:
    """Seconds for one person and one award, out of the row of that person."""
    chance, general = Random(2026), law().general(asked.on, Kind.INDIVIDUAL)
    cases = [Case(row_of(a_history(chance), asked), asked) for _ in range(ANSWERS)]
    standards = [
        law().in_force(award, Kind.INDIVIDUAL, asked.on) for award in law().awards_on(asked.on, Kind.INDIVIDUAL)
    ]

    def every_one() -> None:
        for case in cases:
            for standard in standards:
                assert standard is not None
                explained(standard, general, case)

    return _seconds(every_one) / (len(cases) * len(standards))


def in_sqlite(folder: str, asked: Asked, people: int) -> dict[str, object]:
    """The same questions as one query, of the first so many people."""
    columns = {file.stem: np.load(file)[:people] for file in sorted(Path(folder).glob("*.npy"))}
    nodes = asked_of_a_country(asked)
    database = sqlite3.connect(":memory:")
    database.create_function("bit_count", 1, int.bit_count, deterministic=True)
    names = ", ".join(f"{column_name(name)} INTEGER" for name in columns)
    database.execute(f"CREATE TABLE people (id INTEGER, {names})")
    marks = ", ".join("?" * (len(columns) + 1))
    rows = zip(range(people), *(column.tolist() for column in columns.values()), strict=True)
    database.executemany(f"INSERT INTO people VALUES ({marks})", rows)
    answers = query(nodes, table="people", key="id", columns=columns, dialect=SQLITE)
    sums = ", ".join(f"sum({name})" for name in nodes)
    begun = time.perf_counter()
    [counts] = database.execute(f"SELECT {sums} FROM ({answers})")
    return {"seconds": time.perf_counter() - begun, "counts": dict(zip(nodes, counts, strict=True))}


if __name__ == "__main__":
    what, folder, year, on, *more = sys.argv[1:]
    day = Asked(int(year), date.fromisoformat(on))
    print(json.dumps(main(folder, day) if what == "ours" else in_sqlite(folder, day, int(more[0]))))
