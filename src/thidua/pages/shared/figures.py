"""Figures and days as they are written on screen: 1.234,5 · 23/11/2026 · 2.530.000 đ; English changes the marks."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from thidua.base.clock import VIETNAM, today

Figure = int | float | Decimal | Fraction


def rounded(value: Figure, places: int) -> Decimal:
    """Half away from zero, as officers round; fractions are rounded exactly."""
    if isinstance(value, Fraction):
        scaled = abs(value) * 10**places
        whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
        return Decimal(whole if value >= 0 else -whole).scaleb(-places)
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def number(value: Figure, places: int | None = None, language: str = "vi") -> str:
    """Groups of three and a decimal comma; with `places` None as many decimals as there are, four at most.

    >>> number(Decimal("1234.5")), number(Fraction(2, 3), 2), number(1234.5, language="en")
    ('1.234,5', '0,67', '1,234.5')
    """
    text = f"{rounded(value, 4 if places is None else places):,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if text.startswith("-") and not text.strip("-0.,"):
        text = text[1:]
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def money(dong: int, language: str = "vi") -> str:
    """>>> money(2530000)
    '2.530.000\\xa0đ'
    """
    return f"{number(dong, 0, language)}\N{NO-BREAK SPACE}đ"


def day(value: date) -> str:
    """23/11/2026; an instant is shown on its Vietnamese day."""
    if isinstance(value, datetime):
        value = value.astimezone(VIETNAM).date()
    return f"{value.day}/{value.month}/{value.year}"


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
