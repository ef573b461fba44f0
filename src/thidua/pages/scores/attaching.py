"""Evidence kept once: papers that are there already, or a new one, put beside many criteria of a card at once."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, require
from thidua.core.rights import either
from thidua.pages.scores.cards import results_to_choose, signed_results
from thidua.pages.scores.finding import Address, found_card
from thidua.pages.shared.attaching import chosen_papers, new_paper, search_of, shown_again
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.results.queries.evidence import papers_at_hand
from thidua.records.scores.actions import attach_papers_to_card
from thidua.records.scores.models import ScoreCard
from thidua.records.scores.queries import evidence_by_criterion, sheet_of
from thidua.records.seasons.access import may


def _card(request: Any, address: Address) -> ScoreCard:
    """The card, for whoever types it. Raises NotPossible with the reason for other readers."""
    card = found_card(request.actor, address, to="card.read")
    member, bloc = card.membership, card.membership.bloc_season
    own, on_behalf = (
        may(request.actor, act, season=bloc.season, bloc=bloc, unit=member.unit, on=today())
        for act in ("card.enter", "card.enter_on_behalf")
    )
    require(either(own, on_behalf))
    return card


def _form(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    address = Address(cluster, season, bloc, unit)
    card = _card(request, address)
    standing = evidence_by_criterion(card)
    return page(
        request,
        "scores/attach.html",
        member=card.membership,
        rows=[
            (one.code, f"{one.code}. {one.name.within('vi')}", standing.get(one.code, 0))
            for one in sheet_of(card.sheet).criteria()
        ],
        results=results_to_choose(card.membership),
        base=address.card,
        trail=[(card.membership.short_name, address.card, "vi")],
        here="scores",
        **shown_again(request, papers_at_hand(card.membership.unit, search_of(request))),
    )


@login_required
@or_show(_form)
def attach(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    if request.method != "POST":
        return _form(request, cluster, season, bloc, unit)
    address = Address(cluster, season, bloc, unit)
    card, typed = _card(request, address), Typed(request)
    new = new_paper(typed)
    typed.check()
    lines = list(card.lines.filter(criterion__in=request.POST.getlist("line")))
    made = attach_papers_to_card(
        card,
        papers=chosen_papers(request, card.membership.unit),
        new=new,
        lines=lines,
        results=list(signed_results(card.membership).filter(public_id__in=request.POST.getlist("result"))),
        by=request.actor,
        at=now(),
        key=typed.key,
    )
    told = Sentence("evidence.were_attached", count=len({one.line_id for one in made}))
    return done(request, address.card, told)
