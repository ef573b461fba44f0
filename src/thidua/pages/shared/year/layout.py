"""Where things stand on the strip of the year: days become places, labels keep out of each other's way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 1116.0
LEFT = 132.0  # where the first day begins; the rows' names stand before it
LETTER = 7.0  # a letter's width at 12.5 px, on the generous side
INSIDE = 10.0  # from a bar's edge to its label
AIR = 8.0  # between two things in one lane


@dataclass(frozen=True)
class Bar:
    """Something that runs from one day to another, both included; `colour` is ink, son, amber or jade."""

    label: str
    first: date
    last: date
    colour: str = "ink"


@dataclass(frozen=True)
class Mark:
    """A day that matters: a signing, a deadline."""

    label: str
    on: date


@dataclass(frozen=True)
class Row:
    """One kind of campaign and its bars."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Year:
    """What the strip shows; `first` to `last` is the bloc's year, `today` None when it lies outside."""

    first: date
    last: date
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...] = ()
    today: date | None = None

    def place_of(self, day: date) -> float:
        """Where a day begins, in the strip's units; days outside the year stand at its edges."""
        inside = min(max((day - self.first).days, 0), self.length)
        return LEFT + inside * (WIDTH - LEFT) / self.length

    @property
    def length(self) -> int:
        """Days of the year."""
        return (self.last - self.first).days + 1

    def gaps(self) -> list[tuple[date, date]]:
        """Stretches, first and last day, on which nothing runs at all."""
        found, free_from = [], self.first
        for bar in sorted((bar for row in self.rows for bar in row.bars), key=lambda bar: bar.first):
            if bar.last < self.first or bar.first > self.last:
                continue
            if bar.first > free_from:
                found.append((free_from, bar.first - timedelta(days=1)))
            free_from = max(free_from, bar.last + timedelta(days=1))
        if free_from <= self.last:
            found.append((free_from, self.last))
        return found

    def months(self) -> list[tuple[date, date]]:
        """First day of each month of the year, and the first day after it."""
        out, start = [], self.first
        while start <= self.last:
            following = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
            out.append((start, min(following, self.last + timedelta(days=1))))
            start = following
        return out


@dataclass(frozen=True)
class Placed:
    """A bar on the strip: its lane within the row, its edges, and where its label begins."""

    bar: Bar
    lane: int
    begin: float
    end: float
    text: float

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where bar and label together reach."""
        return min(self.begin, self.text), max(self.end, self.text + text_width(self.bar.label))


def text_width(text: str) -> float:
    return len(text) * LETTER


def placed(year: Year, bars: Sequence[Bar]) -> list[Placed]:
    """The bars of one row: a label in its bar where it fits, else beside it; what would collide takes a new lane."""
    free: list[float] = []
    out = []
    for bar in sorted(bars, key=lambda each: (each.first, each.last)):
        begin = year.place_of(bar.first)
        end = max(year.place_of(bar.last + timedelta(days=1)), begin + 3)
        wide = text_width(bar.label)
        if wide + 2 * INSIDE <= end - begin:
            text = begin + INSIDE
        elif end + AIR + wide <= WIDTH:
            text = end + AIR
        else:
            text = max(LEFT, begin - AIR - wide)
        one = Placed(bar, 0, begin, end, text)
        start, stop = one.extent
        lane = next((i for i, until in enumerate(free) if until + AIR <= start), len(free))
        free[lane : lane + 1] = [stop]
        out.append(Placed(bar, lane, begin, end, text))
    return out


def lines_of_marks(
    year: Year, marks: Iterable[Mark], today: Mark | None = None
) -> list[tuple[Mark, float, float, int]]:
    """Each mark with its place, the middle of its label, and the line on which the label touches no other.

    `today` has its label on the first line whatever falls beside it, so that its hairline crosses no word.
    """
    lines: list[list[tuple[float, float]]] = []
    out = []
    for mark in ([today] if today else []) + sorted(marks, key=lambda each: each.on):
        x, half = year.place_of(mark.on), text_width(mark.label) / 2
        middle = min(max(x, LEFT + half), max(WIDTH - half, LEFT + half))
        line = next((i for i, taken in enumerate(lines) if _is_free(taken, middle - half, middle + half)), len(lines))
        if line == len(lines):
            lines.append([])
        lines[line].append((middle - half, middle + half))
        out.append((mark, x, middle, line))
    return out


def _is_free(taken: Iterable[tuple[float, float]], start: float, stop: float) -> bool:
    return all(stop + AIR <= begin or end + AIR <= start for begin, end in taken)
