"""Hours as officers write them, and how a moment of a conference reads."""

import re
from datetime import date, datetime, time

from thidua.base.days import VIETNAM, instant
from thidua.core.answer import Sentence
from thidua.pages.shared.request import Typed

HOUR = re.compile(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?(?:\s*(?:phút|p))?", re.IGNORECASE)


def typed_time(typed: Typed, name: str, *, label: object) -> time | None:
    """A time of day: 8:00, 8h, 13h30, "8 giờ 15 phút"."""
    text = typed.text(name, label=label, most=20)
    if not text:
        return None
    found = HOUR.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        typed.faults.append(Sentence("conference.not_a_time", typed=text))
        return None
    return time(int(found[1]), int(found[2] or 0))


def at(on: date, hour: time) -> datetime:
    return instant(on, hour.hour, hour.minute)


def hour_of(at: datetime) -> str:
    """8:05, by a Vietnamese clock."""
    local = at.astimezone(VIETNAM)
    return f"{local.hour}:{local.minute:02}"
