"""The paper from which the secretariat enters for a unit, as the fields of shared/_source.html give it."""

from django.utils.translation import gettext as _

from thidua.pages.shared.request import Typed
from thidua.records.desk.steps.entries import SourcePaper


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
