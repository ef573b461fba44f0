"""From rows of a register that were read to lines of records, and back again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from thidua.core.answer import Unknown
from thidua.records.awards.models import Entry
from thidua.records.awards.queries.registers import ENTRY
from thidua.records.awards.steps.staging import from_staged
from thidua.records.awards.told import Line, Whose
from thidua.records.directory.models import Person, Unit
from thidua.records.runs.models import StagedRow
from thidua.records.runs.steps.runs import rows_became

ROWS_A_BATCH = 500


def lines_in(rows: Sequence[StagedRow]) -> list[Line]:
    """Two queries for any number of rows. Raises Unknown where somebody was withdrawn since."""
    found: dict[str, Whose] = {}
    for kind in (Person, Unit):
        keys = {row.key.partition(":")[2] for row in rows if row.key.startswith(f"{kind._meta.model_name}:")}
        found |= {one.token: one for one in kind._default_manager.filter(public_id__in=keys)}
    if {row.key for row in rows} - found.keys():
        raise Unknown
    return [Line(found[row.key], from_staged(row.values)) for row in rows]


def mark_entered(rows: Sequence[StagedRow], entries: Sequence[Entry]) -> None:
    """Each row knows the entry that it became, by which it is withdrawn again."""
    for row, entry in zip(rows, entries, strict=True):
        row.values |= {ENTRY: entry.public_id}
    rows_became(rows)


def take_back(entries: Iterable[Entry], *, because: str, at: datetime) -> None:
    """All of them are withdrawn; the caller has asked what was built upon them and holds their records."""
    kinds: dict[type[Entry], list[Entry]] = defaultdict(list)
    for one in entries:
        one.withdrawn_at, one.withdrawn_because = at, because
        one.turn()
        kinds[type(one)].append(one)
    for kind, rows in kinds.items():
        fields = ["withdrawn_at", "withdrawn_because", "version"]
        kind._default_manager.bulk_update(rows, fields, batch_size=ROWS_A_BATCH)
