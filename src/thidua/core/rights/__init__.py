"""Who may see and do what, by role and stage: a grid that is data, answers that carry their reason."""

from thidua.core.rights.grid import Grid, Rule, either, grid_of, held_with

__all__ = ["Grid", "Rule", "either", "grid_of", "held_with"]
