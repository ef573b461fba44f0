"""Entries on behalf that the reader may know of, and one of them with its paper and what was said to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.days import local_day
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.on_behalf import EntryState, Judgement, after
from thidua.pages.shared.downloads import Table, Value
from thidua.pages.shared.request import page
from thidua.pages.shared.sending import send_file
from thidua.pages.shared.tags import entry_kind
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.conduct.access import entry_for, may_judge, visible_entries
from thidua.records.conduct.queries import Behind
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import count_by_state, entries_about

ROWS_A_PAGE = 100
# Names of the states in addresses.
SHOWN = {
    "cho-y-kien": EntryState.STANDING,
    "xac-nhan": EntryState.CONFIRMED_BY_UNIT,
    "khong-dong-y": EntryState.DISPUTED,
    "giu-nguyen": EntryState.CONFIRMED,
    "da-thay": EntryState.REPLACED,
}
# Names of what was entered in addresses, with the kind of the row behind the entry.
KINDS = {
    "noi-dung": "commitmentset",
    "phu-luc": "annex",
    "bao-cao": "report",
    "dinh-chinh": "correction",
    "bang-cham": "scorecard",
}


@dataclass(frozen=True)
class Asked:
    """Entries as an address asks for them: `tim` searches, `loai` is what was entered, `loc` what became of it."""

    search: str
    kind: str
    state: str

    def among(self, visible: QuerySet[EntryOnBehalf]) -> QuerySet[EntryOnBehalf]:
        shown = visible.filter(state=SHOWN[self.state].value) if self.state else visible
        return entries_about(shown, kind=KINDS.get(self.kind, ""), search=self.search)


def _asked(request: Any) -> Asked:
    kind, state = request.GET.get("loai", ""), request.GET.get("loc", "")
    return Asked(request.GET.get("tim", "")[:60], kind if kind in KINDS else "", state if state in SHOWN else "")


@require_safe
@login_required
def entries(request: Any) -> HttpResponse:
    visible, asked = visible_entries(request.actor, on=today()), _asked(request)
    counts = count_by_state(visible)
    return page(
        request,
        "entries/entries.html",
        rows=Paginator(asked.among(visible), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        asked={"tim": asked.search, "loai": asked.kind, "loc": asked.state},
        narrowed=bool(asked.search.strip() or asked.kind or asked.state),
        shown=[(name, state.value, counts.get(state.value, 0)) for name, state in SHOWN.items()],
        kinds=[(name, say(Sentence(f"entry.kind.{kind}"))) for name, kind in KINDS.items()],
        disputed=counts.get(EntryState.DISPUTED.value, 0),
        trail=[(_("Hôm nay"), reverse("today"))],
        here="today",
    )


@require_safe
@login_required
def workbook(request: Any) -> HttpResponse:
    """What the list shows, as a workbook; the same parameters narrow it."""
    heads = [_("Đơn vị"), _("Nội dung"), _("Văn bản"), _("Số"), _("Ngày văn bản"), _("Ngày nhập"), _("Trạng thái")]
    rows = _asked(request).among(visible_entries(request.actor, on=today()))
    return as_xlsx(Table(name="nhap-thay", title=_("Nhập thay"), heads=heads, rows=[_cells(one) for one in rows]))


def _cells(entry: EntryOnBehalf) -> Sequence[Value]:
    paper, state = (entry.source, entry.number, entry.dated_on), say(Sentence(f"entry.state.{entry.state}"))
    return [entry.unit.name, entry_kind(entry), *paper, local_day(entry.entered_at), state]


@login_required
def entry_page(request: Any, entry: str) -> HttpResponse:
    on = today()
    found, what = entry_for(request.actor, entry, on=on)
    own = may_judge(request.actor, "entries.dispute", what, on=on).is_yes
    answers = may_judge(request.actor, "entries.answer", what, on=on).is_yes
    return page(
        request,
        "entries/entry.html",
        entry=found,
        what=what,
        may={
            "confirm": own and _is_open(found, Judgement.CONFIRM),
            "dispute": own and _is_open(found, Judgement.DISPUTE),
            "answer": answers and _is_open(found, Judgement.UPHOLD),
        },
        address=address_of(what),
        base=reverse("entry_on_behalf", args=(entry,)),
        trail=[(_("Hôm nay"), reverse("today")), (_("Nhập thay"), reverse("entries_on_behalf"))],
        here="today",
    )


@require_safe
@login_required
def scan(request: Any, entry: str) -> HttpResponseBase:
    """The scan of the paper from which it was entered. Raises Unknown where there is none."""
    found, _what = entry_for(request.actor, entry, on=today())
    if found.file is None:
        raise Unknown
    return send_file(request, found.file)


def address_of(what: Behind) -> str:
    """Where the figures stand."""
    return reverse(what.place, args=what.slugs)


def _is_open(entry: EntryOnBehalf, judgement: Judgement) -> bool:
    return after(EntryState(entry.state), judgement) is not None
