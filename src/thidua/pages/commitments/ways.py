"""A unit's own way through the year: a target for the end of each period, typed before the sheet is submitted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.seasons.access import may, member_for
from thidua.records.seasons.actions.period_targets import give_period_targets
from thidua.records.seasons.models import Commitment, CommitmentSet, Period
from thidua.records.seasons.queries.commitments import numbers_of, sheet_of
from thidua.records.seasons.queries.period_targets import way_of

PREFIX = "way"


@dataclass(frozen=True)
class Step:
    """One period of one line; `mark` names its field."""

    period: Period
    mark: str
    target: Fraction | None


def _steps(
    lines: Sequence[Commitment], periods: Sequence[Period], way: Mapping[tuple[int, int], Fraction]
) -> list[tuple[Commitment, list[Step]]]:
    return [(line, [Step(one, f"{line.pk}-{one.pk}", way.get((line.pk, one.pk))) for one in periods]) for line in lines]


@login_required
def way_page(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    on = today()
    member = member_for(request.actor, cluster, season, bloc, unit, to="commitments.read", on=on)
    found, sheet = member.bloc_season, sheet_of(member)
    is_allowed = any(
        may(request.actor, act, season=found.season, bloc=found, unit=member.unit, on=on).is_yes
        for act in ("commitments.enter", "commitments.enter_on_behalf")
    )
    periods = list(found.periods.all())
    slugs = (cluster, season, bloc)
    return page(
        request,
        "commitments/way.html",
        bloc=found,
        member=member,
        sheet=sheet,
        periods=periods,
        steps=_steps(list(numbers_of(member)), periods, way_of(sheet)),
        typing=is_allowed and sheet.handing in OPEN_FOR_ENTRY,
        base=reverse("period_targets", args=(*slugs, unit)),
        trail=[
            (found.season.name, reverse("one_season", args=(cluster, season)), "vi"),
            (found.bloc.name, reverse("bloc", args=slugs), "vi"),
            (_("Đăng ký"), reverse("commitments", args=slugs)),
            (member.short_name, reverse("commitment_sheet", args=(*slugs, unit)), "vi"),
        ],
        here="season",
    )


@require_POST
@login_required
@or_show(way_page)
def save_way(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    member = member_for(request.actor, cluster, season, bloc, unit, to="commitments.read", on=today())
    sheet, typed = sheet_of(member), Typed(request)
    targets = _typed_way(typed, sheet, list(numbers_of(member)))
    typed.check()
    give_period_targets(
        sheet, targets=targets, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )
    return done(request, reverse("period_targets", args=(cluster, season, bloc, unit)), Sentence("period_target.saved"))


def _typed_way(typed: Typed, sheet: CommitmentSet, lines: Sequence[Commitment]) -> dict[int, dict[int, Fraction]]:
    periods = list(sheet.membership.bloc_season.periods.all())
    return {
        line.pk: {
            one.pk: target
            for one in periods
            if (target := typed.figure(f"{PREFIX}-{line.pk}-{one.pk}", label=line.indicator.name)) is not None
        }
        for line in lines
    }
