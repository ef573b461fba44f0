"""The register of units, and the people of one, as tables to take away."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.pages.directory.words import kind_name
from thidua.pages.shared.downloads import Table, Value
from thidua.records.directory.models import Post, Unit


def units_table(units: Iterable[Unit]) -> Table:
    """`units` with their parents, in the order in which they are asked for."""
    return Table(
        name="don-vi",
        title=_("Đơn vị"),
        heads=[_("Mã"), _("Tên đơn vị"), _("Tên gọn"), _("Loại đơn vị"), _("Thuộc"), _("Không còn từ ngày")],
        rows=[_cells(one) for one in units],
        frozen=2,
    )


def people_table(unit: Unit, posts: Iterable[Post]) -> Table:
    """`posts` with their people."""
    return Table(
        name=f"nguoi-{unit.slug}",
        title=unit.name,
        heads=[_("Họ tên"), _("Chức vụ"), _("Từ ngày")],
        rows=[(post.person.full_name, post.title, post.from_on) for post in posts],
    )


def _cells(unit: Unit) -> list[Value]:
    above = unit.parent.name if unit.parent else None
    return [unit.code, unit.name, unit.short_name, kind_name(unit.kind), above, unit.dissolved_on]
