"""Reads the sheet's grid: one row a line, every fault named by its indicator."""

from collections.abc import Iterable

from thidua.pages.shared.request import Typed
from thidua.records.seasons.actions.commitments import Figures
from thidua.records.seasons.models import Commitment

WORDS = {"met": True, "not_met": False}


def typed_figures(typed: Typed, lines: Iterable[Commitment]) -> dict[int, Figures]:
    """What was typed for each line, by the line's key; the faults stay in `typed`."""
    return {line.pk: _figures(typed, line) for line in lines}


def _figures(typed: Typed, line: Commitment) -> Figures:
    name = line.indicator.name
    in_words = line.indicator.kind != line.indicator.Kind.NUMBER
    return Figures(
        registered=None if in_words else typed.figure(f"registered-{line.pk}", label=name),
        met=WORDS.get(typed.values.get(f"registered-{line.pk}", "")) if in_words else None,
        last_year=None if in_words else typed.figure(f"last-{line.pk}", label=name),
        reason=typed.text(f"reason-{line.pk}", label=name, most=1000, required=False),
    )
