"""What is done with a unit's report: saved, submitted, signed, returned, opened again, numbered, entered."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.documents.reports.unit_paper import unit_fields
from thidua.pages.papers.texts import text_fields, typed_lines
from thidua.pages.reports.finding import address, report_at
from thidua.pages.reports.one import report_page
from thidua.pages.shared.acting import Acting, View, acted_on
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, forget
from thidua.records.results.actions import written as acts
from thidua.records.results.models import WrittenReport
from thidua.records.results.topics import Topic

Found = tuple[WrittenReport, Topic]


def _acted(told: str, *, to: str) -> Callable[[Acting[Found]], View]:
    """Over a function that acts on a report by the right `to`."""

    def found(request: Any, **words: str) -> tuple[Found, str]:
        report, topic = report_at(request, **words, to=to)
        return (report, topic), address(report, topic)

    return acted_on(report_page, found, "written")(told)


def _saved(request: Any, found: Found, typed: Typed, key: str) -> WrittenReport:
    report, topic = found
    typed.settle(text_fields(topic.kind, report.typed))
    texts = typed_lines(typed, topic.kind)
    typed.check()
    version = typed.whole("version")
    return acts.save_written(
        report.membership, topic, texts=texts, seen_version=version, by=request.actor, at=now(), key=key
    )


@_acted("was_saved", to="reports.enter")
def save(request: Any, found: Found, typed: Typed) -> object:
    return _saved(request, found, typed, typed.key)


@_acted("was_submitted", to="reports.submit")
def submit(request: Any, found: Found, typed: Typed) -> object:
    """What was typed is saved first, so that it stands whether or not it can be submitted yet."""
    saved, topic = _saved(request, found, typed, f"{typed.key[:58]}-luu"), found[1]
    key = typed.key
    forget(request)
    fields = unit_fields(saved.membership, topic, on=today())
    return acts.submit_written(saved, filled=fields, seen_version=saved.version, by=request.actor, at=now(), key=key)


@_acted("was_taken_back", to="reports.submit")
def take_back(request: Any, found: Found, typed: Typed) -> object:
    return acts.take_back_written(typed.as_seen(found[0]), by=request.actor, at=now(), key=typed.key)


@_acted("was_signed", to="reports.sign")
def sign(request: Any, found: Found, typed: Typed) -> object:
    return acts.sign_written([typed.as_seen(found[0])], by=request.actor, at=now(), key=typed.key)


@_acted("was_returned", to="reports.sign")
def give_back(request: Any, found: Found, typed: Typed) -> object:
    remark = typed.text("remark", label=_("Lý do trả lại"), most=1000)
    typed.check()
    return acts.return_written(typed.as_seen(found[0]), remark=remark, by=request.actor, at=now(), key=typed.key)


@_acted("was_reopened", to="reports.submit")
def reopen(request: Any, found: Found, typed: Typed) -> object:
    reason = typed.text("reason", label=_("Lý do sửa lại"), most=500)
    typed.check()
    return acts.reopen_written(found[0], reason=reason, by=request.actor, at=now(), key=typed.key)


@_acted("was_numbered", to="reports.submit")
def number(request: Any, found: Found, typed: Typed) -> object:
    given = typed.text("number", label=_("Số, ký hiệu"), most=60)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"))
    typed.check()
    assert dated_on is not None
    return acts.number_written(found[0], number=given, dated_on=dated_on, by=request.actor, at=now(), key=typed.key)


@_acted("was_entered", to="reports.enter_on_behalf")
def on_behalf(request: Any, found: Found, typed: Typed) -> object:
    report, topic = found
    texts = typed_lines(typed, topic.kind)
    paper = typed_source(typed)
    fields = unit_fields(report.membership, topic, on=today())
    return acts.enter_written_on_behalf(
        report.membership, topic, texts=texts, filled=fields, paper=paper, by=request.actor, at=now(), key=typed.key
    )
