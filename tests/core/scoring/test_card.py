"""Cards: sums, caps, what is missing, what had no case, where points are rounded."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.sheets import EVERY_KIND, a_sheet_of_one, inputs_at_random
from thidua.core.answer import NotPossible, Sentence
from thidua.core.scoring import Given, Sheet, line_of, parse, score

SHEET = parse(EVERY_KIND)
WHY = "Theo minh chứng"
BEST = {
    "A.1": Given(Fraction(100)),
    "A.2": Given(Fraction(120)),
    "A.3": Given(True),
    "A.4": Given(Fraction(10), reason=WHY),
    "B.1": Given(Fraction(0)),
    "B.2": Given("all"),
    "B.3": Given(Fraction(0)),
    "B.4": Given(Fraction(4)),
    "T.1": Given(False),
    "T.2": Given(Fraction(0)),
    "P.1": Given(Fraction(0)),
}
NO_CASE = Given(not_applicable=True)
SEEDS = st.integers(0, 10**6).map(Random)


def rounding(settings: str) -> Sheet:
    return parse(f"round: {{{settings}}}\n{EVERY_KIND}")


def test_a_total_is_base_and_bonus_less_penalty() -> None:
    card = score(SHEET, BEST | {"T.1": Given(True), "P.1": Given(Fraction(3))})

    assert (card.base, card.bonus, card.penalty) == (63, 5, Fraction("1.5"))
    assert card.total == Fraction("66.5")
    assert {sum.group.code: sum.points for sum in card.groups} == {"A": 43, "B": 20, "T": 5, "P": Fraction("1.5")}


def test_bonus_ends_at_the_cap_of_its_group_and_a_penalty_without_cap_at_the_lines() -> None:
    card = score(SHEET, BEST | {"T.1": Given(True), "T.2": Given(Fraction(9)), "P.1": Given(Fraction(99))})

    assert [line.points for line in card.groups[2].lines] == [5, 3]
    assert (card.bonus, card.penalty) == (6, 8)


def test_a_cap_above_the_standard_lifts_the_base_above_the_maximum() -> None:
    assert score(SHEET, BEST).base == 63 > SHEET.maximum


def test_a_missing_input_is_a_line_marked_missing() -> None:
    card = score(SHEET, {})

    assert [line.criterion.code for line in card.missing] == [one.code for one in SHEET.criteria()]
    assert {line.because for line in card.lines} == {Sentence("scoring.missing")}
    assert (card.total, card.applicable) == (0, 60)
    assert score(SHEET, BEST).missing == ()


@pytest.mark.parametrize(
    ("code", "points", "key", "applicable", "base"),
    [
        ("A.1", 10, "scoring.no_case_full", 60, 63),
        ("A.3", 0, "scoring.no_case_zero", 60, 58),
        ("A.2", 0, "scoring.no_case_excluded", 45, 60),
    ],
)
def test_no_case_gives_what_the_sheet_says(code: str, points: int, key: str, applicable: int, base: int) -> None:
    card = score(SHEET, BEST | {code: NO_CASE})
    line = next(line for line in card.lines if line.criterion.code == code)

    assert (line.points, line.because.key, line.is_missing) == (points, key, False)
    assert line.is_excluded == (code == "A.2")
    assert (card.applicable, card.base) == (applicable, base)


def test_a_card_with_every_line_left_out_has_nought() -> None:
    sheet = a_sheet_of_one("{kind: yes_no}", not_applicable="excluded")

    card = score(sheet, {"A.1": NO_CASE})

    assert (card.applicable, card.base, card.total) == (0, 0, 0)


@given(SEEDS)
def test_leaving_out_a_line_keeps_the_share_of_the_rest(chance: Random) -> None:
    inputs = inputs_at_random(SHEET, chance)
    with_case, without = score(SHEET, inputs | {"A.2": Given(Fraction(0))}), score(SHEET, inputs | {"A.2": NO_CASE})

    assert without.base / SHEET.maximum == with_case.base / (SHEET.maximum - 15)


@given(SEEDS)
def test_sums_are_of_their_lines_and_no_line_is_below_nought(chance: Random) -> None:
    card = score(SHEET, inputs_at_random(SHEET, chance))

    assert card.total == card.base + card.bonus - card.penalty
    assert all(line.points >= 0 for line in card.lines)
    assert all(group.points <= sum(line.points for line in group.lines) for group in card.groups)
    assert card.standing.total == card.total
    assert card.standing.penalty == card.penalty
    assert card.standing.groups == {group.group.code: group.points for group in card.groups}


@given(SEEDS)
def test_a_line_by_itself_is_the_line_of_the_card(chance: Random) -> None:
    inputs = inputs_at_random(SHEET, chance)

    alone = [line_of(SHEET, one, inputs.get(one.code, Given())) for one in SHEET.criteria()]

    assert tuple(alone) == score(SHEET, inputs).lines


def test_items_are_rounded_before_they_are_added() -> None:
    ninth = BEST | {"A.2": Given(Fraction(100, 9)), "B.4": Given(Fraction(1))}
    others = 10 + 5 + 10 + 5 + 5 + 5

    assert score(SHEET, ninth).total == others + Fraction(5, 3) + Fraction(3, 2)
    assert score(rounding("to: 1, at: item"), ninth).total == others + 2 + 2
    assert score(rounding("to: 1, at: total"), ninth).total == others + 3


def test_totals_are_rounded_last_and_only_there() -> None:
    inputs = BEST | {"A.2": Given(Fraction(34))}

    assert score(rounding("to: 0.25, at: never"), inputs).total == Fraction("50.1")
    assert score(rounding("to: 0.25, at: total"), inputs).total == 50
    assert score(rounding("to: 0.25, at: total, mode: up"), inputs).total == Fraction("50.25")
    assert score(rounding("to: 0.25, at: total, mode: up"), inputs).base == Fraction("50.1")


def test_every_wrong_input_is_refused_at_once_and_by_name() -> None:
    wrong = BEST | {
        "A.1": Given(Fraction(120)),
        "A.4": Given(Fraction(10)),
        "B.2": NO_CASE,
        "A.3": Given(True, not_applicable=True),
        "Z.9": Given(True),
    }

    with pytest.raises(NotPossible) as caught:
        score(SHEET, wrong)

    assert [(one.key, one.values["code"]) for one in caught.value] == [
        ("scoring.input.unknown_criterion", "Z.9"),
        ("scoring.input.above_most", "A.1"),
        ("scoring.input.case_and_no_case", "A.3"),
        ("scoring.input.reason_needed", "A.4"),
        ("scoring.input.always_applies", "B.2"),
    ]
    assert {str(one.values.get("name", "")) for one in caught.value} >= {"Đúng hạn", "Chất lượng"}


def test_a_sheet_knows_its_criteria_by_code() -> None:
    assert SHEET.criterion("B.3").formula.kind == "deduct_per_event"
    with pytest.raises(KeyError):
        SHEET.criterion("Z.9")
