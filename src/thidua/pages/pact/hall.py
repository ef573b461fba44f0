"""Gọi ký: the phone of whoever calls units up; one press lights a unit, in the signing or in its rehearsal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, refuse
from thidua.core.workflow.signing import MAY_SIGN, PactStage
from thidua.pages.pact.trail import trail_to_pact
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.seasons.access import bloc_for, may_each
from thidua.records.seasons.actions import calling as acts
from thidua.records.seasons.actions import rehearsals
from thidua.records.seasons.actions.pacts import PaperSignature, sign_on_paper
from thidua.records.seasons.models import BlocSeason, Membership, Pact
from thidua.records.seasons.queries.callers import Caller, callers_of
from thidua.records.seasons.queries.frame import members_of
from thidua.records.seasons.queries.hall import groups_of
from thidua.records.seasons.queries.standing import Standing, bloc_standing

ASKED = ("pact.call", "pact.rehearse", "pact.sign_on_paper")
MISTAKE = "Bấm nhầm tại lễ ký."  # why a press was taken back: data of the pact, so Vietnamese for every reader


@dataclass(frozen=True)
class Called:
    """A unit of a group: when it was lit, or who will sign for it."""

    member: Membership
    at: datetime | None
    is_ours: bool  # lit in ink or in rehearsal, so that the press can be taken back here
    caller: Caller | None


@dataclass(frozen=True)
class Shown:
    number: int
    units: Sequence[Called]

    @property
    def still(self) -> int:
        return sum(one.at is None for one in self.units)


@login_required
def hall(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """The group that is called up now, with a button for each unit; the live part alone for a fetch of it."""
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.call", on=on)
    standing = bloc_standing(found)
    groups = [
        Shown(group.number, [_called(standing, member, {}) for member in group.members]) for group in groups_of(found)
    ]
    numbers = [group.number for group in groups]
    place = numbers.index(standing.calling) if standing.calling in numbers else -1
    if place >= 0:
        members = [one.member for one in groups[place].units]
        callers = callers_of(members, on=on)
        groups[place] = Shown(numbers[place], [_called(standing, member, callers) for member in members])
    possible = may_each(request.actor, ASKED, season=found.season, bloc=found, unit=None, on=on)
    template = "pact/hall.html#hall" if request.headers.get("HX-Request") else "pact/hall.html"
    slugs = (cluster, season, bloc)
    return page(
        request,
        template,
        bloc=found,
        standing=standing,
        group=groups[place] if place >= 0 else None,
        following=groups[place + 1] if place + 1 < len(groups) else None,
        preceding=groups[place - 1] if place > 0 else None,
        groups=groups,
        signed=sum(one.at is not None for group in groups for one in group.units),
        all=sum(len(group.units) for group in groups),
        opened=standing.rehearsal is not None or standing.pact.at_stage in MAY_SIGN,
        may_start=possible["pact.rehearse"] and standing.rehearsal is None and not standing.some_pact_is_open,
        may={act.removeprefix("pact."): is_possible for act, is_possible in possible.items()},
        base=reverse("hall", args=slugs),
        pact_address=reverse("pact", args=slugs),
        trail=trail_to_pact(found),
        here="season",
    )


def _called(standing: Standing, member: Membership, callers: dict[int, Caller]) -> Called:
    return Called(member, standing.lit_at(member), standing.is_ours(member), callers.get(member.pk))


Acting = Callable[[Any, BlocSeason, Typed], Sentence]


def _acted(to: str) -> Callable[[Acting], Callable[..., HttpResponse]]:
    """A press in the hall: find the bloc, act, lead back; a refusal shows the hall as it stands."""

    def wrap(acting: Acting) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(hall)
        def view(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
            found = bloc_for(request.actor, cluster, season, bloc, to=to, on=today())
            told = acting(request, found, Typed(request))
            return done(request, reverse("hall", args=(cluster, season, bloc)), told)

        return view

    return wrap


@_acted("pact.call")
def call(request: Any, bloc: BlocSeason, typed: Typed) -> Sentence:
    group, standing = typed.whole("group"), bloc_standing(bloc)
    told = {"group": group, "by": request.actor, "at": now(), "key": typed.key}
    if standing.rehearsal is not None:
        rehearsals.rehearse_call(standing.rehearsal, bloc, **told)
    else:
        acts.call_group(_written(standing.pact), **told)
    return Sentence("hall.called" if group else "hall.called_nobody", group=group)


@_acted("pact.sign_on_paper")
def light(request: Any, bloc: BlocSeason, typed: Typed) -> Sentence:
    """In earnest the unit's leader signs, or whoever has a letter for it on that day; others are typed on the pact."""
    member, standing = _member(bloc, typed), bloc_standing(bloc)
    told = {"unit": member.unit, "by": request.actor, "at": now(), "key": typed.key}
    if standing.rehearsal is not None:
        rehearsals.rehearse_signature(standing.rehearsal, bloc, **told)
        return Sentence("rehearsal.lit", unit=member.name)
    caller = callers_of([member], on=today()).get(member.pk)
    if caller is None:
        raise refuse("hall.no_signer", unit=member.name)
    signed = PaperSignature(caller.name, caller.title, caller.capacity, caller.letter)
    sign_on_paper(_written(standing.pact), signed=signed, **told)
    return Sentence("pact.signed", unit=member.name)


@_acted("pact.sign_on_paper")
def undo(request: Any, bloc: BlocSeason, typed: Typed) -> Sentence:
    member, standing = _member(bloc, typed), bloc_standing(bloc)
    told = {"by": request.actor, "at": now(), "key": typed.key}
    if standing.rehearsal is not None:
        rehearsals.undo_rehearsed(standing.rehearsal, bloc, unit=member.unit, **told)
    elif (signature := standing.signatures.get(member.pk)) is not None:
        acts.void_signature(signature, reason=MISTAKE, **told)
    else:
        raise refuse("rehearsal.not_lit", unit=member.name)
    return Sentence("hall.undone", unit=member.name)


@_acted("pact.rehearse")
def start(request: Any, bloc: BlocSeason, typed: Typed) -> Sentence:
    rehearsals.start_rehearsal(bloc.season, by=request.actor, at=now(), key=typed.key)
    return Sentence("rehearsal.started")


@_acted("pact.rehearse")
def end(request: Any, bloc: BlocSeason, typed: Typed) -> Sentence:
    rehearsals.end_rehearsal(bloc.season, by=request.actor, at=now(), key=typed.key)
    return Sentence("rehearsal.was_ended")


def _written(pact: Pact) -> Pact:
    """Raises NotPossible for a pact in which nothing has been written."""
    if pact.pk is None or pact.at_stage is PactStage.DRAFT:
        raise refuse("pact.not_open")
    return pact


def _member(bloc: BlocSeason, typed: Typed) -> Membership:
    unit = typed.values.get("unit", "")
    member = members_of(bloc).filter(unit__slug=unit).select_related("unit").first()
    if member is None:
        raise refuse("form.not_offered", typed=unit[:40], name=_("Đơn vị"))
    return member
