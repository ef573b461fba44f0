"""Đánh giá của cấp trên: as it will be on paper; written and signed beside it, or entered from the paper."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.evaluating import Section
from thidua.pages.shared import figures
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.pages.yearend.place import at, trail_to
from thidua.records.conduct import actions as acts
from thidua.records.conduct.access.evaluation import may_evaluate, may_reopen
from thidua.records.conduct.evaluating import Said, ratings
from thidua.records.conduct.models import Evaluation
from thidua.records.conduct.queries.year_end import evaluation_of, points_of
from thidua.records.seasons.access import season_for
from thidua.records.seasons.models import Season

LONGEST_POINT, POINTS_AT_MOST = 500, 30
SAVED = ("evaluation.saved", "evaluation.signed", "evaluation.entered_on_behalf", "evaluation.reopened")


@login_required
def evaluation_page(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="evaluation.read", on=on)
    one = evaluation_of(found)
    is_open = one is None or not one.is_signed
    may_write = is_open and may_evaluate(request.actor, found, "evaluation.write", on=on).is_yes
    may_enter = is_open and may_evaluate(request.actor, found, "evaluation.enter_on_behalf", on=on).is_yes
    read = one if may_write or not is_open else None
    points, kept = points_of(read), read or Evaluation(season=found, version=0)
    return page(
        request,
        "yearend/evaluation.html",
        season=found,
        one=read,
        sections=[(section, points[section]) for section in Section],
        rating=ratings().get(kept.rating),
        ratings=[(code, name.within((get_language() or "vi")[:2])) for code, name in ratings().items()],
        begun=begun_with(request, kept, _fields(kept, points), saved=SAVED),
        form=filled(request, **{one.name: one.value for one in _fields(kept, points)}),
        may_write=may_write,
        may_sign=may_write and one is not None and may_evaluate(request.actor, found, "evaluation.sign", on=on).is_yes,
        may_enter=may_enter,
        may_reopen=read is not None and not is_open and may_reopen(request.actor, read, on=on).is_yes,
        why_not=_why_not(request, found, on) if read is None and not may_enter else None,
        base=at(found, "evaluation"),
        trail=trail_to(found),
        here="season",
    )


def _why_not(request: Any, found: Season, on: Any) -> str | None:
    answer = may_evaluate(request.actor, found, "evaluation.write", on=on)
    return say(answer.because) if answer.because and answer.because.key == "evaluation.needs_ranking" else None


def _fields(one: Evaluation, points: Any) -> list[Field]:
    words = {code: name.within((get_language() or "vi")[:2]) for code, name in ratings().items()}
    told = [Field("rating", _("Mức đánh giá"), one.rating, words)]
    told += [
        Field(section.value, say(Sentence(f"evaluation.section.{section}")), "\n".join(p.text for p in points[section]))
        for section in Section
    ]
    dated = figures.day(one.dated_on) if one.dated_on else ""
    return [*told, Field("number", _("Số văn bản"), one.number), Field("dated_on", _("Ngày văn bản"), dated)]


@require_POST
@login_required
@or_show(evaluation_page)
def save(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="evaluation.write", on=today())
    typed, one = Typed(request), evaluation_of(found)
    kept = one or Evaluation(season=found, version=0)
    typed.settle(_fields(kept, points_of(one)))
    said = _said(typed)
    version = typed.whole("version")
    acts.save_evaluation(found, said=said, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, at(found, "evaluation"), Sentence("evaluation.saved"))


@require_POST
@login_required
@or_show(evaluation_page)
def sign(request: Any, cluster: str, season: str) -> HttpResponse:
    found, typed = season_for(request.actor, cluster, season, to="evaluation.sign", on=today()), Typed(request)
    version = typed.whole("version")
    acts.sign_evaluation(_one(found), seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, at(found, "evaluation"), Sentence("evaluation.was_signed"))


@require_POST
@login_required
@or_show(evaluation_page)
def on_behalf(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="evaluation.enter_on_behalf", on=today())
    typed = Typed(request)
    said, paper = _said(typed, numbered=False), typed_source(typed)
    acts.enter_evaluation_on_behalf(found, said=said, paper=paper, by=request.actor, at=now(), key=typed.key)
    return done(request, at(found, "evaluation"), Sentence("evaluation.was_entered"))


@require_POST
@login_required
@or_show(evaluation_page)
def reopen(request: Any, cluster: str, season: str) -> HttpResponse:
    found, typed = season_for(request.actor, cluster, season, to="evaluation.read", on=today()), Typed(request)
    reason = typed.text("reason", label=_("Lý do"), most=1000)
    typed.check()
    acts.reopen_evaluation(_one(found), reason=reason, by=request.actor, at=now(), key=typed.key)
    return done(request, at(found, "evaluation"), Sentence("evaluation.was_reopened"))


@require_safe
@login_required
def file(request: Any, cluster: str, season: str) -> HttpResponseBase:
    on = today()
    found = season_for(request.actor, cluster, season, to="evaluation.read", on=on)
    one = _one(found)
    may_read = one.is_signed or may_evaluate(request.actor, found, "evaluation.write", on=on).is_yes
    if one.file is None or not may_read:
        raise Unknown
    return send_file(request, one.file)


def _one(found: Season) -> Evaluation:
    """Raises Unknown where there is none."""
    one = evaluation_of(found)
    if one is None:
        raise Unknown
    one.season = found
    return one


def _said(typed: Typed, *, numbered: bool = True) -> Said:
    """A line of a section is a point. Raises NotPossible with every fault."""
    rating = typed.choice("rating", ["", *ratings()], label=_("Mức đánh giá"))
    points = {section: _lines(typed, section) for section in Section}
    if not numbered:
        typed.check()
        return Said(rating, points)
    number = typed.text("number", label=_("Số văn bản"), most=60, required=False)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"), required=False)
    file = typed.kept_file("file", label=_("Bản quét văn bản"))
    typed.check()
    return Said(rating, points, number, dated_on, file)


def _lines(typed: Typed, section: Section) -> tuple[str, ...]:
    name = Sentence(f"evaluation.section.{section}")
    text = typed.text(section.value, label=say(name), most=20_000, required=False)
    lines = [stripped for line in text.splitlines() if (stripped := line.strip().lstrip("-+•").strip())]
    typed.faults += [
        Sentence("evaluation.point_too_long", section=name, row=row, most=LONGEST_POINT)
        for row, line in enumerate(lines, 1)
        if len(line) > LONGEST_POINT
    ]
    if len(lines) > POINTS_AT_MOST:
        typed.faults.append(Sentence("evaluation.too_many_points", section=name, most=POINTS_AT_MOST))
    return tuple(lines)
