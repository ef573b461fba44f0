"""Annexes of a locked pact: the list with its signatures, and the form on which a unit draws one up."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.core.workflow.signing import PactStage
from thidua.pages.pact.scans import typed_signature
from thidua.pages.pact.trail import trail_to_pact
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.seasons.access import bloc_for, may, may_each
from thidua.records.seasons.actions import annexes as acts
from thidua.records.seasons.models import Annex, BlocSeason, Membership, Pact, Signature
from thidua.records.seasons.queries.annexes import annexes_of
from thidua.records.seasons.queries.commitments import numbers_of
from thidua.records.seasons.queries.frame import members_of

ROWS_A_PAGE = 50
CAPACITIES = tuple(Signature.Capacity)
ASKED = ("pact.sign", "pact.sign_on_paper", "pact.sign_annex_as_head", "pact.annex", "pact.annex_on_behalf")


@dataclass(frozen=True)
class Row:
    """One annex of the list, who has signed, and what the reader may do with it."""

    annex: Annex
    by_unit: Signature | None
    by_head: Signature | None
    may_sign: bool
    may_agree: bool
    may_enter_ink: bool
    may_withdraw: bool


def _pact_of(bloc: BlocSeason) -> Pact | None:
    return Pact.objects.filter(bloc_season=bloc).first()


def _allowed(request: Any, bloc: BlocSeason, act: str, unit: Any = None) -> bool:
    return may(request.actor, f"pact.{act}", season=bloc.season, bloc=bloc, unit=unit, on=today()).is_yes


def _possible(request: Any, bloc: BlocSeason, unit: Any = None) -> dict[str, bool]:
    return may_each(request.actor, ASKED, season=bloc.season, bloc=bloc, unit=unit, on=today())


def _own(request: Any, bloc: BlocSeason) -> list[Membership]:
    return list(members_of(bloc).filter(unit__in=[post.unit for post in request.actor.posts]))


@login_required
def annexes(request: Any, cluster: str, season: str, bloc: str, number: int = 0) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today())
    pact = _pact_of(found)
    here = _possible(request, found)
    own = {member.pk: _possible(request, found, member.unit) for member in _own(request, found)}

    def row(annex: Annex) -> Row:
        by_unit = next((one for one in annex.signatures.all() if one.membership_id is not None), None)
        by_head = next((one for one in annex.signatures.all() if one.membership_id is None), None)
        waits = annex.locked_at is None and annex.withdrawn_at is None
        as_unit = own.get(annex.membership_id, {})
        drew_it_up = here["pact.annex_on_behalf"] if annex.on_behalf else as_unit.get("pact.annex", False)
        return Row(
            annex,
            by_unit,
            by_head,
            may_sign=waits and by_unit is None and as_unit.get("pact.sign", False),
            may_agree=waits and by_head is None and here["pact.sign_annex_as_head"],
            may_enter_ink=waits and here["pact.sign_on_paper"],
            may_withdraw=waits and by_head is None and drew_it_up,
        )

    listed = Paginator(annexes_of(pact) if pact else Annex.objects.none(), ROWS_A_PAGE)
    shown = listed.get_page(request.GET.get("trang"))
    return page(
        request,
        "pact/annexes.html",
        bloc=found,
        is_locked=pact is not None and pact.at_stage is PactStage.LOCKED,
        may={"sign_on_paper": here["pact.sign_on_paper"]},
        may_draw_up=here["pact.annex_on_behalf"] or any(possible["pact.annex"] for possible in own.values()),
        shown=shown,
        rows=[row(annex) for annex in shown],
        about=number,
        base=reverse("annexes", args=(cluster, season, bloc)),
        trail=trail_to_pact(found),
        here="season",
    )


@login_required
def annex_form(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """The form; `?don-vi=` names the unit, else it is the reader's own."""
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today())
    asked = request.POST.get("unit") or request.GET.get("don-vi")
    member = members_of(found).filter(unit__slug=asked).first() if asked else next(iter(_own(request, found)), None)
    unit = member.unit if member else None
    on_behalf = _allowed(request, found, "annex_on_behalf", unit)
    pact = _pact_of(found)
    return page(
        request,
        "pact/annex_form.html",
        bloc=found,
        member=member,
        is_locked=pact is not None and pact.at_stage is PactStage.LOCKED,
        lines=numbers_of(member) if member else [],
        proposes=unit is not None and _allowed(request, found, "annex", unit),
        on_behalf=on_behalf,
        members=members_of(found) if on_behalf else [],
        base=reverse("annexes", args=(cluster, season, bloc)),
        trail=[*trail_to_pact(found), (_("Phụ lục"), reverse("annexes", args=(cluster, season, bloc)))],
        here="season",
    )


