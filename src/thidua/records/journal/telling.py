"""How a line tells what was noticed of an act: each row by name, what stood, what stands, whose it is."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from thidua.base.noticing import Change, Noticed, Told, Values, as_written
from thidua.records.journal.models import HasToken

Pair = tuple[type[models.Model], Any]
Tokens = dict[Pair, str]
Names = dict[Pair, str]


def told(noticed: Noticed, subjects: Iterable[HasToken]) -> dict[str, Any]:
    """What a line's body holds of it. One query for each kind of row named."""
    tokens: Tokens = {(type(one), one.pk): one.token for one in subjects if isinstance(one, models.Model)}
    changes = [change for change in _as_rewritten(noticed.changes.values()) if change.tells]
    names = _names(changes, {key: one.row for key, one in noticed.changes.items() if one.now is None})
    body: dict[str, Any] = {"changes": [_written(change, tokens, names) for change in changes]}
    return body | ({"beyond": noticed.beyond} if noticed.beyond else {})


def _as_rewritten(changes: Iterable[Change]) -> list[Change]:
    """A row that went and one of the same name that came in its place are one row that was changed."""
    told, gone = list(changes), defaultdict[Any, list[Change]](list)
    for change in told:
        if change.now is None:
            gone[_place(change.row)].append(change)
    found = []
    for change in told:
        if change.was is None and (before := gone[_place(change.row)]):
            change = _replaced(before.pop(0), change)
        found.append(change)
    went = {id(change) for left in gone.values() for change in left}
    return [change for change in found if change.now is not None or id(change) in went]


def _replaced(old: Change, new: Change) -> Change:
    was, now = old.was or {}, new.now or {}
    names = {**was, **now}
    return Change(new.row, {name: was.get(name) for name in names}, {name: now.get(name) for name in names})


def _place(row: models.Model) -> Any:
    """Where it stands: its kind with the name by which it is told, else with all that it is part of."""
    if isinstance(row, Told) and row.told_by:
        return type(row), _value(row, row.told_by)
    columns: list[Any] = [one for one in row._meta.concrete_fields if one.is_relation and not one.null]
    return type(row), *(getattr(row, one.attname) for one in columns)


def _value(row: models.Model, name: str) -> Any:
    column: Any = row._meta.get_field(name)
    return getattr(row, column.attname)


def _written(change: Change, tokens: Tokens, names: Names) -> dict[str, Any]:
    row, (was, now) = change.row, change.told
    told = {
        "row": row._meta.label_lower,
        "about": _about(row, names),
        "of": sorted(_belongs_to(row, tokens)),
        "was": _values(row, was, names),
        "now": _values(row, now, names),
    }
    return told | ({"new": True} if change.was is None else {}) | ({"gone": True} if change.now is None else {})


def _values(row: models.Model, values: Values, names: Names) -> dict[str, Any]:
    found = {}
    for name, value in values.items():
        column: Any = row._meta.get_field(name)
        found[name] = _named(column.related_model, value, names) if column.is_relation else value
    return {name: as_written(value) for name, value in found.items()}


def _named(model: type[models.Model], value: Any, names: Names) -> Any:
    """The row that a key refers to, by name; of many their names."""
    if isinstance(value, list):
        return [name for one in value if (name := names.get((model, one)))]
    return names.get((model, value))


def _about(row: models.Model, names: Names) -> Any:
    """Which row of its kind it is, a text or a sentence as it is written; "" where its kind says enough."""
    if isinstance(row, Told) and (told := row.told_as()):
        return as_written(told)
    if not isinstance(row, Told) or not row.told_by:
        return ""
    column: Any = row._meta.get_field(row.told_by)
    value = _value(row, row.told_by)
    return names.get((column.related_model, value), "") if column.is_relation else str(value or "")


def _belongs_to(row: models.Model, tokens: Tokens, deep: int = 2) -> set[str]:
    """The subjects that it is, or refers to, also by way of a row that is at hand."""
    found = {tokens[key] for key in [(type(row), row.pk)] if key in tokens}
    columns: list[Any] = [one for one in row._meta.concrete_fields if one.is_relation]
    for column in columns:
        if (key := (column.related_model, getattr(row, column.attname))) in tokens:
            found.add(tokens[key])
        if deep > 1 and (near := row._state.fields_cache.get(column.name)) is not None:
            found |= _belongs_to(near, tokens, deep - 1)
    return found


def _names(changes: Iterable[Change], gone: dict[Pair, models.Model]) -> Names:
    """The rows that changed fields refer to, and those by which rows are told, as they are called now, or were.

    A row that the act holds is called as the act holds it.
    """
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    at_hand: Names = {}
    for change in changes:
        row = change.row
        by = [row.told_by] if isinstance(row, Told) and row.told_by else []
        pairs = [*change.told[0].items(), *change.told[1].items(), *((name, None) for name in by)]
        for name, value in pairs:
            column: Any = row._meta.get_field(name)
            if column.is_relation:
                keys = value if value is not None else getattr(row, column.attname)
                wanted[column.related_model].update(keys if isinstance(keys, list) else [keys])
                if (near := row._state.fields_cache.get(name)) is not None:
                    at_hand[(column.related_model, near.pk)] = str(near)
    names = at_hand | {
        (model, one.pk): str(one)
        for model, found in wanted.items()
        if (unknown := {pk for pk in found if pk is not None and (model, pk) not in at_hand})
        for one in model._base_manager.filter(pk__in=unknown)
    }
    asked = {(model, pk) for model, found in wanted.items() for pk in found}
    return names | {key: str(row) for key, row in gone.items() if key in asked and key not in names}
