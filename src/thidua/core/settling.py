"""A settlement (quyết toán): estimate beside what was spent, line by line and group by group; what came in; what is
left."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from thidua.core.journal.chain import canonical

FORMAT = "thidua-settlement-2"
OF_SUMS = "thidua-settlement-1"  # seals before 28 November 2026 hold the sums alone


@dataclass(frozen=True)
class Item:
    """A line of the estimate and what was spent on it."""

    group: str
    name: str
    estimated_dong: int
    spent_dong: int

    @property
    def left_dong(self) -> int:
        """Less than nought where more was spent than estimated."""
        return self.estimated_dong - self.spent_dong

    @property
    def over_dong(self) -> int:
        return max(0, -self.left_dong)


@dataclass(frozen=True)
class Group:
    name: str
    items: Sequence[Item]

    @cached_property
    def estimated_dong(self) -> int:
        return sum(one.estimated_dong for one in self.items)

    @cached_property
    def spent_dong(self) -> int:
        return sum(one.spent_dong for one in self.items)

    @property
    def left_dong(self) -> int:
        return self.estimated_dong - self.spent_dong


@dataclass(frozen=True)
class Share:
    """What a unit, named by its code, was asked for."""

    unit: str
    asked_dong: int


@dataclass(frozen=True)
class Payment:
    """Money that came from a unit: the number of its receipt, and its day."""

    unit: str
    number: str
    on: date
    dong: int


@dataclass(frozen=True)
class Outlay:
    """Money that went out on a line of the estimate; `file` is the hash of its paper, "" without one."""

    group: str
    item: str
    number: str
    on: date
    what: str
    payee: str
    dong: int
    file: str = ""


@dataclass(frozen=True)
class Details:
    """What the sums of a settlement are made of: who was asked, who paid, what for it was spent."""

    shares: Sequence[Share] = ()
    payments: Sequence[Payment] = ()
    outlays: Sequence[Outlay] = ()

    def as_record(self) -> Mapping[str, Any]:
        return {
            "shares": [[one.unit, str(one.asked_dong)] for one in self.shares],
            "payments": [[one.unit, one.number, one.on.isoformat(), str(one.dong)] for one in self.payments],
            "outlays": [
                [one.group, one.item, one.number, one.on.isoformat(), one.what, one.payee, str(one.dong), one.file]
                for one in self.outlays
            ],
        }


@dataclass(frozen=True)
class Settlement:
    """`asked_dong` and `contributed_dong` of all units together; `details` where it is to be sealed."""

    groups: Sequence[Group]
    asked_dong: int
    contributed_dong: int
    details: Details | None = None

    @cached_property
    def estimated_dong(self) -> int:
        return sum(one.estimated_dong for one in self.groups)

    @cached_property
    def spent_dong(self) -> int:
        return sum(one.spent_dong for one in self.groups)

    @property
    def left_dong(self) -> int:
        """Of what came in; less than nought where more was spent."""
        return self.contributed_dong - self.spent_dong

    @property
    def unspent_dong(self) -> int:
        """Of the estimate."""
        return self.estimated_dong - self.spent_dong

    @property
    def over(self) -> list[Item]:
        """Lines on which more was spent than estimated."""
        return [item for group in self.groups for item in group.items if item.over_dong]

    @property
    def seal(self) -> str:
        """SHA-256 of all its figures in their canonical text, hex."""
        return hashlib.sha256(canonical(self.as_record())).hexdigest()

    def fits(self, seal: str) -> bool:
        """Whether these figures were sealed so, with their details or, in earlier days, by their sums alone."""
        return seal in (self.seal, replace(self, details=None).seal)

    def as_record(self) -> Mapping[str, Any]:
        """With its details, where it has them."""
        return {
            "format": FORMAT if self.details is not None else OF_SUMS,
            "lines": [
                [item.group, item.name, str(item.estimated_dong), str(item.spent_dong)]
                for group in self.groups
                for item in group.items
            ],
            "asked": str(self.asked_dong),
            "contributed": str(self.contributed_dong),
            **(self.details.as_record() if self.details else {}),
        }


def settlement_of(
    items: Sequence[Item], *, asked_dong: int, contributed_dong: int, details: Details | None = None
) -> Settlement:
    """Groups in the order in which they first stand."""
    by_name: dict[str, list[Item]] = {}
    for item in items:
        by_name.setdefault(item.group, []).append(item)
    groups = [Group(name, found) for name, found in by_name.items()]
    return Settlement(groups, asked_dong, contributed_dong, details)