def _drawing(
    told: str,
) -> Callable[[Callable[[Any, Pact, Membership, dict[int, Fraction], str, Typed], Annex]], Callable[..., HttpResponse]]:
    """A POST of the form: find the unit, read its figures, act, lead to the list."""

    def wrap(
        acting: Callable[[Any, Pact, Membership, dict[int, Fraction], str, Typed], Annex],
    ) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(annex_form)
        def view(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
            found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today())
            typed = Typed(request)
            member = members_of(found).filter(unit__slug=typed.values.get("unit", "")).first()
            if member is None:
                raise refuse("form.not_offered", typed=typed.values.get("unit", "")[:40], name=_("Đơn vị"))
            if (pact := _pact_of(found)) is None:
                raise refuse("annex.needs_locked_pact")
            figures = {
                line.pk: typed.figure(f"after-{line.pk}", label=line.indicator.name) for line in numbers_of(member)
            }
            reason = typed.text("reason", label=_("Lý do điều chỉnh"), most=1000)
            changes = {pk: after for pk, after in figures.items() if after is not None}
            annex = acting(request, pact, member, changes, reason, typed)
            back = reverse("annexes", args=(cluster, season, bloc))
            return done(request, back, Sentence(f"annex.{told}", number=annex.number))

        return view

    return wrap


@_drawing("proposed")
def propose(
    request: Any, pact: Pact, member: Membership, changes: dict[int, Fraction], reason: str, typed: Typed
) -> Annex:
    typed.check()
    return acts.propose_annex(
        pact, unit=member.unit, changes=changes, reason=reason, by=request.actor, at=now(), key=typed.key
    )


@_drawing("entered_on_behalf")
def propose_on_behalf(
    request: Any, pact: Pact, member: Membership, changes: dict[int, Fraction], reason: str, typed: Typed
) -> Annex:
    paper = typed_source(typed)
    return acts.enter_annex_on_behalf(
        pact, unit=member.unit, changes=changes, reason=reason, paper=paper, by=request.actor, at=now(), key=typed.key
    )


def _signing(acting: Callable[[Any, Annex, Typed], Annex]) -> Callable[..., HttpResponse]:
    """A POST on one annex; a refusal shows the list with its sentence."""

    @require_POST
    @login_required
    @or_show(annexes)
    def view(request: Any, cluster: str, season: str, bloc: str, number: int) -> HttpResponse:
        found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today())
        annex = Annex.objects.filter(pact__bloc_season=found, number=number).first()
        if annex is None:
            raise Unknown
        acted = acting(request, annex, Typed(request))
        told = "withdrawn" if acted.withdrawn_at else "came_into_force" if acted.locked_at else "signed"
        return done(request, reverse("annexes", args=(cluster, season, bloc)), Sentence(f"annex.{told}", number=number))

    return view


@_signing
def sign(request: Any, annex: Annex, typed: Typed) -> Annex:
    return acts.sign_annex(annex, by=request.actor, at=now(), key=typed.key)


@_signing
def agree(request: Any, annex: Annex, typed: Typed) -> Annex:
    return acts.sign_annex_as_head(annex, by=request.actor, at=now(), key=typed.key)


@_signing
def withdraw(request: Any, annex: Annex, typed: Typed) -> Annex:
    return acts.withdraw_annex(annex, by=request.actor, at=now(), key=typed.key)


@_signing
def sign_paper(request: Any, annex: Annex, typed: Typed) -> Annex:
    signed = typed_signature(typed, CAPACITIES)
    return acts.sign_annex_on_paper(annex, signed=signed, by=request.actor, at=now(), key=typed.key)
