"""The pact's page and its acts: written, opened, signed, closed, locked; its file to check."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.core.texts import in_groups
from thidua.core.workflow.signing import PactStage
from thidua.pages.pact.scans import typed_signature
from thidua.pages.pact.trail import trail_to_bloc
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.directory.queries import leader_of
from thidua.records.seasons.access import bloc_for, may_each
from thidua.records.seasons.actions import pacts as acts
from thidua.records.seasons.actions.rehearsals import rehearse_signature
from thidua.records.seasons.models import BlocSeason, Membership, Pact, Rehearsal, Signature
from thidua.records.seasons.queries.frame import members_of
from thidua.records.seasons.queries.hall import rehearsal_of, standing_in
from thidua.records.seasons.queries.pacts import (
    full_text,
    record_of,
    scans_owed,
    signatures_of,
    signing_list,
    units_still_to_sign,
    usual_preamble,
)

ROWS_A_PAGE = 100
OFFERED_AT_MOST = 200  # in the choice of units; the list links the others
ASKED = tuple(f"pact.{act}" for act in ("write", "open", "reopen", "close", "lock", "sign", "sign_on_paper", "call"))
CAPACITIES = (Signature.Capacity.LEADER, Signature.Capacity.SIGNING_FOR, Signature.Capacity.BY_LETTER)


def pact_of(bloc: BlocSeason) -> Pact:
    """The bloc's pact, or a blank one that nothing has been written in."""
    return Pact.objects.select_related("paper").filter(bloc_season=bloc).first() or Pact(bloc_season=bloc)


def _fields(pact: Pact, bloc: BlocSeason) -> list[Field]:
    """A pact in which nothing has been written offers the usual preamble."""
    return [
        Field("preamble", _("Phần mở đầu"), pact.preamble or usual_preamble(bloc)),
        Field("place", _("Nơi ký"), pact.place),
        Field("scan_within_days", _("Hạn gắn bản quét"), str(pact.scan_within_days)),
    ]


@login_required
def pact_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=on)
    pact = pact_of(found)
    pact.bloc_season = found
    # A post below the unit counts as well: a letter may let somebody there sign for it.
    own = members_of(found).filter(unit__in=request.actor.units).first()
    owed = scans_owed([found.pk])
    listed = Paginator(_listed(pact, owed if "no-ban-quet" in request.GET else None), ROWS_A_PAGE)
    still = units_still_to_sign(pact) if pact.pk else Membership.objects.none()
    asked = request.GET.get("don-vi", "")
    waiting = [*still.filter(unit__slug=asked), *still.exclude(unit__slug=asked)[:OFFERED_AT_MOST]]
    chosen = waiting[0] if waiting and waiting[0].unit.slug == asked else None
    possible = may_each(request.actor, ASKED, season=found.season, bloc=found, unit=own.unit if own else None, on=on)
    rehearsal = rehearsal_of(found.season_id)
    may_sign = own is not None and possible["pact.sign"] and _is_awaited(own, pact, rehearsal)
    return page(
        request,
        "pact/pact.html",
        bloc=found,
        pact=pact,
        begun=begun_with(request, pact, _fields(pact, found), saved=["pact.written"]),
        stage=pact.at_stage.value,
        preamble=pact.preamble or usual_preamble(found),
        text=pact.text or (full_text(pact) if pact.pk else ""),
        code=in_groups(pact.text_hash) if pact.text_hash and pact.at_stage is not PactStage.DRAFT else "",
        seal=in_groups(pact.seal) if pact.seal else "",
        signed=signatures_of(pact).count() if pact.pk else 0,
        still=still.count(),
        rows=_of_the_pact(listed.get_page(request.GET.get("trang")), pact),
        owed=owed.count() if pact.pk else 0,
        only_owed="no-ban-quet" in request.GET,
        on=on,
        waiting=waiting,
        chosen=chosen,
        leader=leader_of(chosen.unit, on=on) if chosen else None,
        own=own,
        rehearsal=rehearsal,
        may_sign=may_sign,
        may={act.removeprefix("pact."): is_possible for act, is_possible in possible.items()},
        base=reverse("pact", args=(cluster, season, bloc)),
        trail=trail_to_bloc(found),
        here="season",
    )


def _listed(pact: Pact, owed: QuerySet[Signature] | None) -> QuerySet[Membership]:
    """All members as the list shows them, or only those whose signature in ink owes its scan."""
    if pact.pk is None:
        return Membership.objects.none()
    members = signing_list(pact)
    return members if owed is None else members.filter(pk__in=owed.values("membership"))


