"""Reads the grid of a report: one row a line, every fault named by its indicator."""

from collections.abc import Iterable

from thidua.core.measuring import Form
from thidua.pages.shared.request import Typed
from thidua.records.results.actions import Reached
from thidua.records.results.models import Result

WORDS = {"met": True, "not_met": False}


def typed_report(typed: Typed, lines: Iterable[Result]) -> dict[int, Reached]:
    """What was typed for each line, by the line's key; the faults stay in `typed`."""
    return {line.pk: typed_reached(typed, line) for line in lines}


def typed_reached(typed: Typed, line: Result) -> Reached:
    name, form = line.indicator.name, line.form
    return Reached(
        numerator=typed.figure(f"numerator-{line.pk}", label=name) if form is Form.RATIO else None,
        denominator=typed.figure(f"denominator-{line.pk}", label=name) if form is Form.RATIO else None,
        value=typed.figure(f"value-{line.pk}", label=name) if form is Form.NUMBER else None,
        is_met=WORDS.get(typed.values.get(f"met-{line.pk}", "")) if form is Form.WORDS else None,
        note=typed.text(f"note-{line.pk}", label=name, most=1000, required=False),
    )
