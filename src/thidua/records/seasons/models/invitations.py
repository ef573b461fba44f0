"""Units asked into the program for a season, each by a code that opens one account once."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from thidua.base.rows import Addressed
from thidua.core.workflow.inviting import InvitationState
from thidua.records.accounts.models import Account
from thidua.records.directory.models import Person, Unit
from thidua.records.seasons.models.frame import Season

OPEN = Q(used_at=None, revoked_at=None)


class UnitInvitation(Addressed):
    """One unit, perhaps with the officer whom the directory knows; of the code only a keyed hash is kept.

    `mailed_at` is when its letter last went into the outbox, `account` what it opened.
    """

    season = models.ForeignKey(Season, models.PROTECT, related_name="invitations")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="invitations")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="invitations")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="invitations")

    COUNTS = Q(revoked_at=None)

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=("season", "unit"), condition=OPEN, name="seasons_one_open_invitation"),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(account__isnull=False), name="seasons_used_invitation_opened_one"
            ),
        ]

    def state_at(self, at: datetime) -> InvitationState:
        if self.used_at:
            return InvitationState.USED
        if self.revoked_at:
            return InvitationState.REVOKED
        return InvitationState.OPEN if self.expires_at > at else InvitationState.EXPIRED
