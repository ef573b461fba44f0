"""Questions about the frame: which parts an actor has, members in protocol order, due days."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from thidua.base.prepared import prepared
from thidua.base.remembered import remembered
from thidua.core.actor import Actor, PostKind
from thidua.core.answer import Unknown
from thidua.core.rights.scopes import ALL, DELEGATE, Scope, roles_by_letters
from thidua.core.workflow.stages import Stage, is_before
from thidua.records.accounts.queries import delegated_scopes, letters_in_force
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries import in_force
from thidua.records.directory.queries.descent import heirs_of, units_of_history
from thidua.records.seasons.models import (
    BlocSeason,
    Cluster,
    Indicator,
    Membership,
    Milestone,
    Period,
    Season,
    SeasonRole,
)

POST_ROLES = {
    PostKind.LEADER: "leader",
    PostKind.DEPUTY: "staff",  # a deputy signs only by a letter of delegation
    PostKind.OFFICER: "officer",
    PostKind.STAFF: "staff",
}


@remembered
def roles_of(actor: Actor, season: Season, *, on: date, unit: Unit | None = None) -> frozenset[str]:
    """The roles, in the words of the grid, that an actor has in a season and towards a unit in it.

    Parts in the season (head, deputy, …), `member` for a post in any member unit or below it, or in one that
    took over from a member, and for members towards `unit`: leader, officer or staff by post, delegate by letter,
    for all or a scope (core.rights.scopes). What a unit that has ended left open, the people of the unit that took
    over from it act on. A unit that stands and has left its bloc is no member any more.
    """
    roles = {"public"}
    if actor.is_signed_in or actor.is_administrator:
        roles.add("signed_in")
    if actor.is_administrator:
        roles.add("administrator")
    roles |= parts_held(actor, [season.pk], on=on).get(season.pk, set())
    if actor.posts and _memberships(units=list(actor.units), season=season.pk, on=on):
        roles.add("member")
    if unit is not None and "member" in roles:
        roles.update(_towards(actor, unit, on))
    return frozenset(roles)


def parts_held(actor: Actor, seasons: Collection[int], *, on: date) -> dict[int, set[str]]:
    """The actor's parts on a day, by key of the season; what eyes look with is read from no table."""
    found: dict[int, set[str]] = {}
    if actor.eyes is not None:
        eyes = actor.eyes
        return {eyes.season: {eyes.role}} if eyes.season in seasons and eyes.role in SeasonRole.Role else {}
    if actor.person is not None:
        for season, role in _parts(person=actor.person, seasons=list(seasons), on=on):
            found.setdefault(season, set()).add(role)
    return found


@prepared
def _parts(*, person: int, seasons: list[int], on: date) -> QuerySet[Any, Any]:
    parts = SeasonRole.objects.filter(in_force(on), season__in=seasons, person=person)
    return parts.order_by().values_list("season", "role")


@prepared
def _memberships(*, units: list[int], season: int, on: date) -> QuerySet[Any, Any]:
    members = Membership.objects.filter(staying(on), units_of_history(units), bloc_season__season=season)
    return members.order_by().values_list("pk")[:1]


@remembered
def scopes_by_letter(actor: Actor, *, on: date) -> dict[int, frozenset[Scope]]:
    """Units for which letters of delegation let the actor sign on a day, and what."""
    if actor.eyes is not None:
        return {actor.eyes.unit: ALL} if actor.eyes.role == DELEGATE and actor.eyes.unit else {}
    found: dict[int, frozenset[Scope]] = {}
    for letter in letters_in_force(actor, on=on):
        found[letter.unit_id] = found.get(letter.unit_id, frozenset()) | frozenset(letter.scopes)
    return found


def as_seen_by(actor: Actor, bloc: BlocSeason) -> BlocSeason:
    """The bloc, at the stage that the actor's eyes ask for where that lies ahead of it; its row stays as it is."""
    eyes = actor.eyes
    if eyes is not None and eyes.stage is not None and eyes.season == bloc.season_id:
        lies_ahead = is_before(Stage(bloc.stage), eyes.stage) and eyes.stage not in bloc.stages_left_out
        bloc.shown_stage = eyes.stage if lies_ahead else None
    return bloc


