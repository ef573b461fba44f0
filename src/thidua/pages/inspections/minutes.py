"""Biên bản kiểm tra: as it will be on paper; signed by the team's leader, then the unit has its word."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.core.workflow.inspecting import VisitState
from thidua.pages.inspections.finding import At, trail_to_visit
from thidua.pages.inspections.visits import visit_page
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.conduct.access import entry_shown
from thidua.records.results.access.inspections import may
from thidua.records.results.actions import visits as acts
from thidua.records.results.queries.inspections import findings_of, teams_of

ANSWERS = ("agrees", "remarks")


@login_required
def minutes_page(request: Any, cluster: str, season: str, bloc: str, visit: str) -> HttpResponse:
    on = today()
    at = At(cluster, season, bloc, visit)
    found = at.visit(request.actor)
    findings = [one for one in findings_of(found) if one.withdrawn_at is None]
    waits = found.at_state is VisitState.REPORTED
    return page(
        request,
        "inspections/minutes.html",
        visit=found,
        bloc=found.membership.bloc_season,
        member=found.membership,
        contents=[
            (one, [finding for finding in findings if finding.content_id == one.pk])
            for one in found.inspection.contents.all()
        ],
        to_mend=[one for one in findings if one.due_on],
        team=next(one for one in teams_of(found.inspection) if one.pk == found.team_id),
        may_agree=waits and may(request.actor, "inspection.agree", found, on=on).is_yes,
        may_on_behalf=waits and may(request.actor, "inspection.enter_on_behalf", found, on=on).is_yes,
        entry=entry_shown(request.actor, found, on=on),
        base=at.page("minutes"),
        trail=trail_to_visit(found),
        here="season",
    )


@require_POST
@login_required
@or_show(visit_page)
def report(request: Any, cluster: str, season: str, bloc: str, visit: str) -> HttpResponse:
    at, typed = At(cluster, season, bloc, visit), Typed(request)
    conclusion = typed.text("conclusion", label=_("Kết luận của đoàn"), most=4000, required=False)
    typed.check()
    acts.report_visit(
        at.visit(request.actor), conclusion=conclusion, seen_findings=typed.whole("findings"), by=request.actor,
        at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, at.page("minutes"), Sentence("inspection.reported"))


@require_POST
@login_required
@or_show(minutes_page)
def answer(request: Any, cluster: str, season: str, bloc: str, visit: str) -> HttpResponse:
    at, typed = At(cluster, season, bloc, visit), Typed(request)
    agrees, remark = _typed(typed)
    typed.check()
    acts.answer_minutes(
        at.visit(request.actor), agrees=agrees, remark=remark, by=request.actor, at=now(), key=typed.key
    )
    return done(request, at.page("minutes"), Sentence("inspection.answered"))


@require_POST
@login_required
@or_show(minutes_page)
def on_behalf(request: Any, cluster: str, season: str, bloc: str, visit: str) -> HttpResponse:
    at, typed = At(cluster, season, bloc, visit), Typed(request)
    agrees, remark = _typed(typed)
    paper = typed_source(typed)
    acts.answer_minutes_on_behalf(
        at.visit(request.actor), agrees=agrees, remark=remark, paper=paper, by=request.actor, at=now(), key=typed.key
    )
    return done(request, at.page("minutes"), Sentence("inspection.answered"))


def _typed(typed: Typed) -> tuple[bool, str]:
    agrees = typed.choice("answer", ANSWERS, label=_("Ý kiến của đơn vị")) == "agrees"
    return agrees, typed.text("remark", label=_("Ý kiến"), most=2000, required=False)
