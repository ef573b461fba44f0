"""Acts on returned files: dropped, read again, one left out, cancelled; nothing of the records changes by them."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.workflow.importing import FileState, RunMove, RunState
from thidua.records.conduct.access.imports import may_drop, may_import
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.runs.models import Run, RunFile
from thidua.records.runs.steps.runs import begin_run, forget_what_was_read, leave_out, locked_run, move
from thidua.records.runs.told import Dropped
from thidua.records.seasons.models import BlocSeason
from thidua.records.seasons.queries.frame import bloc_of_token


@act
def drop_forms(
    bloc: BlocSeason, *, kind: str, part: str, dropped: Sequence[Dropped], by: Actor, at: datetime, key: str
) -> Run:
    """The secretariat drops forms that units have sent back; the jobs process reads them.

    Raises NotPossible without any file, and for a period that has not got so far.
    """
    require(may_drop(by, kind, part, bloc, on=local_day(at)))
    if not dropped:
        raise refuse("import.no_file")
    run = begin_run(kind, bloc, dropped, part=part, by=by, at=at)
    body = {"kind": kind, "part": part, "files": [one.name for one in dropped]}
    record("import.started", by=by, at=at, subjects=[run, bloc], body=body)
    return run


@act
def read_again(run: Run, *, by: Actor, at: datetime, key: str) -> Run:
    """The files are read anew beside what the records hold by now."""
    run, bloc = locked(run, by, at)
    move(run, RunMove.READ_AGAIN, by=by, at=at)
    forget_what_was_read(run)
    record("import.read_again", by=by, at=at, subjects=[run, bloc])
    return run


@act
def leave_file_out(file: RunFile, *, by: Actor, at: datetime, key: str) -> RunFile:
    """A file that shall not be applied, as one of two for the same unit. The others are then read again."""
    run, bloc = locked(file.run, by, at)
    file = run.files.select_for_update().get(pk=file.pk)
    if run.at_state is not RunState.READ or file.at_state not in (FileState.READ, FileState.FAULTY):
        raise refuse("import.cannot_leave_out", name=file.name)
    leave_out(file)
    move(run, RunMove.READ_AGAIN, by=by, at=at)
    forget_what_was_read(run)
    record("import.read_again", by=by, at=at, subjects=[run, bloc], body={"left_out": file.name})
    return file


@act
def cancel_import(run: Run, *, by: Actor, at: datetime, key: str) -> Run:
    """Nothing of it is applied; a reading that still runs ends before its next file."""
    run, bloc = locked(run, by, at)
    move(run, RunMove.CANCEL, by=by, at=at)
    record("import.cancelled", by=by, at=at, subjects=[run, bloc])
    return run


def locked(run: Run, by: Actor, at: datetime) -> tuple[Run, BlocSeason]:
    """The run under lock, with its bloc. Raises Unknown or NotPossible for whoever may not enter for its units."""
    run = locked_run(run.pk)
    bloc = bloc_of_token(run.within)
    require(may_import(by, run.kind, bloc, on=local_day(at)))
    return run, bloc
