"""Acts on units: written down, renamed, moved under another parent, succeeded; the past stays in dated rows."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.texts import composed
from thidua.records.directory import steps
from thidua.records.directory.access import may
from thidua.records.directory.models import Succession, Unit, UnitName, UnitParent
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def keep_unit(
    *,
    code: str,
    slug: str,
    kind: str,
    name: str,
    short_name: str,
    label: str,
    parent: Unit | None,
    from_on: date | None,
    by: Actor,
    at: datetime,
    key: str,
) -> Unit:
    """A new unit below `parent`; its name and parent are dated from `from_on`, None for "always".

    Raises NotPossible if code or slug is taken, or for a day that is still to come.
    """
    require(may(by, "directory.keep"))
    _require_past(from_on, at)
    if Unit.objects.filter(code=code).exists():
        raise refuse("unit.code_taken", code=code)
    if Unit.objects.filter(slug=slug).exists():
        raise refuse("unit.slug_taken", slug=slug)
    if parent is not None:
        steps.lock_trees(parent)
        parent.refresh_from_db()
    name, short_name = composed(name), composed(short_name)
    unit = Unit.objects.create(
        code=code, slug=slug, kind=kind, name=name, short_name=short_name, label=composed(label), parent=parent
    )
    steps.place_in_tree(unit)
    UnitName.objects.create(unit=unit, name=name, short_name=short_name, from_on=from_on)
    if parent is not None:
        UnitParent.objects.create(unit=unit, parent=parent, from_on=from_on)
    record("unit.kept", by=by, at=at, subjects=[unit], body={"code": code, "name": name})
    return unit


@act
def rename_unit(
    unit: Unit,
    *,
    name: str,
    short_name: str,
    label: str,
    from_on: date,
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
) -> Unit:
    """The unit is called otherwise from `from_on`; what was signed under the old name keeps it.

    Raises NotPossible if someone has saved since, if nothing changes, or for a day that is still to
    come or before the present name began.
    """
    require(may(by, "directory.keep"))
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    unit.expect(seen_version)
    _require_past(from_on, at)
    before, name, short_name = unit.name, composed(name), composed(short_name)
    if (name, short_name, composed(label)) == (unit.name, unit.short_name, unit.label):
        raise refuse("unit.same_name", name=unit.name)
    if (name, short_name) != (unit.name, unit.short_name):
        steps.end_dated_row(unit.names, from_on=from_on)
        UnitName.objects.create(unit=unit, name=name, short_name=short_name, from_on=from_on)
    unit.name, unit.short_name, unit.label = name, short_name, composed(label)
    unit.turn()
    unit.save(update_fields=["name", "short_name", "label", "folded", "version"])
    body = {"name": {"before": before, "after": name}, "short_name": short_name, "from": from_on.isoformat()}
    record("unit.renamed", by=by, at=at, subjects=[unit], body=body)
    return unit


@act
def move_unit(
    unit: Unit, *, parent: Unit | None, from_on: date, seen_version: int, by: Actor, at: datetime, key: str
) -> Unit:
    """The unit and all below it stand under another parent, or under none, from `from_on`.

    Raises NotPossible if someone has saved since, if that is where it stands, if `parent` stands
    below the unit, or for a day that is still to come or before the present parent's began.
    """
    require(may(by, "directory.keep"))
    _require_past(from_on, at)
    steps.lock_trees(*([unit, parent] if parent else [unit]))
    unit = Unit.objects.select_related("parent").get(pk=unit.pk)
    unit.expect(seen_version)
    if parent is not None:
        parent.refresh_from_db()
    if unit.parent == parent:
        raise refuse("unit.same_parent", name=unit.name)
    if parent is not None and parent.path.startswith(unit.path):
        raise refuse("unit.below_itself", name=unit.name, parent=parent.name)
    before = unit.parent.name if unit.parent else ""
    steps.end_dated_row(unit.parents, from_on=from_on)
    if parent is not None:
        UnitParent.objects.create(unit=unit, parent=parent, from_on=from_on)
    unit.turn()
    steps.move_in_tree(unit, parent)
    body = {"parent": {"before": before, "after": parent.name if parent else ""}, "from": from_on.isoformat()}
    record("unit.moved", by=by, at=at, subjects=[unit], body=body)
    return unit


@act
def succeed(
    predecessor: Unit,
    *,
    successor_code: str,
    successor_name: str,
    on: date,
    ground: str,
    by: Actor,
    at: datetime,
    key: str,
) -> Succession:
    """Notes which unit takes over from another, from which day and on what ground."""
    require(may(by, "directory.keep"))
    row = Succession.objects.create(
        predecessor=predecessor,
        successor_code=successor_code,
        successor_name=composed(successor_name),
        on=on,
        ground=ground,
    )
    body = {"successor": row.successor_name, "on": on.isoformat()}
    record("unit.succeeded", by=by, at=at, subjects=[predecessor], body=body)
    return row


def _require_past(from_on: date | None, at: datetime) -> None:
    """Name and parent of the row are today's: what begins later is written on its day."""
    if from_on is not None and from_on > local_day(at):
        raise refuse("unit.day_to_come", on=from_on)
