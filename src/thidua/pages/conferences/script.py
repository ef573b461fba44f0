"""Kịch bản điều hành: as a paper, edited as rows, and led from a phone line by line."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now
from thidua.base.days import local_day
from thidua.core.answer import Sentence
from thidua.pages.conferences.finding import address, conference_page, found_at, planned_at, trail_to
from thidua.pages.conferences.times import at, hour_of, typed_time
from thidua.pages.seasons.rows import fields_of_rows, filled_rows, shown_rows, wants_more
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.councils.actions.running import set_script
from thidua.records.councils.models import Conference, ProgrammeItem, ScriptLine
from thidua.records.councils.plan import ScriptPlan
from thidua.records.councils.queries.running import item_of

COLUMNS = ("on", "at", "speaker", "words", "cue")
SAVED = ("conference.script_set",)


@require_safe
@login_required
def script(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference, to="conference.read_script")
    lines, items = list(found.script.all()), _items(found)
    return conference_page(
        request, found, "conferences/script.html", tab="script", parts=_by_item(lines, items), has_lines=bool(lines)
    )


def _items(found: Conference) -> list[ProgrammeItem]:
    return list(found.items.select_related("matter"))


def _by_item(
    lines: Sequence[ScriptLine], items: Sequence[ProgrammeItem]
) -> list[tuple[ProgrammeItem | None, list[ScriptLine]]]:
    """Lines under the item of the programme in whose hours they fall."""
    parts: list[tuple[ProgrammeItem | None, list[ScriptLine]]] = []
    for line in lines:
        item = item_of(line, items)
        if not parts or parts[-1][0] != item:
            parts.append((item, []))
        parts[-1][1].append(line)
    return parts


@require_safe
@login_required
def presenter(request: Any, cluster: str, conference: str) -> HttpResponse:
    """One line at a time; without `dong` the one that the clock has reached."""
    found = found_at(request, cluster, conference, to="conference.read_script")
    lines = list(found.script.all())
    place = _place(request.GET.get("dong", ""), lines)
    line = lines[place] if lines else None
    return conference_page(
        request,
        found,
        "conferences/presenter.html",
        tab="script",
        line=line,
        item=item_of(line, _items(found)) if line else None,
        number=place + 1,
        count=len(lines),
        following=lines[place + 1] if place + 1 < len(lines) else None,
        trail=[*trail_to(found), (_("Kịch bản"), address(found, "script"))],
    )


def _place(asked: str, lines: Sequence[ScriptLine]) -> int:
    if asked.isascii() and asked.isdigit() and 1 <= int(asked[:6]) <= len(lines):
        return int(asked[:6]) - 1
    moment = now()
    return max((place for place, line in enumerate(lines) if line.at <= moment), default=0)


def _kept(found: Conference) -> list[dict[str, Any]]:
    return [
        {
            "on": day(local_day(one.at)),
            "at": hour_of(one.at),
            "speaker": one.speaker,
            "words": one.words,
            "cue": one.cue,
        }
        for one in found.script.all()
    ]


def _from_programme(found: Conference) -> list[dict[str, Any]]:
    """What a new running order begins with: a line for each item, with its words still to be written."""
    return [
        {
            "on": day(local_day(one.starts_at)),
            "at": hour_of(one.starts_at),
            "speaker": "",
            "words": "",
            "cue": f"{one.text}, {one.who}" if one.who else one.text,
        }
        for one in found.items.all()
    ]


def _fields(request: Any, found: Conference) -> tuple[list[Field], int]:
    labels = {
        "at": _("Giờ"), "on": _("Ngày"), "speaker": _("Người nói"), "words": _("Lời dẫn"), "cue": _("Việc cần làm"),
    }  # fmt: skip
    return fields_of_rows(request, labels, _kept(found) or _from_programme(found), key="at")


def _edit_page(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = planned_at(request, cluster, conference)
    fields, count = _fields(request, found)
    begun = begun_with(request, found, fields, saved=SAVED, rows=count)
    return conference_page(
        request,
        found,
        "conferences/script_form.html",
        tab="script",
        begun=begun,
        rows=shown_rows(request, COLUMNS, _kept(found) or _from_programme(found)),
        trail=[*trail_to(found), (_("Kịch bản"), address(found, "script"))],
    )


@login_required
@or_show(_edit_page)
def edit_script(request: Any, cluster: str, conference: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _edit_page(request, cluster, conference)
    found, typed = planned_at(request, cluster, conference), Typed(request)
    typed.settle(_fields(request, found)[0])
    read = [_line(typed, n, found) for n in filled_rows(request, ("speaker", "words", "cue"))]
    typed.check()
    lines = [one for one in read if one is not None]
    set_script(found, lines=lines, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    return done(request, address(found, "script"), Sentence("conference.script_saved"))


def _line(typed: Typed, n: int, conference: Conference) -> ScriptPlan | None:
    line = n + 1
    on = typed.day(f"on-{n}", label=_("Dòng {n}, Ngày").format(n=line), required=False)
    hour = typed_time(typed, f"at-{n}", label=_("Dòng {n}, Giờ").format(n=line))
    speaker = typed.text(f"speaker-{n}", label=_("Dòng {n}, Người nói").format(n=line), required=False)
    words = typed.text(f"words-{n}", label=_("Dòng {n}, Lời dẫn").format(n=line), most=2000, required=False)
    cue = typed.text(f"cue-{n}", label=_("Dòng {n}, Việc cần làm").format(n=line), most=300, required=False)
    return None if hour is None else ScriptPlan(at(on or local_day(conference.starts_at), hour), speaker, words, cue)
