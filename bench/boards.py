"""Boards and the ranking at 22 and at 700 units: queries, seconds, memory."""

from bench.ground import prepared
from bench.page import Table, figure

MEMBERS = (22, 700)


def measure(sizes: tuple[int, ...] = MEMBERS) -> Table:
    """Each page in one process on SQLite, through all of the product's middleware, five times; the median counts."""
    found = {}
    for members in sizes:
        with prepared("SQLite", "bench.filling", "ranked", str(members)) as ground:
            found[members] = ground.ask("bench.opening", *(part for page in ground.told["pages"] for part in page))
    rows = []
    for name in found[sizes[0]]:
        small, large = (found[members][name] for members in sizes)
        rows.append(
            (
                name,
                *(str(one["queries"]) for one in (small, large)),
                *(figure(one["seconds"]) for one in (small, large)),
                figure(large["seconds"] / small["seconds"]),
                *(figure(one["megabytes"]) for one in (small, large)),
            )
        )
    headings = ("page", *(f"{what}, {members} units" for what in ("queries", "s") for members in sizes), "ratio")
    return Table(
        "Boards and lists at 22 and at 700 units",
        (*headings, *(f"MB, {members} units" for members in sizes)),
        tuple(rows),
        "MB is the peak of what Python allotted while the page was made (tracemalloc, in a round of its own).",
    )
