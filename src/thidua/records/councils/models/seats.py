"""Seating: every seat of the hall, with who sits there."""

from django.db import models

from thidua.base.rows import Addressed
from thidua.records.councils.models.conferences import Conference


class Seat(Addressed):
    """Row 1 is nearest to the chair's table; an empty name is a free seat."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="seats")
    row = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("row", "number")
        constraints = [
            models.UniqueConstraint(fields=("conference", "row", "number"), name="councils_seat_once"),
        ]

    @property
    def label(self) -> str:
        """As halls write it: A1 is the first seat of the first row."""
        return f"{chr(ord('A') + self.row - 1)}{self.number}"
