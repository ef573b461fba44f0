"""Reads the grid of a report: one row a line, every fault named by its indicator."""

from collections.abc import Iterable
from fractions import Fraction

from thidua.core.answer import Sentence
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
        numerator=_figure(typed, f"numerator-{line.pk}", name) if form is Form.RATIO else None,
        denominator=_figure(typed, f"denominator-{line.pk}", name) if form is Form.RATIO else None,
        value=_figure(typed, f"value-{line.pk}", name) if form is Form.NUMBER else None,
        is_met=WORDS.get(typed.values.get(f"met-{line.pk}", "")) if form is Form.WORDS else None,
        note=typed.text(f"note-{line.pk}", label=name, most=1000, required=False),
    )


def _figure(typed: Typed, field: str, name: str) -> Fraction | None:
    """A figure of one line; what is wrong with it says in which line."""
    before = len(typed.faults)
    figure = typed.figure(field, label=name)
    typed.faults[before:] = [
        Sentence("report.fault_in_line", name=name, fault=fault) if fault.key.startswith("figure.") else fault
        for fault in typed.faults[before:]
    ]
    return figure
