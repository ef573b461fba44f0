"""Reads papers from the forms of scores: evidence of a line, what issues a sheet or carries a finding, entries."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.answer import Sentence
from thidua.pages.scores.methods import named
from thidua.pages.shared.request import Typed
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.papers.steps import Shown
from thidua.records.scores.queries import UnfoldedLine


def typed_evidence(typed: Typed, lines: Iterable[UnfoldedLine], *, on: date) -> dict[str, list[Shown]]:
    """New evidence by the criterion's code; lines beside which nothing was typed are left out."""
    found = {line.criterion.code: _shown_beside(typed, line, on) for line in lines}
    return {code: [shown] for code, shown in found.items() if shown is not None}


def _shown_beside(typed: Typed, line: UnfoldedLine, on: date) -> Shown | None:
    """The paper typed beside one line, or None; its faults name the criterion and stay in `typed`."""
    key, code, name = line.row.public_id, line.criterion.code, named(line.criterion.name)
    before = len(typed.faults)
    number = typed.text(f"paper-number-{key}", label=_("Số văn bản"), most=60, required=False)
    title = typed.text(f"paper-title-{key}", label=_("Tên văn bản"), most=300, required=False)
    dated_on = typed.day(f"paper-date-{key}", label=_("Ngày văn bản"), required=False)
    if not (number or title or dated_on) and len(typed.faults) == before:
        return None
    if not (number and dated_on) and len(typed.faults) == before:
        typed.faults.append(Sentence("card.evidence_needs_number_or_file"))
    if dated_on is not None and dated_on > on:
        typed.faults.append(Sentence("card.evidence_from_later", dated_on=dated_on))
    typed.faults[before:] = [
        Sentence("scores.line_fault", code=code, name=name, fault=fault) for fault in typed.faults[before:]
    ]
    return Shown(title or _("Minh chứng tiêu chí {code}").format(code=code), number, dated_on)


def typed_paper(typed: Typed, *, required: bool = False) -> Shown | None:
    """`paper_number`, `paper_dated_on`, `paper_title`; None where nothing was typed, or where it has faults."""
    number = typed.text("paper_number", label=_("Số văn bản"), most=60, required=required)
    dated_on = typed.day("paper_dated_on", label=_("Ngày văn bản"), required=required)
    title = typed.text("paper_title", label=_("Tên văn bản"), most=300, required=required)
    if not (number or title or dated_on):
        return None
    return Shown(title or number, number, dated_on)


def typed_source(typed: Typed) -> SourcePaper:
    """The paper of an entry on behalf. Raises NotPossible with every fault typed so far."""
    source = typed.text("paper_source", label=_("Tên văn bản"))
    number = typed.text("paper_number", label=_("Số văn bản"), most=60)
    dated_on = typed.day("paper_dated_on", label=_("Ngày văn bản"))
    signer = typed.text("paper_signer", label=_("Người ký"), most=120)
    title = typed.text("paper_title", label=_("Chức vụ người ký"), most=120)
    typed.check()
    assert dated_on is not None
    return SourcePaper(source, number, dated_on, signer, title)
