"""The file of a locked ranking: whole as it left, and what a changed one says."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.base.wording import say
from thidua.core.ranking_seal import FORMAT, first_fault, seal
from thidua.core.scoring import FEWER_PENALTIES, Standing, rank


def a_place(unit, place, total, *, broken_by="", because=""):
    return {
        "unit": unit, "name": f"Sở {unit}", "place": place, "shares": False, "broken_by": broken_by,
        "base": str(total), "bonus": "0", "penalty": "0", "total": str(total), "excluded_because": because,
    }  # fmt: skip


def a_record(*places):
    record = {"format": FORMAT, "sheet": {"code": "T", "text_hash": "0" * 64}, "places": list(places)}
    return record | {"seal": seal(record)}


SHARED = (a_place("A", 1, 90), a_place("B", 2, 80), a_place("C", 2, 80), a_place("D", 4, 70))


def test_shared_places_leave_the_next_one_out():
    assert first_fault(a_record(*SHARED)) is None


def test_units_without_a_place_stand_last_with_their_reason():
    assert first_fault(a_record(*SHARED, a_place("E", None, 95, because="Kỷ luật"))) is None
    assert first_fault(a_record(*SHARED, a_place("E", None, 95))).values == {"unit": "Sở E"}
    assert first_fault(a_record(a_place("E", None, 95, because="Kỷ luật"), *SHARED)).key == "ranking_file.order"


def test_a_ranking_of_nobody_but_excluded_units_is_whole():
    assert first_fault(a_record(a_place("E", None, 95, because="Kỷ luật"))) is None


def test_equal_totals_stand_apart_only_by_a_tie_break_that_is_named():
    apart = (a_place("A", 1, 90, broken_by="T"), a_place("B", 2, 90, broken_by="T"))
    assert first_fault(a_record(*apart)) is None
    assert first_fault(a_record(a_place("A", 1, 90), a_place("B", 2, 90))).key == "ranking_file.order"


@pytest.mark.parametrize(
    "places",
    [
        (a_place("A", 2, 90), a_place("B", 3, 80)),
        (a_place("A", 1, 80), a_place("B", 2, 90)),
        (a_place("A", 1, 90), a_place("B", 1, 80)),
        (a_place("A", 1, 90), a_place("B", 2, 80), a_place("C", 2, 80), a_place("D", 3, 70)),
    ],
)
def test_places_that_do_not_follow_the_totals_are_found(places):
    assert first_fault(a_record(*places)).key == "ranking_file.order"


def test_a_unit_that_stands_twice_is_named():
    fault = first_fault(a_record(a_place("A", 1, 90), a_place("A", 2, 80)))
    assert say(fault) == "Sở A có hai dòng."


@pytest.mark.parametrize("part", ["name", "base", "bonus", "penalty"])
def test_any_other_change_breaks_the_seal(part):
    record = a_record(*SHARED)
    record["places"][1] = record["places"][1] | {part: "81"}
    assert first_fault(record).key == "ranking_file.seal"


def test_another_sheet_breaks_the_seal():
    record = a_record(*SHARED) | {"sheet": {"code": "T", "text_hash": "1" * 64}}
    assert first_fault(record).key == "ranking_file.seal"


def test_what_is_no_ranking_says_so():
    assert say(first_fault({})) == f"Tệp không phải bảng xếp hạng theo mẫu {FORMAT}."


points = st.fractions(min_value=0, max_value=3, max_denominator=3)


@given(st.lists(st.tuples(points, points), min_size=1, max_size=12), st.sets(st.integers(0, 11)), st.booleans())
def test_whatever_core_ranks_is_whole(totals, out, has_tie_break):
    """With few different totals, so that shared places and tie-breaks occur."""
    standings = {unit: Standing(total, penalty) for unit, (total, penalty) in enumerate(totals)}
    excluded = {unit: "Kỷ luật" for unit in out if unit in standings}
    places = rank(standings, excluded=excluded, tie_breaks=[FEWER_PENALTIES] if has_tie_break else [])
    listed = [
        a_place(str(one.unit), one.place, Fraction(one.total), broken_by=one.broken_by, because=one.excluded_because)
        for one in places
    ]
    assert first_fault(a_record(*listed)) is None
