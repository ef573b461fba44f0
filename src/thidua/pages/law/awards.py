"""All awards by their kinds: which there are, whose level decides, for which some text says what is asked."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.core.law.register import Level
from thidua.pages.law.days import day_of
from thidua.pages.law.downloads import awards_table
from thidua.pages.law.listing import SORTS, listed, wanted_by
from thidua.pages.law.words import KINDS, kind_name
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.awards.access import may_sweep
from thidua.records.directory.access import may


def _sorts() -> list[tuple[str, str]]:
    return [("danh-hieu", _("Danh hiệu thi đua")), ("hinh-thuc", _("Hình thức khen thưởng"))]


@require_safe
@login_required
def awards_page(request: Any) -> HttpResponse:
    require(may(request.actor, "law.read"))
    wanted, day = wanted_by(request), day_of(request)
    rows = listed(wanted, day)
    groups = [(name, [row for row in rows if row.award.is_title is SORTS[key]]) for key, name in _sorts()]
    return page(
        request,
        "law/awards.html",
        groups=[(name, held) for name, held in groups if held],
        wanted=wanted,
        day=day,
        kinds=[(word, kind_name(kind)) for kind, word in KINDS.items()],
        sorts=_sorts(),
        levels=[(level.value, say(Sentence(f"law.award_level.{level}"))) for level in Level],
        query=request.GET.urlencode(),
        may_sweep=may_sweep(request.actor, on=today()).is_yes,
        here="law",
    )


@require_safe
@login_required
def workbook(request: Any) -> HttpResponse:
    require(may(request.actor, "law.read"))
    return as_xlsx(awards_table(listed(wanted_by(request), day_of(request))))
