"""Writes many reports at once from forms that came back, and takes them back; all or none."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.base.rows import in_their_place
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence
from thidua.core.measuring import Allowed, faults_of
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing, Move
from thidua.records.desk.steps.entries import SourcePaper, note_each_on_behalf, withdraw_entries
from thidua.records.directory.models import Unit
from thidua.records.results.models import Correction, Evidence, Report, Result
from thidua.records.results.queries.reports import allowed_in_each
from thidua.records.results.reached import Proof, Reached
from thidua.records.results.steps.lines import COLUMNS, as_said, attach_proofs, put
from thidua.records.results.steps.locks import locked_reports
from thidua.records.seasons.models import BlocSeason

HANDED = (
    "state",
    "submitted_at",
    "submitted_by",
    "signed_at",
    "signed_by",
    "handed_in_on",
    "remark",
    "returned_at",
    "version",
)


@dataclass(frozen=True)
class Returned:
    """One unit's form: the report in the version that was read, figures and proofs by code, and its paper."""

    token: str
    seen_version: int
    figures: Mapping[str, Reached]
    paper: SourcePaper
    proofs: Mapping[str, Proof] = field(default_factory=dict)


def locked_of(tokens: Collection[str]) -> dict[str, Report]:
    """The reports by token, under lock."""
    public_ids = [token.partition(":")[2] for token in tokens]
    keys = Report.objects.filter(public_id__in=public_ids).values_list("pk", flat=True)
    return {report.token: report for report in locked_reports(keys).values()}


def enter_returned(
    bloc: BlocSeason, forms: Sequence[Returned], reports: Mapping[str, Report], *, by: Actor, at: datetime
) -> dict[str, dict[str, object]]:
    """Every form's figures count as signed by the leader named on its paper, and the unit is told.

    Gives what the journal keeps of each report, by its token. Raises NotPossible with all that stands against it in
    any of them.
    """
    rows = [reports[form.token] for form in forms]
    lines, allowed = _lines_of(rows), allowed_in_each(rows)
    faults = [
        fault
        for form, report in zip(forms, rows, strict=True)
        for fault in _against(form, report, lines[report.pk], allowed[report.pk], on=local_day(at))
    ]
    if faults:
        raise NotPossible(*faults)
    bodies: dict[str, dict[str, object]] = {}
    changed: list[Result] = []
    for form, report in zip(forms, rows, strict=True):
        told = _enter(lines[report.pk], form.figures, changed)
        bodies[report.token] = {"lines": told, "paper": form.paper.as_written()}
        _hand_in(report, form.paper, by=by, at=at)
    Result.objects.bulk_create(changed, **in_their_place([*COLUMNS, "note"]))
    Report.objects.bulk_create(rows, **in_their_place(HANDED))
    attach_proofs(list(_proofs(forms, rows, lines)), at=at)
    entered = [(report, report.membership.unit, form.paper) for form, report in zip(forms, rows, strict=True)]
    note_each_on_behalf(entered, within=bloc, by=by, at=at)
    return bodies


def _proofs(
    forms: Sequence[Returned], reports: Sequence[Report], lines: Mapping[int, Sequence[Result]]
) -> Iterator[tuple[Unit, Result, Proof]]:
    for form, report in zip(forms, reports, strict=True):
        for line in lines[report.pk]:
            if (proof := form.proofs.get(line.indicator.code)) is not None:
                yield report.membership.unit, line, proof


def _lines_of(reports: Sequence[Report]) -> dict[int, list[Result]]:
    found: dict[int, list[Result]] = defaultdict(list)
    for line in Result.objects.filter(report__in=reports).select_related("indicator"):
        found[line.report_id].append(line)
    return found


