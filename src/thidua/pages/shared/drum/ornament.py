"""The drum's ornament: star, feathers between its rays, teeth, dotted circles, herons; always the same for one size."""

from functools import lru_cache

from thidua.pages.shared.drum.ring import Point, at, points

RAYS = 14
STAR_OUTER, STAR_INNER = 86.0, 26.0
BLOCS_BEGIN = 153.0  # radius at which the first bloc's ring may begin

# A heron in flight as cast on the drums: long bill, crest, two wings, fanned tail. It faces the way it flies.
HERON: tuple[Point, ...] = (
    (-33, -0.6), (-21, -3.4), (-19, -4.6), (-9, -9.6), (-15.5, -3.4), (-11, -1.6), (-4, -3.6), (4, -14.5),
    (8.5, -15.5), (7, -9.5), (9.5, -3.2), (19, -3.4), (31, -7.2), (29, -3.2), (33, -1.2), (29.5, 0.8), (32, 4.4),
    (19, 2.6), (9.5, 3.2), (10.5, 11.5), (5.5, 12.5), (-2.5, 3.2), (-11, 0.8), (-16.5, 1.2), (-21, 0.8),
)  # fmt: skip


def star(lit: bool) -> str:
    """The star of fourteen rays; `lit` once the last unit has signed."""
    tips = (at(STAR_OUTER if i % 2 == 0 else STAR_INNER, i / (2 * RAYS)) for i in range(2 * RAYS))
    return f'<polygon class="star{" lit" if lit else ""}" points="{points(tips)}"/>'


def feathers(rays: int, radius: float) -> str:
    """Nested chevrons between the rays, as on the drums of Ngọc Lũ and Hoàng Hạ."""
    out = []
    for i in range(rays):
        middle = (i + 0.5) / rays
        for step in (0.74, 0.86, 0.98):
            half = 0.36 / rays * (1.25 - step * 0.55)
            chevron = (
                at(radius * step, middle - half),
                at(radius * (step - 0.24), middle),
                at(radius * step, middle + half),
            )
            out.append(f'<polyline points="{points(chevron)}"/>')
    return f'<g class="feathers">{"".join(out)}</g>'


def hairlines(*radii: float) -> str:
    return "".join(f'<circle class="hair" r="{radius:.2f}"/>' for radius in radii)


def teeth(inner: float, outer: float, count: int) -> str:
    """A band of pointed teeth, as one path."""
    corners = []
    for i in range(count):
        (x1, y1), (x2, y2), (x3, y3) = at(inner, i / count), at(outer, (i + 0.5) / count), at(inner, (i + 1) / count)
        corners.append(f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}L{x3:.2f} {y3:.2f}Z")
    return f'<g class="teeth"><path d="{"".join(corners)}"/></g>'


def dotted_circles(radius: float, size: float, count: int) -> str:
    """Circles with a dot, joined by slanting lines: the drum's commonest band."""
    out = []
    slants = []
    for i in range(count):
        x, y = at(radius, i / count)
        (x1, y1), (x2, y2) = at(radius + size, (i + 0.12) / count), at(radius - size, (i + 0.88) / count)
        out.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{size:.2f}"/>')
        out.append(f'<circle class="dot" cx="{x:.2f}" cy="{y:.2f}" r="{size * 0.28:.2f}"/>')
        slants.append(f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}")
    return f'<g class="circles">{"".join(out)}<path d="{"".join(slants)}"/></g>'


def herons(radius: float, count: int, scale: float) -> str:
    """A flight of herons, against the clock as on the old drums."""
    shape = "M" + "L".join(f"{x * scale:.2f} {y * scale:.2f}" for x, y in HERON) + "Z"
    out = []
    for i in range(count):
        x, y = at(radius, i / count)
        out.append(f'<path d="{shape}" transform="translate({x:.2f} {y:.2f}) rotate({360 * i / count:.2f})"/>')
    return f'<g class="birds">{"".join(out)}</g>'


@lru_cache(maxsize=1)
def heart() -> str:
    """Everything between the star and the first ring."""
    return (
        feathers(RAYS, STAR_OUTER - 2)
        + hairlines(90, 92.5)
        + teeth(94, 101, 72)
        + hairlines(103)
        + dotted_circles(109.5, 4.4, 52)
        + hairlines(116)
        + herons(131, 16, 0.62)
        + hairlines(146, 148.5)
    )


@lru_cache(maxsize=32)
def rim(inner: float) -> str:
    """Everything outside the last ring, which ends at radius `inner`; RIM_DEPTH deep."""
    return (
        teeth(inner - 1, inner + 6, 120)
        + hairlines(inner + 8)
        + dotted_circles(inner + 14, 4.2, 96)
        + hairlines(inner + 20, inner + 23)
    )


RIM_DEPTH = 26.0
