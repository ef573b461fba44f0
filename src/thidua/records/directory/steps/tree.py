"""Keeps a unit's place in the tree, and the dated rows of its names and parents."""

from datetime import date, timedelta
from typing import Any

from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.records.directory.models import Unit, UnitName, UnitParent

ROWS_A_BATCH = 500


def write_unit(
    *,
    code: str,
    slug: str,
    kind: str,
    name: str,
    short_name: str,
    label: str,
    parent: Unit | None,
    from_on: date | None,
) -> Unit:
    """A new unit in its place, with the first of its dated names and parents; the caller holds the tree's lock."""
    name, short_name = composed(name), composed(short_name)
    unit = Unit.objects.create(
        code=code, slug=slug, kind=kind, name=name, short_name=short_name, label=composed(label), parent=parent
    )
    place_in_tree(unit)
    UnitName.objects.create(unit=unit, name=name, short_name=short_name, from_on=from_on)
    if parent is not None:
        UnitParent.objects.create(unit=unit, parent=parent, from_on=from_on)
    return unit


def place_in_tree(unit: Unit) -> None:
    """The path of a unit that has just been written: all above it, then itself."""
    unit.path = f"{unit.parent.path if unit.parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path", "folded"])


def lock_trees(*units: Unit) -> None:
    """Locks the topmost unit above each: changes within one tree come one after the other.

    Raises NotPossible if a tree was hung under another one while this waited.
    """
    tops = sorted({int(unit.path.strip("/").split("/")[0]) for unit in units})
    locked = Unit.objects.select_for_update().filter(pk__in=tops).order_by("pk")
    if any(unit.parent_id is not None for unit in locked):
        raise refuse("shared.changed_since")


def move_in_tree(unit: Unit, parent: Unit | None) -> None:
    """Hangs a unit with all below it under `parent`; the caller holds the trees' locks."""
    before, unit.parent = unit.path, parent
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    below = list(Unit.objects.filter(path__startswith=before).exclude(pk=unit.pk))
    for one in below:
        one.path = unit.path + one.path.removeprefix(before)
    unit.save(update_fields=["parent", "path", "folded", "version"])
    Unit.objects.bulk_update(below, ["path"], batch_size=ROWS_A_BATCH)


def pass_child(child: Unit, parent: Unit, *, from_on: date) -> UnitParent:
    """A unit and all below it stand under another parent from a day; the caller holds the trees' locks."""
    end_dated_row(child.parents, from_on=from_on)
    row = UnitParent.objects.create(unit=child, parent=parent, from_on=from_on)
    child.turn()
    move_in_tree(child, parent)
    return row


def end_dated_row(rows: Any, *, from_on: date) -> None:
    """The row in force of a unit's names or parents ends on the day before `from_on`.

    Raises NotPossible if that row began on that day or later: a row lasts a day at least.
    """
    row = rows.filter(until_on=None).order_by("-pk").first()
    if row is None:
        return
    if row.from_on is not None and row.from_on >= from_on:
        raise refuse("unit.before_the_last", on=from_on, since=row.from_on)
    row.until_on = from_on - timedelta(days=1)
    row.save(update_fields=["until_on"])
