"""What tables have in common: random public ids, versions of shared rows, exact figures."""

import secrets
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from django.db import models

from thidua.core.answer import refuse

PUBLIC_ID_LENGTH = 11  # 66 bits: not to be guessed, short enough to read out


RENAMED = {"papers.clusterletterhead": "papers.allowedletterhead"}


def called_now(label: str) -> str:
    """The kind of a row by its present name: older lines and receipts have an earlier one.

    >>> called_now("papers.ClusterLetterhead"), called_now("papers.Letterhead")
    ('papers.allowedletterhead', 'papers.Letterhead')
    """
    return RENAMED.get(label.lower(), label)


def new_public_id() -> str:
    """A random name for addresses; never begins with a sign, so that it can be double-clicked."""
    while (name := secrets.token_urlsafe(9)[:PUBLIC_ID_LENGTH])[0] in "-_":
        pass
    return name


class Addressed(models.Model):
    """A row that addresses and the journal name by a random public id."""

    public_id = models.CharField(max_length=PUBLIC_ID_LENGTH, unique=True, default=new_public_id, editable=False)

    class Meta:
        abstract = True

    @property
    def token(self) -> str:
        """How the journal names this row: its kind and public id, never a name."""
        return f"{self._meta.model_name}:{self.public_id}"


class Shared(models.Model):
    """A row that two people may change at once: the second is told, and keeps what he typed."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def expect(self, seen: int, *, or_say: str = "shared.changed_since") -> None:
        """Raises NotPossible if the row has changed since version `seen` was read; call it under the row's lock."""
        if self.version != seen:
            raise refuse(or_say)

    def turn(self) -> None:
        """The next version; the caller saves."""
        self.version += 1


def in_their_place(columns: Sequence[str]) -> dict[str, Any]:
    """For `bulk_create`: writes columns of rows that stand and that the caller has locked, 500 in a statement.

    `bulk_update` says the same with a CASE for each value, which takes ten times as long.
    """
    return {"batch_size": 500, "update_conflicts": True, "unique_fields": ["pk"], "update_fields": list(columns)}


def as_text(figure: Fraction) -> str:
    """A figure as it is stored and journalled: "numerator/denominator", or the whole number alone."""
    return str(figure)


class ExactField(models.CharField):  # type: ignore[type-arg]
    """An exact figure, kept as text so that no database rounds, sums or sorts it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 160)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Fraction | None:
        return None if value is None else Fraction(value)

    def to_python(self, value: Any) -> Fraction | None:
        return value if value is None or isinstance(value, Fraction) else Fraction(value)

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else as_text(Fraction(value))

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""
