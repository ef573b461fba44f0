"""Step 2: the cluster with its year, the blocs as the list gives them, the head's unit; taken back as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.clusters import heads_of
from thidua.core.texts import composed
from thidua.pages.beginning.strip import frame, in_hand
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.slugs import slug_of
from thidua.records.directory.models import Unit
from thidua.records.directory.naming import unit_named
from thidua.records.directory.queries.lists import last_applied
from thidua.records.papers.steps import Shown
from thidua.records.runs.models import StagedRow
from thidua.records.seasons.access import may_found
from thidua.records.seasons.actions.beginning import begin_region, withdraw_region
from thidua.records.seasons.beginning import Beginning
from thidua.records.seasons.models import Membership, Season
from thidua.records.seasons.plan import ClusterPlan
from thidua.records.seasons.queries.beginning import season_in_hand
from thidua.records.seasons.queries.roles import head_of

WITHOUT_BLOCS = "Khối thi đua"  # the one bloc of a list that names none; kept with the data
NEXT_YEAR_FROM = 11  # the month from which an office plans the year to come
SHOWN_ONE_BY_ONE = 200  # units of a list that a page offers and puts into blocs one by one


@dataclass(frozen=True)
class Listed:
    """The units of the last list in its order, and by their keys the name of the bloc in which it puts each."""

    units: list[Unit]
    bloc_of: Mapping[int, str]

    @property
    def is_short(self) -> bool:
        """Whether the page shows its units one by one."""
        return len(self.units) <= SHOWN_ONE_BY_ONE

    @property
    def blocs(self) -> list[str]:
        return list(dict.fromkeys(self.bloc_of[unit.pk] for unit in self.units))


def _listed() -> Listed:
    run = last_applied()
    rows = StagedRow.objects.filter(file__run=run) if run else StagedRow.objects.none()
    named = {row.key: row.values.get("bloc") or WITHOUT_BLOCS for row in rows}
    there = {unit.code: unit for unit in Unit.objects.filter(code__in=named, dissolved_on=None)}
    units = [there[code] for code in named if code in there]
    return Listed(units, {unit.pk: named[unit.code] for unit in units})


def _usual_year() -> int:
    on = today()
    return on.year + 1 if on.month >= NEXT_YEAR_FROM else on.year


def _region_page(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    season, listed = in_hand(request), _listed()
    form = filled(
        request, year=_usual_year(), decision_dated_on="",
        **{f"bloc-{n}": name for n, name in enumerate(listed.blocs)},
    )  # fmt: skip
    return page(
        request,
        "beginning/region.html",
        form=form,
        listed=listed,
        offered=[(unit.slug, unit.name) for unit in listed.units] if listed.is_short else [],
        blocs=_bloc_rows(listed, form),
        places=_places(listed, form),
        **_standing(season),
        **frame("region", season),
    )


def _bloc_rows(listed: Listed, form: Mapping[str, Any]) -> list[dict[str, Any]]:
    counts = list(listed.bloc_of.values())
    return [
        {"n": n, "name": form.get(f"bloc-{n}", name), "count": counts.count(name)}
        for n, name in enumerate(listed.blocs)
    ]


def _places(listed: Listed, form: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each unit beside the bloc in which it is put; a long list stays as its file says."""
    if not listed.is_short or len(listed.blocs) < 2:
        return []
    order = {name: str(n) for n, name in enumerate(listed.blocs)}
    return [
        {"unit": unit, "bloc": form.get(f"unit-{unit.slug}", order[listed.bloc_of[unit.pk]])} for unit in listed.units
    ]


def _standing(season: Season | None) -> dict[str, Any]:
    if season is None:
        return {}
    members = Membership.objects.filter(bloc_season__season=season, left_on=None)
    return {
        "standing": [(bloc, members.filter(bloc_season=bloc).count()) for bloc in season.blocs.select_related("bloc")],
        "head": head_of(season),
    }


@login_required
@or_show(_region_page)
def region(request: Any) -> HttpResponse:
    """Who sends the form serves the season from now on."""
    if request.method != "POST":
        return _region_page(request)
    require(may_found(request.actor))
    typed = Typed(request)
    beginning = _typed(typed, _listed())
    season = begin_region(beginning=beginning, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("begin_calendar"), Sentence("begin.region_begun", name=season.cluster.name))


