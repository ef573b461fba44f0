"""The hand-over itself: who has to do what now, the items by kind with their ticks; prepared once, gathered again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_over import ItemState, Turn
from thidua.pages.handover.place import at, rights_to, trail_to
from thidua.pages.seasons.heading import typed_heading
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.conduct.access.handover import may_hand_over, may_settle, season_for
from thidua.records.conduct.models import Handover, HandoverItem
from thidua.records.conduct.queries.handover import (
    OWED,
    TO_GIVE,
    TO_RECEIVE,
    Tally,
    head_in_force,
    items_of,
    tally_of,
    turn_of,
)
from thidua.records.conduct.queries.year_end import season_after
from thidua.records.directory.naming import written_post
from thidua.records.seasons.access import may
from thidua.records.seasons.models import Season
from thidua.records.seasons.queries.roles import likely_holders

ROWS_A_PAGE, OFFERED_AT_MOST = 100, 200
NARROWED = {"cho-giao": TO_GIVE, "cho-nhan": TO_RECEIVE, "con-thieu": OWED}


@dataclass(frozen=True)
class Group:
    """The items of one kind on this page, each with the address of what it stands for ("" where there is none)."""

    kind: str
    rows: list[tuple[HandoverItem, str]]

    @property
    def to_give(self) -> bool:
        return any(item.state is ItemState.OPEN for item, _ in self.rows)

    @property
    def to_receive(self) -> bool:
        return any(item.state is ItemState.GIVEN for item, _ in self.rows)


@login_required
def handover_page(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found, one = season_for(request.actor, cluster, season, to="handover.read", on=on)
    if one is None:
        return _not_prepared(request, found, on)
    tally, rights, is_open = tally_of(one), rights_to(request.actor, one, on=on), one.given_at is None
    asked = request.GET.get("loc", "")
    rows = Paginator(items_of(one).filter(NARROWED.get(asked, Q())), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return page(
        request,
        "handover/handover.html",
        season=found,
        one=one,
        tally=tally,
        asked=asked if asked in NARROWED else "",
        waits=_waits(one, tally),
        is_open=is_open,
        may=rights,
        may_settle=may_settle(request.actor, one, on=on).is_yes if one.is_signed and tally.owed else False,
        ticks=is_open and (rights["give"] or rights["receive"]),
        turn=turn_of(one, tally),
        rows=rows,
        groups=grouped(rows.object_list),
        picked=set(request.POST.getlist("chon")),
        on=on,
        base=at(found),
        trail=trail_to(found),
        here="season",
    )


def _not_prepared(request: Any, found: Season, on: date) -> HttpResponse:
    """The form by which it is prepared; where the season after has no head, it names one."""
    after = season_after(found)
    named = head_in_force(after) if after else None
    may_name = named is None and may(request.actor, "season.appoint", season=found, on=on).is_yes
    may_prepare = may_hand_over(request.actor, found, "handover.prepare", on=on, handover=None).is_yes
    offered = likely_holders(found, on=on)[:OFFERED_AT_MOST] if may_name else []
    return page(
        request,
        "handover/prepare.html",
        season=found,
        named=named,
        may_name=may_name,
        may_prepare=may_prepare and (named is not None or may_name),
        offered=[written_post(post) for post in offered],
        form=filled(request, due_on=""),
        base=at(found),
        trail=trail_to(found),
        here="season",
    )


@require_POST
@login_required
@or_show(handover_page)
def prepare(request: Any, cluster: str, season: str) -> HttpResponse:
    found, _one = season_for(request.actor, cluster, season, to="handover.prepare", on=today())
    typed = Typed(request)
    heading = typed_heading(typed, found) if "head" in typed.values else None
    due_on = typed.day("due_on", label=_("Bàn giao xong trước ngày"), required=False)
    typed.check()
    acts.prepare_handover(found, heading=heading, due_on=due_on, by=request.actor, at=now(), key=typed.key)
    return done(request, at(found), Sentence("handover.was_prepared"))


def _waits(one: Handover, tally: Tally) -> Sentence:
    """What the hand-over waits for now."""
    now_is = turn_of(one, tally)
    told: dict[Turn, dict[str, Any]] = {
        Turn.GIVE: {"count": tally.to_give},
        Turn.RECEIVE: {"count": tally.to_receive},
        Turn.SIGN_GIVEN: {"name": one.from_person.full_name},
        Turn.SIGN_RECEIVED: {"name": one.to_person.full_name},
    }
    return Sentence(f"handover.turn.{now_is}", **told.get(now_is, {}))


def grouped(items: Iterable[HandoverItem]) -> list[Group]:
    """Items in their order, by kind."""
    return [
        Group(kind, [(item, address_of(item)) for item in its]) for kind, its in groupby(items, lambda one: one.kind)
    ]


def address_of(item: HandoverItem) -> str:
    """Where what was gathered can be read; "" for a thing, and for a page that is no more."""
    try:
        return reverse(item.place, args=item.slugs) if item.place else ""
    except NoReverseMatch:
        return ""
