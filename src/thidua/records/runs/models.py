"""How far each follower of the journal has read; runs of files that came back, and what was read from them."""

from django.db import models

from thidua.base.rows import Addressed, Shared
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import FileState, Outcome, RunState
from thidua.records.files.models import StoredFile


class Cursor(models.Model):
    """`seq` is the last journal line that the named follower has dealt with."""

    name = models.CharField(max_length=32, primary_key=True)
    seq = models.BigIntegerField(default=0)
    moved_at = models.DateTimeField(null=True)


class Run(Addressed, Shared):
    """Files that came back in one drop: `kind` as results, `within` what they are about, `part` of it as a period.

    `account` is the key of who dropped them.
    """

    kind = models.CharField(max_length=16)
    within = models.CharField(max_length=64, db_index=True)
    part = models.CharField(max_length=60, blank=True, default="")
    state = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in RunState], default=RunState.WAITING.value
    )
    account = models.BigIntegerField(null=True)
    started_at = models.DateTimeField()
    started_by = models.JSONField()
    read_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    applied_by = models.JSONField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.JSONField(null=True)

    class Meta:
        ordering = ("-pk",)

    @property
    def at_state(self) -> RunState:
        return RunState(self.state)


class RunFile(Addressed):
    """One file of a run: what it is about once that is known, how it stands, its faults by cell.

    `subject` is the token of the row that it fills, `seen_version` that row's version when it was read, and once
    applied the version that applying gave it. `told` is what the file says beside its rows. `attempts` counts how
    often it was begun: a file at which the reader ended three times is not begun again.
    """

    run = models.ForeignKey(Run, models.PROTECT, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in FileState], default=FileState.WAITING.value
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    about = models.CharField(max_length=250, blank=True, default="")
    subject = models.CharField(max_length=64, blank=True, default="", db_index=True)
    seen_version = models.PositiveIntegerField(default=0)
    told = models.JSONField(default=dict)
    faults = models.JSONField(default=list)
    faults_in_all = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("run", "position"), name="runs_file_once_a_place")]

    @property
    def at_state(self) -> FileState:
        return FileState(self.state)

    @property
    def told_faults(self) -> list[Fault]:
        return [Fault.from_written(kept) for kept in self.faults]


class StagedRow(models.Model):
    """One row read from a file and not applied yet: `values` as read, `before` what stood there, texts by column."""

    file = models.ForeignKey(RunFile, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    cell = models.CharField(max_length=12)
    sheet = models.CharField(max_length=60)
    key = models.CharField(max_length=64)
    name = models.CharField(max_length=500)
    outcome = models.CharField(max_length=8, choices=[(o.value, o.value) for o in Outcome])
    values = models.JSONField(default=dict)
    before = models.JSONField(default=dict)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("file", "position"), name="runs_row_once_a_place")]
