"""What the reader in the background writes down, in transactions of its own: none holds more than 500 rows.

No act and no line of the journal: what is read changes nothing yet. A reader that ends in the midst of it begins
the same file again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.db.models import Count, F, Max

from thidua.core.answer import Sentence
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import TO_BE_READ, FileState, RunState
from thidua.records.runs.models import Run, RunFile, StagedRow
from thidua.records.runs.steps.runs import ROWS_AT_ONCE, add_files, locked_run
from thidua.records.runs.told import Dropped, FileRead, RowRead

MOST_ATTEMPTS = 3
FAULTS_KEPT = 200
OTHERS_NAMED = 5  # of a thousand files for one unit each would name all the others


@transaction.atomic
def reading_begins(run: Run) -> bool:
    """Whether the run is still to be read; a cancelled one is not."""
    run = locked_run(run.pk)
    if run.at_state not in TO_BE_READ:
        return False
    run.state = RunState.READING.value
    run.save(update_fields=["state"])
    return True


@transaction.atomic
def file_begins(file: RunFile) -> bool:
    """Counts the attempt; false for a file at which the reader ended too often, and once the run is cancelled."""
    if locked_run(file.run_id).at_state is not RunState.READING:
        return False
    if file.attempts >= MOST_ATTEMPTS:
        _end(file, FileRead(faults=[Fault(Sentence("import.reader_ended", name=file.name))]))
        return False
    RunFile.objects.filter(pk=file.pk).update(attempts=F("attempts") + 1)
    StagedRow.objects.filter(file=file).delete()
    return True


def file_read(file: RunFile, read: FileRead) -> None:
    """The rows in batches, then the file's own row: until that is there, all of it is read again."""
    rows = iter(enumerate(read.rows, 1))
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        with transaction.atomic():
            StagedRow.objects.bulk_create(_staged(file, batch))
    with transaction.atomic():
        _end(file, read)


def _staged(file: RunFile, batch: Iterable[tuple[int, RowRead]]) -> list[StagedRow]:
    return [StagedRow(file=file, position=position, **_columns(row)) for position, row in batch]


def _columns(row: RowRead) -> dict[str, object]:
    return {
        "key": row.key, "name": row.name[:500], "sheet": row.sheet[:60], "cell": row.cell,
        "outcome": row.outcome.value, "values": dict(row.values), "before": dict(row.before),
    }  # fmt: skip


def _end(file: RunFile, read: FileRead) -> None:
    file.state = (FileState.FAULTY if read.faults else FileState.READ).value
    file.about, file.subject, file.seen_version = read.about[:250], read.subject, read.seen_version
    file.told = dict(read.told)
    file.faults = [fault.as_written() for fault in read.faults[:FAULTS_KEPT]]
    file.faults_in_all = len(read.faults)
    file.save(update_fields=["state", "about", "subject", "seen_version", "told", "faults", "faults_in_all"])


@transaction.atomic
def archive_unpacked(file: RunFile, dropped: Sequence[Dropped]) -> None:
    """The files of an archive join the run in the archive's place."""
    locked_run(file.run_id)
    last = file.run.files.aggregate(last=Max("position"))["last"]
    add_files(file.run, dropped, after_position=last)
    file.state = FileState.UNPACKED.value
    file.save(update_fields=["state"])


@transaction.atomic
def reading_ends(run: Run, *, at: datetime) -> None:
    """The run can be looked at. Files that are about the same row are all at fault: which one counts, people say."""
    run = locked_run(run.pk)
    if run.at_state is not RunState.READING:
        return
    named = run.files.filter(state__in=[FileState.READ.value, FileState.FAULTY.value]).exclude(subject="")
    twice = named.values("subject").annotate(files=Count("pk")).filter(files__gt=1).values_list("subject", flat=True)
    doubled = list(named.filter(subject__in=list(twice)))
    first: dict[str, list[RunFile]] = defaultdict(list)
    for file in doubled:
        if len(first[file.subject]) <= OTHERS_NAMED:
            first[file.subject].append(file)
    for file in doubled:
        others = [one.name for one in first[file.subject] if one.pk != file.pk]
        fault = Fault(Sentence("import.doubled", about=file.about, files=tuple(others[:OTHERS_NAMED])))
        file.faults = [fault.as_written(), *file.faults]
        file.faults_in_all += 1
        file.state = FileState.FAULTY.value
    RunFile.objects.bulk_update(doubled, ["faults", "faults_in_all", "state"], batch_size=ROWS_AT_ONCE)
    run.state, run.read_at = RunState.READ.value, at
    run.turn()
    run.save()
