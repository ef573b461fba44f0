"""Acts on one unit's card: saved, submitted, signed, returned, opened again, filled anew, entered on behalf."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.pages.scores.cards import card_page, typed_criteria
from thidua.pages.scores.fields import fields_of
from thidua.pages.scores.finding import Address, found_card
from thidua.pages.scores.inputs import typed_inputs
from thidua.pages.scores.papers import typed_evidence, typed_results
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, forget, or_show
from thidua.records.results.models import Result
from thidua.records.scores import actions as acts
from thidua.records.scores.models import CardLine, ScoreCard
from thidua.records.scores.queries import unfold

Acting = Callable[[Any, ScoreCard, Typed], object]


def _acted(to: str, told: str) -> Callable[[Acting], Callable[..., HttpResponse]]:
    """A POST on a unit's card: find it, parse, act, lead back; a refusal shows the card as it was typed."""

    def wrap(acting: Acting) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(card_page)
        def view(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
            address = Address(cluster, season, bloc, unit)
            acting(request, found_card(request.actor, address, to=f"card.{to}"), Typed(request))
            return done(request, address.card, Sentence(f"scores.card_{told}"))

        return view

    return wrap


def _saved(request: Any, card: ScoreCard, typed: Typed, key: str) -> ScoreCard:
    unfolded = unfold(card)
    typed.settle(fields_of(unfolded))
    inputs = typed_inputs(typed, typed_criteria(unfolded))
    evidence = typed_evidence(typed, unfolded.lines.values(), on=today())
    results = typed_results(typed, unfolded.lines.values(), card.membership)
    typed.check()
    _show_results(request, results, key)
    version = typed.whole("version")
    return acts.save_card(
        card, inputs=inputs, evidence=evidence, seen_version=version, by=request.actor, at=now(), key=key
    )


def _show_results(request: Any, results: list[tuple[CardLine, Result]], key: str) -> None:
    """Before the rest is saved: an entry on behalf must find its evidence, and a result shown changes no figure."""
    for line, result in results:
        own_key = f"{key[:40]}-{line.public_id}"
        acts.show_by_result(line, result=result, by=request.actor, at=now(), key=own_key)


@_acted("enter", "saved")
def save(request: Any, card: ScoreCard, typed: Typed) -> object:
    return _saved(request, card, typed, typed.key)


@_acted("submit", "submitted")
def submit(request: Any, card: ScoreCard, typed: Typed) -> object:
    """What was typed is saved first, so that it stands whether or not it can be submitted yet."""
    saved = _saved(request, card, typed, f"{typed.key[:58]}-luu")
    key = typed.key
    forget(request)
    return acts.submit_card(saved, seen_version=saved.version, by=request.actor, at=now(), key=key)


@_acted("sign", "signed")
def sign(request: Any, card: ScoreCard, typed: Typed) -> object:
    return acts.sign_cards([typed.as_seen(card)], by=request.actor, at=now(), key=typed.key)


@_acted("submit", "taken_back")
def take_back(request: Any, card: ScoreCard, typed: Typed) -> object:
    return acts.take_back_card(typed.as_seen(card), by=request.actor, at=now(), key=typed.key)


@_acted("sign", "returned")
def give_back(request: Any, card: ScoreCard, typed: Typed) -> object:
    remark = typed.text("remark", label=_("Lý do trả lại"), most=1000)
    typed.check()
    return acts.return_card(typed.as_seen(card), remark=remark, by=request.actor, at=now(), key=typed.key)


@_acted("enter", "reopened")
def correct(request: Any, card: ScoreCard, typed: Typed) -> object:
    return acts.correct_card(card, by=request.actor, at=now(), key=typed.key)


@_acted("read", "filled")
def refill(request: Any, card: ScoreCard, typed: Typed) -> object:
    """Sent with the card's form, what was typed is saved first; the secretariat sends the key alone."""
    if typed.whole("version"):
        card = _saved(request, card, typed, f"{typed.key[:58]}-luu")
    return acts.refill_card(card, by=request.actor, at=now(), key=typed.key)


@_acted("enter_on_behalf", "entered_on_behalf")
def on_behalf(request: Any, card: ScoreCard, typed: Typed) -> object:
    unfolded = unfold(card)
    inputs = typed_inputs(typed, typed_criteria(unfolded))
    evidence = typed_evidence(typed, unfolded.lines.values(), on=today())
    results = typed_results(typed, unfolded.lines.values(), card.membership)
    paper = typed_source(typed)
    _show_results(request, results, typed.key)
    return acts.enter_card_on_behalf(
        card, inputs=inputs, evidence=evidence, paper=paper, by=request.actor, at=now(), key=typed.key
    )