def _of_the_pact(rows: Any, pact: Pact) -> Any:
    """A page of members whose signatures know their pact, so that none asks for it alone."""
    for member in rows:
        for one in member.standing:
            one.pact = pact
    return rows


def _is_awaited(own: Membership, pact: Pact, rehearsal: Rehearsal | None) -> bool:
    """Whether a unit is still to sign, in earnest or in the rehearsal."""
    if rehearsal is not None:
        return own.pk not in standing_in(rehearsal).signed
    return pact.at_stage in (PactStage.OPEN, PactStage.CLOSED) and units_still_to_sign(pact).filter(pk=own.pk).exists()


@require_safe
@login_required
def pact_file(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """The locked pact as a file that `thidua verify pact` checks without a database."""
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today())
    pact = pact_of(found)
    if pact.at_stage is not PactStage.LOCKED:
        raise Unknown
    answer = JsonResponse(record_of(pact), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="giao-uoc-{season}-{bloc}.json"'
    return answer


def _acted(
    to: str, told: str
) -> Callable[[Callable[[Any, BlocSeason, Pact, Typed], Sentence | None]], Callable[..., HttpResponse]]:
    """A POST on the pact: find it, parse, act, lead back; a refusal shows the page as it was typed."""

    def wrap(acting: Callable[[Any, BlocSeason, Pact, Typed], Sentence | None]) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(pact_page)
        def view(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
            found = bloc_for(request.actor, cluster, season, bloc, to=to, on=today())
            said = acting(request, found, pact_of(found), Typed(request)) or Sentence(f"pact.{told}")
            return done(request, reverse("pact", args=(cluster, season, bloc)), said)

        return view

    return wrap


@_acted("pact.write", "written")
def write(request: Any, bloc: BlocSeason, pact: Pact, typed: Typed) -> None:
    typed.settle(_fields(pact, bloc))
    preamble = typed.text("preamble", label=_("Phần mở đầu"), most=20_000)
    place = typed.text("place", label=_("Nơi ký"), most=120, required=False)
    typed.check()
    days = typed.whole("scan_within_days") if "scan_within_days" in typed.values else pact.scan_within_days
    acts.write_pact(
        bloc, preamble=preamble, place=place, scan_within_days=days, seen_version=typed.whole("version"),
        by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip


@_acted("pact.open", "opened")
def open_it(request: Any, bloc: BlocSeason, pact: Pact, typed: Typed) -> None:
    if pact.pk is None:
        raise refuse("pact.needs_preamble")
    acts.open_signing(pact, by=request.actor, at=now(), key=typed.key)


@_acted("pact.reopen", "reopened")
def reopen(request: Any, bloc: BlocSeason, pact: Pact, typed: Typed) -> None:
    reason = typed.text("reason", label=_("Lý do"), most=1000)
    typed.check()
    acts.reopen_text(pact, reason=reason, by=request.actor, at=now(), key=typed.key)


def member_of(bloc: BlocSeason, unit: str) -> Membership:
    member = members_of(bloc).filter(unit__slug=unit).first()
    if member is None:
        raise refuse("form.not_offered", typed=unit[:40], name=_("Đơn vị"))
    return member


@_acted("pact.read", "signed")
def sign(request: Any, bloc: BlocSeason, pact: Pact, typed: Typed) -> Sentence:
    member = member_of(bloc, typed.values.get("unit", ""))
    told = {"unit": member.unit, "by": request.actor, "at": now(), "key": typed.key}
    if (rehearsal := rehearsal_of(bloc.season_id)) is not None:
        rehearse_signature(rehearsal, bloc, **told)
        return Sentence("rehearsal.lit", unit=member.name)
    acts.sign_pact(pact, **told)
    return Sentence("pact.signed", unit=member.name)


@_acted("pact.sign_on_paper", "signed")
def sign_paper(request: Any, bloc: BlocSeason, pact: Pact, typed: Typed) -> Sentence:
    member = member_of(bloc, typed.values.get("unit", ""))
    signed = typed_signature(typed, CAPACITIES)
    acts.sign_on_paper(pact, unit=member.unit, signed=signed, by=request.actor, at=now(), key=typed.key)
    return Sentence("pact.signed", unit=member.name)


@_acted("pact.close", "closed")
def close(request: Any, bloc: BlocSeason, pact: Pact, typed: Typed) -> None:
    acts.close_signing(pact, by=request.actor, at=now(), key=typed.key)


@_acted("pact.lock", "list_locked")
def lock(request: Any, bloc: BlocSeason, pact: Pact, typed: Typed) -> None:
    acts.lock_signing_list(pact, by=request.actor, at=now(), key=typed.key)
