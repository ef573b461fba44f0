"""Sweeps: of all people of some units at once, who can be proposed for what, and who nearly can."""

from thidua.figures.sweeps.counting import Tally, counts_by_unit, tallies
from thidua.figures.sweeps.scope import EVERYWHERE, Scope
from thidua.figures.sweeps.sweeping import Sweeping
from thidua.figures.sweeps.swept import Swept

__all__ = ["EVERYWHERE", "Scope", "Sweeping", "Swept", "Tally", "counts_by_unit", "tallies"]
