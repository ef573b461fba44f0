"""Acts on units: written down, renamed, moved under another parent; the past stays in dated rows."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.texts import composed
from thidua.records.directory.access import may
from thidua.records.directory.models import Unit, UnitName, UnitParent
from thidua.records.directory.reorganising import Ground
from thidua.records.directory.steps import tree
from thidua.records.directory.steps.reorganising import note_new_name
from thidua.records.directory.steps.standing import require_standing
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
        tree.lock_trees(parent)
        parent.refresh_from_db()
        require_standing(parent)
    unit = tree.write_unit(
        code=code, slug=slug, kind=kind, name=name, short_name=short_name, label=label, parent=parent, from_on=from_on
    )
    record("unit.kept", by=by, at=at, subjects=[unit], body={"code": code, "name": unit.name})
    return unit


@act
def rename_unit(
    unit: Unit,
    *,
    name: str,
    short_name: str,
    label: str,
    from_on: date,
    ground: Ground | None = None,
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
) -> Unit:
    """The unit is called otherwise from `from_on`, by a decision; what was signed under the old name keeps it.

    Raises NotPossible if someone has saved since, if nothing changes, or for a day that is still to
    come or before the present name began.
    """
    require(may(by, "directory.keep"))
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    unit.expect(seen_version)
    require_standing(unit)
    _require_past(from_on, at)
    before, name, short_name = unit.name, composed(name), composed(short_name)
    if (name, short_name, composed(label)) == (unit.name, unit.short_name, unit.label):
        raise refuse("unit.same_name", name=unit.name)
    if (name, short_name) != (unit.name, unit.short_name):
        tree.end_dated_row(unit.names, from_on=from_on)
        order = note_new_name(unit, name, ground, on=from_on, at=at) if ground else None
        UnitName.objects.create(unit=unit, name=name, short_name=short_name, from_on=from_on, reorganisation=order)
    unit.name, unit.short_name, unit.label = name, short_name, composed(label)
    unit.turn()
    unit.save(update_fields=["name", "short_name", "label", "folded", "version"])
    body = {"name": {"before": before, "after": name}, "short_name": short_name, "on": from_on.isoformat()}
    if ground is not None:
        body["decision"] = f"{ground.number}, {ground.dated_on}, {ground.issuer}, {ground.title}"
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
    tree.lock_trees(*([unit, parent] if parent else [unit]))
    unit = Unit.objects.select_related("parent").get(pk=unit.pk)
    unit.expect(seen_version)
    require_standing(unit)
    if parent is not None:
        parent.refresh_from_db()
        require_standing(parent)
    if unit.parent == parent:
        raise refuse("unit.same_parent", name=unit.name)
    if parent is not None and parent.path.startswith(unit.path):
        raise refuse("unit.below_itself", name=unit.name, parent=parent.name)
    before = unit.parent.name if unit.parent else ""
    tree.end_dated_row(unit.parents, from_on=from_on)
    if parent is not None:
        UnitParent.objects.create(unit=unit, parent=parent, from_on=from_on)
    unit.turn()
    tree.move_in_tree(unit, parent)
    body = {"parent": {"before": before, "after": parent.name if parent else ""}, "from": from_on.isoformat()}
    record("unit.moved", by=by, at=at, subjects=[unit], body=body)
    return unit


def _require_past(from_on: date | None, at: datetime) -> None:
    """Name and parent of the row are today's: what begins later is written on its day."""
    if from_on is not None and from_on > local_day(at):
        raise refuse("unit.day_to_come", on=from_on)
