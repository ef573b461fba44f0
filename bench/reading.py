"""Reads a workbook, or all in a folder, in one way; prints seconds and the process's peak of memory, as JSON."""

import json
import resource
import sys
import time
from pathlib import Path


def ours(book: Path) -> int:
    from thidua.gateways.excel.reading import read_workbook

    with book.open("rb") as content:
        return sum(len(grid.rows) for grid in read_workbook(book.name, content).grids)


def openpyxl(book: Path) -> int:
    from openpyxl import load_workbook

    opened = load_workbook(book, read_only=True, data_only=True)
    return sum(1 for sheet in opened.worksheets for row in sheet.iter_rows(values_only=True) if row is not None)


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    read = {"ours": ours, "openpyxl": openpyxl}[sys.argv[1]]
    named = Path(sys.argv[2])
    books = sorted(named.glob("*.xlsx")) if named.is_dir() else [named]
    read_in_all = read(books[0])  # the first is not counted: it brings the library in
    begun = time.perf_counter()
    read_in_all = sum(read(book) for book in books)
    seconds = time.perf_counter() - begun
    assert read_in_all, "nothing was read"
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}))
