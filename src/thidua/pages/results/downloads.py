"""The list of reports as a table to take away: how each stands, when it was handed in, how many days late."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.workflow.handing_in import Handing
from thidua.figures.reporting import Cell, PeriodSum, Row
from thidua.pages.shared.downloads import Head, Table, Value
from thidua.pages.shared.figures import day
from thidua.records.seasons.models import BlocSeason


def tracking_table(bloc: BlocSeason, rows: Iterable[Row], sums: Sequence[PeriodSum], *, on: date) -> Table:
    """`sums` are of the periods shown, in their order."""
    return Table(
        name=f"bao-cao-{bloc.season.slug}-{bloc.bloc.slug}",
        title=f"{_('Báo cáo kết quả')}, {bloc.bloc.name}, {bloc.season.name}",
        lines=[_("Tính đến ngày {on}.").format(on=day(on))],
        heads=list(_heads(sums)),
        rows=[_cells(row) for row in rows],
        sums=[[_("Đã ký"), *(value for one in sums for value in (f"{one.signed}/{one.reports}", None, None)), None]],
    )


def _heads(sums: Sequence[PeriodSum]) -> Iterator[Head]:
    yield _("Đơn vị")
    for one in sums:
        name = _("{period}, hạn {due}").format(period=one.period.name, due=day(one.period.due_on))
        yield from ((name, part) for part in (_("trạng thái"), _("ngày nộp"), _("chậm (ngày)")))
    yield _("Quá hạn")


def _cells(row: Row) -> list[Value]:
    cells: list[Value] = [row.member.name]
    for cell in row.cells:
        cells += (
            [None, None, None] if cell is None else [stands(cell), cell.report.handed_in_on, cell.days_late or None]
        )
    return [*cells, row.overdue or None]


def stands(cell: Cell) -> str:
    """How one report stands, in two or three words."""
    state = cell.report.handing
    if state is Handing.SIGNED:
        return _("nhập thay") if cell.on_behalf else _("đã ký")
    if state is Handing.SUBMITTED:
        return _("chờ lãnh đạo ký")
    if state is Handing.RETURNED:
        return _("trả lại")
    if cell.is_overdue:
        return _("quá hạn")
    return _("chưa nộp") if cell.has_begun else _("chưa đến kỳ")
