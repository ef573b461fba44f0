"""Verification of one card, side by side: the unit's figure and points, and what the secretariat found."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.pages.scores.building import as_proposed, groups_of_card
from thidua.pages.scores.cards import indicators_of
from thidua.pages.scores.finding import Address, found_card, trail_to
from thidua.pages.scores.inputs import named_by_line, typed_input
from thidua.pages.scores.papers import typed_paper
from thidua.pages.scores.reckoning import sum_of
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.scores import actions as acts
from thidua.records.scores.access import may_verify
from thidua.records.scores.models import ScoreCard
from thidua.records.scores.queries import cards_of, unfold


@login_required
def verify_page(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    address = Address(cluster, season, bloc, unit)
    card = found_card(request.actor, address, to="card.read")
    member, found = card.membership, card.membership.bloc_season
    unfolded, answer = unfold(card), may_verify(request.actor, card, on=today())
    groups = groups_of_card(unfolded, address, indicators_of(found))
    refused = getattr(request, "refusal", None)
    groups = as_proposed(groups, unfolded, request.POST if refused else {}, refused)
    return page(
        request,
        "scores/verify.html",
        bloc=found,
        member=member,
        card=card,
        groups=groups,
        card_sum=sum_of(unfolded.own, unfolded.counted.total),
        missing=len(unfolded.counted.missing),
        may_verify=answer.is_yes,
        may_change=answer.is_yes and card.verified_at is None,
        why_not="" if answer.is_yes or answer.because is None else say(answer.because),
        following=_next_waiting(card),
        entry=entry_on_behalf_of(card),
        base=address.card,
        trail=[*trail_to(found), (_("Bảng chấm"), address.cards), (member.short_name, address.card, "vi")],
        here="scores",
    )


def _next_waiting(card: ScoreCard) -> str:
    """Where the next card of the bloc that waits for verification is verified; "" when this is the last."""
    waiting = cards_of(card.membership.bloc_season).filter(state=Handing.SIGNED.value, verified_at=None)
    after = waiting.filter(membership__position__gt=card.membership.position).first() or waiting.first()
    if after is None or after.pk == card.pk:
        return ""
    return reverse("verify_card", args=(*card.membership.bloc_season.slugs, after.membership.unit.slug))


@require_POST
@login_required
@or_show(verify_page)
def verify(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    """One line: another input than the unit gave, with reason and paper."""
    address = Address(cluster, season, bloc, unit)
    card = found_card(request.actor, address, to="card.verify")
    typed = Typed(request)
    line = card.lines.filter(public_id=typed.values.get("line", "")).first()
    if line is None:
        raise Unknown
    criterion = unfold(card).lines[line.criterion].criterion
    given = typed_input(typed, criterion)
    reason = typed.text("why", label=_("Lý do"), most=1000)
    shown = typed_paper(typed, required=True, file_field=f"paper-file-{line.public_id}")
    typed.faults[:] = named_by_line(typed.faults, criterion)
    typed.check()
    assert shown is not None
    acts.verify_line(
        line,
        given=given,
        reason=reason,
        shown=shown,
        seen_version=typed.whole("version"),
        by=request.actor,
        at=now(),
        key=typed.key,
    )
    told = Sentence("scores.line_verified", code=criterion.code)
    return done(request, f"{reverse('verify_card', args=address.words)}#line-{line.public_id}", told)


@require_POST
@login_required
@or_show(verify_page)
def finish(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    address = Address(cluster, season, bloc, unit)
    card = found_card(request.actor, address, to="card.verify")
    typed = Typed(request)
    acts.finish_verification(card, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    to = _next_waiting(card) or address.cards
    return done(request, to, Sentence("scores.card_verified", unit=card.membership.short_name))


@require_POST
@login_required
@or_show(verify_page)
def reopen(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    address = Address(cluster, season, bloc, unit)
    card = found_card(request.actor, address, to="card.verify")
    typed = Typed(request)
    reason = typed.text("reopen_reason", label=_("Lý do mở lại"), most=1000)
    typed.check()
    acts.reopen_verification(card, reason=reason, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("verify_card", args=address.words), Sentence("scores.verification_reopened"))
