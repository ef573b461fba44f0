"""Small drawings: a line breaks where a figure is missing, a bar is as long as its share."""

import re
from fractions import Fraction

from thidua.pages.shared.spark import share_bar, spark


def test_a_line_breaks_where_a_figure_is_missing():
    assert spark([90, 95, None, 100, 104]).count("<polyline") == 2


def test_the_highest_figure_stands_highest():
    points = re.search(r'points="([^"]+)"', spark([Fraction(1, 2), 3, 1]))[1].split()
    heights = [float(point.split(",")[1]) for point in points]
    assert heights.index(min(heights)) == 1


def test_nothing_known_draws_nothing():
    assert spark([None, None]) == ""


def test_equal_figures_are_a_level_line():
    points = re.search(r'points="([^"]+)"', spark([5, 5, 5]))[1].split()
    assert {point.split(",")[1] for point in points} == {"15.0"}


def test_a_bar_is_as_long_as_its_share():
    assert 'class="part gold" width="48.0"' in share_bar(11, 22, gold=True)
    assert 'class="part" width="0.0"' in share_bar(0, 0)
