"""Acts on the directory: units with dated names and parents, people with dated posts."""

from thidua.records.directory.actions.people import appoint, change_email, end_post, keep_person
from thidua.records.directory.actions.units import keep_unit, move_unit, rename_unit

__all__ = ["appoint", "change_email", "end_post", "keep_person", "keep_unit", "move_unit", "rename_unit"]
