"""Papers beside the lines of a card: withdrawn, without being lost."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from thidua.base.clock import now
from thidua.core.answer import Sentence, Unknown
from thidua.pages.scores.cards import card_page
from thidua.pages.scores.finding import Address, found_card
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.scores.actions import withdraw_line_evidence
from thidua.records.scores.models import LineEvidence


@require_POST
@login_required
@or_show(card_page)
def withdraw(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    address = Address(cluster, season, bloc, unit)
    card = found_card(request.actor, address, to="card.read")
    typed = Typed(request)
    one = LineEvidence.objects.filter(line__card=card, public_id=typed.values.get("evidence", ""))
    if (found := one.select_related("line").first()) is None:
        raise Unknown
    key = f"{typed.key[:40]}-{found.public_id}"  # one form withdraws any paper of the page
    withdraw_line_evidence(found, by=request.actor, at=now(), key=key)
    return done(request, f"{address.card}#evidence-{found.line.public_id}", Sentence("scores.evidence_withdrawn"))
