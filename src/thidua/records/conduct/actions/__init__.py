"""Acts that need all other records: stages, deadlines, reminders, entries on behalf judged, units reorganised."""

from thidua.records.conduct.actions.deadlines import extend_for, extend_for_all
from thidua.records.conduct.actions.entries import answer_entry, confirm_entry, dispute_entry
from thidua.records.conduct.actions.officers import Successor, change_officer
from thidua.records.conduct.actions.reminders import remind
from thidua.records.conduct.actions.stages import move_stage
from thidua.records.conduct.actions.succession import annul_reorganisation, reorganise_units

__all__ = [
    "Successor",
    "annul_reorganisation",
    "answer_entry",
    "change_officer",
    "confirm_entry",
    "dispute_entry",
    "extend_for",
    "extend_for_all",
    "move_stage",
    "remind",
    "reorganise_units",
]
