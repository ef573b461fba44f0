"""The awards, and what each brings on a day, as tables to take away."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.history import Asked
from thidua.core.law.lacks import Lack
from thidua.core.law.money import Bonus
from thidua.core.law.shelf import Shelf
from thidua.pages.law.days import Day
from thidua.pages.law.listing import Listed
from thidua.pages.law.words import kind_name, plain
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.figures import day as written
from thidua.records.directory.models import Unit

if TYPE_CHECKING:
    from thidua.core.law.register import Award
    from thidua.pages.law.unit_counts import UnitCounts
    from thidua.pages.law.within import Within


def awards_table(rows: Iterable[Listed]) -> Table:
    return Table(
        name="luat-thi-dua-khen-thuong",
        title=_("Danh hiệu thi đua, hình thức khen thưởng"),
        heads=[_("Mã"), _("Tên"), _("Cho"), _("Loại"), _("Cấp quyết định"), _("Tiêu chuẩn")],
        rows=[
            (
                row.award.code,
                plain(row.award.name),
                one.kind,
                _("Danh hiệu thi đua") if row.award.is_title else _("Hình thức khen thưởng"),
                row.level,
                _("có") if one.has_standard else _("chưa có trong phần mềm"),
            )
            for row in rows
            for one in row.kinds
        ],
        frozen=2,
    )


def money_table(bonuses: Sequence[Bonus], day: Day) -> Table:
    return Table(
        name="muc-tien-thuong",
        title=_("Mức tiền thưởng ngày {on}").format(on=written(day.on)),
        heads=[_("Mã"), _("Tên"), _("Cho"), _("Số lần mức lương cơ sở"), _("Tiền thưởng (đồng)"), _("Ghi chú")],
        rows=[
            (
                one.award.code,
                plain(one.award.name),
                kind_name(one.to),
                one.multiple,
                one.dong,
                say(Sentence(f"law.doubt_mark.{one.doubt}")) if one.doubt else "",
            )
            for one in bonuses
        ],
        frozen=2,
    )


def units_table(asked: Asked, rows: "Iterable[tuple[Award, UnitCounts]]") -> Table:
    """A row for each award that is within reach of somebody in a unit."""
    return Table(
        name=f"ra-soat-toan-nganh-{asked.year}",
        title=_("Rà soát điều kiện khen thưởng năm {year}, xét ngày {on}, theo đơn vị").format(
            year=asked.year, on=written(asked.on)
        ),
        heads=[
            _("Đơn vị"), _("Số người"), _("Mã"), _("Danh hiệu, hình thức"), _("Đủ điều kiện"), _("Cần người xem"),
            _("Gần đủ"),
        ],
        rows=[
            (
                one.unit.short_name,
                one.people,
                award.code,
                plain(award.name),
                one.tally.eligible,
                one.tally.to_look_at,
                one.tally.near,
            )
            for award, one in rows
        ],
        frozen=1,
    )  # fmt: skip


def swept_table(unit: Unit, asked: Asked, people: "Iterable[Within]") -> Table:
    """A row for each award within somebody's reach."""
    return Table(
        name=f"ra-soat-{unit.slug}-{asked.year}",
        title=_("Rà soát điều kiện khen thưởng năm {year}, xét ngày {on}, {unit}").format(
            year=asked.year, on=written(asked.on), unit=unit.name
        ),
        heads=[_("Tên"), _("Đơn vị"), _("Danh hiệu, hình thức"), _("Kết quả"), _("Còn thiếu, cần xem")],
        rows=[
            (
                one.name,
                one.place,
                plain(standing.award.name),
                _("Gần đủ") if standing.shelf is Shelf.NEAR else standing.judgement.words,
                "; ".join(in_words(lack) for lack in (*standing.lacks, *standing.doubts)),
            )
            for one in people
            for standing in one.found
        ],
        frozen=1,
    )


def in_words(lack: Lack) -> str:
    """With its parts behind it, of which one is enough."""
    return " ".join([say(lack.says), *([" / ".join(say(part) for part in lack.parts)] if lack.parts else [])])
