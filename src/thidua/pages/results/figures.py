"""Reads the grid of a report: one row a line, every fault named by its indicator."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from django.utils.translation import gettext as _

from thidua.base.numbers import editable
from thidua.core.answer import Sentence
from thidua.core.measuring import Form
from thidua.pages.shared.clash import Field
from thidua.pages.shared.request import Typed
from thidua.records.results.actions import Reached
from thidua.records.results.models import Report, Result

WORDS = {"met": True, "not_met": False}
CODES = {True: "met", False: "not_met", None: ""}


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


def fields_of(report: Report, lines: Iterable[Result]) -> Iterator[Field]:
    """The fields of the grid as the lines fill them, then the report's general note."""
    words = {"met": _("đạt"), "not_met": _("chưa đạt")}
    for line in lines:
        pk, about = line.pk, line.indicator.short_name
        if line.form is Form.RATIO:
            yield Field(f"numerator-{pk}", _("Số đạt"), _editable(line.numerator), about=about)
            yield Field(f"denominator-{pk}", _("Tổng số"), _editable(line.denominator), about=about)
        elif line.form is Form.WORDS:
            yield Field(f"met-{pk}", _("Kết quả"), CODES[line.is_met], words, about)
        else:
            yield Field(f"value-{pk}", _("Kết quả"), _editable(line.value), about=about)
        yield Field(f"note-{pk}", _("Ghi chú"), line.note, about=about)
    yield Field("note-report", _("Ghi chú chung"), report.note)


def _editable(value: Fraction | None) -> str:
    return "" if value is None else editable(value)
