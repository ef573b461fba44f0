"""An activity of a chapter: noted, with who was there, photographs and a code; withdrawn."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, require
from thidua.core.workflow.participation import ActKind
from thidua.pages.chapters.finding import trail_to_chapter, typed_count, typed_names
from thidua.pages.exemplars.finding import names_in
from thidua.pages.participation.fields import campaigns_of, offered, picture, typed_campaign
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.records.results.access.chapters import activity_for, chapter_for, may_note
from thidua.records.results.access.participation import may
from thidua.records.results.actions import activities as acts
from thidua.records.results.actions.participation import make_code
from thidua.records.results.models import ActivityPhoto, ChapterActivity
from thidua.records.results.told import ActivityTold, CodeAsked

SHOWN_AT_MOST, A_MONTH = 190, timedelta(days=30)


def _note_page(request: Any, cluster: str, season: str, chapter: str) -> HttpResponse:
    found, member = chapter_for(request.actor, cluster, season, chapter, on=today())
    require(may_note(request.actor, found, member, on=today()))
    return page(
        request,
        "chapters/note.html",
        chapter=found,
        member=member,
        campaigns=offered(campaigns_of(member.bloc_season.season, member)),
        form=filled(request, on=day(today())),
        trail=trail_to_chapter(found, member),
        here="season",
    )


@login_required
@or_show(_note_page)
def note(request: Any, cluster: str, season: str, chapter: str) -> HttpResponse:
    if request.method != "POST":
        return _note_page(request, cluster, season, chapter)
    found, member = chapter_for(request.actor, cluster, season, chapter, on=today())
    require(may_note(request.actor, found, member, on=today()))
    typed = Typed(request)
    title, on = typed.text("title", label=_("Tên hoạt động"), most=200), typed.day("on", label=_("Ngày"))
    place = typed.text("place", label=_("Nơi làm"), most=200)
    people = typed_count(typed, "people", label=_("Bao nhiêu người đến"))
    text = typed.text("text", label=_("Đã làm gì, được gì"), most=3000, required=False)
    campaign = typed_campaign(typed, member.bloc_season.season, member)
    typed.check()
    assert on is not None
    told = ActivityTold(title=title, on=on, place=place, people=people, text=text, campaign=campaign)
    noted = acts.note_activity(found, member=member, told=told, by=request.actor, at=now(), key=typed.key)
    return done(request, _at(noted, cluster, season), Sentence("activity.noted"))


def _at(activity: ChapterActivity, cluster: str, season: str) -> str:
    return reverse("chapter_activity", args=(cluster, season, activity.public_id))


@login_required
def activity_page(request: Any, cluster: str, season: str, activity: str, **_more: str) -> HttpResponse:
    on = today()
    found = activity_for(request.actor, cluster, season, activity, on=on)
    member = found.membership
    notes = found.withdrawn_at is None and may_note(request.actor, found.chapter, member, on=on).is_yes
    reads = notes or may(request.actor, "participation.read_acts", member, on=on).is_yes
    there = found.attendance.filter(state__in=("counted", "unclaimed")).select_related("person", "unit")
    return page(
        request,
        "chapters/activity.html",
        activity=found,
        member=member,
        season=member.bloc_season.season,
        there=there.order_by("state", "person__name_key", "pk")[:SHOWN_AT_MOST] if reads else [],
        known=there.filter(state="counted").count(),
        photos=found.photos.select_related("file"),
        may_note=notes,
        collects=notes and may(request.actor, "participation.collect", member, on=on).is_yes,
        reads=reads,
        names=names_in([member]) if notes else [],
        base=_at(found, cluster, season),
        trail=trail_to_chapter(found.chapter, member),
        here="season",
    )


def _to_note(request: Any, cluster: str, season: str, activity: str) -> ChapterActivity:
    found = activity_for(request.actor, cluster, season, activity, on=today())
    require(may_note(request.actor, found.chapter, found.membership, on=today()))
    return found


@require_POST
@login_required
@or_show(activity_page)
def attendance(request: Any, cluster: str, season: str, activity: str) -> HttpResponse:
    found, typed = _to_note(request, cluster, season, activity), Typed(request)
    names = typed_names(typed)
    typed.check()
    noted = acts.note_attendance(found, names=names, by=request.actor, at=now(), key=typed.key)
    known = sum(one.person_id is not None for one in noted)
    told = Sentence("activity.attended", known=known, waiting=len(noted) - known)
    return done(request, _at(found, cluster, season), told)


@require_POST
@login_required
@or_show(activity_page)
def add_photo(request: Any, cluster: str, season: str, activity: str) -> HttpResponse:
    found, typed = _to_note(request, cluster, season, activity), Typed(request)
    alt = typed.text("alt", label=_("Ảnh chụp gì"), most=300)
    file = picture(typed)
    if file is None and not typed.faults:
        typed.faults.append(Sentence("file.missing", label=_("Ảnh")))
    typed.check()
    assert file is not None
    acts.add_activity_photo(found, file=file, alt=alt, by=request.actor, at=now(), key=typed.key)
    return done(request, _at(found, cluster, season), Sentence("activity.photo_added"))


@require_POST
@login_required
@or_show(activity_page)
def code(request: Any, cluster: str, season: str, activity: str) -> HttpResponse:
    """A code for the activity, good for a month: whoever scans it was there."""
    found = activity_for(request.actor, cluster, season, activity, on=today())
    require(may(request.actor, "participation.collect", found.membership, on=today()))
    asked = CodeAsked(found.title, ActKind.ATTENDANCE, today() + A_MONTH, found.campaign, found)
    made = make_code(found.membership, asked=asked, by=request.actor, at=now(), key=Typed(request).key)
    return done(
        request, reverse("join_code", args=(cluster, season, made.public_id)), Sentence("participation.code_made")
    )


@require_POST
@login_required
@or_show(activity_page)
def withdraw(request: Any, cluster: str, season: str, activity: str) -> HttpResponse:
    found, typed = _to_note(request, cluster, season, activity), Typed(request)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    acts.withdraw_activity(found, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, _at(found, cluster, season), Sentence("activity.was_withdrawn"))


@require_safe
@login_required
def photo(request: Any, cluster: str, season: str, activity: str, photo: str) -> HttpResponseBase:
    """A photograph, for whoever may read the activity. Raises Unknown where there is none."""
    found = activity_for(request.actor, cluster, season, activity, on=today())
    one = ActivityPhoto.objects.filter(activity=found, public_id=photo).select_related("file").first()
    if one is None:
        raise Unknown
    return send_file(request, one.file)
