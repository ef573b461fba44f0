"""Workbooks read: one of 100,000 rows, and 700 returned forms taken in whole, beside openpyxl that only reads."""

import tempfile
from pathlib import Path

from xlsxwriter import Workbook

from bench.ground import asked, prepared
from bench.page import Table, figure

ROWS, FORMS = 100_000, 700
COLUMNS = 8
HEADINGS = ("what", "s", "peak MB")


def measure(rows: int = ROWS, forms: int = FORMS) -> Table:
    """Each step in a process of its own, on SQLite; MB is what the process held at its peak, the interpreter too."""
    lines = [*_of_one_list(rows), *_of_forms(forms)]
    return Table(
        f"A workbook of {rows:,} rows, and {forms} returned forms",
        HEADINGS,
        tuple((name, figure(told["seconds"]), figure(told["megabytes"])) for name, told in lines),
        "Ours looks through every part of the file before it is laid out (stray cells, formulas without a value) and "
        "gives exact numbers; openpyxl in its read-only mode gives the cells and no more. Taking in is from the drop "
        "of one archive to the last row that waits to be applied; applying and withdrawing are one act each.",
    )


def _of_one_list(rows: int) -> list[tuple[str, dict[str, float]]]:
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
        book = Path(folder) / "list.xlsx"
        _write(book, rows)
        ways = {"ours": "the list, read by the product", "openpyxl": "the list, read by openpyxl"}
        return [(name, asked({}, "bench.reading", way, str(book))) for way, name in ways.items()]


def _write(book: Path, rows: int) -> None:
    with Workbook(book, {"constant_memory": True}) as out:
        sheet = out.add_worksheet("Danh sách")
        for row in range(rows):
            for column in range(COLUMNS):
                sheet.write(row, column, f"Nguyễn Văn {row}" if column % 2 else row * column / 4)


def _of_forms(forms: int) -> list[tuple[str, dict[str, float]]]:
    with prepared("SQLite", "bench.filling", "returning", str(forms)) as ground:
        folder = ground.told["forms"]
        beside = ground.ask("bench.reading", "openpyxl", folder)
        steps = {
            "take": f"{forms} forms, taken in", "apply": f"{forms} reports applied", "undo": f"{forms} withdrawn",
        }  # fmt: skip
        done = [(name, ground.ask("bench.returned", step, folder)) for step, name in steps.items()]
        return [*done, (f"{forms} forms, read by openpyxl", beside)]
