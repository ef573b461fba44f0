"""The awards, and what each brings on a day, as tables to take away."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.money import Bonus
from thidua.pages.law.days import Day
from thidua.pages.law.listing import Listed
from thidua.pages.law.words import kind_name, plain
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.figures import day as written


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
