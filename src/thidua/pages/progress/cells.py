"""What the board's template shows: rows, cells and totals in the reader's words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from django.utils.translation import gettext as _

from thidua.figures.progress import Board, Cell, Row, Total
from thidua.pages.progress.words import how_the_target_arises, percent, rounded, with_unit
from thidua.pages.shared.figures import number
from thidua.pages.shared.heat import heat
from thidua.records.seasons.models import Indicator, Membership, Period

WEAKEST = 3  # what a phone's card shows before it is unfolded
STRONG = Fraction(1_000_000)  # what was judged as met needs no eye


@dataclass(frozen=True)
class ShownCell:
    """`main` is the large text, `small` the figure under it; `look` the cell's classes, `arrow` ▲ or ▼.

    `course` names each period so far and the figure to its end.
    """

    cell: Cell
    main: str
    small: str
    look: str
    arrow: str
    how: str
    missing: tuple[Period, ...]
    figure: str = ""
    target: str = ""
    course: tuple[tuple[str, str], ...] = ()

    @property
    def compared(self) -> str:
        """Figure, target and share in one sentence; the figure alone where there is nothing to compare."""
        if not self.target:
            return self.figure
        return _("{figure} trên mục tiêu {target}: {share} %").format(
            figure=self.figure, target=self.target, share=self.main
        )

    @property
    def indicator(self) -> Indicator:
        return self.cell.indicator

    @property
    def registered(self) -> str:
        """What the unit registered for the whole year, "" where it did not."""
        registered = self.cell.registered
        return "" if registered is None else with_unit(registered, self.indicator)


@dataclass(frozen=True)
class ShownRow:
    row: Row
    cells: tuple[ShownCell, ...]
    is_own: bool

    @property
    def member(self) -> Membership:
        return self.row.member

    @property
    def weakest(self) -> list[ShownCell]:
        """The contents that need an eye first: not reached by words, then the lowest shares."""
        known = [one for one in self.cells if one.cell.is_reached is not None]
        return sorted(known, key=_strength)[:WEAKEST]

    @property
    def others(self) -> list[ShownCell]:
        weakest = self.weakest
        return [one for one in self.cells if one not in weakest]


@dataclass(frozen=True)
class ShownTotal:
    total: Total
    main: str
    small: str
    figure: str


def shown_row(row: Row, wanted: Indicator | None, periods: Sequence[Period], *, is_own: bool) -> ShownRow:
    """One row, of one content only if `wanted`; `periods` are the bloc's, oldest first."""
    cells = [shown_cell(one, row.through) for one in row.cells if wanted is None or one.indicator == wanted]
    return ShownRow(row, tuple(replace(one, course=_course(one.cell, periods)) for one in cells), is_own)


def shown_cell(cell: Cell, through: Period | None) -> ShownCell:
    if cell.indicator.kind != Indicator.Kind.NUMBER:
        return _in_words(cell, through)
    how = how_the_target_arises(cell, through)
    if cell.figure is None:
        main = "–" if through is None else _("chưa có")
        return ShownCell(cell, main, "", "none num", "", how, cell.missing)
    figure, small = with_unit(cell.figure, cell.indicator), number(rounded(cell.figure))
    if cell.percent is None or cell.target is None:
        return ShownCell(cell, small, "", "none num", "", how, cell.missing, figure)
    warmth, target = heat(cell.percent), with_unit(cell.target, cell.indicator)
    look = f"num {warmth.tint}"
    return ShownCell(cell, percent(cell.percent), small, look, warmth.arrow, how, cell.missing, figure, target)


def _course(cell: Cell, periods: Sequence[Period]) -> tuple[tuple[str, str], ...]:
    """What the small line draws, as text beside it; nothing where there is no line."""
    if len(cell.course) < 2 or cell.figure is None:
        return ()
    names = [period.name for period in periods]
    figures = ["–" if one is None else number(rounded(one)) for one in cell.course]
    return tuple(zip(names, figures, strict=False))


def _in_words(cell: Cell, through: Period | None) -> ShownCell:
    how = _("Nội dung đánh giá bằng lời: đạt hoặc chưa đạt, theo lần đánh giá mới nhất đã ký.")
    if cell.is_met is None:
        main = "–" if through is None else _("chưa có")
        return ShownCell(cell, main, "", "none num", "", how, cell.missing)
    main, look = (_("đạt"), "word num") if cell.is_met else (_("chưa đạt"), "word num late")
    return ShownCell(cell, main, "", look, "", how, cell.missing, main)


def _strength(one: ShownCell) -> Fraction:
    if one.cell.share is not None:
        return one.cell.share
    return STRONG if one.cell.is_met else Fraction(0)


def shown_total(total: Total) -> ShownTotal:
    """The bloc in one content: how many units reach it, and the figure of all together."""
    main = f"{total.reached}/{total.known}" if total.known else "–"
    if total.figure is None:
        return ShownTotal(total, main, "", "")
    return ShownTotal(total, main, number(rounded(total.figure)), with_unit(total.figure, total.indicator))


def shown_reached(board: Board) -> str:
    """How many contents all units together reach, of those known; "–" before any is."""
    known = sum(one.known for one in board.totals)
    return f"{sum(one.reached for one in board.totals)}/{known}" if known else "–"