def _typed(typed: Typed, listed: Listed) -> Beginning:
    name = typed.text("name", label=_("Tên cụm, khu vực"), most=200)
    short_name = typed.text("short_name", label=_("Tên gọn"), most=80)
    usual = heads_of(name)
    head_word = typed.text("head_word", label=_("Gọi người đứng đầu là"), most=60, required=False) or usual[0]
    deputy_word = typed.text("deputy_word", label=_("Gọi cấp phó là"), most=60, required=False) or usual[1]
    year = typed.whole("year")
    if not 1990 <= year <= 2200:
        typed.wrong("year", Sentence("form.not_offered", typed=typed.values.get("year", "")[:40], name=_("Năm")))
    motto = typed.text("motto", label=_("Phương châm"), most=400, required=False)
    if not listed.units:
        typed.faults.append(Sentence("begin.no_list"))
    head = _typed_head(typed, listed)
    blocs = _typed_blocs(typed, listed)
    decision = _typed_decision(typed, head_word)
    typed.check()
    assert head is not None
    cluster = ClusterPlan(
        slug_of(short_name), composed(name), composed(short_name), composed(head_word), composed(deputy_word),
        tuple((slug_of(bloc), bloc) for bloc in blocs),
    )  # fmt: skip
    members = {slug_of(bloc): units for bloc, units in blocs.items()}
    return Beginning(cluster, members, year, composed(motto), head, decision)


def _typed_head(typed: Typed, listed: Listed) -> Unit | None:
    """One of a short list is chosen, one of a long list named by code or name."""
    slugs = {unit.slug: unit for unit in listed.units}
    if listed.is_short:
        return slugs.get(typed.choice("head", slugs, label=_("Đơn vị trưởng")))
    if not (line := typed.text("head", label=_("Đơn vị trưởng"), most=240)):
        return None
    try:
        found = unit_named(line)
    except NotPossible as refused:
        typed.faults.extend(refused.sentences)
        return None
    if found.slug not in slugs:
        typed.faults.append(Sentence("begin.not_listed", unit=found.name))
    return found


def _typed_blocs(typed: Typed, listed: Listed) -> dict[str, list[Unit]]:
    """Units by the name of their bloc; two blocs that are called the same become one, one without units none."""
    names = [
        typed.text(f"bloc-{n}", label=_("Tên khối {n}").format(n=n + 1), most=120) for n in range(len(listed.blocs))
    ]
    order = {name: n for n, name in enumerate(listed.blocs)}
    found: dict[str, list[Unit]] = {name: [] for name in dict.fromkeys(names) if name}
    same = {slug_of(name): name for name in reversed(found)}
    for unit in listed.units:
        asked = typed.values.get(f"unit-{unit.slug}", "")
        place = int(asked) if asked.isdigit() and int(asked) < len(names) else order[listed.bloc_of[unit.pk]]
        if names[place]:
            found[same[slug_of(names[place])]].append(unit)
    return {name: units for name, units in found.items() if units}


def _typed_decision(typed: Typed, head_word: str) -> Shown | None:
    """Number and day of the decision that names the head; None where it is not known yet."""
    number = typed.text("decision_number", label=_("Số quyết định"), most=60, required=False)
    dated_on = typed.day("decision_dated_on", label=_("Ngày quyết định"), required=False)
    if not number and dated_on is None:
        return None
    if not number or dated_on is None:
        typed.faults.append(Sentence("head.needs_decision"))
    return Shown(f"Quyết định cử {head_word}", number, dated_on)


@require_POST
@login_required
@or_show(_region_page)
def withdraw(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    if (season := season_in_hand(request.actor, on=today(), named=request.POST.get("season", ""))) is None:
        raise refuse("begin.no_region")
    withdraw_region(season, by=request.actor, at=now(), key=Typed(request).key)
    return done(request, reverse("begin_region"), Sentence("begin.region_withdrawn", name=season.cluster.name))
