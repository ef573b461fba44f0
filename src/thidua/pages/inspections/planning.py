"""A round written down on one page: contents, teams of people, units to be visited; and a team changed later."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import NotPossible, Sentence, Unknown, refuse, require
from thidua.core.workflow.inspecting import PlanState
from thidua.pages.inspections.finding import At, trail_to_list, trail_to_round
from thidua.pages.seasons.rows import filled_rows, shown_rows, wants_more
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.directory.models import Person
from thidua.records.directory.naming import BETWEEN, person_named, unit_named, written, written_post
from thidua.records.results.access.inspections import may_plan
from thidua.records.results.actions.inspections import amend_inspection, change_team, plan_inspection
from thidua.records.results.inspection_plan import InspectionPlan, LookedAt, TeamPlan, VisitPlan
from thidua.records.results.models import Inspection, InspectionTeam
from thidua.records.results.queries.inspections import teams_of, visits_of
from thidua.records.seasons.access import bloc_for
from thidua.records.seasons.models import BlocSeason, Membership
from thidua.records.seasons.queries.frame import members_of
from thidua.records.seasons.queries.roles import likely_holders

T = TypeVar("T")
OFFERED_AT_MOST = 200
TEAM_FIELDS = ("leader", "members")
VISIT_FIELDS = ("unit", "team", "on", "place")


def _bloc(request: Any, cluster: str, season: str, bloc: str) -> BlocSeason:
    found = bloc_for(request.actor, cluster, season, bloc, to="season.read", on=today())
    require(may_plan(request.actor, found, on=today()))
    return found


def _plan_page(request: Any, cluster: str, season: str, bloc: str, inspection: str = "") -> HttpResponse:
    on, found = today(), _bloc(request, cluster, season, bloc)
    planned = At(cluster, season, bloc, inspection).inspection(request.actor) if inspection else None
    if planned is not None and planned.at_state is not PlanState.DRAFT:
        raise refuse("inspection.is_announced")
    is_sent = request.method == "POST"
    kept = _kept(planned) if planned else {"numbers": _measured_in(found)}
    return page(
        request,
        "inspections/plan.html",
        bloc=found,
        inspection=planned,
        form=filled(request, **kept),
        contents=found.season.contents.all(),
        ticked=request.POST.getlist("content") if is_sent else kept["numbers"],
        teams=shown_rows(request, TEAM_FIELDS, _kept_teams(planned), "teams"),
        visits=shown_rows(request, VISIT_FIELDS, _kept_visits(planned), "visits"),
        people=[written_post(post) for post in likely_holders(found.season, on=on)[:OFFERED_AT_MOST]],
        units=[written(member.unit) for member in members_of(found).filter(left_on=None)[:OFFERED_AT_MOST]],
        trail=trail_to_round(planned) if planned else trail_to_list(found.season),
        here="season",
    )


def _measured_in(bloc: BlocSeason) -> list[str]:
    """Numbers of the key contents that the bloc has indicators for: what a new round begins with."""
    numbers = bloc.indicators.order_by("content__number").values_list("content__number", flat=True).distinct()
    return [str(number) for number in numbers]


def _kept(planned: Inspection) -> dict[str, Any]:
    contents = list(planned.contents.select_related("key_content"))
    return {
        "name": planned.name,
        "ground": planned.ground,
        "from_on": day(planned.from_on),
        "until_on": day(planned.until_on),
        "numbers": [str(one.key_content.number) for one in contents if one.key_content],
        "own": "\n".join(one.text for one in contents if one.key_content is None),
        "version": planned.version,
    }


def _kept_teams(planned: Inspection | None) -> list[dict[str, Any]]:
    return [_named(team) for team in teams_of(planned)] if planned else []


def _named(team: InspectionTeam) -> dict[str, str]:
    names = [f"{one.person.full_name}{BETWEEN}{one.home.short_name}" for one in team.people]  # type: ignore[attr-defined]
    return {"leader": names[0] if names else "", "members": "\n".join(names[1:])}


def _kept_visits(planned: Inspection | None) -> list[dict[str, Any]]:
    if planned is None:
        return []
    return [
        {"unit": written(one.membership.unit), "team": one.team.number, "on": day(one.on), "place": one.place}
        for one in visits_of(planned)
    ]


@login_required
@or_show(_plan_page)
def new_inspection(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _plan_page(request, cluster, season, bloc)
    found, typed = _bloc(request, cluster, season, bloc), Typed(request)
    plan = _typed_plan(request, typed, found)
    planned = plan_inspection(found, plan=plan, by=request.actor, at=now(), key=typed.key)
    at = reverse("inspection", args=(cluster, season, bloc, planned.public_id))
    return done(request, at, Sentence("inspection.saved"))


@login_required
@or_show(_plan_page)
def amend(request: Any, cluster: str, season: str, bloc: str, inspection: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _plan_page(request, cluster, season, bloc, inspection)
    found, typed = _bloc(request, cluster, season, bloc), Typed(request)
    at = At(cluster, season, bloc, inspection)
    plan = _typed_plan(request, typed, found)
    amend_inspection(
        at.inspection(request.actor), plan=plan, seen_version=typed.whole("version"), by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip
    return done(request, at.page("inspection"), Sentence("inspection.saved"))


def _typed_plan(request: Any, typed: Typed, bloc: BlocSeason) -> InspectionPlan:
    """Raises NotPossible with every fault of the form."""
    name = typed.text("name", label=_("Tên đợt"))
    ground = typed.text("ground", label=_("Căn cứ"), most=300, required=False)
    from_on, until_on = typed.day("from_on", label=_("Từ ngày")), typed.day("until_on", label=_("Đến ngày"))
    own = typed.text("own", label=_("Nội dung riêng"), most=4000, required=False).splitlines()
    numbers = set(request.POST.getlist("content"))
    contents = [
        LookedAt(one.text[:500], one) for one in bloc.season.contents.all() if str(one.number) in numbers
    ]  # fmt: skip
    contents += [LookedAt(line.strip()[:500]) for line in own if line.strip()]
    teams = [_team(typed, n) for n in filled_rows(request, TEAM_FIELDS, "teams")]
    visits = [_visit(typed, n, bloc) for n in filled_rows(request, ("unit",), "visits")]
    typed.check()
    assert from_on is not None
    assert until_on is not None
    return InspectionPlan(
        name, from_on, until_on, ground, tuple(contents), tuple(one for one in teams if one is not None),
        tuple(one for one in visits if one is not None),
    )  # fmt: skip


def _team(typed: Typed, n: int) -> TeamPlan | None:
    leader = typed.text(f"leader-{n}", label=_("Đoàn số {n}, Trưởng đoàn").format(n=n + 1))
    lines = typed.text(f"members-{n}", label=_("Đoàn số {n}, Thành viên").format(n=n + 1), most=2000, required=False)
    return typed_team(typed, leader, lines.splitlines())


def typed_team(typed: Typed, leader: str, members: Iterable[str]) -> TeamPlan | None:
    names = [leader, *(line.strip() for line in members if line.strip())] if leader else []
    people = [_read(typed, lambda name=name: _person(name)) for name in names]  # type: ignore[misc]
    known = [person for person in people if person is not None]
    return TeamPlan(known[0], tuple(known[1:])) if known and len(known) == len(names) else None


def _person(name: str) -> Person:
    return person_named(name, on=today())


def _visit(typed: Typed, n: int, bloc: BlocSeason) -> VisitPlan | None:
    line = n + 1
    unit = typed.text(f"unit-{n}", label=_("Dòng {n}, Đơn vị").format(n=line))
    on: date | None = typed.day(f"on-{n}", label=_("Dòng {n}, Ngày").format(n=line))
    place = typed.text(f"place-{n}", label=_("Dòng {n}, Nơi làm việc").format(n=line), required=False)
    member = _read(typed, lambda: _member(unit, bloc)) if unit else None
    if member is None or on is None:
        return None
    return VisitPlan(member, typed.whole(f"team-{n}") or 1, on, place)


def _member(typed: str, bloc: BlocSeason) -> Membership:
    unit = unit_named(typed)
    member = Membership.objects.filter(bloc_season=bloc, unit=unit, left_on=None).select_related("unit").first()
    if member is None:
        raise NotPossible(Sentence("inspection.not_in_bloc", unit=unit.short_name))
    return member


def _read(typed: Typed, ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except NotPossible as fault:
        typed.faults.extend(fault.sentences)
        return None


def _team_page(request: Any, cluster: str, season: str, bloc: str, inspection: str, number: int) -> HttpResponse:
    found = _bloc(request, cluster, season, bloc)
    planned = At(cluster, season, bloc, inspection).inspection(request.actor)
    asked = _team_at(teams_of(planned), number)
    return page(
        request,
        "inspections/team.html",
        bloc=found,
        inspection=planned,
        team=asked,
        form=filled(request, **_named(asked)),
        people=[written_post(post) for post in likely_holders(found.season, on=today())[:OFFERED_AT_MOST]],
        trail=trail_to_round(planned),
        here="season",
    )


def _team_at(teams: Sequence[InspectionTeam], number: int) -> InspectionTeam:
    found = next((team for team in teams if team.number == number), None)
    if found is None:
        raise Unknown
    return found


@login_required
@or_show(_team_page)
def team(request: Any, cluster: str, season: str, bloc: str, inspection: str, number: int) -> HttpResponse:
    if request.method != "POST":
        return _team_page(request, cluster, season, bloc, inspection, number)
    _bloc(request, cluster, season, bloc)
    at, typed = At(cluster, season, bloc, inspection), Typed(request)
    asked = _team_at(teams_of(at.inspection(request.actor)), number)
    leader = typed.text("leader", label=_("Trưởng đoàn"))
    members = typed.text("members", label=_("Thành viên"), most=2000, required=False)
    because = typed.text("because", label=_("Lý do"), most=500)
    people = typed_team(typed, leader, members.splitlines())
    typed.check()
    assert people is not None
    change_team(asked, people=people, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, at.page("inspection"), Sentence("inspection.team_changed"))
