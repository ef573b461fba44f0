"""Reads papers from the forms of scores: evidence of a line, what issues a sheet or carries a finding."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import Handing
from thidua.pages.scores.methods import named
from thidua.pages.shared.request import Typed
from thidua.records.papers.steps import Shown
from thidua.records.results.models import Result
from thidua.records.scores.models import CardLine
from thidua.records.scores.queries import UnfoldedLine
from thidua.records.seasons.models import Membership


def typed_evidence(typed: Typed, lines: Iterable[UnfoldedLine], *, on: date) -> dict[str, list[Shown]]:
    """New evidence by the criterion's code; lines beside which nothing was typed are left out."""
    found = {line.criterion.code: _shown_beside(typed, line, on) for line in lines}
    return {code: [shown] for code, shown in found.items() if shown is not None}


def _shown_beside(typed: Typed, line: UnfoldedLine, on: date) -> Shown | None:
    """The paper typed beside one line, or None; its faults name the criterion and stay in `typed`."""
    key, code, name = line.row.public_id, line.criterion.code, named(line.criterion.name)
    before = len(typed.faults)
    file = typed.kept_file(f"paper-file-{key}", label=name)
    number = typed.text(f"paper-number-{key}", label=_("Số văn bản"), most=60, required=False)
    title = typed.text(f"paper-title-{key}", label=_("Tên văn bản"), most=300, required=False)
    dated_on = typed.day(f"paper-date-{key}", label=_("Ngày văn bản"), required=False)
    is_sound = len(typed.faults) == before
    if is_sound and not (number or title or dated_on or file):
        return None
    if is_sound and file is None and not (number and dated_on):
        typed.faults.append(Sentence("card.evidence_needs_number_or_file"))
    if dated_on is not None and dated_on > on:
        typed.faults.append(Sentence("card.evidence_from_later", dated_on=dated_on))
    typed.faults[before:] = [
        Sentence("scores.line_fault", code=code, name=name, fault=fault) for fault in typed.faults[before:]
    ]
    # Kept with the data, so Vietnamese whatever the reader's language.
    return Shown(title or f"Minh chứng tiêu chí {code}", number, dated_on, file)


def typed_results(typed: Typed, lines: Iterable[UnfoldedLine], member: Membership) -> list[tuple[CardLine, Result]]:
    """Signed results of the unit chosen beside lines, without those that stand there already."""
    own = Result.objects.filter(report__membership=member, report__state=Handing.SIGNED.value)
    chosen = [(line, name) for line in lines if typed.values.get(name := f"paper-result-{line.row.public_id}", "")]
    offered = {one.public_id: one for one in own.select_related("report", "indicator")} if chosen else {}
    found = []
    for line, name in chosen:
        public_id = typed.choice(name, offered, label=_("Kết quả đã có"))
        there = {one.result_id for one in line.evidence if one.withdrawn_at is None}
        if public_id in offered and offered[public_id].pk not in there:
            found.append((line.row, offered[public_id]))
    return found


def typed_paper(typed: Typed, *, required: bool = False, file_field: str = "paper_file") -> Shown | None:
    """`paper_number`, `paper_dated_on`, `paper_title` and a file; None where nothing was given.

    Where a page has several such forms, each names its file's field differently: a refusal shows again what came.
    """
    number = typed.text("paper_number", label=_("Số văn bản"), most=60, required=required)
    dated_on = typed.day("paper_dated_on", label=_("Ngày văn bản"), required=required)
    title = typed.text("paper_title", label=_("Tên văn bản"), most=300, required=required)
    file = typed.kept_file(file_field, label=_("Tệp văn bản"))
    if not (number or title or dated_on or file):
        return None
    return Shown(title or number or "Văn bản", number, dated_on, file)
