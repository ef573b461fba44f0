"""One campaign as it stands today: what it fixes, how it is launched, what came of it, who did what."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.library import commendations
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.campaigning import UNDECIDED, WRITABLE, CampaignMove, CampaignState, is_missed, may_make
from thidua.figures.participating import sum_of
from thidua.pages.campaigns.finding import At, trail_to_list
from thidua.pages.campaigns.lists import runner_of
from thidua.pages.shared.parts import LedgerLine
from thidua.pages.shared.request import page
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.access import entry_shown
from thidua.records.journal.queries import body_of, lines_about
from thidua.records.seasons.campaign_access import may_do, may_enter_for
from thidua.records.seasons.models import Campaign
from thidua.records.seasons.queries.campaigns import JOINED

LINES_SHOWN = 50


@login_required
def campaign_page(request: Any, cluster: str, season: str, campaign: str, **_more: str) -> HttpResponse:
    on, at = today(), At(cluster, season, campaign)
    found = at.campaign(request.actor)
    keeps = may_do(request.actor, "campaigns.keep", found, on=on).is_yes
    launches = may_do(request.actor, "campaigns.launch", found, on=on).is_yes
    enters = may_enter_for(request.actor, found, on=on).is_yes
    return page(
        request,
        "campaigns/campaign.html",
        campaign=found,
        season=found.season,
        runner=runner_of(found),
        phase=found.phase(on=on),
        is_missed=is_missed(found.at_state, found.ends_on, on=on),
        contents=found.contents.all(),
        goals=list(found.goals.select_related("indicator")),
        proposes=[commendations()[code].name.within((get_language() or "vi")[:2]) for code in found.proposes],
        waves=[date.fromisoformat(day) for day in found.waves],
        level="cluster" if found.membership_id is None else "unit",
        history=_history(found),
        base=at.page,
        taken=sum_of(found.season, campaign=found) if found.state in JOINED else None,
        entry=entry_shown(request.actor, found, on=on),
        may=_possible(found, keeps=keeps, launches=launches, enters=enters, over=on >= found.ends_on),
        trail=trail_to_list(found.season),
        here="season",
    )


def _possible(found: Campaign, *, keeps: bool, launches: bool, enters: bool, over: bool) -> dict[str, bool]:
    """What the reader may do with it now, by the word of the act."""
    state, is_own = found.at_state, found.membership_id is not None

    def stands(move: CampaignMove) -> bool:
        return may_make(move, state).is_yes

    return {
        "amend": state in WRITABLE and (keeps if state in UNDECIDED else launches),
        "submit": is_own and keeps and not launches and stands(CampaignMove.SUBMIT),
        "give_back": launches and stands(CampaignMove.RETURN),
        "launch": launches and stands(CampaignMove.LAUNCH),
        "sum_up": keeps and over and stands(CampaignMove.SUM_UP),
        "sum_up_for": enters and not keeps and over and stands(CampaignMove.SUM_UP),
        "call_off": launches and stands(CampaignMove.CALL_OFF),
        "withdraw": keeps and stands(CampaignMove.WITHDRAW),
        "take_back": (keeps if state is CampaignState.WITHDRAWN else launches) and stands(CampaignMove.TAKE_BACK),
    }


def _history(found: Campaign) -> list[LedgerLine]:
    lines = []
    for line in lines_about(found)[:LINES_SHOWN]:
        body = body_of(line)
        lines.append(
            LedgerLine(
                at=line.at,
                who=body.get("by", {}).get("name", ""),
                what=say(Sentence(f"event.{line.kind}")),
                after=body.get("number", ""),
                why=body.get("reason") or body.get("remark") or "",
            )
        )
    return lines


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, campaign: str, paper: str) -> HttpResponseBase:
    """The file of the paper that launches or sums up a campaign. Raises Unknown where only its number was given."""
    found = At(cluster, season, campaign).campaign(request.actor)
    for one in (found.launch_paper, found.result_paper):
        if one is not None and one.public_id == paper and one.file is not None:
            return send_file(request, one.file)
    raise Unknown
