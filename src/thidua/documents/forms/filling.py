"""What stands in the forms of a bloc's units before they fill them in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.utils.translation import override

from thidua.base.numbers import figure
from thidua.core.returned.forms import MET, NOT_MET, RESULTS, VERSION, Mark
from thidua.core.workflow.handing_in import Handing
from thidua.documents.forms.results import SHEET, Line, results_form
from thidua.records.results.models import Result
from thidua.records.seasons.models import BlocSeason, Commitment, Membership, Period

TITLE = "Biểu báo cáo kết quả thi đua"


def filled_forms(bloc: BlocSeason, period: Period, members: Sequence[Membership]) -> Iterator[tuple[Membership, bytes]]:
    """Each unit's form of a period; two queries for any number of units."""
    results, undertaken = _results_of(period, members), _undertaken_by(members)
    for member in members:
        lines = [_line(result, undertaken.get((member.pk, result.indicator_id))) for result in results[member.pk]]
        yield member, results_form(mark_for(bloc, period, member), TITLE, lines)


def mark_for(bloc: BlocSeason, period: Period, member: Membership) -> Mark:
    cluster, season, slug = bloc.slugs
    return Mark(
        form=RESULTS, version=VERSION, cluster=cluster, season=season, bloc=slug, unit=member.unit.slug,
        part=period.slug, sheet=SHEET, season_name=bloc.season.name, bloc_name=bloc.bloc.name,
        unit_name=member.name, part_name=period.name,
    )  # fmt: skip


def _results_of(period: Period, members: Sequence[Membership]) -> dict[int, list[Result]]:
    found: dict[int, list[Result]] = defaultdict(list)
    results = Result.objects.filter(report__period=period, report__membership__in=members)
    for result in results.select_related("report", "indicator").order_by("indicator__position", "pk"):
        found[result.report.membership_id].append(result)
    return found


def _undertaken_by(members: Sequence[Membership]) -> dict[tuple[int, int], Commitment]:
    """What the units have registered and signed, by key of the member and of the indicator."""
    signed = Commitment.objects.filter(
        commitment_set__membership__in=members, commitment_set__state=Handing.SIGNED.value
    )
    return {
        (line.commitment_set.membership_id, line.indicator_id): line for line in signed.select_related("commitment_set")
    }


def _line(result: Result, commitment: Commitment | None) -> Line:
    indicator = result.indicator
    return Line(
        code=indicator.code, name=indicator.name, unit_of_measure=indicator.unit_of_measure, form=result.form,
        undertaken=_undertaken(commitment), numerator=result.numerator, denominator=result.denominator,
        value=result.value, is_met=result.is_met, note=result.note,
    )  # fmt: skip


def _undertaken(commitment: Commitment | None) -> str:
    if commitment is None:
        return ""
    if commitment.registered_met is not None:
        return MET if commitment.registered_met else NOT_MET
    with override("vi"):  # the form is a paper of the office, whoever takes it away
        return figure(commitment.registered) if commitment.registered is not None else ""
