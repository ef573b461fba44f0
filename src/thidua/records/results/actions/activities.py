"""Acts of what youth chapters do: activities, who was there, photographs."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.texts import composed, folded
from thidua.core.workflow.participation import ActKind, ActWay
from thidua.records.directory.models import YouthChapter
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.results.access import chapters as access
from thidua.records.results.actions.exemplars import FRAME
from thidua.records.results.models import ActivityPhoto, ChapterActivity, Participation
from thidua.records.results.queries.chapters import WITH
from thidua.records.results.queries.participation import posts_named
from thidua.records.results.steps.participation import attends, write_act
from thidua.records.results.told import ActivityTold, ActTold
from thidua.records.seasons.models import Membership

MOST_NAMES = 300


@act
def note_activity(
    chapter: YouthChapter, *, member: Membership, told: ActivityTold, by: Actor, at: datetime, key: str
) -> ChapterActivity:
    """What the chapter did, by its secretary or by who keeps the unit's chapters.

    Raises NotPossible with what is wrong in it, or for a day on which the chapter was no more.
    """
    chapter = YouthChapter.objects.select_for_update().get(pk=chapter.pk)
    member = Membership.objects.select_related(*FRAME).get(pk=member.pk)
    require(access.may_note(by, chapter, member, on=local_day(at)))
    _require_whole(member, told, at=at)
    if chapter.ended_on is not None and told.on >= chapter.ended_on:
        raise refuse("chapter.has_ended", name=chapter.name, on=chapter.ended_on)
    activity = ChapterActivity.objects.create(
        chapter=chapter, membership=member, campaign=told.campaign, title=composed(told.title.strip()), on=told.on,
        place=composed(told.place.strip()), text=composed(told.text.strip()), told=told.people, noted_at=at,
        noted_by=by.as_written(),
    )  # fmt: skip
    body = {"title": activity.title, "on": told.on.isoformat(), "place": told.place, "people": told.people}
    record("activity.noted", by=by, at=at, subjects=_subjects(activity), body=body)
    return activity


@act
def note_attendance(
    activity: ChapterActivity, *, names: Sequence[str], by: Actor, at: datetime, key: str
) -> list[Participation]:
    """Who was there, by name: whom the unit's directory knows counts, the others wait for the unit's officer.

    Whoever stands there already is passed over. Raises NotPossible for a name that two people of the unit share.
    """
    activity = _locked(activity)
    member, on = activity.membership, activity.on
    require(access.may_note(by, activity.chapter, member, on=local_day(at)))
    wanted = {folded(name): name for name in (" ".join(name.split()) for name in names) if name}
    if not wanted or len(wanted) > MOST_NAMES:
        raise refuse("activity.names", most=MOST_NAMES)
    known = posts_named(member, wanted, on=on)
    if shared := [Sentence("activity.name_shared", name=wanted[key]) for key, same in known.items() if len(same) > 1]:
        raise NotPossible(*shared)
    waiting = set(activity.attendance.filter(person=None).values_list("name", flat=True))
    noted = []
    for asked, name in wanted.items():
        post = known[asked][0] if asked in known else None
        person, unit = (post.person, post.unit) if post else (None, member.unit)
        if (person is None and name in waiting) or (person is not None and attends(activity, person)):
            continue
        told = ActTold(ActKind.ATTENDANCE, on, activity.title, unit, activity.campaign, name, None, activity)
        noted.append(write_act(member, told, way=ActWay.OFFICER, person=person, by=by, at=at))
    names_there = [one.name for one in noted]
    record("activity.attendance", by=by, at=at, subjects=_subjects(activity), body={"names": names_there})
    return noted


@act
def add_activity_photo(
    activity: ChapterActivity, *, file: StoredFile, alt: str, by: Actor, at: datetime, key: str
) -> ActivityPhoto:
    """A photograph, with what it shows in words."""
    activity = _locked(activity)
    require(access.may_note(by, activity.chapter, activity.membership, on=local_day(at)))
    if not alt.strip():
        raise refuse("activity.needs_alt")
    photo = ActivityPhoto.objects.create(activity=activity, file=file, alt=composed(alt.strip()), added_at=at)
    record("activity.photo_added", by=by, at=at, subjects=[photo, *_subjects(activity)], body={"alt": photo.alt})
    return photo


@act
def withdraw_activity(activity: ChapterActivity, *, because: str, by: Actor, at: datetime, key: str) -> ChapterActivity:
    """Noted by mistake: it and who was there count no longer, and stay readable with the reason."""
    activity = _locked(activity)
    require(access.may_note(by, activity.chapter, activity.membership, on=local_day(at)))
    if not because.strip():
        raise refuse("participation.needs_reason")
    activity.withdrawn_at, activity.reason = at, because.strip()
    activity.save(update_fields=["withdrawn_at", "reason"])
    open_ones = activity.attendance.filter(state__in=("unclaimed", "counted"))
    open_ones.update(state="withdrawn", reason=activity.reason, decided_at=at, decided_by=by.as_written())
    activity.join_codes.filter(stopped_at=None).update(stopped_at=at)
    record("activity.withdrawn", by=by, at=at, subjects=_subjects(activity), body={"why": activity.reason})
    return activity


def _locked(activity: ChapterActivity) -> ChapterActivity:
    found = ChapterActivity.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=activity.pk)
    if found.withdrawn_at is not None:
        raise refuse("activity.withdrawn")
    return found


def _require_whole(member: Membership, told: ActivityTold, *, at: datetime) -> None:
    bloc, faults = member.bloc_season, []
    if not told.title.strip():
        faults.append(Sentence("activity.needs_title"))
    if told.on > local_day(at):
        faults.append(Sentence("participation.day_to_come", on=told.on))
    elif not bloc.starts_on <= told.on <= bloc.ends_on:
        faults.append(Sentence("activity.outside_the_year", on=told.on, first=bloc.starts_on, last=bloc.ends_on))
    if told.campaign is not None and told.campaign.season_id != bloc.season_id:
        faults.append(Sentence("participation.other_campaign", name=told.campaign.name))
    if faults:
        raise NotPossible(*faults)


def _subjects(activity: ChapterActivity) -> list[HasToken]:
    return [activity, activity.chapter, activity.membership.unit]
