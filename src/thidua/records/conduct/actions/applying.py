"""What was read from returned files becomes figures of the records, all files at once; and is withdrawn again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.workflow.importing import FileState, RunMove, may
from thidua.records.conduct.actions.imports import locked
from thidua.records.conduct.steps.returned import KINDS
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.runs.models import Run
from thidua.records.runs.queries import files_in, rows_of_files
from thidua.records.runs.steps.runs import files_applied, files_undone, move


@act
def apply_import(run: Run, *, without_faulty: bool, by: Actor, at: datetime, key: str) -> Run:
    """Every file without a fault is entered for its unit, as signed by the leader whom the form names.

    Raises NotPossible while faulty files are not left out in so many words (`without_faulty`), if none is left, and
    naming each unit whose report has changed since it was read.
    """
    run, bloc = locked(run, by, at)
    require(may(run.at_state, RunMove.APPLY))
    files, faulty = files_in(run, FileState.READ), files_in(run, FileState.FAULTY)
    if not files:
        raise refuse("import.nothing_to_apply")
    if faulty and not without_faulty:
        raise refuse("import.some_are_faulty", count=len(faulty))
    kind = KINDS[run.kind]
    filled = kind.lock(bloc, [file.subject for file in files])
    bodies = kind.enter(bloc, files, rows_of_files(files), filled, by=by, at=at)
    for file in files:
        file.seen_version = filled[file.subject].version
    files_applied(files)
    move(run, RunMove.APPLY, by=by, at=at)
    body = {"files": len(files), "left_out": [file.name for file in faulty], "rows": bodies}
    record("import.applied", by=by, at=at, subjects=[run, bloc, *_subjects(filled)], body=body)
    return run


@act
def undo_import(run: Run, *, reason: str, by: Actor, at: datetime, key: str) -> Run:
    """All that the run has entered is withdrawn, figures stand as before and the units are told.

    Raises NotPossible without a reason, and naming everything that was built upon it since.
    """
    run, bloc = locked(run, by, at)
    require(may(run.at_state, RunMove.UNDO))
    if not reason.strip():
        raise refuse("import.needs_reason")
    files = files_in(run, FileState.APPLIED)
    kind = KINDS[run.kind]
    filled = kind.lock(bloc, [file.subject for file in files])
    if stands := kind.built_upon(bloc, files, filled):
        raise NotPossible(Sentence("import.built_upon"), *stands)
    kind.take_back(files, rows_of_files(files), filled, by=by, at=at)
    files_undone(run)
    move(run, RunMove.UNDO, by=by, at=at)
    body = {"reason": reason.strip(), "files": len(files)}
    record("import.undone", by=by, at=at, subjects=[run, bloc, *_subjects(filled)], body=body)
    return run


def _subjects(filled: Mapping[str, Any]) -> Sequence[HasToken]:
    """What was filled, each with its unit."""
    return [subject for row in filled.values() for subject in (row, row.membership.unit)]
