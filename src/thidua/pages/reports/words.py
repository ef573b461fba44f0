"""The list of reports in words as a table to take away."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.workflow.handing_in import Handing
from thidua.figures.writing import Row
from thidua.pages.shared.downloads import Table, Value
from thidua.pages.shared.figures import day
from thidua.records.results.topics import Topic
from thidua.records.seasons.models import BlocSeason


def written_table(bloc: BlocSeason, topic: Topic, rows: Iterable[Row], *, on: date) -> Table:
    heads = [_("Đơn vị"), _("Trạng thái"), _("Ngày gửi"), _("Chậm (ngày)"), _("Số"), _("Ngày văn bản")]
    return Table(
        name=f"bao-cao-{topic.kind.code}-{bloc.season.slug}-{bloc.bloc.slug}",
        title=f"{topic.paper_name}, {bloc.bloc.name}, {bloc.season.name}",
        lines=[_("Hạn gửi {due}. Tính đến ngày {on}.").format(due=day(topic.due_on), on=day(on))],
        heads=heads,
        rows=[_cells(row) for row in rows],
    )


def _cells(row: Row) -> list[Value]:
    cells: list[Value] = [row.member.name, stands(row)]
    if (report := row.report) is None:
        return [*cells, None, row.days_late or None, None, None]
    return [*cells, report.handed_in_on, row.days_late or None, report.number or None, report.dated_on]


def stands(row: Row) -> str:
    """How a unit's report stands, in two or three words."""
    if row.entry:
        return _("nhập thay")
    words = {
        Handing.SIGNED: _("đã ký"),
        Handing.SUBMITTED: _("chờ lãnh đạo ký"),
        Handing.RETURNED: _("trả lại"),
        Handing.DRAFT: _("đang soạn"),
    }
    return words[row.report.handing] if row.report else _("chưa soạn")
