"""The pact of a bloc, its signatures, and the signed annexes after its lock."""

from datetime import date

from django.db import models
from django.db.models import Q

from thidua.base.days import local_day
from thidua.base.noticing import Told
from thidua.base.rows import Addressed, ExactField, Shared
from thidua.base.workdays import working_day_after
from thidua.core.workflow.signing import PactStage
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models.commitments import Commitment
from thidua.records.seasons.models.frame import BlocSeason, Membership

SCAN_WITHIN_DAYS = 5  # working days, where nothing else was agreed


class Pact(Addressed, Shared, Told):
    """`preamble` is written by the secretariat; `text` is the full text, fixed when the signing opens.

    `seal` is the hash of text and signatures together, reckoned at the lock (core.pact). `paper` is the text as a PDF
    that was handed out to be signed digitally; the files that come back begin with it. A signature in ink has its scan
    within `scan_within_days` working days.
    """

    bloc_season = models.OneToOneField(BlocSeason, models.PROTECT, related_name="pact")
    stage = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in PactStage], default=PactStage.DRAFT.value
    )
    preamble = models.TextField(blank=True)
    text = models.TextField(blank=True)
    text_hash = models.CharField(max_length=64, blank=True)
    opening = models.PositiveSmallIntegerField(default=0)
    place = models.CharField(max_length=120, blank=True)
    scan_within_days = models.PositiveSmallIntegerField(default=SCAN_WITHIN_DAYS)
    calling = models.PositiveSmallIntegerField(default=0)  # the group that is called up now; 0: nobody
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    locked_at = models.DateTimeField(null=True)
    seal = models.CharField(max_length=64, blank=True)
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    @property
    def at_stage(self) -> PactStage:
        return PactStage(self.stage)


class Annex(Addressed, Shared, Told):
    """A signed change to one unit's commitments after the lock; in force once unit and head have signed.

    `on_behalf` when the secretariat drew it up from a paper. A withdrawn one keeps its number.
    """

    pact = models.ForeignKey(Pact, models.PROTECT, related_name="annexes")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="annexes")
    number = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=1000)
    text = models.TextField()
    text_hash = models.CharField(max_length=64)
    on_behalf = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    locked_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=("pact", "number"), name="seasons_annex_number_once")]


class AnnexLine(Told):
    told_by = "commitment"

    annex = models.ForeignKey(Annex, models.PROTECT, related_name="lines")
    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="annex_lines")
    before = ExactField(null=True)
    after = ExactField()


class Signature(Addressed, Told):
    """One signature under a pact or an annex; it names the hash of the text that was signed.

    A click in the system is an internal confirmation and is labelled so, never a digital signature. Of a digital one
    `scan` is the signed file, and `certificates` what was read out of it (core.pades).
    `membership` is None for the head of the cluster under an annex; `unit_code` and `member_name`
    are the unit's on the day of the signature, so that a later name does not break the seal.
    """

    told_by = "member_name"

    class Kind(models.TextChoices):
        ON_PAPER = "on_paper"
        INTERNAL = "internal"
        DIGITAL = "digital"

    class Capacity(models.TextChoices):
        LEADER = "leader"
        SIGNING_FOR = "signing_for"
        BY_LETTER = "by_letter"
        HEAD = "head"

    pact = models.ForeignKey(Pact, models.PROTECT, related_name="signatures")
    annex = models.ForeignKey(Annex, models.PROTECT, null=True, blank=True, related_name="signatures")
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="signatures")
    unit_code = models.CharField(max_length=32, blank=True, default="")
    member_name = models.CharField(max_length=200, blank=True, default="")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    capacity = models.CharField(max_length=12, choices=Capacity.choices)
    signer_name = models.CharField(max_length=120)
    signer_title = models.CharField(max_length=120)
    letter = models.CharField(max_length=120, blank=True)
    text_hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    certificates = models.JSONField(default=list, blank=True)
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=1000, blank=True)

    @property
    def scan_due_on(self) -> date | None:
        """By when a signature in ink under the pact itself owes its scan; None for one that owes none."""
        if self.kind != self.Kind.ON_PAPER or self.scan_id is not None or self.annex_id is not None:
            return None
        return working_day_after(local_day(self.at), self.pact.scan_within_days)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("pact", "membership"),
                condition=Q(annex=None, voided_at=None),
                name="seasons_one_signature_a_unit",
            ),
            models.UniqueConstraint(
                fields=("annex", "membership"),
                condition=Q(voided_at=None, annex__isnull=False),
                name="seasons_one_signature_an_annex",
            ),
            # Two empty memberships are never equal: the head's signature needs a rule of its own.
            models.UniqueConstraint(
                fields=("annex",),
                condition=Q(voided_at=None, annex__isnull=False, membership=None),
                name="seasons_head_signs_an_annex_once",
            ),
        ]
