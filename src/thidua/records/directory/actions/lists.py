"""Acts on a list of units and people from a spreadsheet: dropped, taken over as a whole, withdrawn as a whole."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.returned.lists import UNITS
from thidua.core.workflow.importing import FileState, RunMove
from thidua.core.workflow.importing import may as may_move
from thidua.records.directory.access import may
from thidua.records.directory.queries.lists import Directory, built_upon, changed_after, units_brought
from thidua.records.directory.steps.lists import bring, put_back_addresses, take_away
from thidua.records.files.zips import ARCHIVE
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.runs.models import Run
from thidua.records.runs.queries import files_in, rows_of_files
from thidua.records.runs.steps.runs import begin_run, files_applied, files_undone, locked_run, move
from thidua.records.runs.told import Dropped


@act
def drop_list(*, dropped: Sequence[Dropped], by: Actor, at: datetime, key: str) -> Run:
    """A list is dropped; the jobs process reads it beside the directory. Raises NotPossible without one file."""
    require(may(by, "directory.keep"))
    if len(dropped) != 1 or (dropped[0].file and dropped[0].file.kind == ARCHIVE):
        raise refuse("list.one_file")
    run = begin_run(UNITS, Directory(), dropped, part="", by=by, at=at)
    record("list.dropped", by=by, at=at, subjects=[run], body={"file": dropped[0].name})
    return run


@act
def apply_list(run: Run, *, by: Actor, at: datetime, key: str) -> Run:
    """Its units and people come into the directory, all at once.

    Raises NotPossible for a list with faults, and naming a unit that has come in since it was read.
    """
    run = _held(run, by)
    require(may_move(run.at_state, RunMove.APPLY))
    files = files_in(run, FileState.READ)
    if not files:
        raise refuse("list.has_faults")
    rows = [row for of_file in rows_of_files(files).values() for row in of_file]
    written = bring(run.token, rows, on=local_day(at))
    files_applied(files)
    move(run, RunMove.APPLY, by=by, at=at)
    body = {
        "units": [unit.name for unit in written.units],
        "people": [person.full_name for person in written.people],
        "posts": str(len(written.posts)),
    }
    subjects = [run, *written.units, *written.people, *written.mended]
    record("list.applied", by=by, at=at, subjects=subjects, body=body)
    return run


@act
def undo_list(run: Run, *, by: Actor, at: datetime, key: str) -> Run:
    """All that the list brought is withdrawn and what it wrote over put back, as if it had not been written.

    Raises NotPossible naming what was built upon it since.
    """
    run = _held(run, by)
    require(may_move(run.at_state, RunMove.UNDO))
    units = list(units_brought(run.token).select_for_update().order_by("pk"))  # nobody builds on them meanwhile
    rows = [row for of_file in rows_of_files(files_in(run, FileState.APPLIED)).values() for row in of_file]
    if stands := [*built_upon(run.token), *changed_after(rows)]:
        raise NotPossible(Sentence("list.built_upon"), *stands)
    files_undone(run)
    move(run, RunMove.UNDO, by=by, at=at)
    _, people = take_away(run.token, at=at)
    put_back_addresses(rows)
    body = {"units": [unit.name for unit in units], "people": str(people)}
    record("list.withdrawn", by=by, at=at, subjects=[run, *units], body=body)
    return run


@act
def cancel_list(run: Run, *, by: Actor, at: datetime, key: str) -> Run:
    """Nothing of it comes into the directory."""
    run = _held(run, by)
    move(run, RunMove.CANCEL, by=by, at=at)
    record("list.cancelled", by=by, at=at, subjects=[run])
    return run


def _held(run: Run, by: Actor) -> Run:
    require(may(by, "directory.keep"))
    return locked_run(run.pk)
