"""Acts on seating: arranged from who comes, two seats changed."""

from datetime import datetime

from thidua.core.actor import Actor
from thidua.core.workflow.conferences import ConferenceMove, Hall
from thidua.records.councils.actions.holding import hold
from thidua.records.councils.models import Conference
from thidua.records.councils.steps.conferences import subjects
from thidua.records.councils.steps.seats import seat_named, swap, write_seats
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def arrange_seats(conference: Conference, *, hall: Hall, by: Actor, at: datetime, key: str) -> Conference:
    """Everybody who comes gets a seat in order of protocol; what was changed by hand before goes.

    Raises NotPossible for a hall without sense, where nobody comes, or for too few seats.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.SEAT, by, at)
    write_seats(conference, hall)
    body = {"rows": hall.rows, "seats": hall.seats}
    record("conference.seats_arranged", by=by, at=at, subjects=subjects(conference), body=body)
    return conference


@act
def swap_seats(conference: Conference, *, one: str, other: str, by: Actor, at: datetime, key: str) -> Conference:
    """Two seats change who sits there; a free one takes whoever moves.

    Raises NotPossible naming a seat that is none.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.SEAT, by, at)
    first, second = seat_named(conference, one), seat_named(conference, other)
    body = {"seats": [[first.label, first.name], [second.label, second.name]]}
    if first.pk != second.pk:
        swap(first, second)
    record("conference.seats_swapped", by=by, at=at, subjects=subjects(conference), body=body)
    return conference
