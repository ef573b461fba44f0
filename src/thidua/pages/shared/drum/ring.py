"""Points on a circle and the shape of one segment, in the drum's own units."""

from collections.abc import Iterable
from math import cos, pi, sin

Point = tuple[float, float]


def at(radius: float, turn: float) -> Point:
    """Point at `radius`; `turn` runs from 0 to 1, clockwise from the top."""
    angle = 2 * pi * turn - pi / 2
    return radius * cos(angle), radius * sin(angle)


def points(corners: Iterable[Point]) -> str:
    """Corners as SVG writes them: `x,y x,y …`, to a hundredth of a unit."""
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)


def gap(units: int) -> float:
    """Empty share of the circle on each side of a segment when `units` share the ring.

    Never more than 12 % of a segment, so a full ring stays a ring however many units stand in it.
    """
    return min(0.0035, 0.12 / units)


def segment_path(inner: float, outer: float, start: float, end: float) -> str:
    """Outline of a segment between two radii, from one turn to another, as the `d` of an SVG path."""
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = at(outer, start), at(outer, end), at(inner, end), at(inner, start)
    big = int(end - start > 0.5)
    return (
        f"M{x1:.2f} {y1:.2f}A{outer:.2f} {outer:.2f} 0 {big} 1 {x2:.2f} {y2:.2f}"
        f"L{x3:.2f} {y3:.2f}A{inner:.2f} {inner:.2f} 0 {big} 0 {x4:.2f} {y4:.2f}Z"
    )
