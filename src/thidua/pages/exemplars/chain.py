"""Steps along the chain: registered, introduced, recognised, withdrawn."""

from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.workflow.exemplars import Level
from thidua.pages.exemplars.acting import acted
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed
from thidua.records.papers.steps import Shown
from thidua.records.results.actions import exemplars as acts
from thidua.records.results.models import Exemplar


@acted("registered")
def register(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    goal = typed.text("goal", label=_("Mục tiêu xây dựng"), most=1000)
    mentor = typed.text("mentor", label=_("Người giúp đỡ"), required=False)
    typed.check()
    return acts.register_exemplar(
        exemplar, goal=goal, mentor=mentor, seen_version=typed.whole("version"), by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip


@acted("introduced")
def introduce(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    """From the unit's leader, or with the unit's letter from the secretariat."""
    because = typed.text("because", label=_("Đã bình chọn thế nào"), most=1000)
    on = typed.day("on", label=_("Ngày bình chọn"))
    paper = typed_source(typed) if "paper_source" in typed.values else None
    typed.check()
    assert on is not None
    return acts.introduce_exemplar(
        exemplar, because=because, on=on, paper=paper, by=request.actor, at=now(), key=typed.key
    )


@acted("recognised")
def recognise(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    level = typed.choice("level", list(Level), label=_("Cấp công nhận"))
    decision = Shown(
        typed.text("decision_title", label=_("Tên quyết định"), most=300),
        typed.text("decision_number", label=_("Số quyết định"), most=60),
        typed.day("decision_dated_on", label=_("Ngày quyết định")),
        typed.kept_file("decision_file", label=_("Tệp quyết định")),
    )
    typed.check()
    return acts.recognise_exemplar(
        exemplar, level=Level(level), decision=decision, by=request.actor, at=now(), key=typed.key
    )


@acted("withdrawn")
def withdraw(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    because = typed.text("withdraw_because", label=_("Lý do rút"), most=1000)
    typed.check()
    return acts.withdraw_exemplar(exemplar, because=because, by=request.actor, at=now(), key=typed.key)
