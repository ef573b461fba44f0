"""Signing a pact digitally: the paper to sign is fetched, signed elsewhere, and handed in here."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, refuse, require
from thidua.core.workflow.signing import MAY_SIGN
from thidua.pages.pact.scans import typed_signature
from thidua.pages.pact.trail import trail_to_pact
from thidua.pages.pact.views import CAPACITIES, OFFERED_AT_MOST, member_of, pact_of
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.records.directory.queries import leader_of
from thidua.records.seasons.access import bloc_for, may, may_each
from thidua.records.seasons.actions.signed_files import hand_out_paper, sign_by_file
from thidua.records.seasons.models import BlocSeason, Membership, Pact
from thidua.records.seasons.queries.frame import members_of
from thidua.records.seasons.queries.pacts import units_still_to_sign

ASKED = ("pact.hand_out", "pact.sign_by_file", "pact.sign_on_paper")


def _waiting(pact: Pact, own: Membership | None, asked: str, *, is_secretary: bool) -> list[Membership]:
    """For whom a file can be handed in: for one's own unit, or by the secretariat for all that have not signed."""
    still = units_still_to_sign(pact)
    if not is_secretary:
        return list(still.filter(pk=own.pk)) if own else []
    return [*still.filter(unit__slug=asked), *still.exclude(unit__slug=asked)[:OFFERED_AT_MOST]]


@login_required
def digital_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=on)
    pact = pact_of(found)
    own = members_of(found).filter(unit__in=request.actor.units).first()
    possible = may_each(request.actor, ASKED, season=found.season, bloc=found, unit=own.unit if own else None, on=on)
    asked = request.POST.get("unit") or request.GET.get("don-vi", "")
    may_sign = possible["pact.sign_by_file"] and pact.paper is not None
    waiting = _waiting(pact, own, asked, is_secretary=possible["pact.sign_on_paper"]) if may_sign else []
    first = waiting[0] if waiting and waiting[0].unit.slug == (asked or waiting[0].unit.slug) else None
    slugs = (cluster, season, bloc)
    return page(
        request,
        "pact/digital.html",
        bloc=found,
        pact=pact,
        stage=pact.at_stage.value,
        waiting=waiting,
        chosen=first,
        leader=leader_of(first.unit, on=on) if first else None,
        may={act.removeprefix("pact."): is_possible for act, is_possible in possible.items()},
        known_only=settings.KNOWN_ISSUERS_ONLY,
        base=reverse("digital_signing", args=slugs),
        trail=trail_to_pact(found),
        here="season",
    )


@require_safe
@login_required
def paper(request: Any, cluster: str, season: str, bloc: str) -> HttpResponseBase:
    """The PDF to be signed. Raises Unknown until it has been handed out."""
    pact = pact_of(bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today()))
    if pact.paper is None:
        raise Unknown
    return send_file(request, pact.paper)


@require_POST
@login_required
@or_show(digital_page)
def hand_out(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """The pact's text is set as a PDF outside the act that hands it out."""
    from thidua.documents.pact import paper_of  # what works on PDFs takes long to load: not at the server's start

    found = bloc_for(request.actor, cluster, season, bloc, to="pact.hand_out", on=today())
    typed, pact = Typed(request), pact_of(found)
    if pact.at_stage not in MAY_SIGN:
        raise refuse("signed_file.signing_not_open")
    made, text_hash = paper_of(pact, at=now()), pact.text_hash
    hand_out_paper(pact, paper=made, text_hash=text_hash, by=request.actor, at=now(), key=typed.key)
    back = reverse("digital_signing", args=(cluster, season, bloc))
    return done(request, back, Sentence("pact.paper_handed_out"))


@require_POST
@login_required
@or_show(digital_page)
def sign_file(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """Whoever may not hand a file in is told so before it is read."""
    from thidua.documents.pades import read_handed_in  # loaded when the first file comes, as above

    found: BlocSeason = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today())
    pact, typed = pact_of(found), Typed(request)
    member = member_of(found, typed.values.get("unit", ""))
    require(may(request.actor, "pact.sign_by_file", season=found.season, bloc=found, unit=member.unit, on=today()))
    signed = typed_signature(typed, CAPACITIES, needs_file=True)
    if pact.paper is None:
        raise refuse("signed_file.no_paper")
    assert signed.scan is not None
    sign_by_file(
        pact, unit=member.unit, signed=signed, read=read_handed_in(signed.scan, pact.paper),
        needs_known=settings.KNOWN_ISSUERS_ONLY, by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, reverse("pact", args=(cluster, season, bloc)), Sentence("pact.signed", unit=member.name))
