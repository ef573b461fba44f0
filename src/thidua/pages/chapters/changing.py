"""A chapter gets another name, or ends: from a day, with the reason."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, require
from thidua.pages.chapters.finding import trail_to_chapter
from thidua.pages.chapters.views import chapter_page
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.directory.models import YouthChapter
from thidua.records.results.access.chapters import chapter_for, may_change
from thidua.records.results.actions.chapters import end_chapter, rename_chapter
from thidua.records.seasons.models import Membership


def _changing(request: Any, cluster: str, season: str, chapter: str) -> tuple[YouthChapter, Membership]:
    found, member = chapter_for(request.actor, cluster, season, chapter, on=today())
    require(may_change(request.actor, found, member, on=today()))
    return found, member


def _since_and_why(typed: Typed, day: str, why: str) -> tuple[date | None, str]:
    return typed.day(day, label=_("Từ ngày")), typed.text(why, label=_("Lý do"), most=1000)


@require_POST
@login_required
@or_show(chapter_page)
def rename(request: Any, cluster: str, season: str, chapter: str) -> HttpResponse:
    (found, member), typed = _changing(request, cluster, season, chapter), Typed(request)
    name = typed.text("new_name", label=_("Tên mới"), most=200)
    on, why = _since_and_why(typed, "named_on", "named_because")
    typed.check()
    assert on is not None
    rename_chapter(found, member=member, name=name, on=on, because=why, by=request.actor, at=now(), key=typed.key)
    return done(request, trail_to_chapter(found, member)[-1][1], Sentence("chapter.renamed"))


@require_POST
@login_required
@or_show(chapter_page)
def end(request: Any, cluster: str, season: str, chapter: str) -> HttpResponse:
    (found, member), typed = _changing(request, cluster, season, chapter), Typed(request)
    on, why = _since_and_why(typed, "ended_on", "ended_because")
    typed.check()
    assert on is not None
    end_chapter(found, member=member, on=on, because=why, by=request.actor, at=now(), key=typed.key)
    return done(request, trail_to_chapter(found, member)[-1][1], Sentence("chapter.ended"))
