"""Whose own texts hold for a unit and all below it, besides those of the nation."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.records.directory.models import Unit


class Remit(Addressed, Shared, Told):
    """The authorities by the codes that texts of the law name: `main_road` first, `second_road` where there are two.

    A department of justice goes by its province, and by its ministry. Without a main one the units above it decide.
    """

    COUNTS = ~models.Q(main_road="")
    told_by = "unit"

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="remit")
    main_road = models.CharField(max_length=32, blank=True)
    second_road = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(second_road="")
                | (~models.Q(main_road="") & ~models.Q(second_road=models.F("main_road"))),
                name="awards_second_road_is_another",
            )
        ]

    @property
    def roads(self) -> tuple[str, ...]:
        return tuple(road for road in (self.main_road, self.second_road) if road)
