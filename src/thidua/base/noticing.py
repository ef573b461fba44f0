"""What an act changes, row by row: whoever writes a row that is `Told` leaves what stood before and after.

No act has to tell it, and none can forget. Kept are the fields that have a name for readers (`field.…` of
base.wording) and no others; keys, hashes and secrets have none. See docs/decisions, "before and after are noticed".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from itertools import islice
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models.signals import m2m_changed
from django.dispatch import receiver

from thidua.base.prepared import MOST as MOST_AT_ONCE
from thidua.base.prepared import first, prepared
from thidua.base.wording import all_words

MOST = 10_000  # rows of one line; those beyond it are counted
Values = dict[str, Any]
Key = tuple[type[models.Model], Any]
R = TypeVar("R", bound=models.Model)


@dataclass
class Change:
    """One row: its named fields before, None for a new one, and after, None for one that went."""

    row: models.Model
    was: Values | None
    now: Values | None

    @property
    def told(self) -> tuple[Values, Values]:
        """The fields that differ, as they stood and as they stand."""
        was, now = self.was or {}, self.now or {}
        if self.was is None:
            now = {name: value for name, value in now.items() if value not in (None, "")}
        names = [name for name in {**was, **now} if was.get(name) != now.get(name)]
        return {name: was[name] for name in names if name in was}, {name: now[name] for name in names if name in now}

    @property
    def tells(self) -> bool:
        """Whether there is something to tell: of a row that came or went its sentence is enough."""
        came_or_went = (self.was is None) != (self.now is None)
        return any(self.told) or (came_or_went and _has_a_sentence(self.row))


@dataclass
class Noticed:
    """Changes in the order in which the rows came, each row once."""

    changes: dict[Key, Change] = field(default_factory=dict)
    beyond: int = 0

    @property
    def room(self) -> int:
        return MOST - len(self.changes)

    def note(self, row: models.Model, was: Values | None, now: Values | None) -> None:
        key = (type(row), row.pk)
        if (known := self.changes.get(key)) is not None:
            was = {**(was or {}), **known.was} if known.was is not None else None
            now = {**(known.now or {}), **now} if now is not None else None
        self.changes[key] = Change(row, was, now)


def _has_a_sentence(row: models.Model) -> bool:
    return isinstance(row, Told) and bool(row.told_as())


_noticed: ContextVar[Noticed | None] = ContextVar("noticed", default=None)


@contextmanager
def noticing() -> Iterator[None]:
    """For as long as one act lasts."""
    mark = _noticed.set(Noticed())
    try:
        yield
    finally:
        _noticed.reset(mark)


@contextmanager
def _unnoticed() -> Iterator[None]:
    mark = _noticed.set(None)
    try:
        yield
    finally:
        _noticed.reset(mark)


def what_was_noticed() -> Noticed:
    """What has changed since the act's last line; after this nothing has."""
    found = _noticed.get()
    if found is None:
        return Noticed()
    taken = Noticed(found.changes, found.beyond)
    found.changes, found.beyond = {}, 0
    return taken


def name_key(model: str, name: str) -> str | None:
    """The key of a field's name for readers: its own, else one that all rows share; None where it has none."""
    return next((key for key in (f"field.{model}.{name}", f"field.{name}") if key in all_words()), None)


@cache
def named_fields(model: type[models.Model]) -> tuple[str, ...]:
    own = model._meta.model_name or ""
    return tuple(one.name for one in model._meta.concrete_fields if name_key(own, one.name))


@cache
def named_links(model: type[models.Model]) -> tuple[str, ...]:
    """Its named relations to many rows of another kind."""
    own = model._meta.model_name or ""
    links = model._meta.many_to_many if issubclass(model, Told) else ()
    return tuple(one.name for one in links if name_key(own, one.name))


def _values(row: models.Model, names: Iterable[str]) -> Values:
    """As they stand in the row; of a row referred to, its key."""
    found = {}
    for name in names:
        column: Any = row._meta.get_field(name)
        value = getattr(row, column.attname)
        found[name] = value if column.is_relation else column.to_python(value)
    return found


def _of_new(row: models.Model, names: Iterable[str]) -> Values:
    """Of a new row only what it does not have of itself."""
    told = _values(row, names)
    return {name: value for name, value in told.items() if value not in (None, "", _default(row, name))}


def _default(row: models.Model, name: str) -> Any:
    column: Any = row._meta.get_field(name)
    return column.get_default() if column.has_default() else None


