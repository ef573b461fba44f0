"""The act that says whose own texts hold for a unit."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.base.law import law
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.awards.access import may_set_remit
from thidua.records.awards.models import Remit
from thidua.records.awards.queries.remits import remit_of
from thidua.records.awards.steps.keeping import hold
from thidua.records.directory.models import Unit
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def set_remit(
    unit: Unit, *, main_road: str, second_road: str, seen_version: int, by: Actor, at: datetime, key: str
) -> Remit:
    """The unit and all below it go by the texts of these authorities; without any by what holds for the unit above.

    `seen_version` is nought where nothing was said yet. Raises NotPossible if someone has saved since, for an
    authority of which the law knows no text, and for a second road that is none.
    """
    hold([unit])
    require(may_set_remit(by, unit, on=local_day(at)))
    row = remit_of(unit) or Remit(unit=unit, version=0)
    row.expect(seen_version)
    known = law().authorities
    for road in filter(None, (main_road, second_road)):
        if road not in known:
            raise refuse("honours.no_such_authority", code=road)
    if second_road and (not main_road or second_road == main_road):
        raise refuse("honours.second_road_is_another")
    row.main_road, row.second_road = main_road, second_road
    row.turn()
    row.save()
    record("honours.remit_set", by=by, at=at, subjects=[row, unit], body={"roads": ", ".join(row.roads)})
    return row
