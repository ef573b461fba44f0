"""The board as a table to take away: figure, target and share of each content in columns of their own."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from thidua.figures.progress import Board, Row
from thidua.pages.progress.words import rounded
from thidua.pages.shared.downloads import Head, Table, Value
from thidua.pages.shared.figures import day
from thidua.records.seasons.models import BlocSeason


def board_table(bloc: BlocSeason, board: Board, rows: Iterable[Row]) -> Table:
    """Percentages with two decimals, so 97.75 reads 97,75 %; what is judged in words as đạt or chưa đạt."""
    until = board.until.name if board.until else _("kỳ mới nhất của từng đơn vị")
    return Table(
        name=f"tien-do-{bloc.season.slug}-{bloc.bloc.slug}",
        title=f"{_('Bảng tiến độ')}, {bloc.bloc.name}, {bloc.season.name}",
        lines=[_("Đến {until}; ngày xem {on}.").format(until=until, on=day(board.on))],
        heads=list(_heads(board)),
        rows=[_cells(board, row) for row in rows],
        sums=[_total(board)],
        notes=[
            _("Nguồn: kết quả do đơn vị nhập và lãnh đạo đã ký. Ô trống là chưa có số liệu và không tính là đạt."),
        ],
    )


def _heads(board: Board) -> Iterator[Head]:
    yield _("Đơn vị")
    yield _("Đến kỳ")
    for one in board.indicators:
        if one.kind != one.Kind.NUMBER:
            yield one.short_name
            continue
        name = f"{one.short_name} ({one.unit_of_measure})"
        yield from ((name, part) for part in (_("kết quả"), _("mục tiêu"), _("% mục tiêu")))
    yield from (_("Đạt"), _("Nhập thay"), _("Quá hạn"))


def _cells(board: Board, row: Row) -> Sequence[Value]:
    cells: list[Value] = [row.member.short_name, row.through.name if row.through else None]
    for one in row.cells:
        if one.indicator.kind != one.indicator.Kind.NUMBER:
            cells.append(None if one.is_met is None else _("đạt") if one.is_met else _("chưa đạt"))
            continue
        parts = (one.figure, one.target, one.percent)
        cells += [None if part is None else rounded(part) for part in parts]
    marks = (_("có") if row.on_behalf else "", ", ".join(period.name for period in row.overdue))
    return [*cells, row.reached, *marks]


def _total(board: Board) -> Sequence[Value]:
    cells: list[Value] = [_("Cả khối"), None]
    for one in board.totals:
        if one.indicator.kind != one.indicator.Kind.NUMBER:
            cells.append(f"{one.reached}/{one.known}")
            continue
        share = None if one.share is None else one.share * 100
        cells += [None if part is None else rounded(part) for part in (one.figure, one.target, share)]
    return [*cells, sum(one.reached for one in board.totals), None, None]
