"""What is to be mended after a visit: the unit's answers with evidence, and how the point was closed."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Unknown
from thidua.core.workflow.inspecting import PointState
from thidua.pages.inspections.finding import At, trail_to_visit
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.papers import typed_paper, typed_source
from thidua.pages.shared.request import Typed, page
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.access import entry_shown
from thidua.records.results.access.inspections import may
from thidua.records.results.actions import points as acts
from thidua.records.results.models import Mending, VisitFinding


@login_required
def point_page(request: Any, cluster: str, season: str, bloc: str, visit: str, finding: str) -> HttpResponse:
    on = today()
    at = At(cluster, season, bloc, visit)
    found = at.finding(request.actor, finding)
    is_open = found.point is PointState.OPEN and bool(found.visit.signed_at)
    closes = may(request.actor, "inspection.close_point", found.visit, on=on).is_yes and bool(found.visit.signed_at)
    return page(
        request,
        "inspections/point.html",
        finding=found,
        visit=found.visit,
        member=found.visit.membership,
        files=found.files.select_related("file"),
        mendings=found.mendings.select_related("paper__file"),
        overdue=found.is_overdue(on),
        may_answer=is_open and may(request.actor, "inspection.mend", found.visit, on=on).is_yes,
        may_on_behalf=is_open and may(request.actor, "inspection.enter_on_behalf", found.visit, on=on).is_yes,
        may_close=closes and found.point in (PointState.OPEN, PointState.ANSWERED),
        may_send_back=closes and found.point is PointState.ANSWERED,
        entry=entry_shown(request.actor, found, on=on),
        base=at.page("point", finding),
        trail=trail_to_visit(found.visit),
        here="season",
    )


def _found(request: Any, cluster: str, season: str, bloc: str, visit: str, finding: str) -> tuple[VisitFinding, str]:
    at = At(cluster, season, bloc, visit)
    return at.finding(request.actor, finding), at.page("point", finding)


_acted = acted_on(point_page, _found, "inspection")


@_acted("point_answered")
def answer(request: Any, finding: VisitFinding, typed: Typed) -> object:
    text = typed.text("text", label=_("Đã khắc phục thế nào"), most=2000)
    shown = typed_paper(typed)
    typed.check()
    return acts.answer_point(finding, text=text, shown=shown, by=request.actor, at=now(), key=typed.key)


@_acted("point_answered")
def on_behalf(request: Any, finding: VisitFinding, typed: Typed) -> object:
    text = typed.text("text", label=_("Đã khắc phục thế nào"), most=2000)
    paper = typed_source(typed)
    return acts.answer_point_on_behalf(finding, text=text, paper=paper, by=request.actor, at=now(), key=typed.key)


@_acted("point_closed")
def close(request: Any, finding: VisitFinding, typed: Typed) -> object:
    reply = typed.text("reply", label=_("Nhận xét"), most=1000, required=False)
    typed.check()
    return acts.close_point(finding, reply=reply, by=request.actor, at=now(), key=typed.key)


@_acted("point_sent_back")
def send_back(request: Any, finding: VisitFinding, typed: Typed) -> object:
    missing = typed.text("missing", label=_("Còn thiếu gì"), most=1000, required=False)
    typed.check()
    return acts.send_back_point(finding, reply=missing, by=request.actor, at=now(), key=typed.key)


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, bloc: str, visit: str, finding: str, answer: str) -> HttpResponseBase:
    """The paper of an answer. Raises Unknown where only its number was given."""
    found = At(cluster, season, bloc, visit).finding(request.actor, finding)
    one = Mending.objects.filter(finding=found, public_id=answer).select_related("paper__file").first()
    if one is None or one.paper is None or one.paper.file is None:
        raise Unknown
    return send_file(request, one.paper.file)
