"""Figures of results in words: a number with its unit, a ratio with its parts, đạt or chưa đạt."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.html import format_html
from django.utils.translation import gettext as _

from thidua.base.numbers import figure
from thidua.core.measuring import Measured
from thidua.pages.shared.tags import vi


def said(measured: Measured, unit: str) -> str:
    """`measured` for the reader as HTML, its unit of measure in the language of the data; at most two decimals."""
    if measured.is_met is not None:
        return _("đạt") if measured.is_met else _("chưa đạt")
    if measured.numerator is not None and measured.denominator is not None and measured.figure is not None:
        share, top, bottom = figure(measured.figure), figure(measured.numerator), figure(measured.denominator)
        return f"{top}/{bottom} ({share}\N{NO-BREAK SPACE}%)"
    if measured.value is None:
        return _("chưa có")
    return format_html("{}\N{NO-BREAK SPACE}{}", figure(measured.value), vi(unit))


def kept(columns: Mapping[str, str]) -> Measured:
    """What a correction keeps of the figure before it, text by column, as a measure again."""
    parts = {name: Fraction(text) for name, text in columns.items() if name != "is_met"}
    is_met = {"True": True, "False": False}.get(columns.get("is_met", ""))
    return Measured(is_met=is_met, **parts)
