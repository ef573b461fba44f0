"""Acts on a conference itself: planned, amended, its programme set, held, called off."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import instant, local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.conferences import ConferenceMove, ConferenceState
from thidua.records.councils.actions.holding import hold
from thidua.records.councils.models import Conference
from thidua.records.councils.plan import ConferencePlan, ItemPlan
from thidua.records.councils.queries.conferences import invitations_of
from thidua.records.councils.steps.conferences import (
    slugs,
    subjects,
    told,
    write_conference,
    write_programme,
    written_moment,
)
from thidua.records.desk.steps.notices import notify_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Season

RESERVED = frozenset({"lap"})  # what stands where a conference's word would


@act
def plan_conference(
    season: Season, *, slug: str, plan: ConferencePlan, by: Actor, at: datetime, key: str
) -> Conference:
    """Who leads or serves a season writes down a conference of it; only they know of it before the letters go out.

    Raises NotPossible for an address that is taken, or with every fault of the plan.
    """
    season = Season.objects.select_for_update(of=("self",)).select_related("cluster").get(pk=season.pk)
    require(access.may(by, "conference.plan", season=season, on=local_day(at)))
    if slug in RESERVED or season.cluster.conferences.filter(slug=slug).exists():
        raise refuse("conference.slug_taken", slug=slug)
    conference = Conference(cluster=season.cluster, season=season, slug=slug)
    write_conference(conference, plan)
    record("conference.planned", by=by, at=at, subjects=subjects(conference), body=told(plan))
    return conference


@act
def amend_conference(
    conference: Conference, *, plan: ConferencePlan, seen_version: int, by: Actor, at: datetime, key: str
) -> Conference:
    """What is planned is written anew; once the letters are out, those invited are told of another day or place.

    Raises NotPossible as `plan_conference`, if someone has saved since, or once it was held.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.PLAN, by, at)
    conference.expect(seen_version)
    before = (conference.starts_at, conference.hall, conference.town)
    conference.turn()
    write_conference(conference, plan)
    if conference.at_state is ConferenceState.INVITED and before != (plan.starts_at, plan.hall, plan.town):
        _tell(conference, "notice.conference_moved", at)
    record("conference.amended", by=by, at=at, subjects=subjects(conference), body=told(plan))
    return conference


@act
def set_programme(
    conference: Conference, *, items: Sequence[ItemPlan], seen_version: int, by: Actor, at: datetime, key: str
) -> Conference:
    """The programme, in the order of its hours.

    Raises NotPossible naming lines without sense, or as `amend_conference`.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.PLAN, by, at)
    conference.expect(seen_version)
    write_programme(conference, items)
    conference.turn()
    conference.save(update_fields=["version"])
    body = {"items": [[one.starts_at.isoformat(), one.ends_at.isoformat(), one.text, one.who] for one in items]}
    record("conference.programme_set", by=by, at=at, subjects=subjects(conference), body=body)
    return conference


@act
def hold_conference(conference: Conference, *, by: Actor, at: datetime, key: str) -> Conference:
    """The conference has taken place: its answers stand, minutes and conclusions come next.

    Raises NotPossible before its day.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.HOLD, by, at)
    if at < instant(local_day(conference.starts_at)):
        raise refuse("conference.not_yet", on=local_day(conference.starts_at))
    conference.state, conference.held_at = ConferenceState.HELD.value, at
    conference.turn()
    conference.save(update_fields=["state", "held_at", "version"])
    record("conference.held", by=by, at=at, subjects=subjects(conference))
    return conference


@act
def call_conference_off(conference: Conference, *, because: str, by: Actor, at: datetime, key: str) -> Conference:
    """It does not take place; whoever was invited is told why. Raises NotPossible without a reason."""
    conference = hold(conference, "conference.plan", ConferenceMove.CALL_OFF, by, at)
    if not because.strip():
        raise refuse("conference.needs_reason")
    was_invited = conference.at_state is ConferenceState.INVITED
    conference.state, conference.called_off_because = ConferenceState.CALLED_OFF.value, composed(because.strip())
    conference.turn()
    conference.save(update_fields=["state", "called_off_because", "version"])
    if was_invited:
        _tell(conference, "notice.conference_called_off", at, reason=conference.called_off_because)
    body = {"reason": conference.called_off_because}
    record("conference.called_off", by=by, at=at, subjects=subjects(conference), body=body)
    return conference


def _tell(conference: Conference, key: str, at: datetime, **more: str) -> None:
    units = [one.membership.unit for one in invitations_of(conference) if one.membership]
    values = {"name": conference.name, "at": written_moment(conference.starts_at), "place": conference.place}
    notify_units(units, Sentence(key, **values, **more), at=at, place="conference", slugs=slugs(conference))
