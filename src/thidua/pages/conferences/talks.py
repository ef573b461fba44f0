"""Tham luận: of whom a talk was asked, which have come; one with its file."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, require
from thidua.core.workflow.conferences import ConferenceMove, may_move
from thidua.pages.conferences.finding import address, conference_page, found_at, trail_to
from thidua.pages.shared.request import Typed, done, filled, or_show
from thidua.pages.shared.sending import send_file
from thidua.records.councils.access import may_speak, talk_at
from thidua.records.councils.actions.talks import ask_talk, drop_talk, hand_in_talk
from thidua.records.councils.models import Conference
from thidua.records.seasons.models import Membership

OFFERED_AT_MOST = 200
ROWS_AT_MOST = 200


def _invited(found: Conference) -> dict[str, Membership]:
    """Member units that are invited, by what the form names them."""
    letters = found.invitations.filter(withdrawn_at=None, membership__isnull=False).select_related("membership__unit")
    members = [one.membership for one in letters[:OFFERED_AT_MOST]]
    return {member.public_id: member for member in members if member is not None}


def _talks_page(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference)
    is_open = may_move(found.at_state, ConferenceMove.ANSWER).is_yes
    listed = list(found.talks.select_related("membership__unit", "file")[:ROWS_AT_MOST])
    return conference_page(
        request,
        found,
        "conferences/talks.html",
        tab="talks",
        talks=listed,
        minutes=sum(one.minutes for one in listed if not one.is_dropped),
        may_ask=is_open,
        members=[(key, member.name) for key, member in _invited(found).items()] if is_open else [],
        on=today(),
    )


@login_required
@or_show(_talks_page)
def talks(request: Any, cluster: str, conference: str) -> HttpResponse:
    if request.method != "POST":
        return _talks_page(request, cluster, conference)
    found, typed = found_at(request, cluster, conference, to="conference.plan"), Typed(request)
    members = _invited(found)
    chosen = typed.choice("member", members, label=_("Đơn vị"))
    title = typed.text("title", label=_("Tên tham luận"), most=300)
    typed.check()
    ask_talk(
        found, member=members[chosen], title=title, minutes=typed.whole("minutes"), by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip
    return done(request, address(found, "talks"), Sentence("conference.talk_asked"))


def _talk_page(request: Any, cluster: str, conference: str, talk: str) -> HttpResponse:
    found = found_at(request, cluster, conference)
    one = talk_at(found, talk)
    is_open = may_move(found.at_state, ConferenceMove.ANSWER).is_yes and not one.is_dropped
    return conference_page(
        request,
        found,
        "conferences/talk.html",
        tab="talks",
        talk=one,
        form=filled(request, title=one.title, speaker=one.speaker, version=one.version),
        may_send=is_open and may_speak(request.actor, one, on=today()).is_yes,
        is_running=is_open,
        base=address(found, "talk", one.public_id),
        trail=[*trail_to(found), (_("Tham luận"), address(found, "talks"))],
    )


@login_required
@or_show(_talk_page)
def talk(request: Any, cluster: str, conference: str, talk: str) -> HttpResponse:
    if request.method != "POST":
        return _talk_page(request, cluster, conference, talk)
    found, typed = found_at(request, cluster, conference), Typed(request)
    one = talk_at(found, talk)
    require(may_speak(request.actor, one, on=today()))
    title = typed.text("title", label=_("Tên tham luận"), most=300)
    speaker = typed.text("speaker", label=_("Người trình bày"))
    file = typed.kept_file("file", label=_("Tệp tham luận"))
    typed.check()
    hand_in_talk(
        one, title=title, speaker=speaker, file=file, seen_version=typed.whole("version"), by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip
    return done(request, address(found, "talk", one.public_id), Sentence("conference.talk_received"))


@require_safe
@login_required
def talk_file(request: Any, cluster: str, conference: str, talk: str) -> HttpResponseBase:
    one = talk_at(found_at(request, cluster, conference), talk)
    if one.file is None:
        raise Unknown
    return send_file(request, one.file)


@require_POST
@login_required
@or_show(_talk_page)
def drop(request: Any, cluster: str, conference: str, talk: str) -> HttpResponse:
    found, typed = found_at(request, cluster, conference, to="conference.plan"), Typed(request)
    one = talk_at(found, talk)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    drop_talk(one, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, address(found, "talks"), Sentence("conference.talk_was_dropped"))
