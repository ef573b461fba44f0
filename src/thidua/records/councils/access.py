"""Who sees which conference, who prepares it, who answers for a unit."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from thidua.base.prepared import first, prepared
from thidua.core.actor import Actor
from thidua.core.answer import UNKNOWN, Answer, Unknown, require
from thidua.core.rights.grid import either
from thidua.core.workflow.conferences import ConferenceState
from thidua.records.councils.models import Conference, Invitation, Talk
from thidua.records.councils.queries.conferences import WITH, seasons_of
from thidua.records.directory.models import Unit
from thidua.records.seasons import access
from thidua.records.seasons.models import Cluster


def may(by: Actor, what: str, conference: Conference, *, on: date, unit: Unit | None = None) -> Answer:
    """The grid's answer: `what` as conference.plan. A part in any season that the conference is about counts."""
    return may_each(by, [what], conference, on=on, unit=unit)[what]


def may_each(
    by: Actor, acts: Iterable[str], conference: Conference, *, on: date, unit: Unit | None = None
) -> dict[str, Answer]:
    """Of several acts at once, by act."""
    acts = list(acts)
    best = dict.fromkeys(acts, UNKNOWN)
    for season in seasons_of(conference):
        for act in acts:
            if not best[act].is_yes:
                found = access.may(by, act, season=season, on=on, unit=unit)
                best[act] = found if found.is_yes or best[act].because is None else best[act]
    return best


def visible_conferences(actor: Actor, cluster: Cluster, *, on: date) -> QuerySet[Conference]:
    """Those of the seasons that the actor sees; those that are still planned only for who leads the season."""
    seen = list(access.visible_seasons(actor, on=on).filter(cluster=cluster))
    leads = [one for one in seen if access.may(actor, "conference.read_script", season=one, on=on).is_yes]
    known = Q(season__in=seen) | Q(matters__season__in=seen)
    planned = Q(season__in=leads) | Q(matters__season__in=leads)
    found = Conference.objects.filter(cluster=cluster).filter(known & ~Q(state=ConferenceState.PLANNED.value) | planned)
    return Conference.objects.filter(pk__in=found.values("pk")).select_related(*WITH)


def conference_for(actor: Actor, cluster: str, slug: str, *, on: date, to: str = "conference.read") -> Conference:
    """The conference at an address. Raises Unknown for none, or for one that others still plan; NotPossible with
    the reason for who may see it and not do `to`."""
    found = first(_conferences(cluster=cluster, slug=slug))
    if found is None:
        raise Unknown
    answers = may_each(actor, {to, "conference.read_script"}, found, on=on)
    if found.at_state is ConferenceState.PLANNED and not answers["conference.read_script"].is_yes:
        raise Unknown
    require(answers[to])
    return found


@prepared
def _conferences(*, cluster: str, slug: str) -> QuerySet[Conference]:
    return Conference.objects.filter(cluster__slug=cluster, slug=slug).select_related(*WITH)


def may_answer(by: Actor, invitation: Invitation, *, on: date) -> Answer:
    """For the unit by its people; a guest's answer is entered by the secretariat."""
    member = invitation.membership
    if member is None:
        return may(by, "conference.plan", invitation.conference, on=on)
    return may(by, "conference.answer", invitation.conference, on=on, unit=member.unit)


def may_speak(by: Actor, talk: Talk, *, on: date) -> Answer:
    """A talk is handed in by its unit's people, or by the secretariat that has received it."""
    own = may(by, "conference.speak", talk.conference, on=on, unit=talk.membership.unit)
    return either(own, may(by, "conference.plan", talk.conference, on=on))


def talk_at(conference: Conference, public_id: str) -> Talk:
    """A talk of a conference. Raises Unknown for another's."""
    found = conference.talks.filter(public_id=public_id).select_related("membership__unit", "file").first()
    if found is None:
        raise Unknown
    found.conference = conference
    return found


def invitation_at(conference: Conference, public_id: str) -> Invitation:
    """A letter of a conference. Raises Unknown for another's, and for one that was withdrawn."""
    found = conference.invitations.filter(public_id=public_id, withdrawn_at=None).select_related("membership__unit")
    if (one := found.first()) is None:
        raise Unknown
    one.conference = conference
    return one
