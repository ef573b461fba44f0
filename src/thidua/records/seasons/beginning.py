"""A cluster and its first year as somebody begins them: plain values, before any row exists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.records.directory.models import Unit
from thidua.records.papers.steps import Shown
from thidua.records.seasons.plan import ClusterPlan


@dataclass(frozen=True)
class Beginning:
    """`members` are the units of each bloc in their order, by the bloc's slug; `decision` names the head, if known."""

    cluster: ClusterPlan
    members: Mapping[str, Sequence[Unit]]
    year: int
    motto: str
    head: Unit
    decision: Shown | None = None

    @property
    def slug(self) -> str:
        return f"nam-{self.year}"

    @property
    def name(self) -> str:
        return f"Năm thi đua {self.year}"

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 12, 31)
