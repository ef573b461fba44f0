"""How far followers of the journal have come, and what becomes of a run and its files."""

from thidua.records.runs.steps.cursors import move_to, place_of

__all__ = ["move_to", "place_of"]
