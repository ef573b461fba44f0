"""The adopted sheet of a bloc, read in words, taken away as a file, replaced by the secretariat."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import NotPossible, Sentence, Unknown, refuse
from thidua.core.scoring.ranking import FEWER_PENALTIES
from thidua.pages.scores.finding import trail_to
from thidua.pages.scores.methods import named
from thidua.pages.scores.papers import typed_paper
from thidua.pages.scores.reading import groups_of
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.scores.access import may_adopt
from thidua.records.scores.actions import adopt_sheet
from thidua.records.scores.queries import adopted_sheet, library_sheets, read_sheet, sheet_of
from thidua.records.seasons.access import bloc_for

LARGEST_BYTES = 300_000
YAML = "application/yaml; charset=utf-8"
EXCERPTS = 12


@login_required
def sheet_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="sheet.read", on=on)
    adopted = adopted_sheet(found)
    sheet = sheet_of(adopted) if adopted else None
    indicators = {one.code: one.name for one in found.indicators.all()}
    adopting = may_adopt(request.actor, found, on=on).is_yes
    text = getattr(request, "typed_text", "")
    return page(
        request,
        "scores/sheet.html",
        bloc=found,
        adopted=adopted,
        sheet=sheet,
        name=named(sheet.name) if sheet else "",
        groups=groups_of(sheet, indicators) if sheet else [],
        breaks=[_break(code, sheet) for code in sheet.tie_breaks] if sheet else [],
        may_adopt=adopting,
        library=[(one.code, named(one.name)) for one in library_sheets()] if adopting else [],
        text=text,
        faulty_lines=_faulty_lines(request, text),
        base=reverse("score_sheet", args=(cluster, season, bloc)),
        trail=trail_to(found),
        here="scores",
    )


def _break(code: str, sheet: Any) -> str:
    if code == FEWER_PENALTIES:
        return _("ít điểm trừ hơn")
    return next(named(group.name) for group in sheet.groups if group.code == code)


def _faulty_lines(request: Any, text: str) -> list[tuple[int, str]]:
    """The lines of a refused text that the sentences name, with their numbers."""
    refused: NotPossible | None = getattr(request, "refusal", None)
    if refused is None or not text:
        return []
    lines = text.splitlines()
    numbers = sorted({int(one.values["line"]) for one in refused if str(one.values.get("line", "")).isdigit()})
    return [(number, lines[number - 1]) for number in numbers[:EXCERPTS] if 0 < number <= len(lines)]


@require_safe
@login_required
def sheet_file(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="sheet.read", on=today())
    if (adopted := adopted_sheet(found)) is None:
        raise Unknown
    return _as_file(adopted.text, adopted.code)


@require_safe
@login_required
def library_file(request: Any, cluster: str, season: str, bloc: str, code: str) -> HttpResponse:
    """A sheet of the library, to begin an own one from."""
    bloc_for(request.actor, cluster, season, bloc, to="sheet.read", on=today())
    return _as_file(_from_library(code), code)


def _as_file(text: str, code: str) -> HttpResponse:
    answer = HttpResponse(text, content_type=YAML)
    answer["Content-Disposition"] = f'attachment; filename="{code}.yaml"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _from_library(code: str) -> str:
    """Raises Unknown for a code that the library does not have."""
    for one in library_sheets():
        if one.code == code:
            return one.text
    raise Unknown


@require_POST
@login_required
@or_show(sheet_page)
def adopt(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="sheet.adopt", on=today())
    typed = Typed(request)
    issued = typed_paper(typed)
    text = _chosen_text(request, typed)
    typed.check()
    read_sheet(text)
    adopt_sheet(found, text=text, issued=issued, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("score_sheet", args=found.slugs), Sentence("scores.sheet_adopted"))


def _require_bearable(size_bytes: int) -> None:
    if size_bytes > LARGEST_BYTES:
        raise refuse("scores.sheet_too_large", most=LARGEST_BYTES // 1000)


def _chosen_text(request: Any, typed: Typed) -> str:
    """The text from the file, the box or the library, in this order; kept so that a refusal shows it again."""
    if (upload := request.FILES.get("file")) is not None:
        _require_bearable(upload.size)
        try:
            request.typed_text = upload.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise refuse("scores.sheet_not_utf8", name=upload.name) from None
    elif typed.values.get("text", "").strip():
        _require_bearable(len(typed.values["text"].encode()))
        request.typed_text = typed.values["text"]
    elif code := typed.values.get("library", ""):
        return _from_library(code)
    else:
        typed.faults.append(Sentence("scores.sheet_not_chosen"))
        return ""
    return str(request.typed_text)
