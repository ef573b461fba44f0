"""Acts that need all other records: stage changes, judging what was entered on behalf."""

from thidua.records.conduct.actions.entries import answer_entry, confirm_entry, dispute_entry
from thidua.records.conduct.actions.stages import move_stage

__all__ = ["answer_entry", "confirm_entry", "dispute_entry", "move_stage"]
