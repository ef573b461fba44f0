"""Papers: how one is cited, and the one from which the secretariat enters for a unit, as shared/_source.html asks."""

from django.utils.translation import gettext as _

from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.papers.models import Paper


def cited(paper: Paper) -> str:
    """Number, day and name as a reader looks for them: "12/KH-STP, 27/1/2016: Kế hoạch kiểm tra"; what is known."""
    place = ", ".join(part for part in (paper.number, day(paper.dated_on) if paper.dated_on else "") if part)
    return f"{place}: {paper.title}" if place else paper.title


def typed_source(typed: Typed) -> SourcePaper:
    """The paper with its scan, if one was chosen. Raises NotPossible with every fault typed so far."""
    dated_on = typed.day("paper_dated_on", label=_("Ngày văn bản"))
    source = typed.text("paper_source", label=_("Tên văn bản"))
    number = typed.text("paper_number", label=_("Số văn bản"), most=60)
    signer = typed.text("paper_signer", label=_("Người ký"), most=120)
    title = typed.text("paper_title", label=_("Chức vụ người ký"), most=120)
    file = typed.kept_file("paper_file", label=_("Bản quét văn bản"))
    typed.check()
    assert dated_on is not None
    return SourcePaper(source, number, dated_on, signer, title, file)