class Rows(models.QuerySet[R]):
    """Rows that tell what becomes of them when many are written at once."""

    def update(self, **values: Any) -> int:
        noticed, names = _noticed.get(), self._told(values)
        if noticed is None or not names:
            return super().update(**values)
        before = list(self.order_by()[: noticed.room])
        with _unnoticed():
            count = super().update(**values)
        _note_saved(noticed, before, names, self._anew(before))
        noticed.beyond += count - len(before)
        return count

    def bulk_update(self, objs: Iterable[R], fields: Iterable[str], batch_size: int | None = None) -> int:
        rows, written = list(objs), list(fields)
        noticed, names = _noticed.get(), self._told(written)
        if noticed is None or not names:
            return super().bulk_update(rows, written, batch_size)
        before = list(self._anew(rows[: noticed.room]).values())
        with _unnoticed():
            count = super().bulk_update(rows, written, batch_size)
        _note_saved(noticed, before, names, {row.pk: row for row in rows})
        noticed.beyond += len(rows) - len(before)
        return count

    def bulk_create(self, objs: Iterable[R], *args: Any, **kwargs: Any) -> list[R]:
        rows = list(objs)
        noticed, names = _noticed.get(), self._told(kwargs.get("update_fields"))
        if noticed is None or not names:
            return super().bulk_create(rows, *args, **kwargs)
        before = list(self._anew([row for row in rows if row.pk is not None][: noticed.room]).values())
        with _unnoticed():
            made = super().bulk_create(rows, *args, **kwargs)
        there = {row.pk for row in before}
        _note_saved(noticed, before, names, {row.pk: row for row in made})
        new = [row for row in made if row.pk not in there and (_of_new(row, names) or _has_a_sentence(row))]
        for row in islice(new, noticed.room):
            noticed.note(row, None, _of_new(row, names))
        return made

    def delete(self) -> tuple[int, dict[str, int]]:
        noticed, names = _noticed.get(), self._told()
        if noticed is not None and names:
            for row in self.order_by()[: noticed.room]:
                noticed.note(row, _of_new(row, names), None)
        with _unnoticed():
            return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    def _told(self, written: Iterable[str] | None = None) -> Sequence[str]:
        """The named fields among those that are written; all of them where it is not said which."""
        names = named_fields(self.model)
        return names if written is None else [name for name in names if name in set(written)]

    def _anew(self, rows: Sequence[R]) -> dict[Any, R]:
        keys = [row.pk for row in rows]
        if len(keys) > MOST_AT_ONCE:
            return self.model._base_manager.in_bulk(keys)
        return {row.pk: row for row in _as_they_stand(self.model)(keys=keys)}


@cache
def _as_they_stand(model: type[R]) -> Callable[..., list[R]]:
    def rows(*, keys: list[int]) -> models.QuerySet[R]:
        return model._base_manager.filter(pk__in=keys).order_by()

    return prepared(rows)


def _note_saved(noticed: Noticed, before: Iterable[R], names: Sequence[str], after: Mapping[Any, R]) -> None:
    for row in before:
        was, now = _values(row, names), _values(after[row.pk], names)
        if was != now:
            noticed.note(after[row.pk], was, now)


class Told(models.Model):
    """A row whose changes the journal tells; `told_by` is the field that says which one it is among its like."""

    told_by: ClassVar[str] = ""

    objects = Rows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        noticed, written = _noticed.get(), kwargs.get("update_fields")
        names = [name for name in named_fields(type(self)) if written is None or name in written]
        if noticed is None or not names or noticed.room <= 0:
            return super().save(*args, **kwargs)
        before = None if self._state.adding else first(_as_they_stand(type(self))(keys=[self.pk]))
        super().save(*args, **kwargs)
        if before is None:
            noticed.note(self, None, _of_new(self, names))
        elif (was := _values(before, names)) != (now := _values(self, names)):
            noticed.note(self, was, now)
        return None

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if (noticed := _noticed.get()) is not None and noticed.room > 0:
            noticed.note(self, _of_new(self, named_fields(type(self))), None)
        return super().delete(*args, **kwargs)

    def told_as(self) -> Any:
        """Which row it is among its like, where that is more than the field `told_by`: a sentence as it is written."""
        return None


@receiver(m2m_changed)
def _note_links(
    sender: Any, instance: models.Model, action: str, reverse: bool, model: Any, pk_set: Any, **_: Any
) -> None:
    """A row that is linked to many others, or unlinked, from either side: noted before it happens, as it will be."""
    noticed, kind = _noticed.get(), model if reverse else type(instance)
    link = next((one for one in named_links(kind) if getattr(kind, one).through is sender), "")
    if noticed is None or not link or not action.startswith("pre_"):
        return
    for row in _linked(instance, kind, link, pk_set) if reverse else [instance]:
        was = set(getattr(row, link).values_list("pk", flat=True))
        met = {instance.pk} if reverse else was if pk_set is None else pk_set
        now = was | met if action == "pre_add" else was - met
        if was == now:
            continue
        if noticed.room > 0:
            noticed.note(row, {link: sorted(was)}, {link: sorted(now)})
        else:
            noticed.beyond += 1


def _linked(to: models.Model, kind: type[models.Model], link: str, keys: set[Any] | None) -> Iterable[models.Model]:
    """The rows that a link is made to or taken from; without `keys` all that are linked to it."""
    return kind._base_manager.filter(**({link: to} if keys is None else {"pk__in": keys}))


def as_written(value: Any) -> Any:
    """A value as a journal line keeps it: figures and days as texts."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [as_written(one) for one in value]
    if isinstance(value, dict):
        return {str(name): as_written(one) for name, one in value.items()}
    return str(Fraction(value)) if isinstance(value, int | Fraction) else str(value)
