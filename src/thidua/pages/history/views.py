"""The history of an object: its lines, newest first, narrowed to a person or to what was done; and as a workbook."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now
from thidua.pages.history.lines import Change, Field, Line, lines_of, words_of
from thidua.pages.history.objects import OBJECTS, Found, find
from thidua.pages.history.values import row_name
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.figures import moment
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.directory.models import Person
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import kinds_among, lines_about, who_wrote
from thidua.records.journal.steps import note_access

ROWS_A_PAGE, ROWS_TAKEN, PEOPLE_OFFERED = 50, 5000, 200


@dataclass(frozen=True)
class Asked:
    """What an address asks for: `nguoi` is who did it, `viec` what was done."""

    who: str
    what: str

    @classmethod
    def of(cls, request: Any) -> "Asked":
        return cls(request.GET.get("nguoi", "")[:64], request.GET.get("viec", "")[:64])

    def narrow(self, lines: QuerySet[Entry]) -> QuerySet[Entry]:
        lines = lines.filter(actor=self.who) if self.who else lines
        return lines.filter(kind=self.what) if self.what else lines


def _all_lines(found: Found) -> QuerySet[Entry]:
    """Every line that the reader may see of the object; none where it is not there yet."""
    told = Q()
    for beginning in found.kinds:
        told |= Q(kind__startswith=beginning)
    return lines_about(found.row).filter(told) if found.row is not None else Entry.objects.none()


@require_safe
@login_required
def history(request: Any, of: str, **words: str) -> HttpResponse:
    found, asked = _found(request, of, words), Asked.of(request)
    lines = _all_lines(found)
    shown = Paginator(asked.narrow(lines), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return page(
        request,
        "history/history.html",
        word=_word(of, found),
        found=found,
        shown=shown,
        lines=lines_of(shown, found),
        asked=asked,
        people=who_wrote(lines, most=PEOPLE_OFFERED),
        kinds=sorted(((kind, words_of(kind)) for kind in kinds_among(lines)), key=lambda one: one[1]),
        narrowed=bool(asked.who or asked.what),
        query=request.GET.urlencode(),
        trail=[(found.name, reverse(of, kwargs=words), *(["vi"] if found.is_data else []))],
        here="directory" if isinstance(found.row, Person) or of in ("unit", "delegations") else "season",
    )


@require_safe
@login_required
def workbook(request: Any, of: str, **words: str) -> HttpResponse:
    """As it is asked for, a row for each changed field; the newest ROWS_TAKEN lines."""
    found, asked = _found(request, of, words), Asked.of(request)
    entries = asked.narrow(_all_lines(found))[:ROWS_TAKEN]
    lines = lines_of(entries, found)
    heads = [
        _("Lúc"),
        _("Ai"),
        _("Chức danh"),
        _("Nhập thay cho"),
        _("Việc"),
        _("Mục"),
        _("Trước"),
        _("Sau"),
        _("Lý do"),
    ]
    title = f"{_('Lịch sử')}: {_word(of, found)} {found.name}"
    return as_xlsx(Table("lich-su", title, heads, list(_rows(lines)), frozen=2))


def _rows(lines: Iterable[Line]) -> Iterable[list[str]]:
    for line in lines:
        for change in line.changes or (Change("", "", ()),):
            for one in change.fields or (Field("", "", ""),):
                row = f"{change.word} {change.about}".strip()
                what = ": ".join(filter(None, (row, one.name)))
                told = [line.who, line.title, line.behalf, line.what, what, one.before, one.after, line.why]
                yield [moment(line.at), *told]


def _word(of: str, found: Found) -> str:
    """The word for what the history is of, as "Báo cáo"; nothing where its name begins with it."""
    word = row_name(OBJECTS[of].word)
    return "" if found.name.startswith(word) else word


def _found(request: Any, of: str, words: dict[str, str]) -> Found:
    """The object; whoever reads a person's history is noted in the access log, as on the person's page."""
    found = find(of, request, words)
    if isinstance(found.row, Person):
        note_access("read_person", by=request.actor, at=now(), method="GET", address=request.path)
    return found
