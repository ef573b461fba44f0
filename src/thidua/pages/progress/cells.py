"""What the board's template shows: rows, cells and totals in the reader's words."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from thidua.figures.progress import Cell, Row, Total
from thidua.pages.progress.words import how_the_target_arises, percent, rounded, with_unit
from thidua.pages.shared.figures import number
from thidua.pages.shared.heat import heat
from thidua.records.seasons.models import Indicator, Membership, Period

WEAKEST = 3  # what a phone's card shows before it is unfolded


@dataclass(frozen=True)
class ShownCell:
    """`main` is the large text, `small` the figure under it; `look` the cell's classes, `arrow` ▲ or ▼."""

    cell: Cell
    main: str
    small: str
    look: str
    arrow: str
    how: str
    compared: str
    missing: tuple[Period, ...]

    @property
    def indicator(self) -> Indicator:
        return self.cell.indicator


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


def shown_row(row: Row, wanted: Indicator | None, *, is_own: bool) -> ShownRow:
    """One row, of one content only if `wanted`."""
    cells = tuple(shown_cell(one, row.through) for one in row.cells if wanted is None or one.indicator == wanted)
    return ShownRow(row, cells, is_own)


def shown_cell(cell: Cell, through: Period | None) -> ShownCell:
    if cell.indicator.kind != Indicator.Kind.NUMBER:
        return _in_words(cell)
    how = how_the_target_arises(cell, through)
    if cell.figure is None:
        main = "–" if through is None else _("chưa có")
        return ShownCell(cell, main, "", "none num", "", how, "", cell.missing)
    figure = with_unit(cell.figure, cell.indicator)
    if cell.percent is None:
        return ShownCell(cell, number(rounded(cell.figure)), "", "none num", "", how, figure, cell.missing)
    warmth, share = heat(cell.percent), percent(cell.percent)
    compared = _("{figure} trên mục tiêu {target}: {share} %").format(
        figure=figure, target=with_unit(cell.target or Fraction(0), cell.indicator), share=share
    )
    small = number(rounded(cell.figure))
    return ShownCell(cell, share, small, f"num {warmth.tint}", warmth.arrow, how, compared, cell.missing)


def _in_words(cell: Cell) -> ShownCell:
    how = _("Nội dung đánh giá bằng lời: đạt hoặc chưa đạt, theo lần đánh giá mới nhất đã ký.")
    if cell.is_met is None:
        return ShownCell(cell, _("chưa có"), "", "none", "", how, "", cell.missing)
    main, look = (_("đạt"), "word") if cell.is_met else (_("chưa đạt"), "word late")
    return ShownCell(cell, main, "", look, "", how, main, cell.missing)


def _strength(one: ShownCell) -> Fraction:
    if one.cell.share is not None:
        return one.cell.share
    return Fraction(1) if one.cell.is_met else Fraction(0)


def shown_total(total: Total) -> ShownTotal:
    """The bloc in one content: how many units reach it, and the figure of all together."""
    main = f"{total.reached}/{total.known}" if total.known else "–"
    small = "" if total.figure is None else number(rounded(total.figure))
    return ShownTotal(total, main, small)
