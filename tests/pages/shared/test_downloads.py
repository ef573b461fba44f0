"""Tables to take away: figures as a spreadsheet reads them, and nothing that it would evaluate."""

import csv
import io
from datetime import date
from fractions import Fraction

import pytest
from django.utils.translation import override

from thidua.pages.shared.downloads import Table, as_csv


def cells(*values, language="vi"):
    with override(language):
        text = as_csv(Table("bang", "Bảng", ["A"], [values])).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter="," if language == "en" else ";"))[1]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Fraction("98.5"), "98,5"), (Fraction("0.00005"), "0,0001"), (Fraction(1, 3), "0,3333"), (-7, "-7"),
        (Fraction("123456789012345678.25"), "123456789012345678,25"), (Fraction("0.00015"), "0,0002"),
    ],
)  # fmt: skip
def test_a_figure_is_exact_to_four_decimals_and_rounded_half_up(value, told):
    assert cells(value) == [told]
    assert cells(value, language="en") == [told.replace(",", ".")]


def test_nothing_is_evaluated_and_nothing_stands_for_nothing():
    assert cells("=HYPERLINK(1)", "@a", None, date(2016, 3, 4)) == ["'=HYPERLINK(1)", "'@a", "", "4/3/2016"]
