"""What is done with a campaign: submitted, returned, launched, summed up, called off, withdrawn, taken back."""

from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import require
from thidua.pages.campaigns.finding import At
from thidua.pages.campaigns.views import campaign_page
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.papers import typed_paper, typed_source
from thidua.pages.shared.request import Typed
from thidua.records.papers.steps import Shown
from thidua.records.seasons.actions import campaigns as acts
from thidua.records.seasons.campaign_access import may_do, may_enter_for
from thidua.records.seasons.models import Campaign


def _found(request: Any, cluster: str, season: str, campaign: str) -> tuple[Campaign, str]:
    at = At(cluster, season, campaign)
    return at.campaign(request.actor), at.page


_acted = acted_on(campaign_page, _found, "campaign")


@_acted("submitted")
def submit(request: Any, campaign: Campaign, typed: Typed) -> object:
    return acts.submit_campaign(campaign, by=request.actor, at=now(), key=typed.key)


@_acted("returned")
def give_back(request: Any, campaign: Campaign, typed: Typed) -> object:
    remark = typed.text("remark", label=_("Lý do trả lại"), most=1000, required=False)
    typed.check()
    return acts.return_campaign(campaign, remark=remark, by=request.actor, at=now(), key=typed.key)


@_acted("launched")
def launch(request: Any, campaign: Campaign, typed: Typed) -> object:
    require(may_do(request.actor, "campaigns.launch", campaign, on=today()))
    number = typed.text("number", label=_("Số văn bản"), most=60, required=False)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"), required=False)
    title = typed.text("title", label=_("Tên văn bản"), most=300, required=False)
    file = typed.kept_file("file", label=_("Bản quét văn bản"))
    typed.check()
    shown = Shown(title or campaign.name, number, dated_on, file)
    return acts.launch_campaign(campaign, shown=shown, by=request.actor, at=now(), key=typed.key)


@_acted("summed_up")
def sum_up(request: Any, campaign: Campaign, typed: Typed) -> object:
    require(may_do(request.actor, "campaigns.keep", campaign, on=today()))
    result, reached = _result(campaign, typed)
    shown = typed_paper(typed)
    typed.check()
    return acts.sum_up_campaign(
        campaign, result=result, reached=reached, shown=shown, by=request.actor, at=now(), key=typed.key
    )


@_acted("summed_up_on_behalf")
def sum_up_on_behalf(request: Any, campaign: Campaign, typed: Typed) -> object:
    require(may_enter_for(request.actor, campaign, on=today()))
    result, reached = _result(campaign, typed)
    paper = typed_source(typed)
    return acts.sum_up_campaign_on_behalf(
        campaign, result=result, reached=reached, paper=paper, by=request.actor, at=now(), key=typed.key
    )


def _result(campaign: Campaign, typed: Typed) -> tuple[str, list[str]]:
    """What came of it, and what was reached of each goal."""
    result = typed.text("result", label=_("Kết quả"), most=6000, required=False)
    goals = range(campaign.goals.count())
    return result, [typed.text(f"reached-{n}", label=_("Đạt được"), required=False) for n in goals]


def _reason(typed: Typed) -> str:
    reason = typed.text("reason", label=_("Lý do"), most=1000, required=False)
    typed.check()
    return reason


@_acted("called_off")
def call_off(request: Any, campaign: Campaign, typed: Typed) -> object:
    return acts.call_off_campaign(campaign, reason=_reason(typed), by=request.actor, at=now(), key=typed.key)


@_acted("withdrawn")
def withdraw(request: Any, campaign: Campaign, typed: Typed) -> object:
    return acts.withdraw_campaign(campaign, reason=_reason(typed), by=request.actor, at=now(), key=typed.key)


@_acted("taken_back")
def take_back(request: Any, campaign: Campaign, typed: Typed) -> object:
    return acts.take_back_campaign(campaign, reason=_reason(typed), by=request.actor, at=now(), key=typed.key)
