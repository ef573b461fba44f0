"""The only reader of time: instants are UTC, days and deadlines are those of Việt Nam."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The instant; in the demo, the present time of day on the demo's day."""
    instant = datetime.now(UTC)
    if settings.DEMO_DAY is None:
        return instant
    return datetime.combine(settings.DEMO_DAY, instant.astimezone(VIETNAM).time(), VIETNAM).astimezone(UTC)


def today() -> date:
    return local_day(now())


def local_day(at: datetime) -> date:
    """The day in Việt Nam on which an instant falls."""
    return at.astimezone(VIETNAM).date()


def instant(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """An instant by a Vietnamese clock on the wall."""
    return datetime.combine(day, time(hour, minute), VIETNAM).astimezone(UTC)


def deadline(due_on: date) -> datetime:
    """The first instant that is too late: the midnight after the due day."""
    return instant(due_on + timedelta(days=1))


def is_late(at: datetime, due_on: date) -> bool:
    return at >= deadline(due_on)
