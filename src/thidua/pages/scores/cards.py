"""One unit's card as it is read and filled in: lines by group, points reckoned while one types."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.core.scoring import Criterion
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.core.workflow.stages import Stage
from thidua.pages.scores.building import as_typed, groups_of_card, reckoned_groups, standing_inputs
from thidua.pages.scores.fields import fields_of
from thidua.pages.scores.finding import Address, found_card, may_here, trail_to
from thidua.pages.scores.inputs import faults_by_line, typed_inputs
from thidua.pages.scores.methods import named
from thidua.pages.scores.reckoning import reckon, sum_of
from thidua.pages.shared.clash import begun_with
from thidua.pages.shared.request import Typed, page
from thidua.pages.shared.uploads import KEPT
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.results.models import Result
from thidua.records.scores.models import ScoreCard
from thidua.records.scores.queries import Unfolded, unfold
from thidua.records.seasons.models import BlocSeason, Membership


def indicators_of(bloc: BlocSeason) -> dict[str, str]:
    """Names of the bloc's indicators by code."""
    return dict(bloc.indicators.values_list("code", "name"))


def signed_results(member: Membership) -> QuerySet[Result]:
    results = Result.objects.filter(report__membership=member, report__state=Handing.SIGNED.value)
    return results.select_related("report", "indicator")


def results_to_choose(member: Membership) -> list[tuple[str, str]]:
    """The unit's signed results as they may be chosen for evidence: public id, and indicator with period."""
    rows = signed_results(member).order_by("indicator__position", "report__period__position", "pk")
    names = rows.values_list("public_id", "indicator__short_name", "report__period__name")
    return [(public_id, f"{indicator}, {period}") for public_id, indicator, period in names]


def typed_criteria(unfolded: Unfolded) -> list[Criterion]:
    """The criteria that a person fills in: all but those that came from results."""
    return [line.criterion for line in unfolded.lines.values() if not line.row.from_results]


@login_required
def card_page(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    address = Address(cluster, season, bloc, unit)
    card = found_card(request.actor, address, to="card.read")
    member, found = card.membership, card.membership.bloc_season
    unfolded, may = unfold(card), may_here(request.actor, card)
    groups = groups_of_card(unfolded, address, indicators_of(found))
    begun = begun_with(request, card, fields_of(unfolded), saved=["card.saved", "card.filled"])
    refused = getattr(request, "refusal", None)
    if refused is not None:
        groups = as_typed(groups, request.POST, vars(request).get(KEPT, {}), refused)
    is_open = card.handing in OPEN_FOR_ENTRY
    on_behalf = may["enter_on_behalf"] and not may["enter"]
    typing = is_open and (may["enter"] or on_behalf)
    # Before verification a total that nobody has changed would only stand there twice.
    has_verification = card.verified_at is not None or any(line.found for line in unfolded.lines.values())
    return page(
        request,
        "scores/card.html",
        bloc=found,
        member=member,
        card=card,
        sheet_name=named(unfolded.sheet.name),
        groups=groups,
        card_sum=sum_of(unfolded.own, unfolded.counted.total if has_verification else None),
        typing=typing,
        begun=begun,
        results=results_to_choose(member) if typing else [],
        on_behalf=on_behalf,
        withdraws=is_open and (may["enter"] or may["enter_on_behalf"]),
        may=may,
        may_correct=may["enter"] and card.handing is Handing.SIGNED and found.at_stage is Stage.SELF_SCORING,
        sees_verification=may["verify"] and card.handing is Handing.SIGNED,
        entry=entry_on_behalf_of(card),
        excluded=member.exclusions.filter(lifted_at=None).first(),
        base=address.card,
        trail=[*trail_to(found), (_("Bảng chấm"), address.cards)],
        here="scores",
    )


@require_POST
@login_required
def reckoned(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    """What the typed inputs would give, line by line; nothing is saved."""
    address = Address(cluster, season, bloc, unit)
    card = found_card(request.actor, address, to="card.read")
    unfolded, typed = unfold(card), Typed(request)
    inputs = standing_inputs(unfolded) | typed_inputs(typed, typed_criteria(unfolded))
    faults = faults_by_line(typed.faults)
    reckoning = reckon(unfolded.sheet, {code: given for code, given in inputs.items() if code not in faults})
    groups = groups_of_card(unfolded, address, {})
    return page(
        request,
        "scores/live.html",
        groups=reckoned_groups(groups, reckoning, faults),
        card_sum=sum_of(reckoning.card),
        member=card.membership,
    )


@require_safe
@login_required
def unfolded(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    """A total taken apart, to stand inside the ranking."""
    address = Address(cluster, season, bloc, unit)
    card = found_card(request.actor, address, to="card.read")
    found: ScoreCard = card
    groups = groups_of_card(unfold(found), address, indicators_of(card.membership.bloc_season))
    return page(request, "scores/_unfold.html", groups=groups, base=address.card)
