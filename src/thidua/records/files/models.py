"""A stored file: known by its hash, kept on disk, served under the address of what it is attached to."""

from django.db import models

from thidua.base.rows import Addressed


class StoredFile(Addressed):
    """`sha256` of the bytes as they came; two uploads of the same bytes share the file on disk."""

    sha256 = models.CharField(max_length=64, db_index=True)
    size_bytes = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=100)
    name = models.CharField(max_length=255)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
