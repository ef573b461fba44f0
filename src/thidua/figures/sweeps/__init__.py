"""Sweeps: of all people of some units at once, who can be proposed for what, and who nearly can."""

from thidua.figures.sweeps.counting import Grouped, Tally, counts_by_unit, grouped, tallies
from thidua.figures.sweeps.scope import EVERYWHERE, Scope
from thidua.figures.sweeps.sweeping import Sweeping
from thidua.figures.sweeps.swept import Swept

__all__ = ["EVERYWHERE", "Grouped", "Scope", "Sweeping", "Swept", "Tally", "counts_by_unit", "grouped", "tallies"]
