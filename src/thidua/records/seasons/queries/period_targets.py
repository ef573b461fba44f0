"""Questions about a unit's own way through the year."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from thidua.records.seasons.models import CommitmentSet, PeriodTarget


def way_of(sheet: CommitmentSet) -> dict[tuple[int, int], Fraction]:
    """What the unit means to have reached, by key of the line and of the period."""
    rows: Iterable[Any] = PeriodTarget.objects.filter(commitment__commitment_set=sheet).values_list(
        "commitment", "period", "target"
    )
    return {(line, period): target for line, period, target in rows}
