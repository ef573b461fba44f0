"""The score sheet that comes along with a bloc: anew from the library where it still has it, else as it was adopted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.scoring import Name
from thidua.records.scores.models import AdoptedSheet
from thidua.records.scores.queries import adopted_sheet, indicator_faults, library_sheets, read_sheet
from thidua.records.seasons.models import BlocSeason
from thidua.records.seasons.plan import BlocPlan


class Taken(StrEnum):
    """Where the text comes from: the library's as it was adopted, the library's newer one, the body as adopted."""

    LIBRARY = "library"
    NEWER = "newer"
    BODY = "body"


@dataclass(frozen=True)
class SheetGoesOn:
    """`bloc` by its key, which both seasons share."""

    bloc: int
    bloc_name: str
    name: Name
    taken: Taken
    text: str


def sheets_ahead(blocs: Iterable[BlocSeason], planned: Iterable[BlocPlan]) -> Iterator[SheetGoesOn]:
    """One query for each bloc that goes on; nothing for one that has adopted no sheet."""
    plans = {plan.bloc.pk: plan for plan in planned}
    for bloc in blocs:
        plan = plans.get(bloc.bloc_id)
        if plan is None or (adopted := adopted_sheet(bloc)) is None:
            continue
        taken, text = _taken(adopted, plan)
        yield SheetGoesOn(bloc.bloc_id, bloc.bloc.name, read_sheet(text).name, taken, text)


def _taken(adopted: AdoptedSheet, plan: BlocPlan) -> tuple[Taken, str]:
    """The library's text, unless it takes figures from indicators that do not come along."""
    for one in library_sheets():
        if one.code == adopted.code and not any(indicator_faults(read_sheet(one.text), plan.indicators)):
            return (Taken.LIBRARY if one.text == adopted.text else Taken.NEWER), one.text
    return Taken.BODY, adopted.text
