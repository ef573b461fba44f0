"""What stands in the forms of a bloc's units before they fill them in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from django.db.models import Prefetch
from django.utils.translation import override

from thidua.base.numbers import figure
from thidua.core.returned.forms import COMMITMENTS, MET, NOT_MET, RESULTS, VERSION, Mark
from thidua.core.workflow.handing_in import Handing
from thidua.documents.forms import commitments, results
from thidua.records.results.models import Evidence, Result
from thidua.records.results.reached import Proof
from thidua.records.seasons.models import BlocSeason, Commitment, Indicator, Membership, Period

STANDING = Prefetch("evidence", Evidence.objects.select_related("paper").order_by("pk"))
Forms = Iterator[tuple[Membership, bytes]]


def filled_forms(bloc: BlocSeason, period: Period, members: Sequence[Membership]) -> Forms:
    """Each unit's form of results of a period; three queries for any number of units."""
    found, undertaken = _results_of(period, members), _undertaken_by(members)
    for member in members:
        lines = [_result_line(one, undertaken.get((member.pk, one.indicator_id))) for one in found[member.pk]]
        mark = _mark(RESULTS, results.SHEET, bloc, member, period.slug, period.name)
        yield member, results.results_form(mark, lines)


def a_form_as_returned(
    bloc: BlocSeason, period: Period, member: Membership, figures: Iterable[Result], paper: Mapping[str, str]
) -> bytes:
    """The form as a unit sends it back, with these figures and the facts of its paper; for played seasons."""
    mark = _mark(RESULTS, results.SHEET, bloc, member, period.slug, period.name)
    return results.results_form(mark, [replace(_result_line(one, None), proof=None) for one in figures], paper)


def registration_forms(bloc: BlocSeason, members: Sequence[Membership]) -> Forms:
    """Each unit's form of registration; one query for any number of units."""
    found = _commitments_of(members)
    for member in members:
        lines = [_commitment_line(one) for one in found[member.pk]]
        mark = _mark(COMMITMENTS, commitments.SHEET, bloc, member, "", "")
        yield member, commitments.commitments_form(mark, lines)


def _mark(form: str, sheet: str, bloc: BlocSeason, member: Membership, part: str, part_name: str) -> Mark:
    cluster, season, slug = bloc.slugs
    return Mark(
        form=form, version=VERSION, cluster=cluster, season=season, bloc=slug, unit=member.unit.slug, part=part,
        sheet=sheet, season_name=bloc.season.name, bloc_name=bloc.bloc.name, unit_name=member.name,
        part_name=part_name,
    )  # fmt: skip


def _results_of(period: Period, members: Sequence[Membership]) -> dict[int, list[Result]]:
    found: dict[int, list[Result]] = defaultdict(list)
    lines = Result.objects.filter(report__period=period, report__membership__in=members)
    lines = lines.select_related("report", "indicator").prefetch_related(STANDING)
    for result in lines.order_by("indicator__position", "pk"):
        found[result.report.membership_id].append(result)
    return found


def _commitments_of(members: Sequence[Membership]) -> dict[int, list[Commitment]]:
    found: dict[int, list[Commitment]] = defaultdict(list)
    lines = Commitment.objects.filter(commitment_set__membership__in=members)
    for line in lines.select_related("commitment_set", "indicator").order_by("indicator__position", "pk"):
        found[line.commitment_set.membership_id].append(line)
    return found


def _undertaken_by(members: Sequence[Membership]) -> dict[tuple[int, int], Commitment]:
    """What the units have registered and signed, by key of the member and of the indicator."""
    signed = Commitment.objects.filter(
        commitment_set__membership__in=members, commitment_set__state=Handing.SIGNED.value
    )
    return {
        (line.commitment_set.membership_id, line.indicator_id): line for line in signed.select_related("commitment_set")
    }


def _result_line(result: Result, commitment: Commitment | None) -> results.Line:
    indicator = result.indicator
    return results.Line(
        code=indicator.code, name=indicator.name, unit_of_measure=indicator.unit_of_measure, form=result.form,
        undertaken=_undertaken(commitment), numerator=result.numerator, denominator=result.denominator,
        value=result.value, is_met=result.is_met, note=result.note, proof=_proof(result),
    )  # fmt: skip


def _proof(result: Result) -> Proof | None:
    """The newest document beside it that has number and day."""
    papers = [one.paper for one in result.evidence.all() if one.withdrawn_at is None]
    named = [Proof(one.number, one.dated_on, one.issuer) for one in papers if one.number and one.dated_on]
    return named[-1] if named else None


def _commitment_line(line: Commitment) -> commitments.Line:
    indicator = line.indicator
    return commitments.Line(
        code=indicator.code, name=indicator.name, unit_of_measure=indicator.unit_of_measure,
        in_words=indicator.kind != Indicator.Kind.NUMBER, assigned=_written(line.assigned), last_year=line.last_year,
        registered=line.registered, is_met=line.registered_met, reason=line.reason,
    )  # fmt: skip


def _undertaken(commitment: Commitment | None) -> str:
    if commitment is not None and commitment.registered_met is not None:
        return MET if commitment.registered_met else NOT_MET
    return _written(commitment.registered) if commitment else ""


def _written(value: Fraction | None) -> str:
    with override("vi"):  # the form is a paper of the office, whoever takes it away
        return "" if value is None else figure(value)
