"""Guidance received (văn bản chỉ đạo): the register, one paper with its days and quotas, its file."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.days import local_day
from thidua.core.answer import Sentence, Unknown
from thidua.pages.seasons.rows import filled_rows, shown_rows, wants_more
from thidua.pages.shared import figures
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.seasons.access import may, season_for
from thidua.records.seasons.actions.guidance import Quota, Received, keep_guidance, mend_guidance, withdraw_guidance
from thidua.records.seasons.models import Guidance, Season
from thidua.records.seasons.queries.guidance import grounds_of, guidance_of

ROWS_A_PAGE = 100
FIELDS = ("what", "due_on", "most", "percent")


@require_safe
@login_required
def guidance(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="guidance.read", on=on)
    search = request.GET.get("tim", "")[:60]
    return page(
        request,
        "seasons/guidance.html",
        season=found,
        shown=Paginator(guidance_of(found, search), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        asked=search,
        grounds=grounds_of(found),
        may_keep=may(request.actor, "guidance.keep", season=found, on=on).is_yes,
        trail=_trail(found),
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str) -> HttpResponse:
    """What the register shows, as a workbook; the same words narrow it."""
    found = season_for(request.actor, cluster, season, to="guidance.read", on=today())
    heads = [_("Số, ký hiệu"), _("Ngày văn bản"), _("Trích yếu"), _("Cơ quan ban hành"), _("Hạn"), _("Giới hạn")]
    return as_xlsx(
        Table(
            name=f"van-ban-chi-dao-{found.slug}",
            title=f"{_('Văn bản chỉ đạo')}, {found.name}",
            heads=[*heads, _("Đã rút")],
            rows=[
                (
                    one.number,
                    one.dated_on,
                    one.title,
                    one.issuer,
                    *(getattr(one, name) or None for name in ("day_count", "quota_count")),
                    local_day(one.withdrawn_at) if one.withdrawn_at else None,
                )
                for one in guidance_of(found, request.GET.get("tim", "")[:60])
            ],
        )
    )


def _trail(found: Season, *, inside: bool = False) -> list[tuple[str, ...]]:
    slugs = (found.cluster.slug, found.slug)
    trail: list[tuple[str, ...]] = [(_("Năm thi đua"), reverse("season"))]
    trail.append((found.name, reverse("one_season", args=slugs), "vi"))
    return [*trail, (_("Văn bản chỉ đạo"), reverse("guidance", args=slugs))] if inside else trail


def _found(season: Season, public_id: str) -> Guidance:
    """Raises Unknown where there is none."""
    found = season.guidance.filter(public_id=public_id).select_related("file").first()
    if found is None:
        raise Unknown
    found.season = season
    return found


def _form(request: Any, cluster: str, season: str, paper: str = "") -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="guidance.read" if paper else "guidance.keep", on=on)
    one = _found(found, paper) if paper else Guidance(season=found)
    kept = _kept_rows(one) if one.pk else []
    return page(
        request,
        "seasons/guidance_form.html",
        season=found,
        one=one,
        rows=shown_rows(request, FIELDS, kept),
        lines=kept,
        form=filled(request, **_kept(one)),
        may_keep=one.withdrawn_at is None and may(request.actor, "guidance.keep", season=found, on=on).is_yes,
        trail=_trail(found, inside=True),
        here="season",
    )


def _kept(one: Guidance) -> dict[str, Any]:
    days = {"dated_on": one.dated_on, "received_on": one.received_on}
    texts = {"number": one.number, "issuer": one.issuer, "title": one.title, "version": one.version}
    return texts | {name: figures.day(on) if on else "" for name, on in days.items()}


def _kept_rows(one: Guidance) -> list[dict[str, Any]]:
    days = [{"what": day.what, "due_on": figures.day(day.due_on), "most": "", "percent": ""} for day in one.days.all()]
    quotas = [
        {"what": quota.what, "due_on": "", "most": quota.most or "", "percent": quota.percent or ""}
        for quota in one.quotas.all()
    ]
    return days + quotas


@login_required
@or_show(_form)
def new_guidance(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _form(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="guidance.keep", on=today())
    typed = Typed(request)
    received = _received(request, typed)
    keep_guidance(found, received=received, by=request.actor, at=now(), key=typed.key)
    return done(
        request, reverse("guidance", args=(cluster, season)), Sentence("guidance.saved", number=received.number)
    )


@login_required
@or_show(_form)
def one_guidance(request: Any, cluster: str, season: str, paper: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _form(request, cluster, season, paper)
    found = season_for(request.actor, cluster, season, to="guidance.keep", on=today())
    typed = Typed(request)
    received = _received(request, typed)
    version = typed.whole("version")
    mend_guidance(
        _found(found, paper), received=received, seen_version=version, by=request.actor, at=now(), key=typed.key
    )
    return done(
        request, reverse("guidance", args=(cluster, season)), Sentence("guidance.saved", number=received.number)
    )


def _received(request: Any, typed: Typed) -> Received:
    """The paper as it was typed. Raises NotPossible with every fault."""
    number = typed.text("number", label=_("Số, ký hiệu"), most=60)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"))
    issuer = typed.text("issuer", label=_("Cơ quan ban hành"))
    title = typed.text("title", label=_("Trích yếu"), most=300)
    received_on = typed.day("received_on", label=_("Ngày nhận"), required=False)
    file = typed.kept_file("file", label=_("Tệp văn bản"))
    days: list[tuple[str, date]] = []
    quotas: list[Quota] = []
    for n in filled_rows(request, FIELDS):
        _line(typed, n, days, quotas)
    typed.check()
    assert dated_on is not None
    return Received(number, dated_on, issuer, title, received_on, days, quotas, file)


def _line(typed: Typed, n: int, days: list[tuple[str, date]], quotas: list[Quota]) -> None:
    """A row is a day by which something is asked for, or a quota in number or in percent."""

    def label(column: str) -> str:
        return _("Dòng {n}, {column}").format(n=n + 1, column=column)

    what = typed.text(f"what-{n}", label=label(_("Nội dung")))
    on = typed.day(f"due_on-{n}", label=label(_("Hạn")), required=False)
    most, percent = typed.values.get(f"most-{n}", "").strip(), typed.values.get(f"percent-{n}", "").strip()
    if on is not None:
        days.append((what, on))
    if bool(most) + bool(percent) + (on is not None) != 1:
        typed.faults.append(Sentence("guidance.one_of_three", row=str(n + 1)))
    elif most or percent:
        count, limit = (most, 100_000) if most else (percent, 100)
        if not (count.isascii() and count.isdigit() and len(count) < 10 and 0 < int(count) <= limit):
            typed.faults.append(Sentence("guidance.not_a_count", typed=count[:40], most=limit, row=str(n + 1)))
        else:
            quotas.append(Quota(what, int(most) if most else None, int(percent) if percent else None))


@require_POST
@login_required
@or_show(_form)
def withdraw(request: Any, cluster: str, season: str, paper: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="guidance.keep", on=today())
    typed = Typed(request)
    reason = typed.text("reason", label=_("Lý do"), most=1000)
    typed.check()
    one = withdraw_guidance(_found(found, paper), reason=reason, by=request.actor, at=now(), key=typed.key)
    said = Sentence("guidance.was_withdrawn", number=one.number)
    return done(request, reverse("guidance", args=(cluster, season)), said)


@require_safe
@login_required
def guidance_file(request: Any, cluster: str, season: str, paper: str) -> HttpResponseBase:
    found = season_for(request.actor, cluster, season, to="guidance.read", on=today())
    one = _found(found, paper)
    if one.file is None:
        raise Unknown
    return send_file(request, one.file)
