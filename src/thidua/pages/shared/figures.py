"""Figures and days as they are written on screen: 1.234,5 · 23/11/2026 · 2.530.000 đ; English changes the marks."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.base.days import VIETNAM
from thidua.base.numbers import figure

Figure = int | float | Decimal | Fraction


def exact(value: Figure) -> Fraction:
    """The figure as a fraction; a float as it is written, so 0.1 is one tenth."""
    return Fraction(str(value)) if isinstance(value, float) else Fraction(value)


def number(value: Figure, places: int | None = None) -> str:
    """The figure in the reader's language, rounded half up; without `places` as many decimals as it has, at most four.

    >>> number(Decimal("1234.5")), number(Fraction(2, 3), 2)
    ('1.234,5', '0,67')
    """
    if places is None:
        return figure(exact(value), 4)
    text = figure(exact(value), places)
    mark = "." if (get_language() or "vi").startswith("en") else ","
    whole, _, decimals = text.partition(mark)
    return whole + mark + decimals.ljust(places, "0") if places else whole


def money(dong: int) -> str:
    """In English the currency has its code, since đ is a letter of another language.

    >>> money(2530000)
    '2.530.000\\xa0đ'
    """
    sign = "VND" if (get_language() or "vi").startswith("en") else "đ"
    return f"{number(dong, 0)}\N{NO-BREAK SPACE}{sign}"


def day(value: date) -> str:
    """23/11/2026; an instant is shown on its Vietnamese day."""
    if isinstance(value, datetime):
        value = value.astimezone(VIETNAM).date()
    return f"{value.day}/{value.month}/{value.year}"


def weekdays() -> tuple[str, ...]:
    """From Thứ Hai to Chủ nhật."""
    return _("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ nhật")


def weekday(value: date) -> str:
    """The day of the week in words: Thứ Sáu, Chủ nhật."""
    return weekdays()[value.weekday()]


def clock_time(value: datetime) -> str:
    return value.astimezone(VIETNAM).strftime("%H:%M")


def moment(value: datetime) -> str:
    """23/11/2026 09:12"""
    return f"{day(value)} {clock_time(value)}"


def when(value: date, now: date | None = None) -> str:
    """As short as it stays clear: the time today, else day and month, with the year if it is another one."""
    now = now or today()
    on = value.astimezone(VIETNAM).date() if isinstance(value, datetime) else value
    if isinstance(value, datetime) and on == now:
        return clock_time(value)
    return f"{on.day}/{on.month}" if on.year == now.year else day(on)
