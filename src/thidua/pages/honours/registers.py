"""A unit's register of honours from Excel: dropped, looked at row by row, taken over, withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import TO_BE_READ, FileState, Outcome, RunState
from thidua.documents.forms.honours import Named, register_form
from thidua.gateways.returned.whose import Known, label_of
from thidua.pages.honours.finding import trail_to
from thidua.pages.honours.words import kind_of, more_of, says, year_of
from thidua.pages.returned.words import ShownFault
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.workbooks import XLSX
from thidua.records.awards.access import may_keep, unit_for
from thidua.records.awards.actions.registers import apply_register, cancel_register, drop_register, undo_register
from thidua.records.awards.models import Entry, Work
from thidua.records.awards.queries.registers import people_named, register_at, registers_of, units_named
from thidua.records.awards.steps.staging import NEXT, unsaved
from thidua.records.directory.models import Unit
from thidua.records.runs.models import Run, RunFile, StagedRow
from thidua.records.runs.queries import Counts, counts_of

RUNS_A_PAGE, ROWS_A_PAGE, LONG_AGO = 20, 100, 12


@dataclass(frozen=True)
class ShownRegister:
    run: Run
    state: str
    file: str


@dataclass(frozen=True)
class ShownRow:
    """A row of the file beside what it becomes."""

    row: StagedRow
    kind: str
    text: str
    more: str
    year: int
    decision: str
    is_data: bool


def _shown(run: Run, file: RunFile | None) -> ShownRegister:
    is_faulty = run.at_state is RunState.READ and file is not None and file.at_state is FileState.FAULTY
    return ShownRegister(
        run, say(Sentence(f"register.is_{'faulty' if is_faulty else run.state}")), file.name if file else ""
    )


def _kept(request: Any, unit: str) -> Unit:
    """Raises Unknown, or NotPossible for whoever does not keep the unit's records."""
    found = unit_for(request.actor, unit, on=today())
    require(may_keep(request.actor, found, on=today()))
    return found


def _registers_page(request: Any, unit: str) -> HttpResponse:
    found = _kept(request, unit)
    runs = Paginator(registers_of(found).prefetch_related("files"), RUNS_A_PAGE).get_page(request.GET.get("trang"))
    return page(
        request,
        "honours/registers.html",
        unit=found,
        runs=runs,
        registers=[_shown(run, next(iter(run.files.all()), None)) for run in runs],
        trail=trail_to(found, within=True),
        here="directory",
    )


@login_required
@or_show(_registers_page)
def registers(request: Any, unit: str) -> HttpResponse:
    """A register is read at once in the background; nothing stands in the records before it is taken over."""
    if request.method != "POST":
        return _registers_page(request, unit)
    found, typed = _kept(request, unit), Typed(request)
    dropped = typed.dropped_files("register")
    typed.check()
    run = drop_register(found, dropped=dropped, by=request.actor, at=now(), key=typed.key)
    return done(request, _address(found, run))


def _address(unit: Unit, run: Run) -> str:
    return reverse("honour_register", args=(unit.slug, run.public_id))


@login_required
def register_page(request: Any, unit: str, run: str) -> HttpResponse:
    """What was read: faults by cell or counts and rows; taken over from here, left, withdrawn."""
    found = _kept(request, unit)
    one = register_at(found, run)
    file = one.files.select_related("file").first()
    counts = counts_of(one)
    asked = request.GET.get("loc", "")
    staged = StagedRow.objects.filter(file__run=one)
    rows = Paginator(staged.filter(outcome=asked) if asked in set(Outcome) else staged, ROWS_A_PAGE)
    shown = rows.get_page(request.GET.get("trang"))
    return page(
        request,
        "honours/register.html",
        unit=found,
        one=_shown(one, file),
        is_running=one.at_state in TO_BE_READ,
        is_open=one.at_state is RunState.READ,
        is_applied=one.at_state is RunState.APPLIED,
        is_over=one.at_state in (RunState.UNDONE, RunState.CANCELLED),
        faults=_faults(file),
        more=max(0, (file.faults_in_all if file else 0) - len(file.faults if file else ())),
        notes=_notes(file),
        heads=file.told.get("heads") if file else None,
        page_of_rows=shown,
        rows=[_row(row) for row in shown],
        outcomes=_outcomes(counts),
        is_new=bool(counts.rows.get(Outcome.NEW.value)),
        asked=asked,
        base=_address(found, one),
        trail=[*trail_to(found, within=True), (_("Nhận từ Excel"), reverse("honour_registers", args=(found.slug,)))],
        here="directory",
    )


def _faults(file: RunFile | None) -> Sequence[ShownFault]:
    return [ShownFault(one.sheet, one.cell, say(one.sentence)) for one in file.told_faults] if file else []


def _notes(file: RunFile | None) -> Sequence[ShownFault]:
    told = [Fault.from_written(kept) for kept in file.told.get("notes", [])] if file else []
    return [ShownFault(one.sheet, one.cell, say(one.sentence)) for one in told]


