"""A made-up country: for every column that the rules read, a number for each of so many people, ten years of them."""

import numpy as np

from thidua.base.law import law
from thidua.core.law.columns import Node, names_in
from thidua.core.law.history import Asked, Kind
from thidua.core.law.sweep.arrays import Array
from thidua.core.law.sweep.questions import questions
from thidua.core.law.years import only

FIRST, LAST = 2016, 2025
# In how many of a hundred years a fact is true of somebody, by how its column begins.
SHARES = (
    ("rated.HTXS", 0.35), ("rated.HTT", 0.9), ("rated.", 0.97), ("title.LDTT", 0.85), ("title.CSTDCS", 0.3),
    ("title.CSTD_BO", 0.05), ("title.", 0.01), ("initiative.base.1", 0.2), ("initiative.base.up.1", 0.25),
    ("initiative.", 0.05), ("research.", 0.02), ("excused", 0.02), ("leads", 0.05), ("void", 0.005), ("part", 0.001),
    ("inherited", 0.01), ("rewarded.", 0.1), ("form.", 0.05), ("stated.", 0.01), ("denied.", 0.005),
)  # fmt: skip


def asked_of_a_country(asked: Asked) -> dict[str, Node]:
    """Every award of a person: sure, in one reading at least; and whether it is put off."""
    general = law().general(asked.on, Kind.INDIVIDUAL)
    found: dict[str, Node] = {}
    for award in law().awards_on(asked.on, Kind.INDIVIDUAL):
        standard = law().standard_for(award, Kind.INDIVIDUAL, asked)
        assert standard is not None
        asks = questions(standard, general, asked)
        found |= {f"{award}_sure": asks.sure, f"{award}_possible": asks.possible, "suspended": asks.suspended}
    return found


def columns_of_a_country(nodes: dict[str, Node], people: int) -> dict[str, Array]:
    """Columns of whole numbers; a higher rating holds a lower one, a rank and higher holds the rank."""
    chance = np.random.default_rng(2026)
    return {name: _column(name, people, chance) for name in sorted(names_in(*nodes.values()))}


def _column(name: str, people: int, chance: np.random.Generator) -> Array:
    if name.startswith("since."):
        first = chance.integers(FIRST, LAST + 20, people)  # two thirds never had it
        return np.where(first <= LAST, (np.uint64(1) << (2048 - first).astype(np.uint64)) - np.uint64(1), np.uint64(0))
    if name.startswith("group."):
        return np.asarray(chance.random(people) < (0.9 if name == "group.civil" else 0.05), dtype=np.uint64)
    if name in ("disciplined", "pending"):
        return np.asarray(chance.random(people) < 0.005, dtype=np.uint64)
    if name == "joined":
        return chance.integers(720_000, 739_000, people).astype(np.uint64)
    share = next(share for begins, share in SHARES if name.startswith(begins))
    column = np.zeros(people, dtype=np.uint64)
    for year in range(FIRST, LAST + 1):
        column |= np.where(chance.random(people) < share, np.uint64(only(year)), np.uint64(0))
    return column
