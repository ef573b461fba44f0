"""The board's cells in words: the percentage that never rounds across 100, and how a target to date arises."""

from fractions import Fraction

from django.utils.translation import gettext as _

from thidua.figures.progress import Cell
from thidua.pages.shared.figures import day, number
from thidua.records.seasons.models import Indicator, Period

WHOLE = 100


def percent(value: Fraction) -> str:
    """A percentage without decimals; with up to two where it would else read as exactly 100, or as above it.

    >>> percent(Fraction(997, 10)), percent(Fraction(1041, 10)), percent(Fraction(100)), percent(Fraction(100001, 1000))
    ('99,7', '104', '100', '>100')
    """
    if value == WHOLE:
        return "100"
    for places in range(3):
        text = number(value, places)
        if text != number(WHOLE, places):
            return text
    return f"<{WHOLE}" if value < WHOLE else f">{WHOLE}"


def with_unit(value: Fraction, indicator: Indicator) -> str:
    """A figure with its unit of measure, at most two decimals: 98,7 %, 41 đợt."""
    return f"{number(rounded(value))}\N{NO-BREAK SPACE}{indicator.unit_of_measure}"


def rounded(value: Fraction) -> Fraction:
    """To two decimals, half up."""
    return Fraction(int(value * 100 + Fraction(1, 2)), 100) if value >= 0 else -rounded(-value)


def how_the_target_arises(cell: Cell, through: Period | None) -> str:
    """One sentence: the unit's own target, the registered figure itself, or its share of the days gone."""
    if through is None:
        return _("Chưa có kỳ nào được báo cáo.")
    if cell.target is None:
        return _("Đơn vị chưa đăng ký mức nên không có mục tiêu để so.")
    target = with_unit(cell.target, cell.indicator)
    if cell.is_own_target:
        return _("Mục tiêu đến {until} do đơn vị tự đặt: {target}.").format(until=day(through.until_on), target=target)
    if cell.indicator.aggregation != Indicator.Aggregation.SUM:
        return _("Mục tiêu là cả mức đăng ký, {target}, không chia theo ngày.").format(target=target)
    if cell.target == cell.registered or not cell.registered:
        return _("Đến kỳ cuối, mục tiêu là cả mức đăng ký, {target}.").format(target=target)
    return _("Mục tiêu đến {until}: đăng ký {registered} × {gone} % số ngày của năm đã qua = {target}.").format(
        until=day(through.until_on),
        registered=with_unit(cell.registered, cell.indicator),
        gone=number(rounded(cell.target / cell.registered * WHOLE)),
        target=target,
    )
