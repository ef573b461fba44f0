"""The register of units as a table to take away."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.pages.directory.words import kind_name
from thidua.pages.shared.downloads import Table, Value
from thidua.records.directory.models import Unit


def units_table(units: Iterable[Unit]) -> Table:
    """`units` with their parents, in the order in which they are asked for."""
    return Table(
        name="don-vi",
        title=_("Đơn vị"),
        heads=[_("Mã"), _("Tên đơn vị"), _("Tên gọn"), _("Loại đơn vị"), _("Thuộc"), _("Không còn từ ngày")],
        rows=[_cells(one) for one in units],
        frozen=2,
    )


def _cells(unit: Unit) -> list[Value]:
    above = unit.parent.name if unit.parent else None
    return [unit.code, unit.name, unit.short_name, kind_name(unit.kind), above, unit.dissolved_on]
