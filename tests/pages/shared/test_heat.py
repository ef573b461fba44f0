"""Tints grow with the distance from the target and never stand without an arrow."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from thidua.pages.shared.heat import Heat, heat


def test_exactly_on_target_is_marked_and_not_tinted():
    assert heat(100) == Heat("exact", "")


def test_the_smallest_miss_is_shown():
    assert heat(Fraction(99999, 1000)) == Heat("tint-below-1", "▼")
    assert heat(Fraction(100001, 1000)) == Heat("tint-above-1", "▲")


@given(st.integers(0, 100))
def test_equal_distances_have_equal_depth(away):
    above, below = heat(100 + away), heat(100 - away)
    assert above.tint[-1] == below.tint[-1]


def test_depth_never_falls_as_the_distance_grows():
    steps = [int(heat(percent).tint[-1]) for percent in range(101, 300)]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (1, 9)
