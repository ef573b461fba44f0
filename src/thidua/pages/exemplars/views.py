"""One exemplar: what they did, how far along the chain, the book of support and evidence, who works by the model."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.exemplars import ORDER, ExemplarMove, ExemplarState, Level
from thidua.core.workflow.exemplars import may as may_move
from thidua.pages.exemplars.finding import At, own_members, trail_to_list
from thidua.pages.shared.request import page
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.access import entry_shown
from thidua.records.papers.models import Paper
from thidua.records.results.access import exemplars as access
from thidua.records.results.models import Exemplar
from thidua.records.results.queries.exemplars import with_book


@login_required
def exemplar_page(request: Any, cluster: str, season: str, exemplar: str, **_more: str) -> HttpResponse:
    on = today()
    at = At(cluster, season, exemplar)
    [found] = with_book(Exemplar.objects.filter(pk=at.exemplar(request.actor).pk).select_related(
        "membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc", "field",
        "decision__file", "consent_file",
    ))  # fmt: skip
    place = ORDER.index(found.at_state) if found.at_state in ORDER else len(ORDER)
    return page(
        request,
        "exemplars/exemplar.html",
        exemplar=found,
        season=found.membership.bloc_season.season,
        member=found.membership,
        steps=[(state, ORDER.index(state) - place) for state in ORDER],
        may=_may(request.actor, found, on),
        is_inside=access.may(request.actor, "exemplars.read", found.membership, on=on).is_yes,
        is_it=access.is_it(request.actor, found),
        adopters=_adopters(request.actor, found),
        levels=[(level.value, say(Sentence(f"exemplar.level.{level}"))) for level in Level],
        entry=entry_shown(request.actor, found, on=on),
        on=on,
        base=at.page,
        trail=trail_to_list(found.membership.bloc_season.season),
        here="season",
    )


def _may(actor: Any, exemplar: Exemplar, on: Any) -> dict[str, bool]:
    """What the reader may do now: by part, and by how far it has come."""
    keeps = access.may_keep(actor, exemplar, on=on).is_yes
    decides = access.may(actor, "exemplars.decide", exemplar.membership, on=on).is_yes
    on_behalf = keeps and access.may(actor, "exemplars.enter_on_behalf", exemplar.membership, on=on).is_yes
    follows = access.may(actor, "exemplars.follow", exemplar.membership, on=on).is_yes
    recognises = access.may(actor, "exemplars.recognise", exemplar.membership, on=on).is_yes
    lives = exemplar.at_state is not ExemplarState.WITHDRAWN

    def now(move: ExemplarMove) -> bool:
        return may_move(exemplar.at_state, move).is_yes

    return {
        "amend": keeps and now(ExemplarMove.AMEND),
        "register": decides and now(ExemplarMove.REGISTER),
        "note": keeps and lives,
        "support": keeps and now(ExemplarMove.SUPPORT),
        "consent": lives and access.may_consent(actor, exemplar, on=on).is_yes,
        "introduce": decides and now(ExemplarMove.INTRODUCE),
        "introduce_on_behalf": on_behalf and not decides and now(ExemplarMove.INTRODUCE),
        "recognise": recognises and now(ExemplarMove.RECOGNISE),
        "check": follows and now(ExemplarMove.CHECK),
        "withdraw": lives and access.may_withdraw(actor, exemplar, on=on).is_yes,
    }


def _adopters(actor: Any, exemplar: Exemplar) -> list[tuple[str, str]]:
    """The reader's own units that may still say that they work by the model."""
    if not may_move(exemplar.at_state, ExemplarMove.REPLICATE).is_yes or exemplar.consent_on is None:
        return []
    there = {exemplar.membership_id, *(one.membership_id for one in exemplar.replications.all())}
    own = own_members(actor, exemplar.membership.bloc_season.season)
    return [
        (member.unit.slug, member.short_name)
        for member in own
        if member.pk not in there and access.may(actor, "exemplars.replicate", member, on=today()).is_yes
    ]


@require_safe
@login_required
def slip(request: Any, cluster: str, season: str, exemplar: str) -> HttpResponseBase:
    """The signed slip of consent, for the unit and the secretariat. Raises Unknown for the others."""
    found = At(cluster, season, exemplar).exemplar(request.actor)
    if found.consent_file is None or not access.may(
        request.actor, "exemplars.read", found.membership, on=today()
    ).is_yes:  # fmt: skip
        raise Unknown
    return send_file(request, found.consent_file)


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, exemplar: str, paper: str) -> HttpResponseBase:
    """The file of a paper in the book, of a replication, or of the decision. Raises Unknown for another's."""
    found = At(cluster, season, exemplar).exemplar(request.actor)
    for one in _papers(found):
        if one.public_id == paper and one.file is not None:
            return send_file(request, one.file)
    raise Unknown


def _papers(exemplar: Exemplar) -> Iterator[Paper]:
    papers = [
        *(note.paper for note in exemplar.notes.select_related("paper__file")),
        *(one.paper for one in exemplar.replications.select_related("paper__file")),
        exemplar.decision,
    ]
    yield from (paper for paper in papers if paper is not None)
