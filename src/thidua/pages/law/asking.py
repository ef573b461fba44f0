"""Vì sao đủ / chưa đủ điều kiện: a person's and a unit's standing towards all awards, and the reasons for one."""

import json
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

import thidua
from thidua.base.clock import now, today
from thidua.base.law import law, register
from thidua.base.wording import say
from thidua.core.answer import Unknown
from thidua.core.law.cases import last_closed
from thidua.core.law.explain import Explanation
from thidua.core.law.history import GROUPS, Asked, History, row_of
from thidua.core.law.written import as_written
from thidua.pages.honours.asks import FACT, PROFILE
from thidua.pages.law.days import Day, day_of, years_offered
from thidua.pages.law.ladder import ladder_of
from thidua.pages.law.listing import address_on
from thidua.pages.law.of_units import Ended, NotRated, ended, not_rated
from thidua.pages.law.roads import Road, road_of
from thidua.pages.law.sight import in_sight
from thidua.pages.law.standing import shelves, standings
from thidua.pages.law.words import named, plain
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import page
from thidua.records.awards.access import may_keep, may_know_profile, may_read_people, person_for, unit_for
from thidua.records.awards.queries.entries import has_profile
from thidua.records.awards.queries.history import history_of_person, history_of_unit
from thidua.records.awards.queries.remits import roads_of
from thidua.records.directory.models import Person, Unit
from thidua.records.journal.steps import note_access

Trail = list[tuple[str, str] | tuple[str, str, str]]


@dataclass(frozen=True)
class Whose:
    """Whom is asked about: the name as it is kept, the history, the addresses of the list and of what is around it.

    `record` is that of the record of honours, from which all is reckoned.
    """

    found: Person | Unit
    name: str
    history: History
    here: str
    trail: Trail
    record: str
    road: Road

    @property
    def note(self) -> str:
        """Where the forms of entries lie."""
        return f"{self.record}/ghi"

    def why(self, award: str) -> str:
        return f"{self.here}/{award}"


def _person(request: Any, public_id: str) -> Whose:
    """Whoever asks is noted, as on the person's own page."""
    found: Person = person_for(request.actor, public_id, on=today())
    note_access("read_person", by=request.actor, at=now(), method="GET", address=request.path)
    trail: Trail = [(_("Danh bạ"), reverse("units")), (found.full_name, reverse("person", args=(public_id,)), "vi")]
    here = reverse("person_standing", args=(public_id,))
    record = reverse("person_honours", args=(public_id,))
    on = day_of(request).on
    road = road_of(request, roads_of(found, on=on))
    return Whose(found, found.full_name, history_of_person(found, on=on), here, trail, record, road)


def _unit(request: Any, found: Unit) -> Whose:
    trail: Trail = [(_("Danh bạ"), reverse("units")), (found.short_name, reverse("unit", args=(found.slug,)), "vi")]
    here, record = (reverse(name, args=(found.slug,)) for name in ("unit_standing", "unit_honours"))
    on = day_of(request).on
    road = road_of(request, roads_of(found, on=on))
    return Whose(found, found.name, history_of_unit(found, on=on), here, trail, record, road)


def _asked(request: Any, history: History, day: Day) -> Asked:
    """`nam=` of those offered; without it the last year that is over, or is rated already."""
    typed = request.GET.get("nam", "")
    offered = {str(year): year for year in years_offered(day)}
    return Asked(offered.get(typed, last_closed(history, day.on.year)), day.on)


def _query(asked: Asked, road: Road) -> str:
    return f"?nam={asked.year}&ngay={asked.on.isoformat()}{road.query}"


def _serving(whose: Whose) -> str:
    """Where a person's long service is reckoned; units have none."""
    return reverse("person_serving", args=(whose.found.public_id,)) if isinstance(whose.found, Person) else ""


def _served(whose: Whose, day: Day) -> str:
    """Where the months of posts are reckoned that a way of long service asks for."""
    there = _serving(whose)
    return f"{there}?ngay={day.on.isoformat()}#ket-qua" if there else ""


def _standing(request: Any, whose: Whose, *, sweep_href: str = "") -> HttpResponse:
    day = day_of(request)
    asked = _asked(request, whose.history, day)
    sights = list(in_sight(law(), register(), whose.history, asked, whose.road.code))
    return page(
        request,
        "law/standing.html",
        whose=whose,
        day=day,
        year=asked.year,
        years=[(year, year) for year in years_offered(day)],
        shelves=shelves(standings(law(), register(), whose.history, asked, whose.road.code)),
        sights=[one for one in sights if not one.is_judged],
        judged=[one for one in sights if one.is_judged],
        query=_query(asked, whose.road),
        road=whose.road,
        sweep_href=sweep_href,
        ended=_ended(whose, "unit_standing"),
        serving_href=_serving(whose),
        trail=whose.trail,
        here="directory",
    )


