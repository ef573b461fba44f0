"""The only reader of time."""

from datetime import UTC, date, datetime

from django.conf import settings

from thidua.base.days import VIETNAM, local_day


def now() -> datetime:
    """The instant; in the demo, the present time of day on the demo's day."""
    instant = datetime.now(UTC)
    if settings.DEMO_DAY is None:
        return instant
    return datetime.combine(settings.DEMO_DAY, instant.astimezone(VIETNAM).time(), VIETNAM).astimezone(UTC)


def outside() -> datetime:
    """The instant outside the program, in the demo too: the phones that make codes do not know the demo's day."""
    return datetime.now(UTC)


def today() -> date:
    return local_day(now())
