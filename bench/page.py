"""The page of results: docs/measurements.md, written by the command and by nothing else."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "measurements.md"
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


def write(tables: Sequence[Table]) -> None:
    """The whole page anew, with the machine and the load it stood under."""
    load = os.getloadavg()[0]
    where = (
        f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, "
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, load average at the end {load:.1f}."
    )
    PAGE.write_text("\n".join((HEAD, where + "\n", *(table.written() for table in tables))), encoding="utf-8")