def _against(
    form: Returned, report: Report, lines: Sequence[Result], allowed: Mapping[int, Allowed], *, on: date
) -> Iterator[Sentence]:
    """What has come about since the form was read, or stands against it at all, each with its unit."""
    unit = report.membership.short_name
    if report.handing not in OPEN_FOR_ENTRY:
        yield Sentence("import.handed_in_already", unit=unit)
        return
    if report.version != form.seen_version:
        yield Sentence("import.changed_since", unit=unit)
        return
    if on < (period := report.period).opens_on:
        yield Sentence("import.too_early", period=period.name, until=period.until_on, opens=period.opens_on)
    for line in lines:
        reached = form.figures.get(line.indicator.code, Reached())
        name = f"{unit}: {line.indicator.name}"
        if reached.measured.is_empty and not reached.note:
            yield Sentence("report.no_figure", name=name)
        yield from faults_of(name, line.form, reached.measured, allowed.get(line.indicator_id))


def _enter(lines: Sequence[Result], figures: Mapping[str, Reached], changed: list[Result]) -> dict[str, object]:
    """Puts figures into lines; those that changed are added to `changed`. Gives before and after by code."""
    changes: dict[str, object] = {}
    for line in lines:
        if (reached := figures.get(line.indicator.code)) is None:
            continue
        before = f"{as_said(line)} | {line.note}"
        put(line, reached)
        line.note = reached.note
        if (now := f"{as_said(line)} | {line.note}") != before:
            changes[line.indicator.code] = {"before": before, "after": now}
            changed.append(line)
    return changes


def _hand_in(report: Report, paper: SourcePaper, *, by: Actor, at: datetime) -> None:
    """The caller saves."""
    report.turn()
    entering = by.for_unit(report.membership.unit.token)
    report.hand(Move.SUBMIT, by=entering, at=at)
    report.hand(Move.SIGN, by=entering, at=at, signer=paper.signer())
    report.handed_in_on = paper.dated_on


def built_upon(reports: Collection[Report], *, since: datetime) -> list[Sentence]:
    """What of these reports' own was done since: corrections, evidence, a later period that was signed.

    `since` is the instant at which the forms were applied: evidence that came with them goes with them.
    """
    keys = [report.pk for report in reports]
    corrected = set(Correction.objects.filter(result__report__in=keys).values_list("result__report", flat=True))
    later = Evidence.objects.filter(result__report__in=keys, added_at__gt=since)
    shown = set(later.values_list("result__report", flat=True))
    signed = Report.objects.filter(membership__in={report.membership_id for report in reports})
    signed = signed.filter(state=Handing.SIGNED.value).order_by("period__position")
    last = dict(signed.values_list("membership", "period__position"))
    return [
        Sentence(f"import.built_{what}", unit=report.membership.short_name)
        for report in reports
        for what, is_there in (
            ("corrected", report.pk in corrected),
            ("shown", report.pk in shown),
            ("later", last.get(report.membership_id, 0) > report.period.position),
        )
        if is_there
    ]


def take_back_returned(
    before: Mapping[str, Mapping[str, Reached]], reports: Mapping[str, Report], *, since: datetime, by: Actor,
    at: datetime,
) -> None:  # fmt: skip
    """Every line as it stood, `before` by the report's token and the indicator's code; nothing of them is signed.

    Evidence that came at the instant `since` counts no longer.
    """
    rows = [reports[token] for token in before]
    came = Evidence.objects.filter(result__report__in=rows, added_at=since, withdrawn_at=None)
    came.update(withdrawn_at=at)
    lines, changed = _lines_of(rows), list[Result]()
    for report in rows:
        _enter(lines[report.pk], before[report.token], changed)
        report.state = Handing.DRAFT.value
        report.submitted_at = report.submitted_by = report.signed_at = report.signed_by = None
        report.handed_in_on = None
        report.turn()
    Result.objects.bulk_create(changed, **in_their_place([*COLUMNS, "note"]))
    Report.objects.bulk_create(rows, **in_their_place(HANDED))
    withdraw_entries(rows, by=by.as_written(), at=at)
