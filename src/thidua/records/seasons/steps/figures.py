"""Writes what units undertake into the lines of their sheets; every fault of a sheet is told at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from thidua.base.rows import as_text
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.workflow.signing import PactStage
from thidua.records.seasons.models import Commitment, CommitmentSet, Pact
from thidua.records.seasons.steps.locks import hold_blocs

COLUMNS = ("registered", "registered_met", "last_year", "reason")


@dataclass(frozen=True)
class Figures:
    """What a unit types on one line: a figure or, for what is judged in words, whether it will be met."""

    registered: Fraction | None
    met: bool | None
    last_year: Fraction | None
    reason: str = ""


def require_unfixed_text(blocs: set[int]) -> None:
    """A sheet first signed after the opening would count as signed and stand in no text that anybody signed.

    Locks the blocs before the sheets: the opening of the signing reads all sheets under the bloc's lock, and a
    pact may be written and opened that was not there yet.
    """
    hold_blocs(blocs)
    for pact in Pact.objects.filter(bloc_season__in=blocs):
        if pact.at_stage is PactStage.OPEN:
            raise refuse("commitments.text_is_open")
        if pact.at_stage is not PactStage.DRAFT:
            raise refuse("commitments.needs_annex")


def enter_figures(sheet: CommitmentSet, figures: Mapping[int, Figures]) -> dict[str, dict[str, str]]:
    """Writes the lines; gives before and after of those that changed. Every fault is told at once."""
    lines = list(sheet.lines.select_related("indicator", "assigned_by"))
    if faults := [fault for line in lines if line.pk in figures for fault in faults_of(line, figures[line.pk])]:
        raise NotPossible(*faults)
    changes = {}
    for line in lines:
        if (typed := figures.get(line.pk)) is None:
            continue
        before = said(line)
        line.registered, line.registered_met = typed.registered, typed.met
        line.last_year, line.reason = typed.last_year, typed.reason
        if (after := said(line)) != before:
            changes[line.indicator.code] = {"before": before, "after": after}
            line.save(update_fields=COLUMNS)
    return changes


def faults_of(line: Commitment, typed: Figures) -> list[Sentence]:
    """A figure below zero; a figure worse than the one that ministry or province has assigned by decision."""
    name = line.indicator.name
    if typed.registered is None:
        return []
    if typed.registered < 0:
        return [Sentence("figure.below_zero", name=name)]
    if line.assigned is None:
        return []
    lower_is_better = line.indicator.better == line.indicator.Better.LOWER
    worse = typed.registered > line.assigned if lower_is_better else typed.registered < line.assigned
    decision = str(line.assigned_by) if line.assigned_by else ""
    told = {"name": name, "assigned": line.assigned, "decision": decision, "registered": typed.registered}
    return [Sentence("commitments.below_assigned", **told)] if worse else []


def require_all_figures(sheet: CommitmentSet) -> None:
    empty = [
        line.indicator.name
        for line in sheet.lines.select_related("indicator")
        if line.registered is None and line.registered_met is None
    ]
    if empty:
        raise NotPossible(*(Sentence("commitments.no_figure", name=name) for name in empty))


def said(line: Commitment) -> str:
    parts = (line.registered, line.registered_met, line.last_year, line.reason)
    return " | ".join(as_text(part) if isinstance(part, Fraction) else str(part) for part in parts)
