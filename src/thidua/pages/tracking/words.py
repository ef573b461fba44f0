"""What a cell of the tracking sheet says, in the reader's language."""

from django.utils.translation import gettext as _

from thidua.core.workflow.owing import Owing, Standing
from thidua.figures.tracking import Cell
from thidua.pages.shared.figures import when


def cell_words(cell: Cell) -> str:
    """As "nộp 4/4", "nhập thay 9/4", "ký giấy 9/3", "trả lại 12/4", "quá hạn 88 ngày"."""
    on = when(cell.on) if cell.on else ""
    if cell.standing is Standing.DONE:
        if cell.on_paper:
            return _("ký giấy {on}").format(on=on)
        if cell.entry:
            return _("nhập thay {on}").format(on=on)
        return (_("ký {on}") if cell.debt.kind is Owing.SIGNING else _("nộp {on}")).format(on=on)
    if cell.standing is Standing.RETURNED:
        return _("trả lại {on}").format(on=on)
    if cell.is_late:
        return _("quá hạn {days} ngày").format(days=cell.days_late)
    if cell.standing is Standing.WAITING:
        return _("chờ ký từ {on}").format(on=on)
    if cell.standing is Standing.NOT_YET:
        return "–"
    if not cell.has_begun:
        return _("chưa đến kỳ")
    return _("chưa ký") if cell.debt.kind is Owing.SIGNING else _("chưa nộp")
