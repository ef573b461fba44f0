"""Ranking by core equals ranking by a spreadsheet program, after rounding to four places."""

from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from tests.factories.sheets import EVERY_KIND, inputs_at_random
from tests.oracle.spreadsheet import recalculate
from thidua.base.places import library
from thidua.core.points import round_to
from thidua.core.scoring import Given, Sheet, parse, rank, score

FOUR_PLACES = Fraction(1, 10_000)
UNITS = [f"Đơn vị {number}" for number in range(1, 23)]
LIBRARY = sorted(library("scoresheets").glob("*.yaml"))


def by_core(sheet: Sheet, inputs: dict[str, dict[str, Given]], excluded: dict[str, str]) -> dict[str, object]:
    cards = {unit: score(sheet, given) for unit, given in inputs.items()}
    standings = {unit: card.standing for unit, card in cards.items()}
    places = rank(standings, excluded=excluded, tie_breaks=sheet.tie_breaks)
    return {one.unit: (round_to(one.total, FOUR_PLACES), one.place) for one in places}


def by_spreadsheet(sheet: Sheet, inputs: dict[str, dict[str, Given]], excluded: dict[str, str]) -> dict[str, object]:
    found = recalculate(sheet, inputs, excluded=excluded)
    return {unit: (round_to(total, FOUR_PLACES), place) for unit, (total, place) in found.items()}


def made_up_inputs(sheet: Sheet, seed: int) -> dict[str, dict[str, Given]]:
    """22 units, the last two with the inputs of the first: equal totals must share a place."""
    chance = Random(seed)
    inputs = {unit: inputs_at_random(sheet, chance) for unit in UNITS}
    return inputs | {UNITS[-1]: inputs[UNITS[0]], UNITS[-2]: inputs[UNITS[0]]}


@pytest.mark.parametrize("file", LIBRARY, ids=lambda file: file.stem)
def test_the_library_ranks_as_a_spreadsheet_does(file: Path) -> None:
    sheet = parse(file.read_text(encoding="utf-8"))
    inputs = made_up_inputs(sheet, seed=2016)

    found = by_core(sheet, inputs, {})

    assert found == by_spreadsheet(sheet, inputs, {})
    assert found[UNITS[0]] == found[UNITS[-1]] == found[UNITS[-2]]
    assert len({total for total, _ in found.values()}) > 15  # type: ignore[misc]


@pytest.mark.parametrize(
    "settings",
    [
        "round: {to: 0.01, at: item}\ntie_breaks: [A, fewer_penalties]",
        "round: {to: 0.25, at: total, mode: down}\ntie_breaks: [B]",
        "round: {to: 0.5, at: total, mode: up}",
    ],
)
def test_every_formula_rounding_and_tie_break_ranks_as_a_spreadsheet_does(settings: str) -> None:
    sheet = parse(settings + "\n" + EVERY_KIND)
    inputs = made_up_inputs(sheet, seed=7)
    excluded = {UNITS[3]: "Chưa ký giao ước", UNITS[0]: "Báo cáo chậm"}

    assert by_core(sheet, inputs, excluded) == by_spreadsheet(sheet, inputs, excluded)


def test_a_changed_input_changes_what_the_spreadsheet_finds() -> None:
    sheet = parse(EVERY_KIND)
    inputs = made_up_inputs(sheet, seed=7)
    changed = inputs | {UNITS[5]: {**inputs[UNITS[5]], "P.1": Given(Fraction(12))}}

    before, after = recalculate(sheet, inputs), recalculate(sheet, changed)

    assert (
        before[UNITS[5]][0] - after[UNITS[5]][0]
        == score(sheet, inputs[UNITS[5]]).total - score(sheet, changed[UNITS[5]]).total
        != 0
    )
