"""Acts on a register of honours from a spreadsheet: dropped, taken over as a whole, withdrawn as a whole."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, Unknown, refuse, require
from thidua.core.returned.honours import HONOURS
from thidua.core.texts import composed
from thidua.core.workflow.importing import FileState, Outcome, RunMove
from thidua.core.workflow.importing import may as may_move
from thidua.records.awards.access import may_keep_each
from thidua.records.awards.queries.registers import built_upon, entries_from
from thidua.records.awards.steps import keeping
from thidua.records.awards.steps.registers import lines_in, mark_entered, take_back
from thidua.records.awards.told import Whose
from thidua.records.directory.models import Unit
from thidua.records.files.zips import ARCHIVE
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.runs.models import Run
from thidua.records.runs.queries import files_in, rows_of_files
from thidua.records.runs.steps.runs import begin_run, files_applied, files_undone, locked_run, move
from thidua.records.runs.told import Dropped


@act
def drop_register(unit: Unit, *, dropped: Sequence[Dropped], by: Actor, at: datetime, key: str) -> Run:
    """A unit's register is dropped; the jobs process reads it beside the records. Raises NotPossible without a file."""
    _may(by, [unit], at)
    if len(dropped) != 1 or (dropped[0].file and dropped[0].file.kind == ARCHIVE):
        raise refuse("register.one_file")
    run = begin_run(HONOURS, unit, dropped, part="", by=by, at=at)
    record("register.dropped", by=by, at=at, subjects=[run, unit], body={"file": dropped[0].name})
    return run


@act
def apply_register(run: Run, unit: Unit, *, by: Actor, at: datetime, key: str) -> Run:
    """Its new entries come into the records of people and units, all at once.

    Raises NotPossible for a register with faults, for one without anything new, and for what has come in since.
    """
    run = _held(run, unit, by, at)
    require(may_move(run.at_state, RunMove.APPLY))
    files = files_in(run, FileState.READ)
    if not files:
        raise refuse("register.has_faults")
    rows = [row for of_file in rows_of_files(files).values() for row in of_file if row.outcome == Outcome.NEW.value]
    if not rows:
        raise refuse("register.nothing_new")
    lines = lines_in(rows)
    records = list(dict.fromkeys(line.whose for line in lines))
    keeping.hold(records)
    on_behalf = _may(by, records, at)
    entries = keeping.put(lines, by=by, at=at, today=local_day(at), on_behalf=on_behalf)
    mark_entered(rows, entries)
    files_applied(files)
    move(run, RunMove.APPLY, by=by, at=at)
    body = {"source": files[0].name, "count": str(len(entries))}
    record("register.applied", by=by, at=at, subjects=[run, unit, *(one for one in records if one != unit)], body=body)
    return run


@act
def undo_register(run: Run, unit: Unit, *, because: str, by: Actor, at: datetime, key: str) -> Run:
    """All that the register brought is withdrawn.

    Raises NotPossible without a reason, and naming what was built upon it since.
    """
    run = _held(run, unit, by, at)
    require(may_move(run.at_state, RunMove.UNDO))
    if not because.strip():
        raise refuse("honours.needs_reason")
    files = files_in(run, FileState.APPLIED)
    entries = entries_from(row for of_file in rows_of_files(files).values() for row in of_file)
    records = list(dict.fromkeys(one.whose for one in entries))
    keeping.hold(records)
    _may(by, records, at)
    entries = entries_from(row for of_file in rows_of_files(files).values() for row in of_file)
    if stands := list(built_upon(entries)):
        raise NotPossible(Sentence("register.built_upon"), *stands)
    take_back(entries, because=composed(because.strip()), at=at)
    files_undone(run)
    move(run, RunMove.UNDO, by=by, at=at)
    body = {"reason": because.strip(), "count": str(len(entries))}
    record(
        "register.withdrawn", by=by, at=at, subjects=[run, unit, *(one for one in records if one != unit)], body=body
    )
    return run


@act
def cancel_register(run: Run, unit: Unit, *, by: Actor, at: datetime, key: str) -> Run:
    """Nothing of it comes into the records."""
    run = _held(run, unit, by, at)
    move(run, RunMove.CANCEL, by=by, at=at)
    record("register.cancelled", by=by, at=at, subjects=[run, unit])
    return run


def _held(run: Run, unit: Unit, by: Actor, at: datetime) -> Run:
    """The run under lock. Raises Unknown for one that is no register, or another unit's."""
    _may(by, [unit], at)
    held = locked_run(run.pk)
    if held.kind != HONOURS or held.within != unit.token:
        raise Unknown
    return held


def _may(by: Actor, records: Sequence[Whose], at: datetime) -> set[Whose]:
    """Those of them that it is done on behalf of. Raises NotPossible for records that are not the actor's."""
    asked = may_keep_each(by, records, on=local_day(at))
    for one in asked:
        require(one.answer)
    return {whose for whose, one in zip(records, asked, strict=True) if one.on_behalf}
