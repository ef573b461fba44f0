"""The adopted score sheet of a bloc, each unit's card, verification, exclusions, the locked ranking."""

from django.db import models

from thidua.base.handed import Due, HandedIn
from thidua.base.noticing import Told
from thidua.base.rows import Addressed, ExactField, Shared
from thidua.records.papers.models import Paper
from thidua.records.results.models import Result
from thidua.records.seasons.models import BlocSeason, Membership


class AdoptedSheet(Addressed, Told):
    """A bloc's score sheet: the body of a library's or an own file as it stood when adopted, never changed after.

    A newer row replaces an older one until the cards are opened; the newest row reckons.
    `text` is the YAML that core.scoring.parse reads, `text_hash` its SHA-256.
    """

    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, related_name="adopted_sheets")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    text = models.TextField()
    text_hash = models.CharField(max_length=64)
    issued_by = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    adopted_at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=("bloc_season", "number"), name="scores_sheet_number_once")]


class ScoreCard(Addressed, Shared, Told, HandedIn, Due):
    """One unit's card: opened with the stage *self_scoring*, pre-filled from results, signed by the leader.

    Totals are exact ("numerator/denominator") beside whole 1/10,000 parts, which the database may sort by.
    """

    membership = models.OneToOneField(Membership, models.PROTECT, related_name="score_card")
    sheet = models.ForeignKey(AdoptedSheet, models.PROTECT, related_name="cards")
    self_total = ExactField(null=True)
    self_total_parts = models.BigIntegerField(null=True)
    verified_total = ExactField(null=True)
    verified_total_parts = models.BigIntegerField(null=True)
    verified_at = models.DateTimeField(null=True)
    verified_by = models.JSONField(null=True)


class CardLine(Addressed, Told):
    """One criterion of a card: what the unit gave, and, where verification differs, what was found instead.

    Inputs are kept as core.scoring.values writes them ("39/40", "yes", a level's code); empty is missing.
    `from_results` says that the input was filled in from signed results and not typed.
    """

    told_by = "criterion"

    card = models.ForeignKey(ScoreCard, models.PROTECT, related_name="lines")
    criterion = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    given = models.CharField(max_length=160, blank=True)
    not_applicable = models.BooleanField(default=False)
    reason = models.CharField(max_length=1000, blank=True)
    from_results = models.BooleanField(default=False)
    points = ExactField(null=True)
    points_parts = models.BigIntegerField(null=True)

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=("card", "criterion"), name="scores_criterion_once_a_card")]

    def __str__(self) -> str:
        return self.criterion


class LineEvidence(Addressed, Told):
    """What shows a line: a paper (number and date, or a file), or a result that is there already."""

    told_by = "line"

    line = models.ForeignKey(CardLine, models.PROTECT, related_name="evidence")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    result = models.ForeignKey(Result, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(paper=None, result__isnull=False) | models.Q(paper__isnull=False, result=None),
                name="scores_evidence_is_paper_or_result",
            ),
            models.UniqueConstraint(
                fields=("line", "paper"), condition=models.Q(withdrawn_at=None), name="scores_paper_beside_a_line_once"
            ),
            models.UniqueConstraint(
                fields=("line", "result"),
                condition=models.Q(withdrawn_at=None),
                name="scores_result_beside_a_line_once",
            ),
        ]

    @property
    def has_file(self) -> bool:
        """A file to be read: of the paper, or of one that shows the result."""
        if self.paper is not None:
            return self.paper.file_id is not None
        shown = self.result.evidence.all() if self.result is not None else ()
        return any(one.withdrawn_at is None and one.paper.file_id is not None for one in shown)


class Finding(Addressed, Told):
    """The secretariat's verification of one line: another input than the unit gave, with reason and evidence.

    The newest finding of a line counts; older ones and the unit's own input stay visible.
    """

    told_by = "line"

    line = models.ForeignKey(CardLine, models.PROTECT, related_name="findings")
    given = models.CharField(max_length=160, blank=True)
    not_applicable = models.BooleanField(default=False)
    points = ExactField()
    points_parts = models.BigIntegerField()
    reason = models.CharField(max_length=1000)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.JSONField()

    class Meta:
        ordering = ("pk",)


class Exclusion(Addressed, Told):
    """A unit that may not be ranked (không xếp hạng), with the reason and the paper; lifted, it stays readable."""

    told_by = "membership"

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="exclusions")
    reason = models.CharField(max_length=1000)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.JSONField()
    lifted_at = models.DateTimeField(null=True)
    lifted_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("membership",), condition=models.Q(lifted_at=None), name="scores_excluded_once"
            )
        ]


class Ranking(Addressed, Told):
    """The ranking of a bloc as the head locked it (core.scoring.rank reckoned it); never changed after.

    `seal` is reckoned at the lock over the sheet's hash and all places (core.ranking_seal). `paper` is what the head
    has signed, where the secretariat locked from it.
    """

    bloc_season = models.OneToOneField(BlocSeason, models.PROTECT, related_name="ranking")
    sheet = models.ForeignKey(AdoptedSheet, models.PROTECT, related_name="rankings")
    locked_at = models.DateTimeField()
    locked_by = models.JSONField()
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    seal = models.CharField(max_length=64)


class Place(models.Model):
    """One unit's place (1, 2, 2, 4); `place` is empty for a unit that may not be ranked.

    `unit_code` and `member_name` are the unit's at the lock, so that a later name does not break the seal.
    """

    ranking = models.ForeignKey(Ranking, models.PROTECT, related_name="places")
    membership = models.OneToOneField(Membership, models.PROTECT, related_name="place")
    unit_code = models.CharField(max_length=32)
    member_name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField(null=True)
    shares = models.BooleanField(default=False)
    broken_by = models.CharField(max_length=60, blank=True)
    base = ExactField()
    bonus = ExactField()
    penalty = ExactField()
    total = ExactField()
    total_parts = models.BigIntegerField()
    excluded_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("position",)
