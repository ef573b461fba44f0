"""Reads the sheet's grid: one row a line, every fault named by its indicator."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.base.numbers import editable
from thidua.core.answer import Sentence
from thidua.pages.shared.clash import Field
from thidua.pages.shared.request import Typed
from thidua.records.seasons.models import Commitment
from thidua.records.seasons.queries.titles import Offered
from thidua.records.seasons.steps.figures import Figures

WORDS = {"met": True, "not_met": False}
CODES = {True: "met", False: "not_met", None: ""}


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


def typed_titles(typed: Typed, offered: Iterable[Offered]) -> dict[str, int] | None:
    """How many of each title were typed, by its key; None from a form without these fields."""
    offered = list(offered)
    if not any(f"title-{one.title.key}" in typed.values for one in offered):
        return None
    return {one.title.key: typed_count(typed, f"title-{one.title.key}", label=one.title.name) for one in offered}


def typed_count(typed: Typed, name: str, *, label: object) -> int:
    """A whole number, nothing typed being none; the fault of anything else stays in `typed`."""
    figure = typed.figure(name, label=label) or Fraction(0)
    if figure.denominator != 1 or figure < 0:
        typed.faults.append(Sentence("title.not_a_count", name=label))
        return 0
    return figure.numerator


def fields_of(lines: Iterable[Commitment], offered: Iterable[Offered] = ()) -> Iterator[Field]:
    """The fields of the grid as the lines fill them, then those of the titles."""
    words = {"met": _("đạt"), "not_met": _("chưa đăng ký đạt")}
    for line in lines:
        pk, about = line.pk, line.indicator.short_name
        if line.indicator.kind == line.indicator.Kind.NUMBER:
            yield Field(f"last-{pk}", _("Năm trước"), _figure(line.last_year), about=about)
            yield Field(f"registered-{pk}", _("Mức đăng ký"), _figure(line.registered), about=about)
        else:
            yield Field(f"registered-{pk}", _("Mức đăng ký"), CODES[line.registered_met], words, about)
        yield Field(f"reason-{pk}", _("Lý do"), line.reason, about=about)
    for one in offered:
        count = str(one.count) if one.count else ""
        yield Field(f"title-{one.title.key}", str(one.title.name.within(get_language() or "")), count)


def _figure(value: Fraction | None) -> str:
    return "" if value is None else editable(value)
