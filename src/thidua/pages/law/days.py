"""The day that a page of the law is asked for: `ngay=`, today without it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.base.clock import today
from thidua.base.days import read_day, written
from thidua.core.law.years import FIRST, LAST

YEARS_OFFERED = 12


@dataclass(frozen=True)
class Day:
    """`typed` as it stands in the field; `is_wrong` where it is no day from 1900 to 2047, and today's law is shown."""

    on: date
    typed: str
    is_wrong: bool = False

    @property
    def is_today(self) -> bool:
        return self.on == today()

    @property
    def is_past(self) -> bool:
        return self.on < today()

    @property
    def query(self) -> str:
        """For links that stay on the same day."""
        return "" if self.is_today else f"?ngay={self.on.isoformat()}"


def day_of(request: Any) -> Day:
    typed = request.GET.get("ngay", "").replace("\x00", "").strip()[:20]
    if not typed:
        return Day(today(), written(today()))
    found = read_day(typed)
    if found is None or found.year > LAST:  # sets of years end there
        return Day(today(), typed, is_wrong=True)
    return Day(found, written(found))


def years_offered(day: Day) -> range:
    """Years that can be asked about, the latest first."""
    return range(day.on.year, max(FIRST, day.on.year - YEARS_OFFERED), -1)
