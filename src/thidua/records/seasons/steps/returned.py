"""Writes many sheets of commitments at once from forms that came back, and takes them back; all or none."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from thidua.base.rows import in_their_place
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing, Move
from thidua.core.workflow.signing import PactStage
from thidua.records.desk.steps.entries import SourcePaper, note_each_on_behalf, withdraw_entries
from thidua.records.seasons.models import BlocSeason, Commitment, CommitmentSet, Pact
from thidua.records.seasons.steps.figures import COLUMNS, Figures, faults_of, require_unfixed_text, said
from thidua.records.seasons.steps.locks import hold_blocs

HANDED = ("state", "submitted_at", "submitted_by", "signed_at", "signed_by", "remark", "returned_at", "version")


@dataclass(frozen=True)
class ReturnedSheet:
    """One unit's form: its sheet in the version that was read, figures by the indicator's code, and its paper."""

    token: str
    seen_version: int
    figures: Mapping[str, Figures]
    paper: SourcePaper


def locked_sheets(bloc: BlocSeason, tokens: Collection[str]) -> dict[str, CommitmentSet]:
    """The sheets by token, under lock; the bloc before them, as the opening of the signing takes them."""
    hold_blocs([bloc.pk])
    asked = CommitmentSet.objects.filter(public_id__in=[token.partition(":")[2] for token in tokens]).order_by("pk")
    list(asked.select_for_update().values_list("pk"))
    found = asked.select_related("membership__bloc_season", "membership__unit")
    return {sheet.token: sheet for sheet in found}


def enter_returned_sheets(
    bloc: BlocSeason, forms: Sequence[ReturnedSheet], sheets: Mapping[str, CommitmentSet], *, by: Actor, at: datetime
) -> dict[str, dict[str, object]]:
    """Every form's figures count as signed by the leader named on its paper, and the unit is told.

    Gives what the journal keeps of each sheet, by its token. Raises NotPossible with all that stands against it.
    """
    rows = [sheets[form.token] for form in forms]
    require_unfixed_text({bloc.pk})
    lines = _lines_of(rows)
    if faults := [
        fault for form, sheet in zip(forms, rows, strict=True) for fault in _against(form, sheet, lines[sheet.pk])
    ]:
        raise NotPossible(*faults)
    bodies: dict[str, dict[str, object]] = {}
    changed: list[Commitment] = []
    for form, sheet in zip(forms, rows, strict=True):
        told = _enter(lines[sheet.pk], form.figures, changed)
        bodies[sheet.token] = {"lines": told, "paper": form.paper.as_written()}
        _hand_in(sheet, form.paper, by=by, at=at)
    _save(changed, rows)
    entered = [(sheet, sheet.membership.unit, form.paper) for form, sheet in zip(forms, rows, strict=True)]
    note_each_on_behalf(entered, within=bloc, by=by, at=at)
    return bodies


def _lines_of(sheets: Sequence[CommitmentSet]) -> dict[int, list[Commitment]]:
    found: dict[int, list[Commitment]] = defaultdict(list)
    lines = Commitment.objects.filter(commitment_set__in=sheets).select_related("indicator", "assigned_by")
    for line in lines.order_by("indicator__position", "pk"):
        found[line.commitment_set_id].append(line)
    return found


def _against(form: ReturnedSheet, sheet: CommitmentSet, lines: Sequence[Commitment]) -> Iterator[Sentence]:
    unit = sheet.membership.short_name
    if sheet.handing not in OPEN_FOR_ENTRY:
        yield Sentence("import.registered_already", unit=unit)
        return
    if sheet.version != form.seen_version:
        yield Sentence("import.changed_since", unit=unit)
        return
    for line in lines:
        figures = form.figures.get(line.indicator.code)
        if figures is None or (figures.registered is None and figures.met is None):
            yield Sentence("commitments.no_figure", name=f"{unit}: {line.indicator.name}")
        else:
            yield from faults_of(line, figures)


def _enter(
    lines: Sequence[Commitment], figures: Mapping[str, Figures], changed: list[Commitment]
) -> dict[str, dict[str, str]]:
    """Puts figures into lines; those that changed are added to `changed`. Gives before and after by code."""
    changes = {}
    for line in lines:
        if (typed := figures.get(line.indicator.code)) is None:
            continue
        before = said(line)
        line.registered, line.registered_met = typed.registered, typed.met
        line.last_year, line.reason = typed.last_year, typed.reason
        if (after := said(line)) != before:
            changes[line.indicator.code] = {"before": before, "after": after}
            changed.append(line)
    return changes


def _hand_in(sheet: CommitmentSet, paper: SourcePaper, *, by: Actor, at: datetime) -> None:
    """The caller saves."""
    entering = by.for_unit(sheet.membership.unit.token)
    sheet.hand(Move.SUBMIT, by=entering, at=at)
    sheet.hand(Move.SIGN, by=entering, at=at, signer=paper.signer())
    sheet.turn()


def _save(changed: Sequence[Commitment], sheets: Sequence[CommitmentSet]) -> None:
    Commitment.objects.bulk_create(changed, **in_their_place(COLUMNS))
    CommitmentSet.objects.bulk_create(sheets, **in_their_place(HANDED))


def take_back_returned_sheets(
    before: Mapping[str, Mapping[str, Figures]], sheets: Mapping[str, CommitmentSet], *, by: Actor, at: datetime
) -> None:
    """Every line as it stood, `before` by the sheet's token and the indicator's code; no sheet is signed."""
    rows = [sheets[token] for token in before]
    lines, changed = _lines_of(rows), list[Commitment]()
    for sheet in rows:
        _enter(lines[sheet.pk], before[sheet.token], changed)
        sheet.state = Handing.DRAFT.value
        sheet.submitted_at = sheet.submitted_by = sheet.signed_at = sheet.signed_by = None
        sheet.turn()
    _save(changed, rows)
    withdraw_entries(rows, by=by.as_written(), at=at)


def is_text_fixed(bloc: BlocSeason) -> bool:
    """Whether the signing has fixed a text in which the units' figures stand."""
    pact = Pact.objects.filter(bloc_season=bloc).first()
    return pact is not None and pact.at_stage is not PactStage.DRAFT
