"""Of whom a sweep is: everybody with a post on the day in some units or below them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from thidua.records.directory.models import Post, Unit
from thidua.records.directory.queries import in_force


@dataclass(frozen=True)
class Scope:
    """The paths of units, none of them below another."""

    paths: tuple[str, ...]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> "Scope":
        """What stands below another of them is held by it."""
        tops: list[str] = []
        for path in sorted(unit.path for unit in units):
            if not tops or not path.startswith(tops[-1]):
                tops.append(path)
        return cls(tuple(tops))

    @property
    def is_everywhere(self) -> bool:
        return self == EVERYWHERE

    def posts(self, on: date) -> QuerySet[Post]:
        return Post.objects.filter(in_force(on), self.below("unit__")).order_by()

    def among(self, on: date) -> Q:
        """Whether a row with a `person` may be of one of them; nothing is asked where all are."""
        return Q() if self.is_everywhere else Q(person__in=self.posts(on).values("person"))

    def below(self, to_unit: str = "") -> Q:
        """Rows whose unit is one of them or below."""
        if self.is_everywhere:
            return Q()
        return reduce(or_, (Q(**{f"{to_unit}path__startswith": path}) for path in self.paths), Q(pk__in=[]))


EVERYWHERE = Scope(("/",))
