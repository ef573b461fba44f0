"""What addresses of written reports lead to: a unit's report with what it is about, and the way back."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.answer import Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.records.conduct.official import unit_template
from thidua.records.papers.models import AdoptedTemplate
from thidua.records.results.access.written import reads_text
from thidua.records.results.models import WrittenReport
from thidua.records.results.queries.written import topic_at, written_of
from thidua.records.results.topics import Topic, under_its_outline
from thidua.records.seasons.access import member_for
from thidua.records.seasons.models import BlocSeason


def report_at(
    request: Any, cluster: str, season: str, bloc: str, topic: str, unit: str, *, to: str = "reports.read"
) -> tuple[WrittenReport, Topic]:
    """A unit's report, the blank one where nobody has begun it. Raises as `member_for` does for `to`, and Unknown."""
    member = member_for(request.actor, cluster, season, bloc, unit, to=to, on=today())
    found = topic_at(member.bloc_season, topic, member)
    report = written_of(member, found)
    return report, under_its_outline(report, found)


def readable_at(
    request: Any, cluster: str, season: str, bloc: str, topic: str, unit: str
) -> tuple[WrittenReport, Topic]:
    """The same for who may read its text; Unknown for the others, and where nothing is written."""
    report, found = report_at(request, cluster, season, bloc, topic, unit)
    if report.pk is None or not reads_text(request.actor, report, on=today()):
        raise Unknown
    return report, found


def address(report: WrittenReport, topic: Topic) -> str:
    member = report.membership
    return reverse("written_report", args=(*member.bloc_season.slugs, topic.slug, member.unit.slug))


def trail_to(bloc: BlocSeason) -> list[tuple[Any, ...]]:
    """The way to the bloc."""
    slugs = bloc.slugs
    return [
        (_("Năm thi đua"), reverse("season")),
        (bloc.season.name, reverse("one_season", args=slugs[:2]), "vi"),
        (bloc.bloc.name, reverse("bloc", args=slugs), "vi"),
    ]


def template_for_pdf(report: WrittenReport, topic: Topic) -> AdoptedTemplate | None:
    """The Word template from which the PDF is made; None where ours is set: of what is signed, and without another."""
    is_signed = report.handing is Handing.SIGNED
    return None if is_signed else unit_template(report.membership, topic.kind.code)
