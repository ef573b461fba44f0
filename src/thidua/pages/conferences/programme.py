"""Chương trình: as it will be handed out, and edited beside it as rows of hours."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.base.days import local_day
from thidua.core.answer import Sentence
from thidua.pages.conferences.finding import address, conference_page, found_at, planned_at, trail_to
from thidua.pages.conferences.times import at, hour_of, typed_time
from thidua.pages.seasons.rows import fields_of_rows, filled_rows, shown_rows, wants_more
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.councils.actions.conferences import set_programme
from thidua.records.councils.models import Conference, Matter, ProgrammeItem
from thidua.records.councils.plan import ItemPlan
from thidua.records.councils.queries.conferences import matters_of

COLUMNS = ("on", "from", "until", "text", "who", "matter")
SAVED = ("conference.programme_set",)


@login_required
def programme(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference)
    items = list(found.items.select_related("matter"))
    return conference_page(
        request, found, "conferences/programme.html", tab="programme", items=_by_day(items), has_items=bool(items)
    )


def _by_day(items: Sequence[ProgrammeItem]) -> list[tuple[Any, list[ProgrammeItem]]]:
    days: dict[Any, list[ProgrammeItem]] = {}
    for one in items:
        days.setdefault(local_day(one.starts_at), []).append(one)
    return list(days.items())


def _kept(found: Conference) -> list[dict[str, Any]]:
    return [
        {
            "on": day(local_day(one.starts_at)),
            "from": hour_of(one.starts_at),
            "until": hour_of(one.ends_at),
            "text": one.text,
            "who": one.who,
            "matter": one.matter.position if one.matter else "",
        }
        for one in found.items.select_related("matter")
    ]


def _fields(request: Any, found: Conference) -> tuple[list[Field], int]:
    labels = {
        "text": _("Nội dung"), "on": _("Ngày"), "from": _("Từ"), "until": _("Đến"), "who": _("Người thực hiện"),
        "matter": _("Việc số"),
    }  # fmt: skip
    return fields_of_rows(request, labels, _kept(found), key="text")


def _edit_page(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = planned_at(request, cluster, conference)
    fields, count = _fields(request, found)
    begun = begun_with(request, found, fields, saved=SAVED, rows=count)
    return conference_page(
        request,
        found,
        "conferences/programme_form.html",
        tab="programme",
        begun=begun,
        rows=shown_rows(request, COLUMNS, _kept(found)),
        matters=[("", "–"), *((one.position, f"{one.position}. {one.text}") for one in matters_of(found))],
        trail=[*trail_to(found), (_("Chương trình"), address(found, "programme"))],
    )


@login_required
@or_show(_edit_page)
def edit_programme(request: Any, cluster: str, conference: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _edit_page(request, cluster, conference)
    found, typed = planned_at(request, cluster, conference), Typed(request)
    typed.settle(_fields(request, found)[0])
    matters = matters_of(found)
    read = [_item(typed, n, found, matters) for n in filled_rows(request, ("text", "from"))]
    typed.check()
    items = [one for one in read if one is not None]
    set_programme(found, items=items, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    return done(request, address(found, "programme"), Sentence("conference.programme_saved"))


def _item(typed: Typed, n: int, conference: Conference, matters: Sequence[Matter]) -> ItemPlan | None:
    line = n + 1
    text = typed.text(f"text-{n}", label=_("Dòng {n}, Nội dung").format(n=line), most=300)
    who = typed.text(f"who-{n}", label=_("Dòng {n}, Người thực hiện").format(n=line), required=False)
    on = typed.day(f"on-{n}", label=_("Dòng {n}, Ngày").format(n=line), required=False)
    on = on or local_day(conference.starts_at)
    starts = typed_time(typed, f"from-{n}", label=_("Dòng {n}, Từ").format(n=line))
    ends = typed_time(typed, f"until-{n}", label=_("Dòng {n}, Đến").format(n=line))
    matter = typed.whole(f"matter-{n}")
    if starts is None or ends is None:
        return None
    return ItemPlan(at(on, starts), at(on, ends), text, who, matter if matter <= len(matters) else 0)
