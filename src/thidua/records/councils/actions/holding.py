"""A conference under its lock, for who may do something in its state."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import require
from thidua.core.workflow.conferences import ConferenceMove, may_move
from thidua.records.councils.access import may
from thidua.records.councils.models import Conference


def hold(conference: Conference, what: str, move: ConferenceMove | None, by: Actor, at: datetime) -> Conference:
    """The conference under its lock, for who may do `what` in a state that lets `move`."""
    found = Conference.objects.select_for_update(of=("self",)).select_related("cluster", "season__cluster")
    conference = found.get(pk=conference.pk)
    require(may(by, what, conference, on=local_day(at)))
    if move is not None:
        require(may_move(conference.at_state, move))
    return conference
