"""Questions about runs: how far one is, what its files say, what applying it would do."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from thidua.core.answer import Unknown
from thidua.core.workflow.importing import FileState, Outcome
from thidua.records.journal.models import HasToken
from thidua.records.runs.models import Run, RunFile, StagedRow

FILES_AT_ONCE = 50


@dataclass(frozen=True)
class Counts:
    """Files of a run by state, and rows of those that would be applied by what applying would do to them."""

    files: dict[str, int]
    rows: dict[str, int]

    @property
    def in_all(self) -> int:
        return sum(count for state, count in self.files.items() if state != FileState.UNPACKED)

    @property
    def done(self) -> int:
        return self.in_all - self.files.get(FileState.WAITING.value, 0)

    def of(self, word: str) -> int:
        return self.files.get(word, 0) + self.rows.get(word, 0)


def run_of_token(token: str) -> Run:
    """The run that the journal names. Raises Unknown if there is none."""
    return run_at(token.partition(":")[2])


def run_at(public_id: str, *, within: HasToken | None = None) -> Run:
    """The run at an address, of the bloc or list that it is about. Raises Unknown if there is none."""
    runs = Run.objects.filter(public_id=public_id)
    found = (runs if within is None else runs.filter(within=within.token)).first()
    if found is None:
        raise Unknown
    return found


def runs_within(within: HasToken) -> QuerySet[Run]:
    """Runs about one bloc or list, newest first."""
    return Run.objects.filter(within=within.token)


def waiting_files(run: Run) -> list[RunFile]:
    """The next files that nobody has read, in their order."""
    waiting = run.files.filter(state=FileState.WAITING.value).select_related("file", "run")
    return list(waiting[:FILES_AT_ONCE])


def files_in(run: Run, state: FileState) -> list[RunFile]:
    """Files of a run in one state, in their order."""
    return list(run.files.filter(state=state.value).select_related("file"))


def counts_of(run: Run) -> Counts:
    files = run.files.order_by().values("state").annotate(count=Count("pk")).values_list("state", "count")
    kept = [FileState.READ.value, FileState.APPLIED.value, FileState.UNDONE.value]
    rows = StagedRow.objects.filter(file__run=run, file__state__in=kept).order_by().values("outcome")
    by_outcome = dict(rows.annotate(count=Count("pk")).values_list("outcome", "count"))
    return Counts(dict(files), {outcome.value: by_outcome.get(outcome.value, 0) for outcome in Outcome})


def rows_of_files(files: Sequence[RunFile]) -> dict[int, list[StagedRow]]:
    """The rows of several files by key of the file, in their order; one query."""
    found: dict[int, list[StagedRow]] = {file.pk: [] for file in files}
    for row in StagedRow.objects.filter(file__in=found):
        found[row.file_id].append(row)
    return found
