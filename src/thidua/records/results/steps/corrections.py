"""Opens corrections and lets them stand, under the lock of their report."""

from datetime import datetime

from thidua.core.answer import refuse
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.models import Correction, Report, Result
from thidua.records.results.reached import Reached
from thidua.records.results.steps.lines import COLUMNS, as_kept, put, require_sound


def open_correction(report: Report, result: int, reached: Reached, reason: str, *, at: datetime) -> Correction:
    """A correction that has passed every check, not saved yet."""
    if report.handing is not Handing.SIGNED:
        raise refuse("correction.needs_signed")
    line = report.lines.select_related("indicator").get(pk=result)
    name = line.indicator.name
    if not reason.strip():
        raise refuse("correction.needs_reason")
    if reached.measured.is_empty:
        raise refuse("correction.needs_figure", name=name)
    if reached.measured == line.measured:
        raise refuse("correction.nothing_changes", name=name)
    if line.corrections.filter(state=Handing.SUBMITTED.value).exists():
        raise refuse("correction.one_is_waiting", name=name)
    require_sound(report, [(line, reached)])
    correction = Correction(result=line, reason=reason.strip(), before=as_kept(line), opened_at=at)
    put(correction, reached)
    return correction


def let_stand(correction: Correction, report: Report) -> None:
    """The signed correction replaces the figure in its line and keeps what stood there."""
    line = Result.objects.select_related("indicator").get(pk=correction.result_id)
    require_sound(report, [(line, correction)])
    correction.before = as_kept(line)
    correction.turn()
    correction.save()
    put(line, correction)
    line.save(update_fields=COLUMNS)
    report.turn()
    report.save(update_fields=["version"])
