"""Journal lines, their erasable bodies, the log's head, keys of acts; the access log apart."""

from typing import Protocol

from django.db import models

from thidua.core.journal.chain import FIRST_PREVIOUS, Envelope


class HasToken(Protocol):
    """Whatever the journal can name: a row with a public id."""

    @property
    def token(self) -> str: ...


class Head(models.Model):
    """The last line's number and hash: one row, locked by an act only when it writes its lines."""

    seq = models.BigIntegerField(default=0)
    leaf_hash = models.CharField(max_length=64, default=FIRST_PREVIOUS)


class Entry(models.Model):
    """The envelope of one line; triggers refuse to change or delete it."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=64)
    actor = models.CharField(max_length=64)
    subjects = models.JSONField(default=list)
    body_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    leaf_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("seq",)

    def envelope(self) -> Envelope:
        return Envelope(
            seq=self.seq,
            at=self.at.isoformat(),
            kind=self.kind,
            actor=self.actor,
            subjects=tuple(self.subjects),
            body_hash=self.body_hash,
            previous_hash=self.previous_hash,
        )


class Body(models.Model):
    """What the envelope commits to: actor by name, before and after. Erasing a person empties it."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="body")
    salt = models.CharField(max_length=32, null=True)
    text = models.TextField(null=True)
    erased_at = models.DateTimeField(null=True)


class Subject(models.Model):
    """Finds the lines about one row without reading every line."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="subject_rows")
    token = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("token", "entry"), name="journal_subject_once")]


class ActKey(models.Model):
    """A form's key: a repeated key answers with the first receipt."""

    key = models.CharField(max_length=64, primary_key=True)
    act = models.CharField(max_length=64)
    actor = models.CharField(max_length=64)
    at = models.DateTimeField()
    receipt = models.JSONField(null=True)


class AccessLine(models.Model):
    """A refused request or the reading of a personal file: kept for a term, outside the chain."""

    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    method = models.CharField(max_length=8)
    address = models.CharField(max_length=300)
    because = models.CharField(max_length=64, blank=True)


class Turn(models.Model):
    """A row to wait for: tries at the same thing come one after the other. There are a few; things share them."""

    place = models.PositiveSmallIntegerField(primary_key=True)
