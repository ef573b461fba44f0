"""What the units of a bloc have registered as a table to take away: units × indicators, last year's beside it."""

from collections.abc import Iterator, Sequence

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from thidua.core.workflow.handing_in import Handing
from thidua.pages.shared.downloads import Head, Table, Value
from thidua.records.seasons.models import BlocSeason, Commitment, CommitmentSet, Indicator
from thidua.records.seasons.queries.commitments import sheets_of


def registered_table(bloc: BlocSeason) -> Table:
    indicators = list(bloc.indicators.order_by("position", "pk"))
    sheets = sheets_of(bloc).prefetch_related(Prefetch("lines", Commitment.objects.order_by("pk")))
    return Table(
        name=f"dang-ky-{bloc.season.slug}-{bloc.bloc.slug}",
        title=f"{_('Đăng ký')}, {bloc.bloc.name}, {bloc.season.name}",
        heads=[_("Đơn vị"), _("Trạng thái"), *_heads(indicators)],
        rows=[_cells(sheet, indicators) for sheet in sheets],
        frozen=1,
    )


def _heads(indicators: Sequence[Indicator]) -> Iterator[Head]:
    for one in indicators:
        name = f"{one.short_name} ({one.unit_of_measure})"
        yield from ((name, part) for part in (_("Được giao"), _("Năm trước"), _("Mức đăng ký")))


def _cells(sheet: CommitmentSet, indicators: Sequence[Indicator]) -> list[Value]:
    lines = {line.indicator_id: line for line in sheet.lines.all()}
    cells: list[Value] = [sheet.membership.name, _stands(sheet)]
    for one in indicators:
        line = lines.get(one.pk)
        cells += [None, None, None] if line is None else [line.assigned, line.last_year, _registered(line)]
    return cells


def _stands(sheet: CommitmentSet) -> str:
    words = {Handing.SIGNED: _("đã ký"), Handing.SUBMITTED: _("chờ lãnh đạo ký"), Handing.RETURNED: _("trả lại")}
    return words.get(sheet.handing, _("đang nhập"))


def _registered(line: Commitment) -> Value:
    if line.registered_met is not None:
        return _("đạt") if line.registered_met else _("chưa đăng ký đạt")
    registered: Value = line.registered
    return registered
