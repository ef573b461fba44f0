"""Ranking by core equals ranking by a spreadsheet program, after rounding to four places."""

from fractions import Fraction
from random import Random

import pytest

from tests.factories.sheets import EVERY_KIND, inputs_at_random
from tests.oracle.spreadsheet import Case, Found, recalculate_all, rounded
from thidua.base.places import library
from thidua.core.scoring import Given, Sheet, parse, rank, score

UNITS = [f"Đơn vị {number}" for number in range(1, 23)]
LIBRARY = {file.stem: parse(file.read_text("utf-8")) for file in sorted(library("scoresheets").glob("*.yaml"))}
SETTINGS = {
    "items rounded, two tie-breaks": "round: {to: 0.01, at: item}\ntie_breaks: [A, fewer_penalties]",
    "totals cut off, one tie-break": "round: {to: 0.25, at: total, mode: down}\ntie_breaks: [B]",
    "totals rounded up": "round: {to: 0.5, at: total, mode: up}",
}
EXCLUDED = {UNITS[3]: "Chưa ký giao ước", UNITS[0]: "Báo cáo chậm"}


def made_up_inputs(sheet: Sheet, seed: int) -> dict[str, dict[str, Given]]:
    """22 units, the last two with the inputs of the first: equal totals must share a place."""
    chance = Random(seed)
    inputs = {unit: inputs_at_random(sheet, chance) for unit in UNITS}
    return inputs | {UNITS[-1]: inputs[UNITS[0]], UNITS[-2]: inputs[UNITS[0]]}


def cases() -> dict[str, Case]:
    library = {name: Case(sheet, made_up_inputs(sheet, seed=2016)) for name, sheet in LIBRARY.items()}
    sheets = {name: parse(f"{settings}\n{EVERY_KIND}") for name, settings in SETTINGS.items()}
    every_kind = {name: Case(sheet, made_up_inputs(sheet, seed=7), EXCLUDED) for name, sheet in sheets.items()}
    before = Case(parse(EVERY_KIND), made_up_inputs(parse(EVERY_KIND), seed=7))
    changed = {**before.inputs[UNITS[5]], "P.1": Given(Fraction(12))}
    after = Case(before.sheet, {**before.inputs, UNITS[5]: changed})
    return library | every_kind | {"before": before, "after": after}


CASES = cases()


@pytest.fixture(scope="module")
def by_spreadsheet() -> dict[str, Found]:
    """All cases, recalculated with one start of the program."""
    return dict(zip(CASES, recalculate_all(list(CASES.values())), strict=True))


def by_core(case: Case) -> Found:
    cards = {unit: score(case.sheet, given) for unit, given in case.inputs.items()}
    standings = {unit: card.standing for unit, card in cards.items()}
    places = rank(standings, excluded=dict.fromkeys(case.excluded, "…"), tie_breaks=case.sheet.tie_breaks)
    return {one.unit: (one.total, one.place) for one in places}


@pytest.mark.parametrize("name", CASES)
def test_core_ranks_as_a_spreadsheet_does(name: str, by_spreadsheet: dict[str, Found]) -> None:
    assert rounded(by_core(CASES[name])) == rounded(by_spreadsheet[name])


@pytest.mark.parametrize("name", LIBRARY)
def test_units_of_equal_totals_share_a_place_among_many_totals(name: str, by_spreadsheet: dict[str, Found]) -> None:
    found = by_spreadsheet[name]

    assert found[UNITS[0]] == found[UNITS[-1]] == found[UNITS[-2]]
    assert len({total for total, _ in found.values()}) > 15


def test_excluded_units_have_no_place_in_the_spreadsheet(by_spreadsheet: dict[str, Found]) -> None:
    for name in SETTINGS:
        assert [unit for unit, (_, place) in by_spreadsheet[name].items() if place is None] == [UNITS[0], UNITS[3]]


def test_a_changed_input_changes_what_the_spreadsheet_finds(by_spreadsheet: dict[str, Found]) -> None:
    moved = [unit for unit in UNITS if by_spreadsheet["before"][unit][0] != by_spreadsheet["after"][unit][0]]

    assert moved == [UNITS[5]]


@pytest.mark.long
def test_core_ranks_as_a_spreadsheet_does_over_many_made_up_years() -> None:
    sheets = [*LIBRARY.values(), *(parse(f"{settings}\n{EVERY_KIND}") for settings in SETTINGS.values())]
    many = [Case(sheet, made_up_inputs(sheet, seed), EXCLUDED) for sheet in sheets for seed in range(40)]

    for case, found in zip(many, recalculate_all(many), strict=True):
        assert rounded(by_core(case)) == rounded(found)
