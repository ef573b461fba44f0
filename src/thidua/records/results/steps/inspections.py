"""Writes a round of inspections over what was planned before, and sees that nobody looks at one's own."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.texts import composed
from thidua.core.workflow.inspecting import Team, own_interests
from thidua.records.directory.models import Person
from thidua.records.results.inspection_plan import InspectionPlan, TeamPlan, VisitPlan
from thidua.records.results.models import Inspection, InspectionContent, InspectionTeam, TeamMember, Visit
from thidua.records.results.queries.inspections import homes_of
from thidua.records.seasons.models import Membership


def write_plan(inspection: Inspection, plan: InspectionPlan, *, on: date) -> None:
    """Name, days, contents, teams and visits as they are given; what stood before goes, since nobody was told of it.

    Raises NotPossible naming every fault: people without a unit, own interests, units visited twice, days outside.
    """
    homes = homes_of([person for team in plan.teams for person in team.people], inspection.bloc_season.season, on=on)
    require_sound(plan, homes)
    inspection.name, inspection.ground = composed(plan.name), composed(plan.ground)
    inspection.from_on, inspection.until_on = plan.from_on, plan.until_on
    inspection.save()
    inspection.visits.all().delete()
    TeamMember.objects.filter(team__inspection=inspection).delete()
    inspection.teams.all().delete()
    inspection.contents.all().delete()
    InspectionContent.objects.bulk_create(
        InspectionContent(inspection=inspection, position=place, text=composed(one.text), key_content=one.key_content)
        for place, one in enumerate(plan.contents, 1)
    )
    teams = InspectionTeam.objects.bulk_create(
        InspectionTeam(inspection=inspection, number=number) for number, _ in enumerate(plan.teams, 1)
    )
    for row, team in zip(teams, plan.teams, strict=True):
        seat(row, team, homes)
    Visit.objects.bulk_create(
        Visit(
            inspection=inspection, team=teams[one.team - 1], membership=one.membership, on=one.on,
            place=composed(one.place),
        )
        for one in plan.visits
    )  # fmt: skip


def seat(row: InspectionTeam, team: TeamPlan, homes: dict[int, Membership]) -> None:
    """The people of a team, each with the unit from which they come."""
    TeamMember.objects.bulk_create(
        TeamMember(team=row, person=person, home=homes[person.pk], is_leader=person.pk == team.leader.pk)
        for person in dict.fromkeys(team.people)
    )


def require_sound(plan: InspectionPlan, homes: dict[int, Membership]) -> None:
    people = {person.pk: person for team in plan.teams for person in team.people}
    faults = [
        Sentence("inspection.person_without_unit", name=person.full_name)
        for person in people.values()
        if person.pk not in homes
    ]
    faults += [
        Sentence("inspection.no_such_team", number=one.team, unit=one.membership.short_name)
        for one in plan.visits
        if not 1 <= one.team <= len(plan.teams)
    ]
    faults += [
        Sentence("inspection.outside_the_round", unit=one.membership.short_name, on=one.on)
        for one in plan.visits
        if not plan.from_on <= one.on <= plan.until_on
    ]
    units = [one.membership.pk for one in plan.visits]
    faults += [
        Sentence("inspection.visited_twice", unit=one.membership.short_name)
        for place, one in enumerate(plan.visits)
        if one.membership.pk in units[:place]
    ]
    if plan.until_on < plan.from_on:
        faults.append(Sentence("inspection.backwards"))
    if faults:
        raise NotPossible(*faults)
    require_no_interest(list(plan.teams), list(plan.visits), homes)


def require_no_interest(teams: Sequence[TeamPlan], visits: Sequence[VisitPlan], homes: dict[int, Membership]) -> None:
    """Raises NotPossible naming who would look at the own unit, and which units would look at each other."""
    visited: dict[int, set[int]] = defaultdict(set)
    names: dict[int, str] = {home.unit_id: home.short_name for home in homes.values()}
    for one in visits:
        visited[one.team - 1].add(one.membership.unit_id)
        names[one.membership.unit_id] = one.membership.short_name
    reckoned = [
        Team(frozenset(homes[person.pk].unit_id for person in team.people), frozenset(visited[place]))
        for place, team in enumerate(teams)
    ]
    faults = []
    for found in own_interests(reckoned):
        who = tuple(_from(teams[found.team], found.home, homes))
        key = "inspection.own_unit" if found.is_own else "inspection.in_return"
        told = {"home": names[found.home], "visited": names[found.visited]}
        faults.append(Sentence(key, who=who, team=found.team + 1, **told))
    if faults:
        raise NotPossible(*faults)


def _from(team: TeamPlan, unit: int, homes: dict[int, Membership]) -> list[str]:
    return [person.full_name for person in dict.fromkeys(team.people) if homes[person.pk].unit_id == unit]


def require_complete(inspection: Inspection) -> None:
    """Raises NotPossible with what a round lacks before it can be announced."""
    missing = [
        key
        for key, rows in (
            ("inspection.needs_contents", inspection.contents),
            ("inspection.needs_teams", inspection.teams),
            ("inspection.needs_visits", inspection.visits),
        )
        if not rows.exists()
    ]
    if missing:
        raise NotPossible(*(Sentence(key) for key in missing))
    empty = inspection.teams.exclude(pk__in=inspection.visits.values("team")).values_list("number", flat=True)
    if empty:
        raise refuse("inspection.idle_team", number=empty[0])


def people_of(teams: Sequence[InspectionTeam]) -> list[Person]:
    """Everybody who is in one of the teams now, once."""
    members = TeamMember.objects.filter(team__in=teams, left_at=None).values("person")
    return list(Person.objects.filter(pk__in=members))


def written_day(on: date) -> str:
    """A day in a notice, which keeps its values as text."""
    return f"{on.day}/{on.month}/{on.year}"
