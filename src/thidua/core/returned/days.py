"""Days as offices write them in books and spreadsheets, and decisions with their day in one cell."""

import re
from datetime import date, timedelta
from fractions import Fraction

BEFORE_THE_FIRST = date(1899, 12, 30)  # what spreadsheets count days from
COUNTED = range(14_000, 80_000)  # from 1938 on
DAY = r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})"
WRITTEN = re.compile(rf"(?:ngày\s*)?{DAY}", re.IGNORECASE)
IN_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
DECISION = re.compile(
    r"(?:quyết định|qđ)?\s*(?:số)?\s*:?\s*(?P<number>\S.*?)"
    r"[\s,;]*(?:\bngày\b|\bký\b|[(,;])\s*(?:ngày\s*)?(?P<day>.+?)\)?",
    re.IGNORECASE,
)


def day_in(text: str) -> date | None:
    """
    >>> day_in("5.4.2016"), day_in("ngày 05 tháng 4 năm 2016"), day_in("5/4/16")
    (datetime.date(2016, 4, 5), datetime.date(2016, 4, 5), None)
    """
    found = WRITTEN.fullmatch(text.strip()) or IN_WORDS.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_counted(figure: Fraction) -> date | None:
    """A day that a spreadsheet shows as the number by which it counts days.

    >>> day_counted(Fraction(42465)), day_counted(Fraction(2016))
    (datetime.date(2016, 4, 5), None)
    """
    if figure.denominator != 1 or int(figure) not in COUNTED:
        return None
    return BEFORE_THE_FIRST + timedelta(days=int(figure))


def decision_in(text: str) -> tuple[str, date | None]:
    """The number of a decision, and its day where both stand in one cell.

    >>> decision_in("QĐ số 12/QĐ-BTP ngày 5/4/2016")
    ('12/QĐ-BTP', datetime.date(2016, 4, 5))
    >>> decision_in("12/QĐ-BTP")
    ('12/QĐ-BTP', None)
    """
    parts = DECISION.fullmatch(text.strip())
    day = day_in(parts["day"]) if parts else None
    if parts is None or day is None:
        return text.strip(), None
    return parts["number"].strip(), day
