"""Formulas: how the points of a criterion arise, one file for each pattern found in real tables."""

from collections.abc import Callable, Mapping

from thidua.core.points import Points
from thidua.core.read import Table
from thidua.core.scoring.formulas.base import Formula, code_of, name_of
from thidua.core.scoring.formulas.judged import Band, Judged, read_judged
from thidua.core.scoring.formulas.late_days import LateDays, read_late_days
from thidua.core.scoring.formulas.level import Level, Levels, read_levels
from thidua.core.scoring.formulas.per_event import DeductPerEvent, PerEvent, read_deduct_per_event, read_per_event
from thidua.core.scoring.formulas.proportional import Proportional, read_proportional
from thidua.core.scoring.formulas.steps import Step, Steps, read_steps
from thidua.core.scoring.formulas.yes_no import YesNo, read_yes_no

__all__ = [
    "KINDS", "Band", "DeductPerEvent", "Formula", "Judged", "LateDays", "Level", "Levels", "PerEvent", "Proportional",
    "Step", "Steps", "YesNo", "code_of", "name_of", "read_formula",
]  # fmt: skip

KINDS: Mapping[str, Callable[[Table, Points], Formula]] = {
    "steps": read_steps,
    "proportional": read_proportional,
    "yes_no": read_yes_no,
    "judged": read_judged,
    "late_days": read_late_days,
    "level": read_levels,
    "per_event": read_per_event,
    "deduct_per_event": read_deduct_per_event,
}


def read_formula(table: Table, maximum: Points) -> Formula:
    """The formula of a criterion that can give `maximum`. Raises ReadError with the line of the fault."""
    return KINDS[table.one_of("kind", KINDS)](table, maximum)