def _why(request: Any, whose: Whose, award: str) -> HttpResponse:
    day = day_of(request)
    asked = _asked(request, whose.history, day)
    found = _explained(whose, award, asked)
    return page(
        request,
        "law/why.html",
        whose=whose,
        award=named(register()[award].name),
        title=plain(register()[award].name),
        **_notes(request, whose, asked),
        ended=_ended(whose, "unit_standing"),
        not_rated=_not_rated(request, whose, asked, found),
        serving_href=_served(whose, day),
        law_href=address_on(register()[award], whose.history.kind, day.on),
        sights=[
            one
            for one in in_sight(law(), register(), whose.history, asked, whose.road.code)
            if one.award.code == award and not one.is_judged
        ],
        file_href=f"{whose.why(award)}/tep{_query(asked, whose.road)}",
        road=whose.road,
        day=day,
        year=asked.year,
        years=[(year, year) for year in years_offered(day)],
        ladder=ladder_of(found, law(), _known(request, whose), register()) if found else None,
        trail=[*whose.trail, (_("Điều kiện khen thưởng"), whose.here + _query(asked, whose.road))],
        here="directory",
    )


def _ended(whose: Whose, page: str) -> Ended | None:
    return ended(whose.found, page) if isinstance(whose.found, Unit) else None


def _not_rated(request: Any, whose: Whose, asked: Asked, found: Explanation | None) -> NotRated | None:
    if found is None or not isinstance(whose.found, Unit):
        return None
    return not_rated(request, whose.found, whose.history, asked, found.standard)


def _notes(request: Any, whose: Whose, asked: Asked) -> dict[str, str]:
    """The forms that enter what nobody has said yet; they lead back here. Who does not keep the record has none."""
    if not may_keep(request.actor, whose.found, on=today()).is_yes:
        return {}
    back = urlencode({"nam": asked.year, "next": request.get_full_path()})
    found = {"note_href": f"{whose.note}/{FACT}?{back}&viec="}
    if isinstance(whose.found, Person) and not has_profile(whose.found):
        found["profile_href"] = f"{whose.note}/{PROFILE}?{back}"
    return found


def _known(request: Any, whose: Whose) -> History:
    """The history as the reader may know it."""
    if may_know_profile(request.actor, whose.found, on=today()):
        return whose.history
    return replace(whose.history, group=GROUPS[0], female=False)


def _explained(whose: Whose, award: str, asked: Asked) -> Explanation | None:
    if award not in register() or whose.history.kind not in register()[award].to:
        raise Unknown
    return law().explanation(award, whose.history, asked, whose.road.code)


def _answer(request: Any, whose: Whose, award: str) -> HttpResponse:
    """The answer to keep: what the page says, with the columns that it was reckoned from, to be compared years on."""
    asked = _asked(request, whose.history, day_of(request))
    if (found := _explained(whose, award, asked)) is None:
        raise Unknown
    row = row_of(whose.history, asked)
    if not may_know_profile(request.actor, whose.found, on=today()):
        row = {name: value for name, value in row.items() if not name.startswith("group.")}
    written = as_written(found, law(), row, version=thidua.__version__, say=say)
    content = json.dumps({"name": whose.name, "authority": whose.road.code, **written}, ensure_ascii=False, indent=2)
    return sent(
        content.encode(), "application/json; charset=utf-8", f"{award.lower().replace('_', '-')}-{asked.year}.json"
    )


@require_safe
@login_required
def person_standing(request: Any, person: str) -> HttpResponse:
    return _standing(request, _person(request, person))


@require_safe
@login_required
def unit_standing(request: Any, unit: str) -> HttpResponse:
    found = unit_for(request.actor, unit, on=today())
    reads_people = may_read_people(request.actor, found, on=today()).is_yes
    return _standing(
        request, _unit(request, found), sweep_href=reverse("unit_sweep", args=(unit,)) if reads_people else ""
    )


@require_safe
@login_required
def person_why(request: Any, person: str, award: str) -> HttpResponse:
    return _why(request, _person(request, person), award)


@require_safe
@login_required
def unit_why(request: Any, unit: str, award: str) -> HttpResponse:
    return _why(request, _unit(request, unit_for(request.actor, unit, on=today())), award)


@require_safe
@login_required
def person_answer(request: Any, person: str, award: str) -> HttpResponse:
    return _answer(request, _person(request, person), award)


@require_safe
@login_required
def unit_answer(request: Any, unit: str, award: str) -> HttpResponse:
    return _answer(request, _unit(request, unit_for(request.actor, unit, on=today())), award)
