"""Writes who leads a year that is begun, and takes the year away again."""

from datetime import date, datetime, timedelta

from thidua.core.actor import PostKind
from thidua.core.answer import refuse
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries import in_force, leader_of
from thidua.records.directory.steps.lists import take_away
from thidua.records.directory.steps.posts import give_post
from thidua.records.seasons.beginning import Beginning
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Season, SeasonRole
from thidua.records.seasons.steps.blocs import write_members
from thidua.records.seasons.steps.heads import write_head

TITLE = "Cán bộ thường trực thi đua"  # of who begins and holds no post in the head's unit yet


def write_first_head(season: Season, asked: Beginning, *, on: date) -> SeasonRole:
    """The leader of the unit whose turn it is. Raises NotPossible where the directory knows no leader of it."""
    leader = leader_of(asked.head, on=on)
    if leader is None:
        raise refuse("begin.head_without_leader", unit=asked.head.name)
    if asked.decision is not None:
        return write_head(season, Heading(leader.person, asked.head, asked.decision), from_on=None, on=on)
    return SeasonRole.objects.create(
        season=season, role=SeasonRole.Role.HEAD, person=leader.person, unit=asked.head, from_on=None
    )


def write_first_secretary(season: Season, person: Person, unit: Unit, *, on: date) -> tuple[SeasonRole, Post | None]:
    """Who begins serves the season for the head's unit, with a post in it from that day if there was none."""
    post = None
    if not unit.posts.filter(in_force(on), person=person).exists():
        post = give_post(person, unit, kind=PostKind.OFFICER, title=TITLE, from_on=on, brought_by=season.token)
    role = SeasonRole.objects.create(
        season=season, role=SeasonRole.Role.SECRETARIAT, person=person, unit=unit, from_on=None
    )
    return role, post


def take_back(season: Season, *, on: date, at: datetime) -> None:
    """The season is as if never planned: no members, nobody with a part in it, nor the post that came with a part."""
    for bloc in season.blocs.all():
        write_members(bloc, [])
    season.roles.filter(until_on=None).update(until_on=on - timedelta(days=1))
    take_away(season.token, at=at)
    season.withdrawn_at = at
    season.save(update_fields=["withdrawn_at"])
