"""What a unit hands in: entered by its officer, signed by its leader, or returned with a remark."""

from datetime import date, datetime
from typing import Any

from django.db import models

from thidua.core.actor import Actor
from thidua.core.answer import require
from thidua.core.workflow.handing_in import Handing, Move, after, may


class Due(models.Model):
    """What a unit has to hand in by a day: `extended_to` is a later day given to this unit alone, with its reason."""

    extended_to = models.DateField(null=True)
    extended_because = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        abstract = True

    def due(self, planned: date) -> date:
        """The day by which this unit hands in, where everybody else does by `planned`."""
        return max(planned, self.extended_to or planned)


class HandedIn(models.Model):
    """State, submitter and signer of a unit's commitments, report or score card.

    `submitted_by` and `signed_by` are people as they were written on that day.
    """

    state = models.CharField(max_length=16, choices=[(s.value, s.value) for s in Handing], default=Handing.DRAFT.value)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.JSONField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.JSONField(null=True)
    returned_at = models.DateTimeField(null=True)
    remark = models.CharField(max_length=1000, blank=True)

    class Meta:
        abstract = True

    @property
    def handing(self) -> Handing:
        return Handing(self.state)

    def hand(
        self, move: Move, *, by: Actor, at: datetime, signer: dict[str, Any] | None = None, remark: str = ""
    ) -> None:
        """Make one move of the table; the caller saves.

        `signer` is the leader named on the paper when the secretariat enters on behalf.
        Raises NotPossible when the state does not allow the move.
        """
        require(may(self.handing, move))
        target = after(self.handing, move)
        assert target is not None
        self.state = target.value
        if move is Move.SUBMIT:
            self.submitted_at, self.submitted_by, self.remark, self.returned_at = at, by.as_written(), "", None
        elif move is Move.TAKE_BACK:
            self.submitted_at = self.submitted_by = None
        elif move is Move.SIGN:
            self.signed_at, self.signed_by = at, signer or by.as_written()
        elif move is Move.RETURN:
            self.returned_at, self.remark = at, remark
