"""Papers of scores: withdrawn from beside a line, and their files sent to whoever may read what they show."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown
from thidua.pages.scores.cards import card_page
from thidua.pages.scores.finding import Address, found_card
from thidua.pages.shared.request import Typed, done, or_show
from thidua.pages.shared.sending import send_file
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.files.models import StoredFile
from thidua.records.scores.actions import withdraw_line_evidence
from thidua.records.scores.models import Exclusion, Finding, LineEvidence
from thidua.records.scores.queries import adopted_sheet, ranking_of
from thidua.records.seasons.access import bloc_for


def _sent(request: Any, file: StoredFile | None) -> HttpResponseBase:
    """Raises Unknown where only a number was given."""
    if file is None:
        raise Unknown
    return send_file(request, file)


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, bloc: str, unit: str, evidence: str) -> HttpResponseBase:
    """The paper beside a line of the card, or under a finding."""
    card = found_card(request.actor, Address(cluster, season, bloc, unit), to="card.read")
    beside = LineEvidence.objects.filter(line__card=card, public_id=evidence, paper__isnull=False)
    under = Finding.objects.filter(line__card=card, public_id=evidence)
    one = beside.select_related("paper__file").first() or under.select_related("paper__file").first()
    return _sent(request, one.paper.file if one is not None and one.paper is not None else None)


@require_safe
@login_required
def scan(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponseBase:
    """The scan of the paper from which the secretariat entered the card."""
    entry = entry_on_behalf_of(found_card(request.actor, Address(cluster, season, bloc, unit), to="card.read"))
    return _sent(request, entry.file if entry else None)


@require_safe
@login_required
def paper_of_sheet(request: Any, cluster: str, season: str, bloc: str) -> HttpResponseBase:
    """The paper that issued the adopted sheet."""
    adopted = adopted_sheet(bloc_for(request.actor, cluster, season, bloc, to="sheet.read", on=today()))
    return _sent(request, adopted.issued_by.file if adopted and adopted.issued_by else None)


@require_safe
@login_required
def paper_of_exclusion(request: Any, cluster: str, season: str, bloc: str, evidence: str) -> HttpResponseBase:
    """The paper for which a unit is not ranked."""
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.read", on=today())
    one = Exclusion.objects.filter(membership__bloc_season=found, public_id=evidence)
    excluded = one.select_related("paper__file").first()
    return _sent(request, excluded.paper.file if excluded and excluded.paper else None)


@require_safe
@login_required
def paper_of_ranking(request: Any, cluster: str, season: str, bloc: str) -> HttpResponseBase:
    """What the head has signed, where the ranking was locked from it."""
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.read", on=today())
    ranking = ranking_of(found)
    return _sent(request, ranking.paper.file if ranking and ranking.paper else None)


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
