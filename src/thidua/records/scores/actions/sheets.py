"""The act by which a bloc adopts its score sheet."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, require
from thidua.core.scoring import Sheet, Take
from thidua.core.texts import text_hash
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.scores.access import may_adopt
from thidua.records.scores.models import AdoptedSheet
from thidua.records.scores.queries import adopted_sheet, read_sheet
from thidua.records.scores.steps.evidence import paper_shown
from thidua.records.scores.steps.locks import locked_bloc
from thidua.records.seasons.models import BlocSeason, Indicator


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
    sheet = read_sheet(text)
    _require_indicators(sheet, bloc)
    before = adopted_sheet(bloc)
    adopted = AdoptedSheet.objects.create(
        bloc_season=bloc,
        number=1 if before is None else before.number + 1,
        code=sheet.code,
        name=str(sheet.name),
        text=text,
        text_hash=text_hash(text),
        issued_by=None if issued is None else paper_shown(None, issued, on=local_day(at)),
        adopted_at=at,
    )
    body = {"code": sheet.code, "text_hash": adopted.text_hash, "replaces": before.text_hash if before else ""}
    record("sheet.adopted", by=by, at=at, subjects=[adopted, bloc], body=body)
    return adopted


def _require_indicators(sheet: Sheet, bloc: BlocSeason) -> None:
    """What only the bloc knows: whether its indicators exist, and give what the sheet takes from them."""
    known = {one.code: one for one in bloc.indicators.all()}
    faults = []
    for criterion in sheet.criteria():
        if (source := criterion.source) is None:
            continue
        indicator = known.get(source.indicator)
        place = {"code": criterion.code, "name": criterion.name, "indicator": source.indicator}
        if indicator is None:
            faults.append(Sentence("sheet.unknown_indicator", **place))
        elif (source.take is Take.MET) is (indicator.kind == Indicator.Kind.NUMBER):
            faults.append(Sentence("sheet.indicator_of_other_kind", **place))
        elif source.take is Take.ACHIEVEMENT and indicator.better == Indicator.Better.LOWER:
            faults.append(Sentence("sheet.achievement_of_less", **place))
    if faults:
        raise NotPossible(*faults)
