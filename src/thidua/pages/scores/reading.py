"""A sheet as it is read on screen: groups and criteria with their formulas in words and where inputs come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from thidua.core.scoring import Criterion, Group, GroupKind, Sheet
from thidua.pages.scores.methods import Method, method_of, named, no_case, taken


@dataclass(frozen=True)
class CriterionRead:
    """One line of the sheet. `indicator` names the indicator it is filled from, "" where the unit enters it.

    `asks_for` says what evidence must stand beside it: "file", "paper", "" for none.
    """

    code: str
    name: str
    maximum: Fraction
    method: Method
    no_case: str
    indicator: str
    taken: str
    asks_for: str


@dataclass(frozen=True)
class GroupRead:
    """Criteria under one heading; `maximum` None where a bonus or penalty group has no cap."""

    code: str
    name: str
    kind: GroupKind
    maximum: Fraction | None
    criteria: list[CriterionRead]


def groups_of(sheet: Sheet, indicators: Mapping[str, str]) -> list[GroupRead]:
    """`indicators` gives the name of each indicator of the bloc by its code."""
    return [group_read(group, [criterion_read(one, indicators) for one in group.criteria]) for group in sheet.groups]


def group_read(group: Group, criteria: list[CriterionRead]) -> GroupRead:
    return GroupRead(group.code, named(group.name), group.kind, group.maximum, criteria)


def criterion_read(criterion: Criterion, indicators: Mapping[str, str]) -> CriterionRead:
    source = criterion.source
    return CriterionRead(
        code=criterion.code,
        name=named(criterion.name),
        maximum=criterion.maximum,
        method=method_of(criterion),
        no_case=no_case(criterion),
        indicator=indicators.get(source.indicator, source.indicator) if source else "",
        taken=taken(source) if source else "",
        asks_for="file" if criterion.file_required else "paper" if criterion.evidence_required else "",
    )
