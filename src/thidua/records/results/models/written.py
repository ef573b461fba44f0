"""Reports in words: what a unit writes about a period or a campaign beside the figures, and until when it may."""

from django.db import models
from django.db.models import Q

from thidua.base.handed import HandedIn
from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.records.seasons.models import BlocSeason, Campaign, Membership, Period


class WrittenReport(Addressed, Shared, Told, HandedIn):
    """One unit's report by the outline `code`, about a period or about a campaign.

    `typed` came from its writers; `filled` from the records when it was submitted, so that the leader signs what
    stands there. `number` and `dated_on` are those of the unit's own paper, where it has any.
    """

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="written_reports")
    code = models.CharField(max_length=40)
    period = models.ForeignKey(Period, models.PROTECT, null=True, related_name="written_reports")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="written_reports")
    typed = models.JSONField(default=dict)
    filled = models.JSONField(default=dict)
    filled_at = models.DateTimeField(null=True)
    handed_in_on = models.DateField(null=True)
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True)

    class Meta:
        ordering = ("membership__position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(period=None, campaign__isnull=False) | Q(period__isnull=False, campaign=None),
                name="results_written_about_one_thing",
            ),
            models.UniqueConstraint(fields=("membership", "period"), name="results_written_once_a_period"),
            models.UniqueConstraint(fields=("membership", "campaign"), name="results_written_once_a_campaign"),
        ]


class LaterDay(Told):
    """Until when the reports in words about a period or a campaign are due, later than planned, with its reason.

    For every unit of the bloc, or for `membership` alone.
    """

    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, related_name="later_days")
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="later_days")
    period = models.ForeignKey(Period, models.PROTECT, null=True, related_name="later_days")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="later_days")
    until_on = models.DateField()
    because = models.CharField(max_length=1000)

    told_by = "membership"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(period=None, campaign__isnull=False) | Q(period__isnull=False, campaign=None),
                name="results_later_day_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=("bloc_season", "period"), condition=Q(membership=None), name="results_later_day_of_a_period"
            ),
            models.UniqueConstraint(
                fields=("bloc_season", "campaign"), condition=Q(membership=None), name="results_later_day_of_a_campaign"
            ),
            models.UniqueConstraint(fields=("membership", "period"), name="results_later_day_of_a_unit_in_a_period"),
            models.UniqueConstraint(
                fields=("membership", "campaign"), name="results_later_day_of_a_unit_in_a_campaign"
            ),
        ]
