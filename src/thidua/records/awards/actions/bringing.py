"""The act that brings many entries at once, as from a register on paper: one line of the journal for all."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.awards.access import may_keep_each
from thidua.records.awards.models import Entry
from thidua.records.awards.steps import keeping
from thidua.records.awards.told import Line
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record

AT_ONCE = 500


@act
def bring_entries(lines: Sequence[Line], *, source: str, by: Actor, at: datetime, key: str) -> list[Entry]:
    """All of them or none; `source` says from where. Raises NotPossible as `enter`, and for more than 500."""
    if len(lines) > AT_ONCE:
        raise refuse("honours.too_many", count=len(lines), most=AT_ONCE)
    records = list(dict.fromkeys(line.whose for line in lines))
    keeping.hold(records)
    asked = may_keep_each(by, records, on=local_day(at))
    for one in asked:
        require(one.answer)
    on_behalf = {whose for whose, one in zip(records, asked, strict=True) if one.on_behalf}
    rows = keeping.put(lines, by=by, at=at, today=local_day(at), on_behalf=on_behalf)
    record("honours.brought", by=by, at=at, subjects=records, body={"source": source, "count": str(len(rows))})
    return rows
