"""The brand mark: the many-rayed star in the middle of a bronze drum, never the State's five-pointed one."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from thidua.pages.shared.drum.ring import at, points

RAYS = 14


def star_points(outer: float, inner: float, rays: int = RAYS) -> str:
    """Corners of a star as an SVG `points` text, its first ray upright; radii in the drawing's own units."""
    return points(at(outer if i % 2 == 0 else inner, i / (2 * rays)) for i in range(2 * rays))


def brand_mark() -> SafeString:
    """The mark as a decorative SVG of 26 × 26 units; colours come from the classes in frame.css."""
    return format_html(
        '<svg class="mark" viewBox="-13 -13 26 26" aria-hidden="true"><circle r="12.2"/><polygon points="{}"/></svg>',
        star_points(10, 3.6),
    )
