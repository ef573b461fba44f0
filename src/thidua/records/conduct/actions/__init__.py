"""Acts that need all other records: stage changes, deadlines, reminders, judging what was entered on behalf."""

from thidua.records.conduct.actions.deadlines import extend_for, extend_for_all
from thidua.records.conduct.actions.entries import answer_entry, confirm_entry, dispute_entry
from thidua.records.conduct.actions.reminders import remind
from thidua.records.conduct.actions.stages import move_stage

__all__ = [
    "answer_entry",
    "confirm_entry",
    "dispute_entry",
    "extend_for",
    "extend_for_all",
    "move_stage",
    "remind",
]
