"""A visit on a phone: findings with photographs, sent at once or when the line is back; its day and place."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.inspecting import HAS_MINUTES, Outcome, PlanState, VisitState
from thidua.pages.inspections.finding import At, trail_to_round
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.access import entry_shown
from thidua.records.files.models import StoredFile
from thidua.records.results.access.inspections import may, may_plan, may_report
from thidua.records.results.actions import visits as acts
from thidua.records.results.actions.inspections import cancel_visit, move_visit
from thidua.records.results.models import FindingFile, Visit, VisitFinding
from thidua.records.results.queries.inspections import findings_of, teams_of

PHOTOGRAPHS = ("photo-1", "photo-2", "photo-3")
TO_MEND_WITHIN = timedelta(days=30)


@login_required
def visit_page(request: Any, cluster: str, season: str, bloc: str, visit: str, **_more: str) -> HttpResponse:
    on = today()
    at = At(cluster, season, bloc, visit)
    found = at.visit(request.actor)
    findings = findings_of(found)
    standing = [one for one in findings if one.withdrawn_at is None]
    seen = {one.content_id for one in standing}
    contents = [(one, one.pk in seen) for one in found.inspection.contents.all()]
    is_running = found.inspection.at_state is PlanState.OPEN and found.at_state is VisitState.PLANNED
    may_note = is_running and may(request.actor, "inspection.note", found, on=on).is_yes
    return page(
        request,
        "inspections/visit.html",
        visit=found,
        bloc=found.membership.bloc_season,
        member=found.membership,
        contents=contents,
        offered=[(one.public_id, one.text) for one, _ in contents],
        first=next((one.public_id for one, is_seen in contents if not is_seen), ""),
        unsaid=sum(not is_seen for _, is_seen in contents),
        findings=standing,
        withdrawn=[one for one in findings if one.withdrawn_at is not None],
        team=next(one for one in teams_of(found.inspection) if one.pk == found.team_id),
        may_note=may_note and on >= found.on,
        too_early=may_note and on < found.on,
        may_report=is_running and may_report(request.actor, found, on=on).is_yes,
        may_agree=found.at_state is VisitState.REPORTED and may(request.actor, "inspection.agree", found, on=on).is_yes,
        may_move=is_running and may_plan(request.actor, found.membership.bloc_season, on=on).is_yes,
        has_minutes=found.at_state in HAS_MINUTES,
        entry=entry_shown(request.actor, found, on=on),
        due_on=max(on, found.on) + TO_MEND_WITHIN,
        on=on,
        base=at.page("visit"),
        trail=trail_to_round(found.inspection),
        here="season",
    )


def _acted(told: str) -> Callable[[Callable[[Any, Visit, Typed], object]], Callable[..., HttpResponse]]:
    """A POST about a visit: find it, parse, act, lead back; a refusal shows the visit as it was typed."""

    def wrap(acting: Callable[[Any, Visit, Typed], object]) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(visit_page)
        def view(request: Any, cluster: str, season: str, bloc: str, visit: str) -> HttpResponse:
            at = At(cluster, season, bloc, visit)
            acting(request, at.visit(request.actor), Typed(request))
            return answered(request, at.page("visit"), Sentence(f"inspection.{told}"))

        return view

    return wrap


def answered(request: Any, to: str, sentence: Sentence) -> HttpResponse:
    """As `done`; to the script that sends what a phone has kept, the sentence alone."""
    if request.headers.get("X-Queue"):
        return JsonResponse({"said": say(sentence)})
    return done(request, to, sentence)


def _photographs(typed: Typed) -> list[StoredFile]:
    chosen = [typed.kept_file(name, label=_("Ảnh, tệp")) for name in PHOTOGRAPHS]
    return [file for file in chosen if file is not None]


@_acted("noted")
def note(request: Any, visit: Visit, typed: Typed) -> object:
    contents = {one.public_id: one for one in visit.inspection.contents.all()}
    content = typed.choice("content", contents, label=_("Nội dung"))
    outcome = typed.choice("outcome", list(Outcome), label=_("Đánh giá"))
    text = typed.text("text", label=_("Đoàn đã thấy gì"), most=2000)
    due_on = typed.day("due_on", label=_("Hạn khắc phục"), required=outcome == Outcome.MEND)
    files = _photographs(typed)
    typed.check()
    return acts.note_finding(
        visit, content=contents[content], outcome=Outcome(outcome), text=text, due_on=due_on, files=files,
        by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip


@_acted("moved")
def move(request: Any, visit: Visit, typed: Typed) -> object:
    to = typed.day("to", label=_("Ngày"))
    place = typed.text("place", label=_("Nơi làm việc"), required=False)
    typed.check()
    assert to is not None
    return move_visit(visit, to=to, place=place, by=request.actor, at=now(), key=typed.key)


@_acted("cancelled")
def cancel(request: Any, visit: Visit, typed: Typed) -> object:
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    return cancel_visit(visit, because=because, by=request.actor, at=now(), key=typed.key)


@require_POST
@login_required
@or_show(visit_page)
def add_photograph(request: Any, cluster: str, season: str, bloc: str, visit: str, finding: str) -> HttpResponse:
    at, typed = At(cluster, season, bloc, visit), Typed(request)
    found = at.finding(request.actor, finding)
    files = _photographs(typed)
    typed.check()
    acts.add_photographs(found, files=files, by=request.actor, at=now(), key=typed.key)
    return answered(request, at.page("visit"), Sentence("inspection.photographs_added"))


@require_POST
@login_required
@or_show(visit_page)
def withdraw(request: Any, cluster: str, season: str, bloc: str, visit: str, finding: str) -> HttpResponse:
    at = At(cluster, season, bloc, visit)
    found = at.finding(request.actor, finding)
    key = f"{Typed(request).key[:40]}-{found.public_id}"  # one key of the page serves every finding
    acts.withdraw_finding(found, by=request.actor, at=now(), key=key)
    return done(request, at.page("visit"), Sentence("inspection.withdrawn"))


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, bloc: str, visit: str, finding: str, file: str) -> HttpResponseBase:
    """A photograph or file beside a finding."""
    found: VisitFinding = At(cluster, season, bloc, visit).finding(request.actor, finding)
    beside = FindingFile.objects.filter(finding=found, public_id=file).select_related("file").first()
    if beside is None:
        raise Unknown
    return send_file(request, beside.file)
