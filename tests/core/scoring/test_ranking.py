"""Places: equals share, tie-breaks part them, excluded units have none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.scoring import FEWER_PENALTIES, Place, Standing, rank

TOTALS = st.dictionaries(st.text(min_size=1, max_size=3), st.fractions(0, 200, max_denominator=8), max_size=30)


def standing(total: int | str, penalty: int = 0, a: int = 0, b: int = 0) -> Standing:
    return Standing(Fraction(total), Fraction(penalty), {"A": Fraction(a), "B": Fraction(b)})


def places(ranked: list[Place[str]]) -> dict[str, int | None]:
    return {one.unit: one.place for one in ranked}


def test_two_equal_totals_share_a_place_and_the_next_place_is_left_out() -> None:
    ranked = rank({"a": standing(190), "b": standing(195), "c": standing(190), "d": standing("189.99")})

    assert [(one.unit, one.place, one.shares) for one in ranked] == [
        ("b", 1, False),
        ("a", 2, True),
        ("c", 2, True),
        ("d", 4, False),
    ]


def test_three_first_places_are_followed_by_the_fourth() -> None:
    ranked = rank({unit: standing(200) for unit in "abc"} | {"d": standing(1)})

    assert [one.place for one in ranked] == [1, 1, 1, 4]


def test_totals_that_look_alike_on_paper_are_parted_by_their_fractions() -> None:
    ranked = rank({"a": Standing(Fraction(200, 3)), "b": Standing(Fraction("66.6667"))})

    assert places(ranked) == {"b": 1, "a": 2}


def test_tie_breaks_are_tried_in_the_order_of_the_sheet() -> None:
    standings = {"a": standing(190, penalty=2, a=140), "b": standing(190, penalty=1, a=139), "c": standing(180)}

    by_group = rank(standings, tie_breaks=("A", FEWER_PENALTIES))
    by_penalty = rank(standings, tie_breaks=(FEWER_PENALTIES, "A"))

    assert [(one.unit, one.place, one.broken_by) for one in by_group] == [("a", 1, "A"), ("b", 2, "A"), ("c", 3, "")]
    assert [(one.unit, one.broken_by) for one in by_penalty] == [
        ("b", FEWER_PENALTIES),
        ("a", FEWER_PENALTIES),
        ("c", ""),
    ]


def test_the_later_tie_break_is_named_where_the_first_did_not_decide() -> None:
    standings = {"a": standing(190, a=9, b=5), "b": standing(190, a=9, b=4), "c": standing(190, a=8, b=9)}

    ranked = rank(standings, tie_breaks=("A", "B"))

    assert [(one.unit, one.broken_by) for one in ranked] == [("a", "B"), ("b", "B"), ("c", "A")]


def test_units_equal_in_every_tie_break_share() -> None:
    ranked = rank({"a": standing(190, a=5), "b": standing(190, a=5), "c": standing(190, a=4)}, tie_breaks=("A",))

    assert [(one.place, one.shares, one.broken_by) for one in ranked] == [
        (1, True, "A"),
        (1, True, "A"),
        (3, False, "A"),
    ]


def test_a_tie_break_by_a_group_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        rank({"a": standing(1)}, tie_breaks=("Z",))


def test_an_excluded_unit_stands_last_without_a_place_and_leaves_no_gap() -> None:
    ranked = rank(
        {"a": standing(199), "b": standing(190), "c": standing(190), "d": standing(10)},
        excluded={"a": "Chưa ký giao ước", "elsewhere": "Khối khác"},
    )

    assert places(ranked) == {"b": 1, "c": 1, "d": 3, "a": None}
    assert (ranked[-1].excluded_because, ranked[-1].total, ranked[-1].shares) == ("Chưa ký giao ước", 199, False)


def test_nobody_to_rank_gives_no_places() -> None:
    assert rank({}) == []
    assert places(rank({"a": standing(1)}, excluded={"a": "…"})) == {"a": None}


@given(TOTALS)
def test_a_place_is_one_more_than_the_units_ahead(totals: dict[str, Fraction]) -> None:
    for one in rank({unit: Standing(total) for unit, total in totals.items()}):
        assert one.place == 1 + sum(total > one.total for total in totals.values())
        assert one.shares == (list(totals.values()).count(one.total) > 1)
        assert one.broken_by == ""


@given(TOTALS, st.randoms())
def test_places_do_not_depend_on_the_order_of_the_units(totals: dict[str, Fraction], chance: object) -> None:
    units = list(totals)
    chance.shuffle(units)  # type: ignore[attr-defined]
    first = rank({unit: Standing(total) for unit, total in totals.items()})
    second = rank({unit: Standing(totals[unit]) for unit in units})

    assert places(first) == places(second)
