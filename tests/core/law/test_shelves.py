"""Near, like eligible, is said twice: of one explanation, and of any number of rows."""

from collections import Counter
from random import Random

import pytest

from tests.core.law.test_agreement import ASKED
from tests.factories.histories import a_history
from tests.turning import commit
from thidua.base.law import law
from thidua.core.law.conditions import Case
from thidua.core.law.explain import explained
from thidua.core.law.history import Asked, History, Kind, Level, Row, row_of
from thidua.core.law.shelf import Shelf, is_meant_for_others, shelf_of
from thidua.core.law.sweep.arrays import rows_as_columns
from thidua.core.law.sweep.shelves import NOWHERE, PLACES, is_of_the_record, sweep_of

PEOPLE = 400


def one_by_one(kind: Kind, award: str, asked: Asked, rows: list[Row]) -> list[int]:
    standard, general = law().standard_for(award, kind, asked), law().general(asked.on, kind)
    assert standard is not None
    found = [explained(standard, general, Case(row, asked)) for row in rows]
    return [
        PLACES[shelf_of(one)] if any(map(is_of_the_record, row)) and not is_meant_for_others(one) else NOWHERE
        for row, one in zip(rows, found, strict=True)
    ]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: str(asked.on))
@pytest.mark.parametrize("kind", [Kind.INDIVIDUAL, Kind.COLLECTIVE])
def test_a_sweep_lays_each_award_on_the_shelf_on_which_its_explanation_lies(kind, asked):
    chance, seen = Random(f"{commit()} {kind} {asked} shelves"), Counter[int]()
    rows: list[Row] = [row_of(a_history(chance, kind), asked) for _ in range(PEOPLE)]
    columns = rows_as_columns(rows, sorted({name for row in rows for name in row}))
    for award, shelves in sweep_of(law(), kind, asked).shelves(columns, len(rows)).items():
        told = one_by_one(kind, award, asked, rows)
        assert shelves.tolist() == told, award
        seen.update(told)
    assert {PLACES[Shelf.NEAR], PLACES[Shelf.NOT_ELIGIBLE], NOWHERE} <= set(seen), "one answer only proves little"


def test_who_lacks_a_form_that_has_to_come_first_is_not_nearly_there():
    asked = Asked(2025, ASKED[3].on)
    ten_years = History(Kind.COLLECTIVE, ratings=dict.fromkeys(range(2016, 2026), Level.HTXS))
    row = row_of(ten_years, asked)
    assert one_by_one(Kind.COLLECTIVE, "HCHCM", asked, [row]) == [PLACES[Shelf.NOT_ELIGIBLE]]
