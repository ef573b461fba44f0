"""A score sheet as data: groups, criteria, where inputs come from."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.names import Name
from thidua.core.points import Points, Rounding
from thidua.core.scoring.formulas import Formula


class GroupKind(StrEnum):
    """Base groups make the sheet's maximum; bonus is added to the total, penalty taken away, each reckoned apart."""

    BASE = "base"
    BONUS = "bonus"
    PENALTY = "penalty"


class Take(StrEnum):
    """What a criterion takes from an indicator.

    figure: the year's figure in the indicator's own unit; achievement: per cents of the
    registered target, for indicators where more is better; met: yes where a content judged
    in words was judged as met (đạt).
    """

    FIGURE = "figure"
    ACHIEVEMENT = "achievement"
    MET = "met"


class NotApplicable(StrEnum):
    """What a criterion gives when there was no case in the year (pattern F14).

    full: all its points; zero: none; excluded: it leaves both sides, and the base is scaled
    to the sheet's maximum again; not_offered: the criterion always applies.
    """

    FULL = "full"
    EXCLUDED = "excluded"
    ZERO = "zero"
    NOT_OFFERED = "not_offered"


@dataclass(frozen=True)
class FromIndicator:
    """The input is filled in from the results of the bloc's indicator with this code."""

    indicator: str
    take: Take


@dataclass(frozen=True)
class Criterion:
    """One line of a sheet (tiêu chí); `source` None: the unit enters it.

    Where evidence is required a paper's number and day suffice, unless a file is.
    """

    code: str
    name: Name
    maximum: Points
    formula: Formula
    source: FromIndicator | None
    evidence_required: bool
    file_required: bool
    not_applicable: NotApplicable


@dataclass(frozen=True)
class Group:
    """Criteria under one heading; `maximum` is their sum in a base group, the cap elsewhere (None: no cap)."""

    code: str
    name: Name
    kind: GroupKind
    maximum: Points | None
    criteria: tuple[Criterion, ...]

    @property
    def cap(self) -> Points | None:
        """The most that the group can count for; a base group has none: a criterion may give more than its maximum."""
        return None if self.kind is GroupKind.BASE else self.maximum


@dataclass(frozen=True)
class Sheet:
    """A score sheet (bảng điểm). `maximum` is the sum of the base groups; `source` says where its rules come from.

    `tie_breaks` are tried in their order between units of equal total: codes of groups
    (more points first, as they stand on the card) or "fewer_penalties"; none means that equals share a place.
    """

    code: str
    name: Name
    year: int
    maximum: Points
    rounding: Rounding
    tie_breaks: tuple[str, ...]
    made_up: bool
    source: str
    groups: tuple[Group, ...]

    def criteria(self) -> Iterator[Criterion]:
        """All criteria in the order of the sheet."""
        for group in self.groups:
            yield from group.criteria

    def criterion(self, code: str) -> Criterion:
        """Raises KeyError for a code that the sheet does not have."""
        for criterion in self.criteria():
            if criterion.code == code:
                return criterion
        raise KeyError(code)
