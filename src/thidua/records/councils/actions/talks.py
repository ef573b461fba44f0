"""Acts on speakers' papers: asked of a unit, handed in, dropped."""

from datetime import datetime

from thidua.base.days import local_day, written
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.conferences import ConferenceMove, may_move
from thidua.records.councils.access import may_speak
from thidua.records.councils.actions.holding import hold
from thidua.records.councils.models import Conference, Talk
from thidua.records.councils.steps.conferences import slugs
from thidua.records.desk.steps.notices import notify
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.seasons.models import Membership

MOST_MINUTES = 120


@act
def ask_talk(
    conference: Conference, *, member: Membership, title: str, minutes: int, by: Actor, at: datetime, key: str
) -> Talk:
    """An invited unit is asked to speak, and told until when to send its paper.

    Raises NotPossible for a unit that is not invited, for the same title twice, or for minutes without sense.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.ANSWER, by, at)
    title, faults = composed(title.strip()), []
    if not conference.invitations.filter(membership=member, withdrawn_at=None).exists():
        faults.append(Sentence("conference.not_invited", unit=member.short_name))
    if not 1 <= minutes <= MOST_MINUTES:
        faults.append(Sentence("conference.not_minutes", most=MOST_MINUTES))
    if conference.talks.filter(membership=member, title=title, dropped_because="").exists():
        faults.append(Sentence("conference.talk_twice", unit=member.short_name, title=title))
    if faults:
        raise NotPossible(*faults)
    talk = Talk.objects.create(conference=conference, membership=member, title=title, minutes=minutes)
    until = written(conference.talks_by or local_day(conference.starts_at))
    told = Sentence("notice.talk_asked", title=title, name=conference.name, until=until)
    notify(member.unit, told, at=at, place="talk", slugs=slugs(conference, talk.public_id))
    record("conference.talk_asked", by=by, at=at, subjects=_subjects(talk), body={"title": title, "minutes": minutes})
    return talk


@act
def hand_in_talk(
    talk: Talk,
    *,
    title: str,
    speaker: str,
    file: StoredFile | None,
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
) -> Talk:
    """The unit, or the secretariat that has received it, puts the paper in; until the conference a newer one may come.

    Raises NotPossible without a file, once it was dropped, or if someone has saved since.
    """
    talk = _locked(talk)
    require(may_speak(by, talk, on=local_day(at)))
    require(may_move(talk.conference.at_state, ConferenceMove.ANSWER))
    _require_standing(talk)
    talk.expect(seen_version)
    if (kept := file or talk.file) is None:
        raise refuse("conference.talk_needs_file")
    talk.title, talk.speaker, talk.file = composed(title), composed(speaker), kept
    talk.received_at, talk.received_from = at, by.as_written()
    talk.turn()
    talk.save()
    body = {"title": talk.title, "speaker": talk.speaker, "file": kept.sha256}
    record("conference.talk_received", by=by, at=at, subjects=_subjects(talk), body=body)
    return talk


@act
def drop_talk(talk: Talk, *, because: str, by: Actor, at: datetime, key: str) -> Talk:
    """It is not given. Raises NotPossible without a reason, or when it was dropped before."""
    talk = _locked(talk)
    hold(talk.conference, "conference.plan", ConferenceMove.ANSWER, by, at)
    _require_standing(talk)
    if not because.strip():
        raise refuse("conference.needs_reason")
    talk.dropped_because = composed(because.strip())
    talk.turn()
    talk.save(update_fields=["dropped_because", "version"])
    record("conference.talk_dropped", by=by, at=at, subjects=_subjects(talk), body={"reason": talk.dropped_because})
    return talk


def _locked(talk: Talk) -> Talk:
    found = Talk.objects.select_for_update(of=("self",)).select_related(
        "conference__cluster", "conference__season__cluster", "membership__unit", "file"
    )
    return found.get(pk=talk.pk)


def _require_standing(talk: Talk) -> None:
    if talk.is_dropped:
        raise refuse("conference.talk_dropped", reason=talk.dropped_because)


def _subjects(talk: Talk) -> list[HasToken]:
    return [talk, talk.membership.unit, talk.conference]
