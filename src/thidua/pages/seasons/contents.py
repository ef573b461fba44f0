"""What a season is about, by page: its key contents, its movements and campaigns."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.pages.seasons.rows import fields_of_rows, filled_rows, shown_rows, wants_more
from thidua.pages.shared import figures
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.seasons.access import may_plan_somewhere, season_for
from thidua.records.seasons.actions.frame import set_campaigns, set_contents
from thidua.records.seasons.models import Campaign, Season
from thidua.records.seasons.plan import CampaignPlan, ContentPlan
from thidua.records.seasons.queries.campaigns import calendar_of

CONTENT_FIELDS = ("number", "text", "short_name")
CAMPAIGN_FIELDS = ("pk", "kind", "name", "starts_on", "ends_on", "contents", "movement", "youth")
MOVEMENTS_AT_MOST = 20
NUMBER_AT_MOST = 999
# All turn the season's version.
SAVED = (
    "season.amended", "season.contents_set", "season.campaigns_set", "campaign.drafted", "campaign.amended",
    "campaign.launched", "campaign.summed_up", "campaign.called_off", "campaign.withdrawn", "campaign.taken_back",
)  # fmt: skip


def _season(request: Any, cluster: str, season: str) -> Season:
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    require(may_plan_somewhere(request.actor, found, on=today()))
    return found


def _trail(found: Season) -> list[tuple[str, ...]]:
    at = reverse("one_season", args=(found.cluster.slug, found.slug))
    return [(_("Năm thi đua"), reverse("season")), (found.name, at, "vi")]


def _kept_contents(found: Season) -> list[dict[str, Any]]:
    return [{"number": one.number, "text": one.text, "short_name": one.short_name} for one in found.contents.all()]


def _content_fields(request: Any, kept: list[dict[str, Any]]) -> tuple[list[Field], int]:
    labels = dict(zip(CONTENT_FIELDS, (_("Số"), _("Nội dung"), _("Tên gọn")), strict=True))
    return fields_of_rows(request, labels, kept, key="number", numbered=True)


def _contents_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = _season(request, cluster, season)
    kept = _kept_contents(found)
    fields, count = _content_fields(request, kept)
    begun = begun_with(request, found, fields, saved=SAVED, rows=count)
    return page(
        request, "seasons/contents.html", season=found, rows=shown_rows(request, CONTENT_FIELDS, kept),
        begun=begun, trail=_trail(found), here="season",
    )  # fmt: skip


@login_required
@or_show(_contents_page)
def contents(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _contents_page(request, cluster, season)
    found, typed = _season(request, cluster, season), Typed(request)
    typed.settle(_content_fields(request, _kept_contents(found))[0])
    plans = []
    for n in filled_rows(request, ("text", "short_name")):
        text = typed.text(f"text-{n}", label=_("Dòng {n}, Nội dung").format(n=n + 1), most=500)
        short_name = typed.text(f"short_name-{n}", label=_("Dòng {n}, Tên gọn").format(n=n + 1), most=60)
        number = typed.whole(f"number-{n}") or n + 1
        if number > NUMBER_AT_MOST:
            typed.faults.append(Sentence("form.not_offered", typed=number, name=_("Dòng {n}, Số").format(n=n + 1)))
        plans.append(ContentPlan(number, text, short_name))
    for number in {plan.number for plan in plans if [one.number for one in plans].count(plan.number) > 1}:
        typed.faults.append(Sentence("season.content_twice", number=number))
    typed.check()
    set_contents(found, contents=plans, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("one_season", args=(cluster, season)), Sentence("season.contents_saved"))


def campaign_kinds() -> list[tuple[str, str]]:
    return [(kind.value, say(Sentence(f"campaign_kind.{kind.value}"))) for kind in Campaign.Kind]


def _kept_campaigns(found: Season) -> list[dict[str, Any]]:
    places = {movement.pk: place for place, movement in enumerate(found.movements.all(), 1)}
    return [
        {
            "pk": one.pk,
            "kind": one.kind,
            "name": one.name,
            "starts_on": figures.day(one.starts_on),
            "ends_on": figures.day(one.ends_on),
            "contents": ", ".join(str(content.number) for content in one.contents.all()),
            "movement": places.get(one.movement_id or 0, ""),
            "youth": "1" if one.run_by_youth else "",
        }
        for one in calendar_of(found).prefetch_related("contents")
    ]


def _campaign_fields(request: Any, found: Season, kept: list[dict[str, Any]]) -> tuple[list[Field], int]:
    names = (
        "", _("Loại"), _("Tên đợt"), _("Từ ngày"), _("Đến ngày"), _("Nội dung số"), _("Phong trào"), _("Thanh niên"),
    )  # fmt: skip
    words = {"kind": dict(campaign_kinds()), "youth": {"1": _("có đánh dấu")}}
    labels = dict(zip(CAMPAIGN_FIELDS, names, strict=True))
    fields, count = fields_of_rows(request, labels, kept, key="pk", words=words)
    return [Field("movements", _("Phong trào"), _movements(found)), *fields], count


def _movements(found: Season) -> str:
    return "\n".join(movement.name for movement in found.movements.all())


def _campaigns_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = _season(request, cluster, season)
    kept = _kept_campaigns(found)
    fields, count = _campaign_fields(request, found, kept)
    begun = begun_with(request, found, fields, saved=SAVED, rows=count)
    return page(
        request, "seasons/campaigns.html", season=found, rows=shown_rows(request, CAMPAIGN_FIELDS, kept), begun=begun,
        form=filled(request, movements=_movements(found)), kinds=campaign_kinds(), trail=_trail(found), here="season",
    )  # fmt: skip


@login_required
@or_show(_campaigns_page)
def campaigns(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _campaigns_page(request, cluster, season)
    found, typed = _season(request, cluster, season), Typed(request)
    typed.settle(_campaign_fields(request, found, _kept_campaigns(found))[0])
    lines = typed.text("movements", label=_("Phong trào"), most=8000, required=False).splitlines()
    movements = [line.strip()[:400] for line in lines if line.strip()][:MOVEMENTS_AT_MOST]
    read = [_campaign(typed, n) for n in filled_rows(request, ("name", "starts_on", "ends_on"))]
    typed.check()
    known = set(calendar_of(found).values_list("pk", flat=True))
    plans = [(pk if pk in known else None, plan) for pk, plan in read if plan is not None]
    set_campaigns(
        found, movements=movements, campaigns=plans, seen_version=typed.whole("version"), by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip
    return done(request, reverse("one_season", args=(cluster, season)), Sentence("season.campaigns_saved"))


def _campaign(typed: Typed, n: int) -> tuple[int, CampaignPlan | None]:
    line = n + 1
    name = typed.text(f"name-{n}", label=_("Dòng {n}, Tên đợt").format(n=line), most=300)
    kind = typed.choice(f"kind-{n}", list(Campaign.Kind), label=_("Dòng {n}, Loại").format(n=line))
    starts_on = typed.day(f"starts_on-{n}", label=_("Dòng {n}, Từ ngày").format(n=line))
    ends_on = typed.day(f"ends_on-{n}", label=_("Dòng {n}, Đến ngày").format(n=line))
    numbers = typed.text(f"contents-{n}", label=_("Dòng {n}, Nội dung").format(n=line), most=60, required=False)
    if starts_on is None or ends_on is None:
        return 0, None
    place = typed.whole(f"movement-{n}")
    return typed.whole(f"pk-{n}"), CampaignPlan(
        kind=kind,
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
        contents=tuple(int(one) for one in numbers.replace(",", " ").split() if one.isascii() and one.isdigit()),
        movement=place - 1 if place else None,
        run_by_youth=bool(typed.values.get(f"youth-{n}")),
    )
