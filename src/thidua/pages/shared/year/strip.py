"""The strip of the year as SVG: classes only, colours come from pictures.css."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from thidua.pages.shared.year.layout import LEFT, WIDTH, Mark, Placed, Year, lines_of_marks, placed, text_width

TOP = 30.0
LANE = 28.0
ROW_AIR = 6.0
LINE = 17.0


@dataclass(frozen=True)
class YearWords:
    """What the strip says itself: twelve `months`, `gap` with {n}, `today` with {day}, `marks` the last row's name."""

    title: str
    months: tuple[str, ...]
    gap: str
    today: str
    marks: str


def short_day(day: date) -> str:
    return f"{day.day}/{day.month}"


def year_strip(year: Year, words: YearWords) -> SafeString:
    """The year from its first day to its last: a row a kind of campaign, gaps hatched, today a red hairline."""
    rows, y = [], TOP
    for row in year.rows:
        bars = placed(year, row.bars)
        rows.append((row, bars, y))
        y += LANE * max([bar.lane + 1 for bar in bars], default=1) + ROW_AIR
    bottom = y
    today = Mark(words.today.format(day=short_day(year.today)), year.today) if year.today else None
    marks = lines_of_marks(year, year.marks, today)
    height = bottom + 30 + LINE * max([line + 1 for *_, line in marks], default=0)
    gaps, gap_names = _gaps(year, words, bottom)
    parts = [_months(year, words, bottom), gaps]
    # Under all names, so that it never crosses out a word.
    parts += [
        f'<path class="now" d="M{x:.1f} 22V{bottom + 20 + line * LINE:.1f}"/>' for m, x, _, line in marks if m is today
    ]
    parts.append(gap_names)
    for row, bars, top in rows:
        parts.append(f'<text class="row" x="0" y="{top + 19:.1f}" lang="vi">{escape(row.name)}</text>')
        parts += [_bar(bar, top) for bar in bars]
        depth = LANE * max([bar.lane + 1 for bar in bars], default=1) + ROW_AIR
        parts.append(f'<path class="rule" d="M{LEFT:.1f} {top + depth - 3:.1f}H{WIDTH:.1f}"/>')
    parts.append(f'<text class="row" x="0" y="{bottom + 14:.1f}">{escape(words.marks)}</text>')
    for mark, x, middle, line in marks:
        below = bottom + 32 + line * LINE
        if mark is today:
            parts.append(f'<text class="now-name" x="{middle:.1f}" y="{below:.1f}">{escape(mark.label)}</text>')
        else:
            parts.append(f'<path class="mark-day" d="M{x:.1f} {bottom + 4:.1f}l5 5-5 5-5-5z"/>')
            parts.append(f'<text class="day" lang="vi" x="{middle:.1f}" y="{below:.1f}">{escape(mark.label)}</text>')
    # Every text in it is escaped where it is set in; figures are our own.
    return mark_safe(  # noqa: S308
        f'<svg class="year" viewBox="0 0 {WIDTH:.0f} {height:.0f}" role="img" aria-label="{escape(words.title)}">'
        '<defs><pattern id="year-gap" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">'
        f'<path class="gap-line" d="M0 0V6"/></pattern></defs>{"".join(parts)}</svg>'
    )


def _months(year: Year, words: YearWords, bottom: float) -> str:
    out = []
    for first, after in year.months():
        a, b = year.place_of(first), year.place_of(after)
        if b - a > 30:
            name = escape(words.months[first.month - 1])
            out.append(f'<text class="month" x="{(a + b) / 2:.1f}" y="16">{name}</text>')
        out.append(f'<path class="rule" d="M{a:.1f} 24V{bottom + 2:.1f}"/>')
    return "".join(out)


def _gaps(year: Year, words: YearWords, bottom: float) -> tuple[str, str]:
    """The hatched stretches, and their names where these fit."""
    out, names = [], []
    for first, last in year.gaps():
        a, b = year.place_of(first), year.place_of(last + timedelta(days=1))
        name = words.gap.format(n=(last - first).days + 1)
        out.append(
            f'<rect x="{a:.1f}" y="24" width="{b - a:.1f}" height="{bottom - 24:.1f}" fill="url(#year-gap)">'
            f"<title>{escape(name)}: {short_day(first)}-{short_day(last)}</title></rect>"
        )
        if text_width(name) < b - a:
            names.append(
                f'<text class="gap-name" x="{(a + b) / 2:.1f}" y="{(bottom + 24) / 2:.1f}">{escape(name)}</text>'
            )
    return "".join(out), "".join(names)


def _bar(one: Placed, top: float) -> str:
    y = top + one.lane * LANE
    days = f"{short_day(one.bar.first)}-{short_day(one.bar.last)}"
    beside = "" if one.begin < one.text < one.end else " beside"
    return (
        f'<g class="{escape(one.bar.colour)}" lang="vi"><title>{escape(one.bar.label)}, {days}</title>'
        f'<rect class="fill" x="{one.begin:.1f}" y="{y + 3:.1f}" width="{one.end - one.begin:.1f}" height="23" rx="4"/>'
        f'<rect class="edge" x="{one.begin:.1f}" y="{y + 3:.1f}" width="3" height="23" rx="1.5"/>'
        f'<text class="bar-name{beside}" x="{one.text:.1f}" y="{y + 19:.1f}">{escape(one.bar.label)}</text></g>'
    )
