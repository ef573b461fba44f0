"""The act by which a bloc adopts its score sheet."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, require
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.scores.access import may_adopt
from thidua.records.scores.models import AdoptedSheet
from thidua.records.scores.queries import adopted_sheet, indicator_faults, read_sheet
from thidua.records.scores.steps.evidence import paper_shown
from thidua.records.scores.steps.locks import locked_bloc
from thidua.records.scores.steps.sheets import write_adopted
from thidua.records.seasons.models import BlocSeason


@act
def adopt_sheet(
    bloc: BlocSeason, *, text: str, issued: Shown | None, by: Actor, at: datetime, key: str
) -> AdoptedSheet:
    """The bloc takes this text (YAML) as its sheet, and the paper that issued it where there is one.

    Raises ReadError (a NotPossible) with line and mend for each fault of the text, NotPossible for an
    indicator that the bloc does not have, and once the bloc's cards are open.
    """
    bloc = locked_bloc(bloc.pk)
    require(may_adopt(by, bloc, on=local_day(at)))
    if faults := list(indicator_faults(read_sheet(text), bloc.indicators.all())):
        raise NotPossible(*faults)
    before = adopted_sheet(bloc)
    paper = None if issued is None else paper_shown(None, issued, on=local_day(at))
    adopted = write_adopted(bloc, text, number=1 if before is None else before.number + 1, issued_by=paper, at=at)
    body = {"code": adopted.code, "text_hash": adopted.text_hash, "replaces": before.text_hash if before else ""}
    record("sheet.adopted", by=by, at=at, subjects=[adopted, bloc], body=body)
    return adopted
