"""Campaigns of a season: narrowed by kind, who runs them and where they stand; sorted, and taken away as a workbook."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.texts import folded
from thidua.core.workflow.campaigning import CampaignState, Phase
from thidua.pages.campaigns.finding import may_open, trail_to_list
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.seasons.access import may_each, season_for
from thidua.records.seasons.campaign_access import visible_campaigns
from thidua.records.seasons.models import Campaign, Season

ROWS_A_PAGE = 100
ASKED = ("tim", "loai", "ai", "trang-thai", "xep")
ORDERS = {"ten": ("name", "pk"), "tu": ("starts_on", "pk"), "den": ("ends_on", "pk")}


def runner_of(one: Campaign, *, in_full: bool = True) -> str:
    """Who runs it, by name."""
    if one.chapter is not None:
        return one.chapter.name
    if one.membership is not None:
        return one.membership.name if in_full else one.membership.short_name
    cluster = one.season.cluster
    return one.bloc_season.bloc.name if one.bloc_season else cluster.name if in_full else cluster.short_name


def _in_phase(phase: str, on: date) -> Q:
    launched = Q(state=CampaignState.LAUNCHED.value)
    by_day = {
        Phase.LAUNCHED.value: launched & Q(starts_on__gt=on),
        Phase.RUNNING.value: launched & Q(starts_on__lte=on, ends_on__gte=on),
        Phase.OVER.value: launched & Q(ends_on__lt=on),
    }
    return by_day.get(phase, Q(state=phase))


def _run_by(asked: str) -> Q:
    if asked == "cum":
        return Q(membership=None, bloc_season=None)
    if asked == "don-vi":
        return Q(membership__isnull=False, chapter=None)
    if asked == "chi-doan":
        return Q(chapter__isnull=False)
    return Q(bloc_season__bloc__slug=asked)


def _asked(request: Any, season: Season) -> tuple[QuerySet[Campaign], Mapping[str, str]]:
    """What the reader may see of the season, narrowed and sorted as the address asks; withdrawn ones if asked."""
    on, asked = today(), {name: request.GET.get(name, "").strip()[:60] for name in ASKED}
    rows = visible_campaigns(request.actor, season, on=on)
    if asked["loai"] in set(Campaign.Kind):
        rows = rows.filter(kind=asked["loai"])
    if asked["ai"]:
        rows = rows.filter(_run_by(asked["ai"]))
    if asked["trang-thai"] in set(Phase):
        rows = rows.filter(_in_phase(asked["trang-thai"], on))
    else:
        rows = rows.exclude(state=CampaignState.WITHDRAWN.value)
    if asked["tim"]:
        names = rows.values_list("pk", "name", "membership__name").order_by()
        wanted = folded(asked["tim"])
        rows = rows.filter(pk__in=[pk for pk, *texts in names if wanted in folded(" ".join(filter(None, texts)))])
    order = ORDERS.get(asked["xep"].removeprefix("-"), ORDERS["tu"])
    return rows.order_by(*([f"-{order[0]}", "pk"] if asked["xep"].startswith("-") else order)), asked


@require_safe
@login_required
def campaigns(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    rows, asked = _asked(request, found)
    shown = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    asks = ("campaigns.keep", "campaigns.enter_on_behalf")
    possible = may_each(request.actor, asks, season=found, unit=None, on=on)
    blocs = [bloc.bloc for bloc in found.blocs.select_related("bloc")]
    return page(
        request,
        "campaigns/campaigns.html",
        season=found,
        shown=shown,
        rows=[(one, runner_of(one, in_full=False), one.phase(on=on)) for one in shown],
        kinds=[(kind.value, say(Sentence(f"campaign_kind.{kind.value}"))) for kind in Campaign.Kind],
        runners=[
            ("cum", found.cluster.short_name),
            *((bloc.slug, bloc.name) for bloc in blocs),
            ("don-vi", _("các đơn vị")),
            ("chi-doan", _("các chi đoàn")),
        ],
        phases=[(phase.value, say(Sentence(f"campaign.phase.{phase}"))) for phase in Phase],
        asked={name.replace("-", "_"): value for name, value in asked.items()},
        narrowed=any(asked[name] for name in ASKED if name != "xep"),
        may_add=possible["campaigns.keep"] or may_open(request.actor, found, on),
        enters=possible["campaigns.enter_on_behalf"],
        trail=trail_to_list(found)[:1],
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str) -> HttpResponse:
    """What the list shows, as a workbook; the same parameters narrow it."""
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    rows, _asked_for = _asked(request, found)
    heads = [_("Đợt"), _("Loại"), _("Ai tổ chức"), _("Từ ngày"), _("Đến ngày"), _("Trạng thái")]
    return as_xlsx(
        Table(
            name=f"phong-trao-{found.slug}",
            title=f"{_('Phong trào, đợt thi đua')}, {found.name}",
            heads=[*heads, _("Văn bản phát động"), _("Ngày phát động"), _("Kết quả")],
            rows=[
                (
                    one.name,
                    say(Sentence(f"campaign_kind.{one.kind}")),
                    runner_of(one),
                    one.starts_on,
                    one.ends_on,
                    say(Sentence(f"campaign.phase.{one.phase(on=on)}")),
                    one.launch_paper.number if one.launch_paper else "",
                    one.launched_on,
                    one.result,
                )
                for one in rows
            ],
            frozen=1,
        )
    )
