"""Drafts of what is being typed, notices, the outbox of mail and the address in it, entries on behalf."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.addresses import MOST as LONGEST_ADDRESS
from thidua.records.accounts.models import Account
from thidua.records.directory.models import Person, Unit
from thidua.records.files.models import StoredFile


class Draft(models.Model):
    """What one account has typed on one form and not yet sent; kept until sent or thrown away.

    `address` names the form, `values` are texts by the names of its fields. `version` counts the savings, `page`
    is the opened page that saved last: it alone may save again without knowing the newest version.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="drafts")
    address = models.CharField(max_length=300)
    values = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    page = models.CharField(max_length=24, blank=True, default="")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("account", "address"), name="desk_one_draft_a_form")]


class Notice(Addressed):
    """A sentence for a unit's people or for one person.

    `place` names the page where to act on it, `slugs` its address, as a task does.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="notices")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="notices")
    key = models.CharField(max_length=64)
    values = models.JSONField(default=dict)
    place = models.CharField(max_length=40, blank=True, default="")
    slugs = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")


class NoticeRead(models.Model):
    notice = models.ForeignKey(Notice, models.PROTECT, related_name="reads")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("notice", "account"), name="desk_notice_read_once")]


class OutMail(Addressed):
    """A letter waiting to be sent by SMTP, or to be copied or printed where no server is set."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    about = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-pk",)


class HouseAddress(Addressed, Shared, Told):
    """By which address others open the program, as an administrator wrote it; there is one row at most."""

    only = models.BooleanField(default=True, unique=True, editable=False)
    address = models.CharField(max_length=LONGEST_ADDRESS)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="desk_one_house_address")]


class Marks(models.Manager["EntryOnBehalf"]):
    """Entries whose figures stand, or were replaced by newer ones; none that was withdrawn."""

    def get_queryset(self) -> models.QuerySet["EntryOnBehalf"]:
        return super().get_queryset().exclude(state=EntryOnBehalf.State.WITHDRAWN)


class EntryOnBehalf(Addressed):
    """The secretariat entered for a unit (nhập thay): from which paper, signed by whom, and whether it stands.

    `subject` is the token of what was entered, `within` that of the bloc's season in which it stands. A disputed
    entry stands with its mark until the secretariat confirms or replaces it with a reason. One that was withdrawn
    together with its figures marks nothing any more: ask `EntryOnBehalf.marks`.
    """

    PLACE = "entry_on_behalf"  # of the page where it is confirmed, disputed and answered

    class State(models.TextChoices):
        """The states of core.workflow.on_behalf."""

        STANDING = "standing"
        CONFIRMED_BY_UNIT = "confirmed_by_unit"
        DISPUTED = "disputed"
        CONFIRMED = "confirmed"
        REPLACED = "replaced"
        WITHDRAWN = "withdrawn"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="entries_on_behalf")
    subject = models.CharField(max_length=64, db_index=True)
    within = models.CharField(max_length=64, blank=True, default="", db_index=True)
    source = models.CharField(max_length=200)
    number = models.CharField(max_length=60)
    dated_on = models.DateField()
    signer_name = models.CharField(max_length=120)
    signer_title = models.CharField(max_length=120)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.JSONField()
    state = models.CharField(max_length=20, choices=State.choices, default=State.STANDING)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.JSONField(null=True)
    dispute = models.CharField(max_length=1000, blank=True)
    disputed_at = models.DateTimeField(null=True)
    disputed_by = models.JSONField(null=True)
    answer = models.CharField(max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.JSONField(null=True)

    objects = models.Manager["EntryOnBehalf"]()
    marks = Marks()

    class Meta:
        ordering = ("-pk",)
