"""The whole drum as SVG: classes and presentation attributes only, colours come from pictures.css."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import pi

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from thidua.pages.shared.drum.layout import CODES_UP_TO, NAMES_UP_TO, Bloc, Ring, rings
from thidua.pages.shared.drum.ornament import BLOCS_BEGIN, RIM_DEPTH, hairlines, heart, rim, star
from thidua.pages.shared.drum.ring import at, gap, segment_path

LARGEST_TEXT = 17.0
SMALLEST_NAME, SMALLEST_CODE = 8.5, 6.5  # smaller could not be read: the next shorter text is tried


@dataclass(frozen=True)
class Words:
    """What the drum says in the reader's language; `title` names the picture."""

    title: str
    signed: str
    waiting: str


def drum(blocs: Sequence[Bloc], words: Words) -> SafeString:
    """The signing board; rings grow outwards, the star lights with the last signature.

    A picture for the eye: whoever cannot see it reads the list of units beside it, which the page
    gives. Blocs without units are left out.
    """
    blocs = [bloc for bloc in blocs if bloc.units]
    drawn = rings(blocs)
    complete = bool(blocs) and all(bloc.signed == len(bloc.units) for bloc in blocs)
    end = drawn[-1].outer + 5 if drawn else BLOCS_BEGIN
    edge = end + RIM_DEPTH
    parts = [star(complete), heart()]
    for ring in drawn:
        parts += [_counted(ring, words) if ring.bloc.is_counted else _segments(ring, words)]
    parts += [
        hairlines(*[(a.outer + b.inner) / 2 for a, b in pairwise(drawn)], end - 2.5),
        rim(end),
    ]
    # Every text in it is escaped where it is set in; figures are our own.
    return mark_safe(  # noqa: S308
        f'<svg class="drum" viewBox="{-edge:.1f} {-edge:.1f} {2 * edge:.1f} {2 * edge:.1f}" role="img" '
        f'aria-label="{escape(words.title)}"><circle class="field" r="{end + 23:.2f}"/>{"".join(parts)}</svg>'
    )


def _segments(ring: Ring, words: Words) -> str:
    count = len(ring.units)
    texts, size = _texts(ring)
    out = []
    for i, unit in enumerate(ring.units):
        state = " signed" if unit.signed else ""
        kinds = f"unit{state}{' latest' if unit.latest else ''}{' thin' if count > CODES_UP_TO else ''}"
        path = segment_path(ring.inner, ring.outer, i / count + gap(count), (i + 1) / count - gap(count))
        told = f"{ring.bloc.name}: {unit.name}, {words.signed if unit.signed else words.waiting}"
        out.append(f'<path class="{kinds}" d="{path}"><title lang="vi">{escape(told)}</title></path>')
        if texts:
            out.append(_text(texts[i], f"name{state}", ring, (i + 0.5) / count, size))
    return f'<g class="bloc">{"".join(out)}</g>'


def _counted(ring: Ring, words: Words) -> str:
    """A ring for a bloc of hundreds: one gold arc as long as the share that has signed, and the count in figures."""
    every, signed = len(ring.units), ring.bloc.signed
    first, whole = gap(1), 1 - 2 * gap(1)
    turn = first + whole * signed / every
    told = escape(f"{ring.bloc.name}: {signed}/{every} {words.signed}")
    out = []
    if signed < every:
        out.append(f'<path class="unit" d="{segment_path(ring.inner, ring.outer, turn, first + whole)}"/>')
    if signed:
        out.append(f'<path class="unit signed" d="{segment_path(ring.inner, ring.outer, first, turn)}"/>')
    size = min(LARGEST_TEXT, (ring.outer - ring.inner) * 0.5)
    text = f"{signed}/{every}"
    (_, y), (wide, high) = at((ring.inner + ring.outer) / 2, 0.5), (size * (0.6 * len(text) + 1.2), size * 1.5)
    out.append(
        f'<rect class="plaque" x="{-wide / 2:.2f}" y="{y - high / 2:.2f}" width="{wide:.2f}" height="{high:.2f}" '
        f'rx="{high / 2:.2f}"/>'
    )
    out.append(_text(text, "tally", ring, 0.5, size))
    return f'<g class="bloc"><title lang="vi">{told}</title>{"".join(out)}</g>'


def _texts(ring: Ring) -> tuple[list[str], float]:
    """What stands in a ring's segments and how large: names, else codes, else nothing where neither can be read."""
    count = len(ring.units)
    if count <= NAMES_UP_TO and (size := _size(ring, [unit.label for unit in ring.units])) >= SMALLEST_NAME:
        return [unit.label for unit in ring.units], size
    if count <= CODES_UP_TO and (size := _size(ring, [unit.code for unit in ring.units])) >= SMALLEST_CODE:
        return [unit.code for unit in ring.units], size
    return [], 0


def _size(ring: Ring, texts: Sequence[str]) -> float:
    """The largest size at which every text stays in its segment; letters are taken as 0.58 of their size wide."""
    lower = ring.inner + (ring.outer - ring.inner) / 4  # where the feet of the letters stand
    room = 2 * pi * lower / len(texts) * (1 - 2 * gap(len(texts)) * len(texts))
    longest = max(len(text) for text in texts) or 1
    return min(LARGEST_TEXT, room / (0.58 * longest), (ring.outer - ring.inner) * 0.5)


def _text(text: str, kind: str, ring: Ring, turn: float, size: float) -> str:
    """A text in the middle of a ring at `turn`, never upside down."""
    x, y = at((ring.inner + ring.outer) / 2, turn)
    tilt = 360 * turn + (180 if 0.25 < turn < 0.75 else 0)
    return (
        f'<text class="{kind}" lang="vi" font-size="{size:.1f}" x="{x:.2f}" y="{y:.2f}" dy=".34em" '
        f'transform="rotate({tilt:.2f} {x:.2f} {y:.2f})">{escape(text)}</text>'
    )
