"""What addresses of inspections lead to, and the way there."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.records.results.access.inspections import finding_at, inspection_for, visit_for
from thidua.records.results.models import Inspection, Visit, VisitFinding
from thidua.records.seasons.models import BlocSeason, Season

Trail = list[tuple[str, ...]]


@dataclass(frozen=True)
class At:
    """The words of an address: a bloc, and in it a round, a visit and perhaps a finding."""

    cluster: str
    season: str
    bloc: str
    name: str = ""

    @property
    def words(self) -> tuple[str, str, str, str]:
        return (self.cluster, self.season, self.bloc, self.name)

    def inspection(self, actor: Any, *, to: str = "season.read") -> Inspection:
        return inspection_for(actor, *self.words, on=today(), to=to)

    def visit(self, actor: Any) -> Visit:
        return visit_for(actor, *self.words, on=today())

    def finding(self, actor: Any, public_id: str) -> VisitFinding:
        return finding_at(self.visit(actor), public_id)

    def page(self, name: str, *more: object) -> str:
        return reverse(name, args=(*self.words, *more))


def trail_to_list(season: Season) -> Trail:
    slugs = (season.cluster.slug, season.slug)
    return [
        (season.name, reverse("one_season", args=slugs), "vi"),
        (_("Kiểm tra"), reverse("inspections", args=slugs)),
    ]


def trail_to_round(inspection: Inspection) -> Trail:
    bloc: BlocSeason = inspection.bloc_season
    at = reverse("inspection", args=(*bloc.slugs, inspection.public_id))
    return [*trail_to_list(bloc.season), (inspection.name, at, "vi")]


def trail_to_visit(visit: Visit) -> Trail:
    at = reverse("visit", args=(*visit.membership.bloc_season.slugs, visit.public_id))
    return [*trail_to_round(visit.inspection), (visit.membership.short_name, at, "vi")]
