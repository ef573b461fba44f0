"""Keeps a unit's place in the tree."""

from thidua.records.directory.models import Unit


def place_in_tree(unit: Unit) -> None:
    """The path of a unit that has just been written: all above it, then itself."""
    unit.path = f"{unit.parent.path if unit.parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path", "folded"])
