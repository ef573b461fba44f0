"""The stages through which a bloc walks in its emulation year (product description, section 3)."""

from collections.abc import Collection
from enum import StrEnum


class Stage(StrEnum):
    PLANNED = "planned"
    LAUNCHED = "launched"
    REGISTERING = "registering"
    SIGNED = "signed"
    RUNNING = "running"
    SELF_SCORING = "self_scoring"
    CROSS_SCORING = "cross_scoring"
    VERIFYING = "verifying"
    REVIEWING = "reviewing"
    DECIDED = "decided"
    CLOSED = "closed"


ORDER = tuple(Stage)
MAY_BE_LEFT_OUT = frozenset({Stage.CROSS_SCORING})


def path(left_out: Collection[Stage] = ()) -> tuple[Stage, ...]:
    """The stages of a bloc whose rules leave some out.

    Raises ValueError for a stage that no rule may leave out.
    """
    if wrong := set(left_out) - MAY_BE_LEFT_OUT:
        raise ValueError(f"no bloc does without {', '.join(sorted(wrong))}")
    return tuple(stage for stage in ORDER if stage not in left_out)


def next_stage(stage: Stage, left_out: Collection[Stage] = ()) -> Stage | None:
    """The stage after `stage`, or None after the last."""
    way = path(left_out)
    following = way.index(stage) + 1
    return way[following] if following < len(way) else None


def is_before(stage: Stage, other: Stage) -> bool:
    return ORDER.index(stage) < ORDER.index(other)


def is_at_least(stage: Stage, other: Stage) -> bool:
    return ORDER.index(stage) >= ORDER.index(other)