def _outcomes(counts: Counts) -> list[tuple[str, str, int]]:
    names = {Outcome.NEW.value: _("mục mới"), Outcome.SAME.value: _("đã có, giữ nguyên")}
    return [(key, name, counts.rows.get(key, 0)) for key, name in names.items()]


def _row(row: StagedRow) -> ShownRow:
    entry = unsaved(row.values)
    decision = " · ".join(filter(None, (entry.number, _day(entry.decided_on))))
    used = row.values.get("used", "").replace(NEXT, ", ")
    more = [more_of(entry), _("dùng {works}").format(works=used) if used else ""]
    return ShownRow(
        row,
        kind_of(entry),
        says(entry),
        ", ".join(filter(None, more)),
        year_of(entry),
        decision or entry.source,
        _is_data(entry),
    )


def _is_data(entry: Entry) -> bool:
    return isinstance(entry, Work)


def _day(day: date | None) -> str:
    return f"{day.day}/{day.month}/{day.year}" if day else ""


@require_safe
@login_required
def progress(request: Any, unit: str, run: str) -> HttpResponse:
    """Empty while the register is read; then the whole page comes anew."""
    found = _kept(request, unit)
    one = register_at(found, run)
    is_running = one.at_state in TO_BE_READ
    answer = page(request, "honours/register.html#reading", base=_address(found, one), is_running=is_running)
    if not is_running:
        answer["HX-Refresh"] = "true"
    return answer


def _find(request: Any, unit: str, run: str) -> tuple[tuple[Unit, Run], str]:
    found = _kept(request, unit)
    one = register_at(found, run)
    return (found, one), _address(found, one)


_acted = acted_on(register_page, _find, "register")


@_acted("was_applied")
def apply(request: Any, of: tuple[Unit, Run], typed: Typed) -> object:
    unit, run = of
    return apply_register(run, unit, by=request.actor, at=now(), key=typed.key)


@_acted("was_withdrawn")
def undo(request: Any, of: tuple[Unit, Run], typed: Typed) -> object:
    unit, run = of
    because = typed.text("because", label=_("Lý do rút"), most=500)
    typed.check()
    return undo_register(run, unit, because=because, by=request.actor, at=now(), key=typed.key)


@_acted("was_cancelled")
def cancel(request: Any, of: tuple[Unit, Run], typed: Typed) -> object:
    unit, run = of
    return cancel_register(run, unit, by=request.actor, at=now(), key=typed.key)


@require_safe
@login_required
def empty_form(request: Any, unit: str) -> HttpResponse:
    """The form with the unit's people and the lists of awards inside."""
    found = _kept(request, unit)
    return sent(register_form(found.name, _named(found)), XLSX, f"so-khen-thuong-{found.slug}.xlsx")


@require_safe
@login_required
def example(request: Any, unit: str) -> HttpResponse:
    """The same with some made-up rows: of the demo's people, elsewhere of names that nobody has."""
    found = _kept(request, unit)
    named = _named(found)
    made_up = [one for one in people_named(found, on=today())[0] if one.is_made_up]
    last = today().year - (LONG_AGO if made_up else 1)  # of nobody's record in the demo
    names = ([one.full_name for one in made_up] + ["Nguyễn Thị Mẫu", "Trần Văn Mẫu"])[:2]
    return sent(
        register_form(found.name, named, _made_up(names[0], names[1], last)),
        XLSX,
        f"so-khen-thuong-thi-du-{found.slug}.xlsx",
    )


def _named(unit: Unit) -> list[Named]:
    known = Known(unit, today())
    people, _gone = people_named(unit, on=today())
    taken = [one.folded for one in people]
    own = [Named(label_of(one, known.at(one), taken), known.at(one)) for one in people]
    return [*own, *(Named(one.in_place, one.name) for one in units_named(unit))]


def _made_up(first: str, second: str, last: int) -> list[dict[str, Any]]:
    signed = {"by": "Giám đốc Sở", "number": f"12/QĐ-STP ngày 15/01/{last + 1}"}
    work = {"kind": "Sáng kiến", "what": "Sổ theo dõi án treo bằng bảng tính", "detail": "cấp cơ sở"}
    certificate = {
        "what": "Bằng khen Bộ trưởng", "detail": "Theo công trạng", "rewarded": f"{last - 2}-{last - 1}",
        "number": "345/QĐ-BTP", "day": date(last, 2, 20), "by": "Bộ trưởng Bộ Tư pháp",
    }  # fmt: skip
    return [
        {"name": first, "kind": "Xếp loại", "what": "HTXS", "year": last, **signed},
        {"name": first, "what": "LĐTT, CSTĐCS", "year": last, **signed},
        {"name": first, "year": last, **work, **signed},
        {"name": second, "what": "Hoàn thành tốt nhiệm vụ", "year": last, **signed},
        {"name": second, "what": "Lao động tiên tiến", "year": last, **signed},
        {"name": second, **certificate},
        {"name": second, "what": "Nghỉ thai sản", "year": last - 3, "source": "Sổ nhân sự"},
    ]
