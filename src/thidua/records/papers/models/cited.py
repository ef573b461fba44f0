"""Papers that others refer to: a number and date, an issuer and signer, the signed file."""

from django.db import models

from thidua.base.rows import Addressed
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile


class Paper(Addressed):
    """A paper that others refer to: a decision that assigns a target, evidence of a result, a scan.

    `unit` is the unit in whose affairs it was named; empty for what concerns a whole bloc.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="papers")
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()
