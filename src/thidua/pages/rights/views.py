"""Who may do what: the whole grid, or what one role may at one stage."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.library import rights
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.core.workflow.stages import ORDER, Stage
from thidua.pages.rights.rows import COLUMNS, ELSEWHERE, IN_THE_SEASON, IN_THE_UNIT, groups_of
from thidua.pages.shared.request import page
from thidua.records.directory.access import may


@require_safe
@login_required
def rights_page(request: Any) -> HttpResponse:
    require(may(request.actor, "rights.read"))
    asked, at = request.GET.get("vai", ""), request.GET.get("giai-doan", "")
    role, stage = asked if asked in COLUMNS else "", Stage(at) if at in ORDER else None
    places = [(_("Phần việc trong năm"), IN_THE_SEASON), (_("Ở đơn vị của việc ấy"), IN_THE_UNIT)]
    shown = [(place, roles) for place, roles in (*places, (_("Những người khác"), ELSEWHERE)) if not role]
    return page(
        request,
        "rights/rights.html",
        groups=groups_of(rights(), [role] if role else COLUMNS, stage),
        columns=[role] if role else COLUMNS,
        places=shown,
        role=role,
        stage=stage or "",
        roles=[(one, say(Sentence(f"role.{one}"))) for one in COLUMNS],
        stages=[(one.value, say(Sentence(f"stage.{one}"))) for one in ORDER],
        here="season",
    )
