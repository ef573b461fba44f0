"""Step 1: the list of units and people, dropped, looked at row by row, taken over, withdrawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import TO_BE_READ, FileState, Outcome, RunState
from thidua.documents.forms.units import an_empty_list, an_example
from thidua.pages.beginning.strip import frame, in_hand, trail
from thidua.pages.returned.words import ShownFault
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.workbooks import XLSX
from thidua.records.directory.access import may
from thidua.records.directory.actions.lists import apply_list, cancel_list, drop_list, undo_list
from thidua.records.directory.queries.lists import list_at, lists
from thidua.records.runs.models import Run, RunFile, StagedRow
from thidua.records.runs.queries import Counts, counts_of

LISTS_A_PAGE, ROWS_A_PAGE = 20, 100
EXAMPLES: dict[str, Callable[[], bytes]] = {"mau": an_empty_list, "thi-du": an_example}


@dataclass(frozen=True)
class ShownList:
    run: Run
    state: str
    file: str


def _shown(run: Run, file: RunFile | None) -> ShownList:
    return ShownList(run, say(Sentence(_state(run, file))), file.name if file else "")


def _state(run: Run, file: RunFile | None) -> str:
    if run.at_state is RunState.READ and file is not None and file.at_state is FileState.FAULTY:
        return "list.is_faulty"
    return "list.is_cancelled" if run.at_state is RunState.CANCELLED else f"import.is_{run.state}"


@login_required
def units_page(request: Any) -> HttpResponse:
    require(may(request.actor, "directory.keep"))
    rows = Paginator(lists().prefetch_related("files"), LISTS_A_PAGE).get_page(request.GET.get("trang"))
    shown = [_shown(run, next(iter(run.files.all()), None)) for run in rows]
    return page(request, "beginning/units.html", rows=rows, lists=shown, **frame("units", in_hand(request)))


@login_required
@or_show(units_page)
def units(request: Any) -> HttpResponse:
    """A list is read at once in the background; nothing stands in the directory before it is taken over."""
    if request.method != "POST":
        return units_page(request)
    require(may(request.actor, "directory.keep"))
    typed = Typed(request)
    dropped = typed.dropped_files("list")
    typed.check()
    run = drop_list(dropped=dropped, by=request.actor, at=now(), key=typed.key)
    return done(request, _address(run))


def _address(run: Run) -> str:
    return reverse("unit_list", args=(run.public_id,))


@login_required
def list_page(request: Any, run: str) -> HttpResponse:
    require(may(request.actor, "directory.keep"))
    found = list_at(run)
    file = found.files.select_related("file").first()
    staged = StagedRow.objects.filter(file__run=found)
    asked = request.GET.get("loc", "")
    narrowed = staged.filter(outcome=asked) if asked in set(Outcome) else staged
    rows = Paginator(narrowed, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    counts = counts_of(found)
    return page(
        request,
        "beginning/list.html",
        one=_shown(found, file),
        counts=counts,
        is_running=found.at_state in TO_BE_READ,
        is_open=found.at_state is RunState.READ,
        is_applied=found.at_state is RunState.APPLIED,
        is_over=found.at_state in (RunState.UNDONE, RunState.CANCELLED),
        people=file.told.get("people") if file else None,
        faults=_faults(file),
        more=max(0, (file.faults_in_all if file else 0) - len(file.faults if file else ())),
        notes=_notes(file),
        heads=file.told.get("heads") if file else None,
        rows=rows,
        outcomes=_outcomes(counts),
        asked=asked,
        base=_address(found),
        **frame("units", in_hand(request)) | {"trail": [*trail(), (_("Đơn vị và người"), reverse("begin_units"))]},
    )


def _faults(file: RunFile | None) -> Sequence[ShownFault]:
    return [ShownFault(one.sheet, one.cell, say(one.sentence)) for one in file.told_faults] if file else []


def _notes(file: RunFile | None) -> Sequence[ShownFault]:
    """What had better be looked at; a list is taken over with it."""
    told = [Fault.from_written(kept) for kept in file.told.get("notes", [])] if file else []
    return [ShownFault(one.sheet, one.cell, say(one.sentence)) for one in told]


def _outcomes(counts: Counts) -> list[tuple[str, str, int]]:
    names = {"new": _("đơn vị mới"), "changed": _("thay đổi"), "same": _("đã có, giữ nguyên")}
    return [(key, name, counts.rows.get(key, 0)) for key, name in names.items()]


@require_safe
@login_required
def progress(request: Any, run: str) -> HttpResponse:
    """Empty while the list is read; then the whole page comes anew."""
    require(may(request.actor, "directory.keep"))
    found = list_at(run)
    is_running = found.at_state in TO_BE_READ
    answer = page(request, "beginning/list.html#reading", base=_address(found), is_running=is_running)
    if not is_running:
        answer["HX-Refresh"] = "true"
    return answer


def _find(request: Any, run: str) -> tuple[Run, str]:
    require(may(request.actor, "directory.keep"))
    found = list_at(run)
    return found, _address(found)


_acted = acted_on(list_page, _find, "list")


@_acted("was_applied")
def apply(request: Any, run: Run, typed: Typed) -> object:
    return apply_list(run, by=request.actor, at=now(), key=typed.key)


@_acted("was_withdrawn")
def undo(request: Any, run: Run, typed: Typed) -> object:
    return undo_list(run, by=request.actor, at=now(), key=typed.key)


@_acted("was_cancelled")
def cancel(request: Any, run: Run, typed: Typed) -> object:
    return cancel_list(run, by=request.actor, at=now(), key=typed.key)


@require_safe
@login_required
def example(request: Any, name: str) -> HttpResponse:
    """An empty list with its own checks, or one with made-up units."""
    require(may(request.actor, "directory.keep"))
    return sent(EXAMPLES[name](), XLSX, f"danh-sach-don-vi-{name}.xlsx")
