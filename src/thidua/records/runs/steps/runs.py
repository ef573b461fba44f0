"""A run from its drop to its end; the acts that call these hold its lock and write the journal's line."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.rows import in_their_place
from thidua.core.actor import Actor
from thidua.core.answer import require
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import FileState, RunMove, after, may
from thidua.records.journal.models import HasToken
from thidua.records.runs.models import Run, RunFile, StagedRow
from thidua.records.runs.told import Dropped

ROWS_AT_ONCE = 500


def begin_run(kind: str, within: HasToken, dropped: Sequence[Dropped], *, part: str, by: Actor, at: datetime) -> Run:
    """A run with its files, to be read in the background; files that were refused stand in it with their sentence."""
    run = Run.objects.create(
        kind=kind, within=within.token, part=part, account=by.account, started_at=at,
        started_by=by.as_written(),
    )  # fmt: skip
    add_files(run, dropped)
    return run


def add_files(run: Run, dropped: Sequence[Dropped], *, after_position: int = 0) -> None:
    RunFile.objects.bulk_create(
        (
            RunFile(
                run=run,
                position=position,
                name=one.name,
                file=one.file,
                state=(FileState.WAITING if one.file else FileState.FAULTY).value,
                faults=[Fault(sentence).as_written() for sentence in one.refused],
                faults_in_all=len(one.refused),
            )
            for position, one in enumerate(dropped, after_position + 1)
        ),
        batch_size=ROWS_AT_ONCE,
    )


def locked_run(run: int) -> Run:
    return Run.objects.select_for_update().get(pk=run)


def move(run: Run, to: RunMove, *, by: Actor, at: datetime) -> None:
    """Make one move of the table and save. Raises NotPossible when the state does not allow it."""
    require(may(run.at_state, to))
    target = after(run.at_state, to)
    assert target is not None
    run.state = target.value
    if to is RunMove.APPLY:
        run.applied_at, run.applied_by = at, by.as_written()
    elif to is RunMove.UNDO:
        run.undone_at, run.undone_by = at, by.as_written()
    run.turn()
    run.save()


def forget_what_was_read(run: Run) -> None:
    """Before it is read again: staged rows go, files wait anew; what was refused or left out stays so."""
    again = run.files.filter(state__in=[FileState.READ.value, FileState.FAULTY.value]).exclude(file=None)
    keys = list(again.values_list("pk", flat=True))
    StagedRow.objects.filter(file__in=keys).delete()
    RunFile.objects.filter(pk__in=keys).update(
        state=FileState.WAITING.value, attempts=0, subject="", about="", faults=[], faults_in_all=0
    )


def leave_out(file: RunFile) -> None:
    """The file stays in the run and is not applied."""
    StagedRow.objects.filter(file=file).delete()
    file.state = FileState.LEFT_OUT.value
    file.save(update_fields=["state"])


def files_applied(files: Sequence[RunFile]) -> None:
    """`seen_version` of each is by now the version that applying gave its row."""
    for file in files:
        file.state = FileState.APPLIED.value
    RunFile.objects.bulk_create(files, **in_their_place(["state", "seen_version"]))


def files_undone(run: Run) -> None:
    run.files.filter(state=FileState.APPLIED.value).update(state=FileState.UNDONE.value)


def rows_became(rows: Sequence[StagedRow]) -> None:
    """What rows say by now, once they were applied."""
    StagedRow.objects.bulk_update(rows, ["values"], batch_size=ROWS_AT_ONCE)
