"""Step 4: the plan of the year on the letterhead of the head's office, made from what stands and taken away as Word."""

import re
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, refuse, require
from thidua.core.texts import composed
from thidua.documents.official.filling import fields_of
from thidua.pages.beginning.strip import PLAN, frame, in_hand
from thidua.pages.papers.letterheads import fields_of_letterhead, typed_letterhead
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.papers.queries import last_of, letterhead_of
from thidua.records.seasons.access import may_found
from thidua.records.seasons.models import Season
from thidua.records.seasons.plan import ContentPlan
from thidua.records.seasons.queries.roles import head_of

# "1.", "1)", "a)", "-", "•" and what they stand in; "2.000 hồ sơ" and "3 nhiệm vụ" are words of the content
BULLET = re.compile(
    r"^\s*(?:(?:\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))(?=\s|$|[^\W\d])|[-–—•●▪*+·])\s*)+", re.IGNORECASE
)
MOST_CONTENTS, MOST_TEXT, MOST_SHORT = 30, 500, 60


def _plan_page(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    season = in_hand(request)
    return page(request, "beginning/plan.html", **_shown(request, season), **frame("plan", season))


def _shown(request: Any, season: Season | None) -> dict[str, Any]:
    if season is None or (head := head_of(season)) is None:
        return {}
    row = letterhead_of(head.unit)
    fields = fields_of_letterhead(row)
    contents = "\n".join(one.text for one in season.contents.all())
    kept = {one.name: one.value for one in fields} | {"motto": season.motto, "contents": contents}
    at = (season.cluster.slug, season.slug, PLAN, season.public_id)
    return {
        "form": filled(request, **kept, version=season.version, head_version=row.version),
        "counted": list(fields[-1].words.items()),
        "unit": head.unit,
        "paper": last_of(season.public_id, PLAN, season.public_id),
        "word": reverse("paper_word", args=at),
        "paper_page": reverse("season_paper", args=at),
    }


@login_required
@or_show(_plan_page)
def plan(request: Any) -> HttpResponse:
    """Letterhead, motto, contents and the draft that holds them: one act, so that a refusal leaves all as it was."""
    if request.method != "POST":
        return _plan_page(request)
    require(may_found(request.actor))
    if (season := in_hand(request)) is None:
        raise refuse("begin.no_region")
    if (head := head_of(season)) is None:
        raise refuse("paper.needs_head")
    typed = Typed(request)
    letterhead = typed_letterhead(typed)
    motto = typed.text("motto", label=_("Phương châm"), most=400)
    contents = _typed_contents(typed)
    typed.check()
    told = acts.FirstPlan(
        letterhead, typed.whole("head_version"), composed(motto), contents, season_version=typed.whole("version")
    )
    acts.draft_first_plan(
        season, code=PLAN, told=told, fill=lambda written: fields_of(PLAN, written, written, head=head, on=today()),
        by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, reverse("begin_plan"), Sentence("begin.plan_drafted"))


def _typed_contents(typed: Typed) -> list[ContentPlan]:
    """A key content a line, without the number or dash of a pasted one; its short name is how it begins."""
    lines = typed.text("contents", label=_("Nội dung trọng tâm"), most=20_000).split("\n")
    texts = [text for line in lines if (text := BULLET.sub("", line).strip())]
    if len(texts) > MOST_CONTENTS:
        typed.faults.append(Sentence("begin.too_many_contents", most=MOST_CONTENTS))
    if too_long := next((text for text in texts if len(text) > MOST_TEXT), ""):
        typed.faults.append(Sentence("form.too_long", name=too_long[:40], most=MOST_TEXT))
    return [ContentPlan(number, text, _short(text)) for number, text in enumerate(texts, 1)]


def _short(text: str) -> str:
    """The first words, as many as a head of a table holds."""
    return text if len(text) <= MOST_SHORT else text[: MOST_SHORT - 1].rsplit(" ", 1)[0] + "…"
