"""Registers of honours as offices keep them, dropped and read."""

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from tests.factories.seasons import NOON, a_key
from thidua.core.actor import Actor
from thidua.gateways.returned.running import read_run
from thidua.records.awards.actions.registers import drop_register
from thidua.records.directory.models import Unit
from thidua.records.files.accepting import accept
from thidua.records.files.steps import keep_file
from thidua.records.runs.models import Run
from thidua.records.runs.told import Dropped

HEADS = ("STT", "Họ và tên", "Danh hiệu, hình thức khen thưởng", "Năm", "Số quyết định", "Ngày ký")


def a_register(rows: Sequence[Sequence[object]], heads: Sequence[str] = HEADS, title: str = "SỔ KHEN THƯỞNG") -> bytes:
    """As an office has it: a title over the heads, rows numbered where the first column is for that."""
    return a_register_of_sheets({"Sổ": rows}, heads, title)


def a_register_of_sheets(
    sheets: Mapping[str, Sequence[Sequence[object]]], heads: Sequence[str] = HEADS, title: str = "SỔ KHEN THƯỞNG"
) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([title])
        sheet.append(list(heads))
        for number, row in enumerate(rows, 1):
            sheet.append([number, *row] if heads[0] == "STT" else list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_read_register(unit: Unit, content: bytes, *, by: Actor, name: str = "so-khen-thuong.xlsx") -> Run:
    """Dropped and read, not taken over."""
    stored = keep_file(name=name, content=accept(name, content), at=NOON)
    run = drop_register(unit, dropped=[Dropped(name, stored)], by=by, at=NOON, key=a_key())
    read_run(run.token)
    run.refresh_from_db()
    return run
