"""Papers that a season makes: filled from the records, signed, numbered; the letterhead and templates behind them."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.workflow.papers import PaperState, Under
from thidua.core.workflow.signatures import Capacity
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile


class Beginning(Addressed, Shared, Told):
    """How papers begin: `over` is the first line, of the superior agency; `symbol` stands in numbers, as STP in
    05/KH-STP."""

    over = models.CharField(max_length=120, blank=True)
    agency = models.CharField(max_length=120)
    symbol = models.CharField(max_length=20)
    place = models.CharField(max_length=60)

    class Meta:
        abstract = True

    @property
    def as_fields(self) -> dict[str, str]:
        """As a paper keeps them; those with a line before them are no field of a template."""
        return {
            "co_quan_cap_tren": self.over, "co_quan": self.agency, "_place": self.place, "_symbol": self.symbol,
        }  # fmt: skip


class Letterhead(Beginning):
    """Of a unit; the program counts its papers if `own_numbers`, else the office's own system does."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="letterhead")
    own_numbers = models.BooleanField(default=False)

    COUNTS = models.Q(pk=None)  # it says nothing without its unit, and hinders nobody


class AllowedLetterhead(Beginning):
    """That a cluster, whose public id is `frame`, may use beside the unit's: its own, or that of the agency above.

    Only by leave of the authority, by the paper `allowed_by`. `chief` is the post of who heads the agency.
    """

    ALLOWED = (Under.CLUSTER, Under.AGENCY)

    frame = models.CharField(max_length=11)
    under = models.CharField(max_length=7, choices=[(u.value, u.value) for u in ALLOWED], default=Under.CLUSTER.value)
    chief = models.CharField(max_length=120, blank=True)
    allowed_by = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("frame", "under"), name="papers_letterhead_once")]


class AdoptedTemplate(Addressed, Told):
    """An office's Word template of one paper, in force from its day until the next; never changed.

    `frame` is the public id of the cluster. One without a file brings back the program's own.
    """

    told_by = "code"

    frame = models.CharField(max_length=11)
    code = models.CharField(max_length=40)
    edition = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField()
    adopted_by = models.JSONField()

    class Meta:
        ordering = ("frame", "code", "-edition")
        constraints = [models.UniqueConstraint(fields=("frame", "code", "edition"), name="papers_edition_once")]


class OfficialPaper(Addressed, Shared, Told):
    """One paper of a season's list. `frame` is the public id of the season, `subject` that of what it is about.

    `nth` counts those of one subject: after one that was withdrawn, or of a kind that is written again. `filled`
    came from the records on `filled_at`, `typed` from its writers; both are what its templates hold.
    """

    frame = models.CharField(max_length=11)
    code = models.CharField(max_length=40)
    subject = models.CharField(max_length=11)
    nth = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in PaperState], default=PaperState.DRAFT.value
    )
    filled = models.JSONField(default=dict)
    typed = models.JSONField(default=dict)
    filled_at = models.DateTimeField()
    under = models.CharField(max_length=7, choices=[(u.value, u.value) for u in Under], default=Under.UNIT.value)
    capacity = models.CharField(max_length=4, blank=True, choices=[(c.value, c.value) for c in Capacity])
    signer = models.CharField(max_length=120, blank=True)
    signer_title = models.CharField(max_length=120, blank=True)
    returned_because = models.CharField(max_length=500, blank=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.JSONField(null=True)
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True)
    template = models.ForeignKey(AdoptedTemplate, models.PROTECT, null=True, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("code", "subject", "nth")
        indexes = [models.Index(fields=("frame", "state"), name="papers_of_a_frame")]
        constraints = [
            models.UniqueConstraint(fields=("frame", "code", "subject", "nth"), name="papers_nth_once"),
            models.CheckConstraint(
                condition=~models.Q(state=PaperState.ISSUED.value)
                | ~models.Q(number="") & models.Q(dated_on__isnull=False),
                name="papers_issued_has_its_number",
            ),
        ]

    @property
    def at_state(self) -> PaperState:
        return PaperState(self.state)

    @property
    def is_issued(self) -> bool:
        return self.at_state is PaperState.ISSUED

    @property
    def is_returned(self) -> bool:
        return self.at_state is PaperState.DRAFT and bool(self.returned_because)


class InBackground(models.Model):
    """A PDF that is made in the background from a Word file; `because` it was not made."""

    asked_at = models.DateTimeField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    because = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True

    @property
    def is_waiting(self) -> bool:
        return self.file_id is None and not self.because


class MadePdf(InBackground):
    """Of one version of a paper, by a template."""

    paper = models.ForeignKey(OfficialPaper, models.PROTECT, related_name="pdfs")
    version = models.PositiveIntegerField()
    template = models.ForeignKey(AdoptedTemplate, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("paper", "version", "template"), name="papers_pdf_once")]


class UnitPdf(Addressed, InBackground):
    """Of a unit's own paper, which is kept nowhere, or of its report before it is signed: the last that was asked for.

    `subject` is the token of the membership or of the report; `digest` names what stood in the `word` file, so that
    nobody is given the PDF of what reads otherwise by now.
    """

    subject = models.CharField(max_length=64)
    code = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    word = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("subject", "code"), name="papers_unit_pdf_once")]


class NumberTaken(models.Model):
    """A number of a unit's papers in a year: given once, kept when its paper is withdrawn.

    `serial` counts within the symbol of a kind of paper, None where a number does not begin with a figure.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="numbers_taken")
    year = models.PositiveSmallIntegerField()
    symbol = models.CharField(max_length=40)
    serial = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=60)
    paper = models.OneToOneField(OfficialPaper, models.PROTECT, related_name="number_taken")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("unit", "year", "number"), name="papers_number_once"),
            models.UniqueConstraint(fields=("unit", "year", "symbol", "serial"), name="papers_serial_once"),
        ]
