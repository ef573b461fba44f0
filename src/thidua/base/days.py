"""Days and deadlines are those of Việt Nam; instants are UTC. Nothing here reads the time."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
YEARS = range(1900, 2201)


def local_day(at: datetime) -> date:
    """The day in Việt Nam on which an instant falls."""
    return at.astimezone(VIETNAM).date()


def written(day: date) -> str:
    """As offices write a day.

    >>> written(date(2026, 11, 23))
    '23/11/2026'
    """
    return f"{day.day}/{day.month}/{day.year}"


def in_papers(day: date) -> str:
    """As Decree 30/2020 has it in official papers: days under 10 and the months 1 and 2 have a 0 before them.

    >>> in_papers(date(2027, 1, 22)), in_papers(date(2027, 4, 7))
    ('22/01/2027', '07/4/2027')
    """
    return f"{day.day:02d}/{month_in_papers(day)}/{day.year}"


def month_in_papers(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def instant(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """An instant by a Vietnamese clock on the wall."""
    return datetime.combine(day, time(hour, minute), VIETNAM).astimezone(UTC)


def read_day(typed: str) -> date | None:
    """A day as a browser sends it (2016-03-04) or as officers write it (4/3/2016); None for anything else."""
    try:
        parts = [int(part) for part in (reversed(typed.split("/")) if "/" in typed else typed.split("-"))]
        if parts[0] not in YEARS:  # "4/3/16" is of no year that anybody means, and days beyond have no next one
            return None
        return date(*parts)
    except (ValueError, TypeError, IndexError):
        return None
