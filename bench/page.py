"""The page of results: docs/measurements.md, written by the command and by nothing else."""

import os
import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "measurements.md"
MARK = "<!-- {} -->"
HEAD = """# Measurements

Written by `make bench`; do not edit. Clients and server share one machine, so figures are low and their ratios count.
"""


@dataclass(frozen=True)
class Table:
    """One measurement: rows of texts under their headings, and what the reader must know about them."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str

    def written(self) -> str:
        lines = [self.headings, tuple("---" for _ in self.headings), *self.rows]
        table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
        return f"## {self.title}\n\n{table}\n\n{self.note}\n"


def figure(value: float) -> str:
    """Three digits that count.

    >>> figure(1234.5), figure(12.345), figure(0.012345)
    ('1234', '12.3', '0.0123')
    """
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}"


def write(measured: Mapping[str, Table], order: Sequence[str]) -> None:
    """Their sections anew, each with the machine and the load it stood under; the others stay as they were measured."""
    load = os.getloadavg()[0]
    where = (
        f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, "
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, load average at the end {load:.1f}."
    )
    sections = dict(_sections(PAGE.read_text(encoding="utf-8"))) if PAGE.is_file() else {}
    sections |= {name: f"{table.written()}\n{where}\n" for name, table in measured.items()}
    told = [f"{MARK.format(name)}\n\n{sections[name]}" for name in order if name in sections]
    PAGE.write_text("\n".join((HEAD, *told)), encoding="utf-8")


def _sections(page: str) -> Iterator[tuple[str, str]]:
    """The sections of a page by the names of what was measured."""
    _, *parts = re.split(MARK.format(r"(\w+)"), page)
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        yield name, text.strip() + "\n"
