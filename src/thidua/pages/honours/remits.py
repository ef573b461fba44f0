"""Whose own texts hold for a unit: said by the administrator, or by the secretariat of one of its seasons."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.base.law import law
from thidua.core.answer import Sentence, require
from thidua.pages.law.roads import authority_names
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.awards.access import may_set_remit
from thidua.records.awards.actions import set_remit
from thidua.records.awards.models import Remit
from thidua.records.awards.queries.remits import remit_of
from thidua.records.directory.access import unit_for
from thidua.records.directory.models import Unit

SAVED = ("honours.remit_set",)


def _page(request: Any, unit: str) -> HttpResponse:
    found = _unit(request, unit)
    remit = remit_of(found) or Remit(unit=found, version=0)
    kept = {"main_road": remit.main_road, "second_road": remit.second_road}
    return page(
        request,
        "honours/remit.html",
        unit=found,
        form=filled(request, **kept),
        begun=begun_with(request, remit, _fields(remit), saved=SAVED),
        options=_options(),
        trail=[(_("Danh bạ"), reverse("units")), (found.short_name, reverse("unit", args=(unit,)), "vi")],
        here="directory",
    )


def _unit(request: Any, slug: str) -> Unit:
    found = unit_for(request.actor, slug)
    require(may_set_remit(request.actor, found, on=today()))
    return found


def _options() -> list[tuple[str, str]]:
    return list(authority_names(law().authorities).items())


def _fields(remit: Remit) -> list[Field]:
    words = {"": _("không có"), **dict(_options())}
    return [
        Field("main_road", _("Cơ quan thứ nhất"), remit.main_road, words),
        Field("second_road", _("Cơ quan thứ hai"), remit.second_road, words),
    ]


@login_required
@or_show(_page)
def unit_remit(request: Any, unit: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, unit)
    found, typed = _unit(request, unit), Typed(request)
    typed.settle(_fields(remit_of(found) or Remit(unit=found, version=0)))
    offered = ["", *law().authorities]
    main_road = typed.choice("main_road", offered, label=_("Cơ quan thứ nhất"))
    second_road = typed.choice("second_road", offered, label=_("Cơ quan thứ hai"))
    typed.check()
    set_remit(
        found, main_road=main_road, second_road=second_road, seen_version=typed.whole("version"), by=request.actor,
        at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, reverse("unit", args=(unit,)), Sentence("honours.remit_was_set", unit=found.name))
