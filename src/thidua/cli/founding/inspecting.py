"""Rounds of cross-inspections: planned, announced, visited on their days, answered, closed."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, rows, table
from thidua.core.actor import Actor
from thidua.core.workflow.inspecting import Outcome
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.papers.steps import Shown
from thidua.records.results.actions import points, visits
from thidua.records.results.actions.inspections import announce_inspection, close_inspection, plan_inspection
from thidua.records.results.inspection_plan import InspectionPlan, LookedAt, TeamPlan, VisitPlan
from thidua.records.results.models import Inspection, Visit, VisitFinding
from thidua.records.seasons.models import BlocSeason, KeyContent, Membership, Season

Told = Mapping[str, Any]
FIRST_FINDING, MINUTES, WORD = timedelta(hours=1), timedelta(hours=6), timedelta(hours=2)


def events(cast: Cast, season: Season) -> list[Event]:
    """Every round, each of its visits with findings, minutes and what the unit answered, on their days."""
    happening: list[Event] = []
    for told in table("inspections")["rounds"]:
        planned, announced, closed = (moment(told[name]) for name in ("planned", "announced", "closed"))
        happening.append((planned, _planned(cast, season, told, planned)))
        happening.append((announced, _announced(cast, season, told, announced)))
        happening.append((closed, _closed(cast, season, told, closed)))
        for visit in told["visits"]:
            happening += _visit(cast, season, told, visit)
    return happening


def _secretary(cast: Cast, at: datetime) -> Actor:
    return cast.actor(table("season")["roles"]["secretariat"][0], local_day(at))


def _key(told: Told, *more: object) -> str:
    return ":".join(["demo:inspection", told["slug"], *map(str, more)])


def _planned(cast: Cast, season: Season, told: Told, at: datetime) -> Callable[[], object]:
    def plan() -> object:
        bloc = BlocSeason.objects.get(season=season, bloc__slug=told["bloc"])
        contents = {one.number: one for one in KeyContent.objects.filter(season=season)}
        looked_at = tuple(
            LookedAt(contents[one].text, contents[one]) if isinstance(one, int) else LookedAt(one)
            for one in told["contents"]
        )
        teams = tuple(TeamPlan(cast.people[a], tuple(cast.people[b] for b in more)) for a, *more in told["teams"])
        planned = tuple(
            VisitPlan(_member(cast, season, one["unit"]), one["team"], day(one["on"]), one["place"])
            for one in told["visits"]
        )
        whole = InspectionPlan(
            told["name"], day(told["from"]), day(told["until"]), told["ground"], looked_at, teams, planned
        )
        return plan_inspection(bloc, plan=whole, by=_secretary(cast, at), at=at, key=_key(told, "plan"))

    return plan


def _member(cast: Cast, season: Season, unit: str) -> Membership:
    return Membership.objects.get(bloc_season__season=season, unit=cast.units[unit])


def _inspection(season: Season, told: Told) -> Inspection:
    return Inspection.objects.get(bloc_season__season=season, name=told["name"])


def _announced(cast: Cast, season: Season, told: Told, at: datetime) -> Callable[[], object]:
    return lambda: announce_inspection(
        _inspection(season, told), by=_secretary(cast, at), at=at, key=_key(told, "announce")
    )


def _closed(cast: Cast, season: Season, told: Told, at: datetime) -> Callable[[], object]:
    return lambda: close_inspection(_inspection(season, told), by=_secretary(cast, at), at=at, key=_key(told, "close"))


def _found(cast: Cast, season: Season, told: Told, visit: Told) -> Visit:
    return Visit.objects.select_related("inspection", "membership").get(
        inspection__name=told["name"], membership=_member(cast, season, visit["unit"])
    )


def _visit(cast: Cast, season: Season, told: Told, visit: Told) -> list[Event]:
    leader, *others = told["teams"][visit["team"] - 1]
    arrived, happening = moment(visit["on"]), list[Event]()

    def found() -> Visit:
        return _found(cast, season, told, visit)

    def key(*more: object) -> str:
        return _key(told, visit["unit"], *more)

    for place, one in enumerate(visit["findings"]):
        at = arrived + FIRST_FINDING + timedelta(minutes=20 * place)
        by = (others or [leader])[0]
        happening.append((at, _noted(cast, found, one, by, at, key("finding", place))))
        happening += _mended(cast, found, visit, one, leader, key)
    reported = moment(visit["reported"]) + MINUTES

    def report() -> object:
        return visits.report_visit(
            found(), conclusion=visit["conclusion"], seen_findings=len(visit["findings"]),
            by=cast.actor(leader, local_day(reported)), at=reported, key=key("report"),
        )  # fmt: skip

    happening.append((reported, report))
    if "word" in visit:
        at = max(moment(visit["word"]["on"]) + WORD, reported + WORD)
        happening.append((at, _word(cast, found, visit, at, key("word"))))
    return happening


def _noted(cast: Cast, found: Callable[[], Visit], one: Told, by: str, at: datetime, key: str) -> Callable[[], object]:
    def note() -> object:
        visit = found()
        return visits.note_finding(
            visit, content=visit.inspection.contents.get(position=one["content"]), outcome=Outcome(one["outcome"]),
            text=one["text"], due_on=day(one["due"]) if "due" in one else None, files=[],
            by=cast.actor(by, local_day(at)), at=at, key=key,
        )  # fmt: skip

    return note


def _paper(unit: str, cast: Cast, told: Told) -> SourcePaper:
    leader = f"{unit}:L1"
    post = next(row["post"] for row in rows("people") if row["code"] == leader)
    return SourcePaper(told["title"], told["number"], day(told["date"]), cast.people[leader].full_name, post)


def _own(unit: str) -> bool:
    return any(row["unit"] == unit and row["entry"] == "own" for row in rows("accounts"))


def _word(cast: Cast, found: Callable[[], Visit], visit: Told, at: datetime, key: str) -> Callable[[], object]:
    word, unit = visit["word"], visit["unit"]
    said = {"agrees": word["agrees"], "remark": word.get("remark", "")}
    if "paper" in word:
        return lambda: visits.answer_minutes_on_behalf(
            found(), **said, paper=_paper(unit, cast, word["paper"]), by=_secretary(cast, at), at=at, key=key
        )
    return lambda: visits.answer_minutes(found(), **said, by=cast.actor(f"{unit}:L1", local_day(at)), at=at, key=key)


def _mended(
    cast: Cast, found: Callable[[], Visit], visit: Told, one: Told, leader: str, key: Callable[..., str]
) -> list[Event]:
    """What the unit answered to a point, and how the team's leader closed it."""
    happening, unit = list[Event](), visit["unit"]

    def point() -> VisitFinding:
        return found().findings.get(content__position=one["content"], outcome=Outcome.MEND.value)

    if "answered" in one:
        answered, text = moment(one["answered"]), one["text_of_answer"]

        def answer() -> object:
            if not _own(unit):
                paper = _paper(unit, cast, one["paper"])
                by, name = _secretary(cast, answered), key("answer", one["content"])
                return points.answer_point_on_behalf(point(), text=text, paper=paper, by=by, at=answered, key=name)
            shown = Shown(one["paper"]["title"], one["paper"]["number"], day(one["paper"]["date"]))
            by = cast.actor(f"{unit}:O1", local_day(answered))
            return points.answer_point(
                point(), text=text, shown=shown, by=by, at=answered, key=key("answer", one["content"])
            )

        happening.append((answered, answer))
    if "closed" in one:
        closed = moment(one["closed"])
        happening.append((
            closed,
            lambda: points.close_point(
                point(), reply=one["reply"], by=cast.actor(leader, local_day(closed)), at=closed,
                key=key("close", one["content"]),
            ),
        ))  # fmt: skip
    return happening
