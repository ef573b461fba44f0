"""Papers: how one is cited, the one from which the secretariat enters for a unit, one that shows something."""

from django.utils.translation import gettext as _

from thidua.core.answer import Sentence
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown


def cited(paper: Paper) -> str:
    """Number, day and name as a reader looks for them: "12/KH-STP, 27/1/2016: Kế hoạch kiểm tra"; what is known."""
    place = ", ".join(part for part in (paper.number, day(paper.dated_on) if paper.dated_on else "") if part)
    return f"{place}: {paper.title}" if place else paper.title


def typed_source(typed: Typed, named: str = "paper") -> SourcePaper:
    """The paper of shared/_source.html with its scan, if one was chosen; `named` begins the names of its fields.

    Raises NotPossible with every fault typed so far.
    """
    dated_on = typed.day(f"{named}_dated_on", label=_("Ngày văn bản"))
    source = typed.text(f"{named}_source", label=_("Tên văn bản"))
    number = typed.text(f"{named}_number", label=_("Số văn bản"), most=60)
    signer = typed.text(f"{named}_signer", label=_("Người ký"), most=120)
    title = typed.text(f"{named}_title", label=_("Chức vụ người ký"), most=120)
    file = typed.kept_file(f"{named}_file", label=_("Bản quét văn bản"))
    typed.check()
    assert dated_on is not None
    return SourcePaper(source, number, dated_on, signer, title, file)


def typed_paper(typed: Typed) -> Shown | None:
    """A paper or file that shows something, as the fields of shared/_paper.html give it; None where nothing stands.

    What is missing in it, a number without a day or a title alone, stays in `typed` as a fault.
    """
    title = typed.text("shown_title", label=_("Tên văn bản"), most=300, required=False)
    number = typed.text("shown_number", label=_("Số văn bản"), most=60, required=False)
    dated_on = typed.day("shown_dated_on", label=_("Ngày văn bản"), required=False)
    file = typed.kept_file("shown_file", label=_("Tệp, ảnh"))
    if not (title or number or dated_on or file):
        return None
    if file is None and not (number and dated_on):
        typed.faults.append(Sentence("evidence.needs_number_or_file"))
    return Shown(title or (file.name if file else number), number, dated_on, file)
