"""Forms as they go out to units and come back, filled in well, badly, or made by the units themselves."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.factories.seasons import World, a_key
from thidua.documents.forms.filling import filled_forms, registration_forms
from thidua.gateways.returned.running import read_run
from thidua.records.conduct.actions.imports import drop_forms
from thidua.records.files.accepting import accept
from thidua.records.files.steps import keep_file
from thidua.records.runs.models import Run
from thidua.records.runs.told import Dropped
from thidua.records.seasons.models import Period

PAPER = {"C5": "38/BC-STP", "C6": "4/4/2016", "C7": "Nguyễn Thị Thắm", "C8": "Giám đốc"}
# Rows 11 to 15 are the indicators of tests/factories/results.py in their order.
FIGURES = {"F11": 39, "G11": 40, "H12": 12, "H13": 5, "H14": 8, "H15": "đạt"}
GOOD_CELLS = PAPER | FIGURES
OWN_HEADS = ("STT", "Nội dung", "Tử số", "Mẫu số", "Số liệu", "Ghi chú")
OWN_ROWS = (
    ("1", "Tỷ lệ đúng hạn", 39, 40, None, None),
    ("2", "Số cuộc tuyên truyền", None, None, 12, None),
    ("3", "Lũy kế kiểm tra", None, None, 5, None),
    ("4", "Việc tồn đọng", None, None, 8, None),
    ("5", "Học tập", None, None, "đạt", None),
)


def a_blank_form(world: World, place: int = 1, period: str = "quy-1") -> bytes:
    """The form as the product gives it to a unit."""
    found = Period.objects.get(bloc_season=world.bloc, slug=period)
    member = world.bloc.members.select_related("unit").get(unit=world.units[place])
    [(_, form)] = filled_forms(world.bloc, found, [member])
    return form


def changed(book: bytes, cells: Mapping[str, Any], sheet: str | None = None) -> bytes:
    """The workbook as an office saves it after typing into these cells."""
    opened = load_workbook(io.BytesIO(book))
    into = opened[sheet] if sheet else opened.worksheets[0]
    for name, value in cells.items():
        into[name] = value
    return saved(opened)


def a_good_form(world: World, place: int = 1, period: str = "quy-1", **other: Any) -> bytes:
    """Filled in as GOOD of the results; `other` by the cell's name."""
    return changed(a_blank_form(world, place, period), GOOD_CELLS | other)


def an_own_table(
    above: Sequence[str], heads: Sequence[Sequence[Any]] = (OWN_HEADS,), rows: Sequence[Sequence[Any]] = OWN_ROWS,
    merged: Sequence[str] = (), below: Sequence[Sequence[Any]] = (),
) -> bytes:  # fmt: skip
    """A table that a unit has made itself, with the paper's facts over it."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    for line in above:
        sheet.append([line])
    for label, value in (
        ("Số báo cáo", "38/BC-STP"), ("Ngày báo cáo", "4/4/2016"), ("Người ký", "Nguyễn Thị Thắm"),
        ("Chức vụ", "Giám đốc"),
    ):  # fmt: skip
        sheet.append([f"{label}:", value])
    for row in (*heads, *rows, *below):
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_drop(world: World, files: Mapping[str, bytes], *, kind: str = "results", period: str = "quy-1", at: Any) -> Run:
    """These files dropped by the secretariat, not read yet."""
    dropped = [
        Dropped(name, keep_file(name=name, content=accept(name, content, archives=True), at=at))
        for name, content in files.items()
    ]
    return drop_forms(world.bloc, kind=kind, part=period, dropped=dropped, by=world.secretary, at=at, key=a_key())


def a_read_drop(world: World, files: Mapping[str, bytes], *, period: str = "quy-1", at: Any) -> Run:
    run = a_drop(world, files, period=period, at=at)
    read_run(run.token)
    run.refresh_from_db()
    return run


REGISTERED = {"G11": 95, "G12": 40, "G13": 20, "G14": 5, "G15": "đạt"}  # last year's figures stand in F
GOOD_REGISTRATION = PAPER | {"C6": "1/3/2016"} | REGISTERED


def a_blank_registration(world: World, place: int = 1) -> bytes:
    member = world.bloc.members.select_related("unit").get(unit=world.units[place])
    [(_, form)] = registration_forms(world.bloc, [member])
    return form


def a_good_registration(world: World, place: int = 1, **other: Any) -> bytes:
    return changed(a_blank_registration(world, place), GOOD_REGISTRATION | other)


def a_read_drop_of_registrations(world: World, files: Mapping[str, bytes], *, at: Any) -> Run:
    run = a_drop(world, files, kind="commitments", period="", at=at)
    read_run(run.token)
    run.refresh_from_db()
    return run
