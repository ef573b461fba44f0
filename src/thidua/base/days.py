"""Days and deadlines are those of Việt Nam; instants are UTC. Nothing here reads the time."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def local_day(at: datetime) -> date:
    """The day in Việt Nam on which an instant falls."""
    return at.astimezone(VIETNAM).date()


def written(day: date) -> str:
    """As offices write a day.

    >>> written(date(2026, 11, 23))
    '23/11/2026'
    """
    return f"{day.day}/{day.month}/{day.year}"


def instant(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """An instant by a Vietnamese clock on the wall."""
    return datetime.combine(day, time(hour, minute), VIETNAM).astimezone(UTC)
