"""Correcting one signed figure: proposed with its reason, signed or returned, or entered on behalf."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.pages.results.figures import typed_reached
from thidua.pages.results.finding import Address, found_line, found_report, may_here
from thidua.pages.results.lines import history_of, lines_beside
from thidua.pages.results.lists import trail_to
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.results import actions as acts
from thidua.records.results.access import may_correct_on_behalf
from thidua.records.results.models import Correction, Result
from thidua.records.seasons.queries.commitments import undertaken_by

Acting = Callable[[Any, Result, Typed], object]


@login_required
def correction_page(
    request: Any, cluster: str, season: str, bloc: str, period: str, unit: str, code: str
) -> HttpResponse:
    on = today()
    address = Address(cluster, season, bloc, period, unit)
    report = found_report(request.actor, address, to="results.read")
    member, found = report.membership, report.membership.bloc_season
    [line] = lines_beside([found_line(report, code)], undertaken_by(member, report.period))
    may = may_here(request.actor, member, on=on)
    is_signed = report.handing is Handing.SIGNED
    is_free = is_signed and line.waiting is None
    on_behalf = may_correct_on_behalf(request.actor, report, on=on).is_yes
    return page(
        request,
        "results/correction.html",
        bloc=found,
        member=member,
        report=report,
        line=line,
        history=history_of([line]),
        is_signed=is_signed,
        may_propose=is_free and may["enter"],
        may_on_behalf=is_free and on_behalf and not may["enter"],
        may_sign=line.waiting is not None and may["sign"],
        base=address.correction(code),
        trail=[
            *trail_to(found),
            (_("Báo cáo kết quả"), reverse("results", args=found.slugs)),
            (f"{member.short_name}, {report.period.name}", address.report, "vi"),
        ],
        here="season",
    )


def _acted(to: str, told: str) -> Callable[[Acting], Callable[..., HttpResponse]]:
    """A POST about one line's correction; a refusal shows its page as it was typed."""

    def wrap(acting: Acting) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(correction_page)
        def view(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str, code: str) -> HttpResponse:
            address = Address(cluster, season, bloc, period, unit)
            line = found_line(found_report(request.actor, address, to=f"results.{to}"), code)
            acting(request, line, Typed(request))
            return done(request, address.correction(code), Sentence(f"correction.{told}"))

        return view

    return wrap


def _reason(typed: Typed) -> str:
    return typed.text("reason", label=_("Lý do đính chính"), most=1000)


def _asked(line: Result, typed: Typed) -> Correction:
    """The correction that the form names. Raises Unknown for one of another line."""
    named = typed.values.get("correction", "")
    found = next((one for one in line.corrections.all() if one.public_id == named), None)
    if found is None:
        raise Unknown
    return found


@_acted("enter", "submitted")
def submit(request: Any, line: Result, typed: Typed) -> object:
    reached, reason = typed_reached(typed, line), _reason(typed)
    typed.check()
    return acts.correct_result(line, reached=reached, reason=reason, by=request.actor, at=now(), key=typed.key)


@_acted("enter_on_behalf", "entered_on_behalf")
def on_behalf(request: Any, line: Result, typed: Typed) -> object:
    reached, reason = typed_reached(typed, line), _reason(typed)
    paper = typed_source(typed)
    return acts.correct_on_behalf(
        line, reached=reached, reason=reason, paper=paper, by=request.actor, at=now(), key=typed.key
    )


@_acted("sign", "signed")
def sign(request: Any, line: Result, typed: Typed) -> object:
    return acts.sign_corrections([_asked(line, typed)], by=request.actor, at=now(), key=typed.key)


@_acted("sign", "returned")
def give_back(request: Any, line: Result, typed: Typed) -> object:
    remark = typed.text("remark", label=_("Lý do trả lại"), most=1000)
    typed.check()
    return acts.return_correction(_asked(line, typed), remark=remark, by=request.actor, at=now(), key=typed.key)
