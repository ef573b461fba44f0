"""What a bloc's contents are measured by, by page: an indicator a row, until the bloc is launched."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.pages.seasons.bloc_frame import bloc_page, bloc_to_plan
from thidua.pages.seasons.rows import filled_rows, shown_rows, wants_more
from thidua.pages.shared.request import Typed, done, filled, or_show
from thidua.pages.shared.slugs import slug_of
from thidua.records.seasons.actions.blocs import set_indicators
from thidua.records.seasons.models import Indicator
from thidua.records.seasons.plan import IndicatorPlan

INDICATOR_FIELDS = (
    "code", "content", "name", "short_name", "unit_of_measure", "kind", "better", "aggregation", "source", "needs_file",
)  # fmt: skip


def _choices(words: str, choices: Any) -> list[tuple[str, str]]:
    return [(one.value, say(Sentence(f"{words}.{one.value}"))) for one in choices]


def _indicators_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_to_plan(request, cluster, season, bloc)
    kept = [
        {
            **{field: getattr(one, field) for field in INDICATOR_FIELDS},
            "content": one.content.number,
            "needs_file": "1" if one.needs_file else "",
        }
        for one in found.indicators.select_related("content")
    ]
    return bloc_page(
        request, "seasons/indicators.html", found, rows=shown_rows(request, INDICATOR_FIELDS, kept),
        form=filled(request, version=found.version), contents=found.season.contents.all(),
        kinds=_choices("indicator_kind", Indicator.Kind), betters=_choices("better", Indicator.Better),
        aggregations=_choices("aggregation", Indicator.Aggregation),
    )  # fmt: skip


@login_required
@or_show(_indicators_page)
def indicators(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _indicators_page(request, cluster, season, bloc)
    found, typed = bloc_to_plan(request, cluster, season, bloc), Typed(request)
    plans = [_indicator(typed, n) for n in filled_rows(request, ("code", "name", "short_name"))]
    typed.check()
    set_indicators(
        found, indicators=plans, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )
    said = Sentence("bloc.indicators_saved", count=len(plans))
    return done(request, reverse("bloc", args=(cluster, season, bloc)), said)


def _indicator(typed: Typed, n: int) -> IndicatorPlan:
    def label(column: str) -> str:
        return _("Dòng {n}, {column}").format(n=n + 1, column=column)

    name = typed.text(f"name-{n}", label=label(_("Tên chỉ số")), most=300)
    short_name = typed.text(f"short_name-{n}", label=label(_("Tên gọn")), most=60, required=False) or name[:60]
    code = typed.text(f"code-{n}", label=label(_("Mã")), most=40, required=False) or short_name
    return IndicatorPlan(
        code=slug_of(code, most=40),
        content=typed.whole(f"content-{n}"),
        name=name,
        short_name=short_name,
        unit_of_measure=typed.text(f"unit_of_measure-{n}", label=label(_("Đơn vị tính")), most=40),
        kind=typed.choice(f"kind-{n}", list(Indicator.Kind), label=label(_("Loại"))),
        better=typed.choice(f"better-{n}", list(Indicator.Better), label=label(_("Tốt khi"))),
        aggregation=typed.choice(f"aggregation-{n}", list(Indicator.Aggregation), label=label(_("Cách cộng kỳ"))),
        source=typed.text(f"source-{n}", label=label(_("Nguồn số liệu")), most=300, required=False),
        needs_file=typed.values.get(f"needs_file-{n}") == "1",
    )
