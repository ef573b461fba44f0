"""Đại biểu: who was invited, what was answered, who comes; letters, answers and reminders."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.core.workflow.conferences import Coming, ConferenceMove, ConferenceState, may_move
from thidua.pages.conferences.finding import address, conference_page, found_at, trail_to
from thidua.pages.seasons.rows import fields_of_rows, filled_rows, shown_rows, wants_more
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, filled, or_show
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.conduct.access import entry_shown
from thidua.records.councils.access import invitation_at, may, may_answer
from thidua.records.councils.actions import delegates as acts
from thidua.records.councils.models import Conference, Delegate, Invitation
from thidua.records.councils.plan import Guest, Person, Reply
from thidua.records.councils.queries.conferences import (
    invitations_of,
    matters_of,
    members_concerned,
    replies_to,
    unanswered,
)

ROWS_A_PAGE = 100
BY_WORD = {"cho": Coming.WAITING, "du": Coming.COMES, "vang": Coming.STAYS_AWAY}
PEOPLE = ("name", "post", "signs", "letter")
GUESTS = ("organisation", "addressee")
GUESTS_SAVED = ("conference.guests_listed",)


@login_required
def delegates(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference)
    rows, asked = invitations_of(found), request.GET.get("loc", "")
    if asked in BY_WORD:
        rows = rows.filter(coming=BY_WORD[asked].value)
    return conference_page(
        request,
        found,
        "conferences/delegates.html",
        tab="delegates",
        rows=Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        asked=asked,
        replies=replies_to(found),
        own={post.unit for post in request.actor.posts},
        waiting=unanswered(found) if found.at_state is ConferenceState.INVITED else [],
        to_invite=_to_invite(found),
        on=today(),
    )


def _to_invite(found: Conference) -> int:
    """How many member units have no letter yet."""
    if not may_move(found.at_state, ConferenceMove.INVITE).is_yes:
        return 0
    there = set(found.invitations.filter(membership__isnull=False).values_list("membership__unit", flat=True))
    return sum(one.unit_id not in there for one in members_concerned(found, matters_of(found)))


@login_required
def delegates_workbook(request: Any, cluster: str, conference: str) -> HttpResponse:
    """One row a person, and one for each letter that brings nobody."""
    found = found_at(request, cluster, conference)
    return as_xlsx(
        Table(
            name=f"dai-bieu-{found.slug}",
            title=_("Danh sách đại biểu"),
            lines=[found.name],
            heads=[_("Đơn vị"), _("Trả lời"), _("Họ và tên"), _("Chức vụ"), _("Ký giao ước")],
            rows=[row for one in invitations_of(found) for row in _rows_of(one)],
        )
    )


def _rows_of(one: Invitation) -> list[tuple[Any, ...]]:
    coming = say(Sentence(f"conference.coming.{one.coming}"))
    people = list(one.delegates.all())
    if not people:
        return [(one.name, coming, "", "", "")]
    return [
        (one.name, coming, person.name, person.post, person.letter or (_("lãnh đạo") if person.signs else ""))
        for person in people
    ]


def _letter_page(request: Any, cluster: str, conference: str, invitation: str) -> HttpResponse:
    on, found = today(), found_at(request, cluster, conference)
    one = invitation_at(found, invitation)
    people = [
        {"name": person.name, "post": person.post, "signs": person.signs, "letter": person.letter}
        for person in one.delegates.all()
    ]
    is_open = may_move(found.at_state, ConferenceMove.ANSWER).is_yes
    may_own = is_open and may_answer(request.actor, one, on=on).is_yes
    on_behalf = one.membership is not None and may(request.actor, "conference.answer_on_behalf", found, on=on).is_yes
    return conference_page(
        request,
        found,
        "conferences/letter.html",
        tab="delegates",
        one=one,
        people=people,
        items=list(found.items.all()),
        matters=matters_of(found),
        rows=shown_rows(request, PEOPLE, people),
        form=filled(request, coming=one.coming, remark=one.remark, version=one.version),
        may_own=may_own,
        may_on_behalf=is_open and on_behalf and not may_own,
        signs=[("", "–"), ("leader", _("lãnh đạo ký")), ("letter", _("theo giấy ủy quyền"))],
        entry=entry_shown(request.actor, one, on=on) if one.membership else None,
        base=address(found, "invitation", one.public_id),
        trail=[*trail_to(found), (_("Đại biểu"), address(found, "delegates"))],
    )


@login_required
@or_show(_letter_page)
def letter(request: Any, cluster: str, conference: str, invitation: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _letter_page(request, cluster, conference, invitation)
    found, typed = found_at(request, cluster, conference), Typed(request)
    one = invitation_at(found, invitation)
    require(may_answer(request.actor, one, on=today()))
    reply = _reply(request, typed)
    typed.check()
    acts.answer_invitation(
        one, reply=reply, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )
    return done(request, address(found, "invitation", one.public_id), Sentence("conference.was_answered"))


@require_POST
@login_required
@or_show(_letter_page)
def on_behalf(request: Any, cluster: str, conference: str, invitation: str) -> HttpResponse:
    found, typed = found_at(request, cluster, conference, to="conference.answer_on_behalf"), Typed(request)
    one = invitation_at(found, invitation)
    if wants_more(request):
        return _letter_page(request, cluster, conference, invitation)
    reply, paper = _reply(request, typed), typed_source(typed)
    acts.answer_invitation_on_behalf(one, reply=reply, paper=paper, by=request.actor, at=now(), key=typed.key)
    return done(request, address(found, "invitation", one.public_id), Sentence("conference.was_answered"))


def _reply(request: Any, typed: Typed) -> Reply:
    comes = typed.choice("coming", ("comes", "stays_away"), label=_("Trả lời")) == "comes"
    remark = typed.text("remark", label=_("Ghi chú"), most=500, required=False)
    people = [_person(typed, n) for n in filled_rows(request, ("name", "post"))]
    return Reply(comes, people if comes else (), remark)


def _person(typed: Typed, n: int) -> Person:
    line = n + 1
    name = typed.text(f"name-{n}", label=_("Dòng {n}, Họ và tên").format(n=line), most=120)
    post = typed.text(f"post-{n}", label=_("Dòng {n}, Chức vụ").format(n=line), required=False)
    signs = typed.choice(f"signs-{n}", list(Delegate.Signs), label=_("Dòng {n}, Ký giao ước").format(n=line))
    number = typed.text(f"letter-{n}", label=_("Dòng {n}, Giấy ủy quyền").format(n=line), most=120, required=False)
    return Person(name, post, signs, number)


def _guest_fields(request: Any, found: Conference) -> tuple[list[Field], int]:
    labels = {"organisation": _("Cơ quan"), "addressee": _("Kính mời")}
    return fields_of_rows(request, labels, _kept_guests(found), key="organisation")


def _kept_guests(found: Conference) -> list[dict[str, Any]]:
    guests = found.invitations.filter(membership=None, withdrawn_at=None)
    return [{"organisation": one.organisation, "addressee": one.addressee} for one in guests]


def _guests_page(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference, to="conference.plan")
    require(may_move(found.at_state, ConferenceMove.PLAN))
    fields, count = _guest_fields(request, found)
    begun = begun_with(request, found, fields, saved=GUESTS_SAVED, rows=count)
    return conference_page(
        request, found, "conferences/guests.html", tab="delegates", begun=begun,
        rows=shown_rows(request, GUESTS, _kept_guests(found)),
        trail=[*trail_to(found), (_("Đại biểu"), address(found, "delegates"))],
    )  # fmt: skip


@login_required
@or_show(_guests_page)
def guests(request: Any, cluster: str, conference: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _guests_page(request, cluster, conference)
    found, typed = found_at(request, cluster, conference, to="conference.plan"), Typed(request)
    typed.settle(_guest_fields(request, found)[0])
    listed = [
        Guest(
            typed.text(f"organisation-{n}", label=_("Dòng {n}, Cơ quan").format(n=n + 1)),
            typed.text(f"addressee-{n}", label=_("Dòng {n}, Kính mời").format(n=n + 1), required=False),
        )
        for n in filled_rows(request, GUESTS)
    ]
    typed.check()
    acts.list_guests(
        found, guests=listed, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )
    return done(request, address(found, "delegates"), Sentence("conference.guests_saved"))


def _acted(do: Callable[..., object], told: str) -> Callable[..., HttpResponse]:
    """A POST of the secretariat about all letters; a refusal shows the list."""

    @require_POST
    @login_required
    @or_show(delegates)
    def view(request: Any, cluster: str, conference: str) -> HttpResponse:
        found = found_at(request, cluster, conference, to="conference.plan")
        do(found, by=request.actor, at=now(), key=Typed(request).key)
        return done(request, address(found, "delegates"), Sentence(told))

    return view


send = _acted(acts.send_invitations, "conference.were_invited")
remind = _acted(acts.remind_of_invitations, "conference.were_reminded")
