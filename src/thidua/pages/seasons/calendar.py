"""A bloc's calendar by page: its year, reporting periods, milestones; after the launch due days only."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.base.wording import say
from thidua.base.workdays import working_day_after
from thidua.core.answer import Sentence
from thidua.pages.seasons.bloc_frame import bloc_page, bloc_to_plan
from thidua.pages.seasons.planning import CROSS
from thidua.pages.seasons.rows import filled_rows, shown_rows, wants_more
from thidua.pages.shared import figures
from thidua.pages.shared.request import Typed, done, filled, or_show
from thidua.pages.shared.slugs import slug_of
from thidua.records.seasons.actions.blocs import Calendar, set_calendar
from thidua.records.seasons.doubts import doubts_about
from thidua.records.seasons.models import BlocSeason, Milestone
from thidua.records.seasons.plan import PeriodPlan

MOST_DAYS_AFTER = 60
PERIOD_FIELDS = ("slug", "name", "from_on", "until_on", "due_on")


def _calendar_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_to_plan(request, cluster, season, bloc)
    kept = [
        {"slug": one.slug, "name": one.name}
        | {day: figures.day(getattr(one, day)) for day in ("from_on", "until_on", "due_on")}
        for one in found.periods.all()
    ]
    there = {one.kind: one for one in found.milestones.all()}
    milestones = [
        {"kind": kind.value, "due_on": figures.day(there[kind].due_on), "place": there[kind].place}
        if kind in there
        else {"kind": kind.value, "due_on": "", "place": ""}
        for kind in Milestone.Kind
    ]
    if request.method == "POST":
        for row in milestones:
            row |= {field: request.POST.get(f"{field}-{row['kind']}", "") for field in ("due_on", "place")}
    form = filled(
        request, version=found.version, starts_on=figures.day(found.starts_on), ends_on=figures.day(found.ends_on),
        cross="" if CROSS[0] in found.stages_left_out else "1",
    )  # fmt: skip
    rows = shown_rows(request, PERIOD_FIELDS, kept)
    doubts = _doubts_about(found) if request.method != "POST" else []
    return bloc_page(
        request, "seasons/calendar.html", found, rows=rows, milestones=milestones, form=form, doubts=doubts,
    )  # fmt: skip


def _doubts_about(bloc: BlocSeason) -> list[Sentence]:
    """What had better be looked at in the calendar as it stands."""
    periods = [PeriodPlan(one.slug, one.name, one.from_on, one.until_on, one.due_on) for one in bloc.periods.all()]
    days = {one.kind: one.due_on for one in bloc.milestones.all()}
    return doubts_about(days, periods, starts_on=bloc.starts_on, ends_on=bloc.ends_on)


@login_required
@or_show(_calendar_page)
def calendar(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """After the launch the form sends the frame back as it was: only due days and milestones are typed."""
    if request.method != "POST" or wants_more(request):
        return _calendar_page(request, cluster, season, bloc)
    found, typed = bloc_to_plan(request, cluster, season, bloc), Typed(request)
    starts_on = typed.day("starts_on", label=_("Năm thi đua của khối, từ ngày"))
    ends_on = typed.day("ends_on", label=_("Năm thi đua của khối, đến ngày"))
    after = _after(typed)
    periods = [_period(typed, n, after) for n in filled_rows(request, ("name", "from_on", "until_on", "due_on"))]
    milestones = [
        (kind.value, on, typed.text(f"place-{kind.value}", label=_("Nơi"), most=120, required=False))
        for kind in Milestone.Kind
        if (on := typed.day(f"due_on-{kind.value}", label=say(Sentence(f"milestone.{kind.value}")), required=False))
    ]
    typed.check()
    assert starts_on is not None
    assert ends_on is not None
    left_out = () if typed.values.get("cross") else CROSS
    asked = Calendar(starts_on, ends_on, left_out, tuple(periods), tuple(milestones))
    kept = set_calendar(
        found, calendar=asked, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )
    there = "plan_calendar" if _doubts_about(kept) else "bloc"
    return done(request, reverse(there, args=(cluster, season, bloc)), Sentence("bloc.calendar_saved"))


def _period(typed: Typed, n: int, after: int | None) -> PeriodPlan:
    def label(column: str) -> str:
        return _("Dòng {n}, {column}").format(n=n + 1, column=column)

    name = typed.text(f"name-{n}", label=label(_("Tên kỳ")), most=60)
    from_on = typed.day(f"from_on-{n}", label=label(_("Từ ngày")))
    until_on = typed.day(f"until_on-{n}", label=label(_("Đến ngày")))
    due_on = typed.day(f"due_on-{n}", label=label(_("Hạn nộp")), required=False)
    slug = typed.values.get(f"slug-{n}", "") or name
    if due_on is None and until_on and after is not None:
        due_on = working_day_after(until_on, after)
    elif due_on is None:
        typed.faults.append(Sentence("form.missing", name=label(_("Hạn nộp"))))
    return PeriodPlan(slug_of(slug, most=40), name, from_on or date.min, until_on or date.min, due_on or date.min)


def _after(typed: Typed) -> int | None:
    """After how many working days reports are due whose day is left blank; None where nothing was typed."""
    days = typed.text("after_days", label=_("Số ngày làm việc"), most=3, required=False)
    if days and not (days.isascii() and days.isdigit() and int(days) <= MOST_DAYS_AFTER):
        typed.faults.append(Sentence("calendar.not_days", typed=days, most=str(MOST_DAYS_AFTER)))
        return None
    return int(days) if days else None
