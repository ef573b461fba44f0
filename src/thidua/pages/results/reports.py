"""One unit's report of a period: typed, submitted, signed, returned, entered on behalf."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.gateways.returned.own import filled_in
from thidua.pages.results.figures import fields_of, typed_report
from thidua.pages.results.finding import Address, found_report, may_here
from thidua.pages.results.lines import as_refused, history_of, lines_beside
from thidua.pages.results.lists import trail_to
from thidua.pages.results.papers import typed_evidence
from thidua.pages.shared.clash import begun_with
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, forget, or_show, page
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.results import actions as acts
from thidua.records.results.access import may_support
from thidua.records.results.models import Report
from thidua.records.results.queries import lines_of
from thidua.records.seasons.queries.commitments import undertaken_by

Acting = Callable[[Any, Report, Typed], Report]


@login_required
def report_page(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str, **_more: str) -> Any:
    on = today()
    address = Address(cluster, season, bloc, period, unit)
    report = found_report(request.actor, address, to="results.read")
    member = report.membership
    found = member.bloc_season
    lines = lines_beside(lines_of(report), undertaken_by(member, report.period))
    if (refused := getattr(request, "refusal", None)) is not None:
        lines = as_refused(lines, refused)
    may = may_here(request.actor, member, on=on)
    entry = entry_on_behalf_of(report)
    opens_on = report.period.opens_on
    return page(
        request,
        "results/report.html",
        bloc=found,
        member=member,
        report=report,
        lines=lines,
        begun=begun_with(request, report, fields_of(report, [line.result for line in lines]), saved=["report.saved"]),
        has_ratios=any(line.result.form == "ratio" for line in lines),
        history=history_of(lines),
        may=may,
        may_support=may_support(request.actor, report, on=on).is_yes,
        may_correct=may["enter"] or (may["enter_on_behalf"] and entry is not None),
        entry=entry,
        overdue=report.is_overdue(on),
        opens_on=opens_on if on < opens_on else None,
        has_begun=report.period.from_on <= on,
        periods=found.periods.order_by("position", "pk"),
        base=address.report,
        trail=[*trail_to(found), (_("Báo cáo kết quả"), reverse("results", args=found.slugs))],
        here="season",
    )


def _acted(to: str, told: str) -> Callable[[Acting], Callable[..., HttpResponse]]:
    """A POST on a report: find it, parse, act, lead back; a refusal shows the report as it was typed."""

    def wrap(acting: Acting) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(report_page)
        def view(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str) -> HttpResponse:
            address = Address(cluster, season, bloc, period, unit)
            report = found_report(request.actor, address, to=f"results.{to}")
            after = acting(request, report, Typed(request))
            return done(request, address.report, _told(told, after))

        return view

    return wrap


def _told(told: str, report: Report) -> Sentence:
    """What was done; of a late report that it is taken and marked so."""
    late = report.was_late if report.handed_in_on else report.is_overdue(today())
    if late and told in ("saved", "submitted", "signed"):
        return Sentence(f"report.{told}_late", due_on=report.due_on)
    return Sentence(f"report.{told}")


def _saved(request: Any, report: Report, typed: Typed, key: str) -> Report:
    lines = list(lines_of(report))
    typed.settle(fields_of(report, lines))
    figures = typed_report(typed, lines)
    evidence = typed_evidence(typed, lines, on=today())
    note = typed.text("note-report", label=_("Ghi chú chung"), most=1000, required=False)
    typed.check()
    return acts.save_report(
        report,
        figures=figures,
        note=note,
        evidence=evidence,
        seen_version=typed.whole("version"),
        by=request.actor,
        at=now(),
        key=key,
    )


@_acted("enter", "saved")
def save(request: Any, report: Report, typed: Typed) -> Report:
    return _saved(request, report, typed, typed.key)


@_acted("submit", "submitted")
def submit(request: Any, report: Report, typed: Typed) -> Report:
    """What was typed is saved first, so that it stands whether or not it can be submitted yet."""
    saved = _saved(request, report, typed, f"{typed.key[:58]}-luu")
    key = typed.key
    forget(request)
    return acts.submit_report(saved, seen_version=saved.version, by=request.actor, at=now(), key=key)


@_acted("sign", "signed")
def sign(request: Any, report: Report, typed: Typed) -> Report:
    [signed] = acts.sign_reports([typed.as_seen(report)], by=request.actor, at=now(), key=typed.key)
    return signed


@_acted("enter", "filled")
def fill(request: Any, report: Report, typed: Typed) -> Report:
    """The officer's own form in Excel becomes the draft; what was typed in other lines meanwhile is refused first."""
    stored = typed.kept_file("form", label=_("Biểu Excel"), required=True)
    typed.check()
    assert stored is not None
    filled = filled_in(stored, report)
    return acts.save_report(
        report,
        figures=filled.figures,
        note=report.note,
        evidence=filled.evidence,
        seen_version=typed.whole("version"),
        by=request.actor,
        at=now(),
        key=typed.key,
    )


@_acted("submit", "taken_back")
def take_back(request: Any, report: Report, typed: Typed) -> Report:
    return acts.take_back_report(typed.as_seen(report), by=request.actor, at=now(), key=typed.key)


@_acted("sign", "returned")
def give_back(request: Any, report: Report, typed: Typed) -> Report:
    remark = typed.text("remark", label=_("Lý do trả lại"), most=1000)
    typed.check()
    return acts.return_report(typed.as_seen(report), remark=remark, by=request.actor, at=now(), key=typed.key)


@_acted("enter_on_behalf", "entered_on_behalf")
def on_behalf(request: Any, report: Report, typed: Typed) -> Report:
    lines = list(lines_of(report))
    figures = typed_report(typed, lines)
    evidence = typed_evidence(typed, lines, on=today())
    note = typed.text("note-report", label=_("Ghi chú chung"), most=1000, required=False)
    paper = typed_source(typed)
    return acts.enter_report_on_behalf(
        report,
        figures=figures,
        note=note,
        evidence=evidence,
        paper=paper,
        by=request.actor,
        at=now(),
        key=typed.key,
    )
