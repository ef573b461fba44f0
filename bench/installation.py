"""Everybody of an installation swept out of the records, beside reading them one by one."""

import json
import time
from datetime import date
from typing import Any

import django

from bench.ground import prepared
from bench.page import Table, figure

PEOPLE, ONE_BY_ONE = 100_000, 1_000


def measure(people: int = PEOPLE) -> Table:
    with prepared("SQLite", "bench.records", str(people)) as ground:
        told = ground.ask("bench.installation")
    return Table(
        f"A sweep out of the records of {people:,} people",
        ("what", "people", "s", "s for 100,000"),
        tuple(
            (what, f"{of:,}", figure(seconds), figure(seconds / of * 100_000))
            for what, of, seconds in (
                ("columns read from the records", people, told["columns"]),
                ("every award's shelf of everybody", people, told["shelves"]),
                ("histories read and explained one by one", ONE_BY_ONE, told["explained"]),
            )
        ),
        f"SQLite; ten years, {told['entries']:,} entries in all, {told['awards']} awards that rest on the record. "
        f"The columns take {told['megabytes']:.0f} MB, our process {told['peak']:.0f} MB at its peak.",
    )


def main() -> dict[str, Any]:
    import resource

    import numpy as np
    from django.db.models import Q

    from thidua.base.law import law, register
    from thidua.core.law.history import Asked, Kind
    from thidua.core.law.sweep.shelves import sweep_of
    from thidua.pages.law.standing import standings
    from thidua.records.awards.models import KINDS
    from thidua.records.awards.queries.columns import columns_of_people
    from thidua.records.awards.queries.history import histories_of_people
    from thidua.records.directory.models import Post

    asked = Asked(2025, date(2026, 3, 1))
    sweep = sweep_of(law(), Kind.INDIVIDUAL, asked)
    keys = Post.objects.order_by("person").values_list("person", flat=True).distinct()
    people = np.fromiter(keys, dtype=np.int64)
    begun = time.perf_counter()
    columns = columns_of_people(people, Q(), asked)
    read = time.perf_counter()
    sweep.shelves(columns, len(people))
    swept = time.perf_counter()
    for history in histories_of_people(people[:ONE_BY_ONE].tolist()).values():
        list(standings(law(), register(), history, asked))
    explained = time.perf_counter()
    return {
        "columns": read - begun, "shelves": swept - read, "explained": explained - swept,
        "entries": sum(kind._default_manager.count() for kind in KINDS), "awards": len(sweep.awards),
        "megabytes": sum(column.nbytes for column in columns.values()) / 1e6,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main()))
