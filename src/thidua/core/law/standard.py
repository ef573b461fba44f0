"""The standard of an award in one text: its branches, and the cases that show what it means."""

from dataclasses import dataclass, field
from datetime import date

from thidua.core.law.conditions import Condition
from thidua.core.law.history import AwardType, History, Kind
from thidua.core.names import Name


@dataclass(frozen=True)
class Branch:
    """One of several ways to an award; a title has one only. Each stands or falls by itself."""

    code: str
    name: Name
    type: AwardType
    condition: Condition


@dataclass(frozen=True)
class WorkedCase:
    """A history, a question and the answer that the standard must give; `source` is where the answer was read."""

    name: str
    history: History
    year: int | None
    on: date
    answer: str  # a verdict
    branch: str = ""
    authority: str = ""
    source: str = ""
    line: int = 0


@dataclass(frozen=True)
class Standard:
    """What one text asks of one kind of those honoured for one award, from a day until the day before another."""

    award: str
    is_title: bool
    to: Kind
    name: Name
    text: str  # the code of the text
    source: str
    start: date
    until: date | None  # the last day; None: still in force
    branches: tuple[Branch, ...]
    cases: tuple[WorkedCase, ...] = field(default=(), compare=False)
    file: str = ""
    line: int = 0

    @property
    def key(self) -> tuple[str, Kind]:
        return self.award, self.to

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)
