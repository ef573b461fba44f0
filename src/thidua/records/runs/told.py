"""What is dropped and what is read from it, as plain values before any row stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from thidua.core.answer import Sentence
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import Outcome
from thidua.records.files.models import StoredFile


@dataclass(frozen=True)
class Dropped:
    """A file as it came; without `file` it was refused, and `refused` says why."""

    name: str
    file: StoredFile | None = None
    refused: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class RowRead:
    """One row of a file with what stood there before, texts by column, and the cell that it is named by."""

    key: str
    name: str
    sheet: str
    cell: str
    outcome: Outcome
    values: Mapping[str, Any]
    before: Mapping[str, Any]


@dataclass(frozen=True)
class FileRead:
    """What one file says: about which row, in which version of it, its rows, and every fault."""

    about: str = ""
    subject: str = ""
    seen_version: int = 0
    told: Mapping[str, Any] = field(default_factory=dict)
    rows: Sequence[RowRead] = ()
    faults: Sequence[Fault] = ()
