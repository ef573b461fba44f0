"""Reads from a form the papers beside a line: number and day, title, file."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.answer import Sentence
from thidua.pages.shared.request import Typed
from thidua.records.papers.steps import Shown
from thidua.records.results.models import Result


def typed_evidence(typed: Typed, lines: Iterable[Result], *, on: date) -> dict[int, list[Shown]]:
    """New evidence by key of the line; lines beside which nothing was typed are left out."""
    found = {line.pk: typed_shown(typed, line, on=on) for line in lines}
    return {pk: [shown] for pk, shown in found.items() if shown is not None}


def typed_shown(typed: Typed, line: Result, *, on: date) -> Shown | None:
    """The paper typed beside one line, or None; its faults name the indicator and stay in `typed`."""
    pk, name, before = line.pk, line.indicator.name, len(typed.faults)
    number = typed.text(f"paper-number-{pk}", label=_("Số văn bản"), most=60, required=False)
    title = typed.text(f"paper-title-{pk}", label=_("Tên văn bản"), most=300, required=False)
    dated_on = typed.day(f"paper-date-{pk}", label=_("Ngày văn bản"), required=False)
    file = typed.kept_file(f"paper-file-{pk}", label=name)
    faults, typed.faults[before:] = typed.faults[before:], []
    typed.faults += [Sentence("report.fault_in_line", name=name, fault=fault) for fault in faults]
    if faults or not (number or title or dated_on or file):
        return None
    if file is None and not (number and dated_on):
        typed.faults.append(Sentence("evidence.half_typed", name=name))
    if dated_on is not None and dated_on > on:
        typed.faults.append(Sentence("evidence.from_later", dated_on=dated_on))
    return Shown(title or f"Minh chứng: {name}", number, dated_on, file)  # kept with the data, so Vietnamese