def _towards(actor: Actor, unit: Unit, on: date) -> set[str]:
    theirs = {unit.pk}
    if unit.dissolved_on is not None and actor.posts:
        theirs |= set(heirs_of(unit).values_list("pk", flat=True))
    own = {POST_ROLES[post.kind] for post in actor.posts if post.unit in theirs}
    if any(post.unit_path.startswith(unit.path) for post in actor.posts if post.unit != unit.pk):
        own.add("staff")
    if "leader" not in own:
        own |= roles_by_letters(_scopes_towards(actor, unit, on))
    return own


def _scopes_towards(actor: Actor, unit: Unit, on: date) -> frozenset[Scope]:
    if actor.eyes is not None:
        return scopes_by_letter(actor, on=on).get(unit.pk, frozenset())
    return delegated_scopes(actor, unit, on=on)


def staying(on: date) -> Q:
    """Memberships of units that have not left their bloc by that day, but by ending."""
    return Q(left_on=None) | Q(left_on__gt=on) | Q(unit__dissolved_on__isnull=False)


def members_of(bloc: BlocSeason) -> QuerySet[Membership]:
    """Member units in protocol order."""
    return Membership.objects.filter(bloc_season=bloc).select_related("unit").order_by("position", "pk")


def latest_season(cluster: Cluster) -> Season | None:
    """The cluster's season of the latest year."""
    return cluster.seasons.order_by("-emulation_year", "-pk").first()


def latest_seasons(clusters: Iterable[Cluster]) -> dict[int, Season]:
    """By key of the cluster its season of the latest year; one query for any number of them."""
    seasons = Season.objects.filter(cluster__in=[cluster.pk for cluster in clusters])
    return {season.cluster_id: season for season in seasons.order_by("emulation_year", "pk")}


def blocs_of(seasons: QuerySet[Season]) -> list[BlocSeason]:
    """The blocs of several seasons, the newest year first."""
    blocs = BlocSeason.objects.filter(season__in=seasons).select_related("bloc", "season")
    return list(blocs.order_by("-season__emulation_year", "season__slug", "bloc__position", "pk"))


def bloc_of_token(token: str) -> BlocSeason:
    """The bloc in a season that the journal names, with season and cluster. Raises Unknown if there is none."""
    found = BlocSeason.objects.filter(public_id=token.removeprefix("blocseason:"))
    if (bloc := found.select_related("season__cluster", "bloc").first()) is None:
        raise Unknown
    return bloc


def units_in_bloc(bloc: BlocSeason) -> QuerySet[Unit]:
    """The member units, for a filter on units."""
    return Unit.objects.filter(memberships__bloc_season=bloc, memberships__left_on=None)


def roles_in_cluster(cluster: Cluster, *, on: date) -> QuerySet[SeasonRole]:
    """Parts that are held on that day in any season of a cluster."""
    return SeasonRole.objects.filter(in_force(on), season__cluster=cluster).select_related(
        "person", "unit", "bloc_season__bloc"
    )


def people_in_role(season: Season, role: str, *, on: date) -> list[Person]:
    """Who has a part in a season on that day, each person once."""
    return list(
        Person.objects.filter(pk__in=SeasonRole.objects.filter(in_force(on), season=season, role=role).values("person"))
    )


@dataclass(frozen=True)
class PlannedParts:
    """How much of a bloc is planned."""

    members: int
    indicators: int
    periods: int
    milestones: int


def planned_parts(season: Season) -> dict[int, PlannedParts]:
    """By key of the bloc's season; four queries whatever the number of blocs."""
    counted = [
        dict(rows.order_by().values_list("bloc_season").annotate(count=Count("pk")))
        for rows in (
            Membership.objects.filter(bloc_season__season=season, left_on=None),
            Indicator.objects.filter(bloc_season__season=season),
            Period.objects.filter(bloc_season__season=season),
            Milestone.objects.filter(bloc_season__season=season),
        )
    ]
    return {bloc.pk: PlannedParts(*(counts.get(bloc.pk, 0) for counts in counted)) for bloc in season.blocs.all()}
