"""Who acts for a unit: its own people, or the secretariat from a paper that the unit's leader has signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.journal.models import HasToken
from thidua.records.seasons import access
from thidua.records.seasons.models import Membership


@dataclass(frozen=True)
class Entering:
    """`by` as the journal names it, `signer` as the record keeps whoever stands for the unit."""

    by: Actor
    signer: Mapping[str, str]
    paper: SourcePaper | None
    who: Actor

    def mark(self, row: HasToken, member: Membership, *, at: datetime) -> dict[str, object]:
        """Marks what was entered from a paper and tells the unit; gives what the journal's body says of it."""
        if self.paper is None:
            return {}
        note_on_behalf(row, member.unit, self.paper, within=member.bloc_season, by=self.who, at=at)
        return {"paper": self.paper.as_written()}


def entering(
    by: Actor, member: Membership, *, own: str, on_behalf: str, paper: SourcePaper | None, at: datetime
) -> Entering:
    """Asks the grid for `own`, or with a paper for `on_behalf`.

    Raises NotPossible with the grid's reason, or for a paper from a later day.
    """
    bloc, on = member.bloc_season, local_day(at)
    what = own if paper is None else on_behalf
    require(access.may(by, what, season=bloc.season, bloc=bloc, unit=member.unit, on=on))
    if paper is None:
        return Entering(by, by.as_written(), None, by)
    if paper.dated_on > on:
        raise refuse("entry.paper_from_later", dated_on=paper.dated_on)
    return Entering(by.for_unit(member.unit.token), paper.signer(), paper, by)
