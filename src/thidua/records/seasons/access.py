"""Which seasons, blocs and units an actor may see and work on, and why not."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from thidua.base.library import rights
from thidua.base.prepared import first, prepared
from thidua.core.actor import Actor, Eyes
from thidua.core.answer import UNKNOWN, Answer, Outcome, Unknown, require
from thidua.records.directory.models import Unit
from thidua.records.directory.queries import in_force
from thidua.records.directory.queries.descent import units_of_history
from thidua.records.seasons.models import BlocSeason, Cluster, Membership, Season, SeasonRole
from thidua.records.seasons.queries.frame import as_seen_by, parts_held, roles_in_cluster, roles_of, staying


def may(
    actor: Actor, act: str, *, season: Season, on: date, bloc: BlocSeason | None = None, unit: Unit | None = None
) -> Answer:
    """The grid's answer for an act in a season, at the bloc's stage, towards a unit."""
    return _answers(actor, [act], season=season, on=on, bloc=bloc, unit=unit)[act]


def may_each(
    actor: Actor, acts: Iterable[str], *, season: Season, on: date, bloc: BlocSeason | None = None, unit: Unit | None
) -> dict[str, bool]:
    """Of several acts at once whether they are possible, by act: the roles are asked for once."""
    answers = _answers(actor, acts, season=season, on=on, bloc=bloc, unit=unit)
    return {act: answer.is_yes for act, answer in answers.items()}


def _answers(
    actor: Actor, acts: Iterable[str], *, season: Season, on: date, bloc: BlocSeason | None, unit: Unit | None
) -> dict[str, Answer]:
    roles = roles_of(actor, season, on=on, unit=unit)
    stage = as_seen_by(actor, bloc).at_stage if bloc else None
    answers = {act: rights().answer(act, roles, stage) for act in acts}
    return answers if actor.eyes is None else _through(actor.eyes, answers, season=season, on=on, unit=unit)


def _through(
    eyes: Eyes, answers: Mapping[str, Answer], *, season: Season, on: date, unit: Unit | None
) -> dict[str, Answer]:
    """What a role is answered, for who looks through its eyes: in one season, and never more than one may read oneself.

    See docs/decisions, "look through a role".
    """
    if season.pk != eyes.season:
        return dict.fromkeys(answers, UNKNOWN)
    roles = roles_of(eyes.viewer, season, on=on, unit=unit)
    return {act: _no_more(act, answer, rights().answer(act, roles)) for act, answer in answers.items()}


def _no_more(act: str, answer: Answer, own: Answer) -> Answer:
    if own.outcome is Outcome.UNKNOWN or (rights().rules[act].only_reads and not own.is_yes and answer.is_yes):
        return own
    return answer


def may_plan_somewhere(actor: Actor, season: Season, *, on: date) -> Answer:
    """The grid's answer for planning what all blocs share: yes while the stage of one of them allows it."""
    roles, answer = roles_of(actor, season, on=on), rights().answer("season.plan", ())
    for bloc in season.blocs.all():
        answer = rights().answer("season.plan", roles, as_seen_by(actor, bloc).at_stage)
        if answer.is_yes:
            break
    return answer if actor.eyes is None or season.pk == actor.eyes.season else UNKNOWN


def may_found(actor: Actor) -> Answer:
    """The grid's answer for a new cluster, which nobody has a part in yet."""
    return rights().answer("cluster.plan", {"administrator"} if actor.is_administrator else {"public"})


def may_plan(actor: Actor, cluster: Cluster, *, on: date) -> Answer:
    """The grid's answer for a new season of a cluster."""
    return may_in_cluster(actor, "cluster.plan", cluster, on=on)


def may_in_cluster(actor: Actor, act: str, cluster: Cluster, *, on: date) -> Answer:
    """The grid's answer by the parts that are held in the cluster's seasons on that day, whichever season it is."""
    roles = {"administrator"} if actor.is_administrator else set()
    if actor.person is not None:
        roles |= set(roles_in_cluster(cluster, on=on).filter(person=actor.person).values_list("role", flat=True))
    if actor.eyes is not None and cluster.seasons.filter(pk=actor.eyes.season).exists():
        roles |= parts_held(actor, [actor.eyes.season], on=on).get(actor.eyes.season, set())
    of_history = units_of_history(actor.units)
    members = Membership.objects.filter(staying(on), of_history, bloc_season__season__cluster=cluster)
    if actor.posts and members.exists():
        roles.add("member")
    return rights().answer(act, roles)


def cluster_for(actor: Actor, slug: str, *, on: date, to: str = "cluster.plan") -> Cluster:
    """The cluster at an address. Raises as `season_for`."""
    found = Cluster.objects.filter(slug=slug).first()
    if found is None:
        raise Unknown
    require(may_in_cluster(actor, to, found, on=on))
    return found


def clusters_to_plan(actor: Actor, *, on: date) -> list[Cluster]:
    """The clusters of which the actor may plan a season; administrators see all."""
    if actor.is_administrator:
        return list(Cluster.objects.all())
    if actor.person is None:
        return []
    held = Cluster.objects.filter(seasons__roles__in=SeasonRole.objects.filter(in_force(on), person=actor.person))
    return [cluster for cluster in held.distinct() if may_plan(actor, cluster, on=on).is_yes]


def role_at(season: Season, public_id: str) -> SeasonRole:
    """A part given in a season. Raises Unknown if there is none."""
    found = SeasonRole.objects.filter(season=season, public_id=public_id).select_related("person").first()
    if found is None:
        raise Unknown
    return found


def visible_seasons(actor: Actor, *, on: date) -> QuerySet[Season]:
    """Seasons in which the actor has a part or a post in a member unit or in one that took over from a member.

    Administrators see all.
    """
    seasons = Season.objects.select_related("cluster")
    if actor.is_administrator:
        return seasons
    if actor.eyes is not None:
        return seasons.filter(pk=actor.eyes.season)
    parts = (
        Q(pk__in=Season.objects.filter(in_force_roles(on), roles__person=actor.person).values("pk"))
        if actor.person
        else Q(pk=None)
    )
    members = Membership.objects.filter(staying(on), units_of_history(actor.units))
    return seasons.filter(parts | Q(pk__in=members.values("bloc_season__season")))


def in_force_roles(on: date) -> Q:
    return (Q(roles__from_on=None) | Q(roles__from_on__lte=on)) & (Q(roles__until_on=None) | Q(roles__until_on__gte=on))


def season_for(actor: Actor, cluster: str, season: str, *, to: str, on: date) -> Season:
    """The season at an address.

    Raises Unknown if there is none or the actor may not know of it, NotPossible with the reason
    if the actor may see it but not do `to`.
    """
    found = first(_seasons(cluster=cluster, season=season))
    if found is None:
        raise Unknown
    require(may(actor, to, season=found, on=on))
    return found


@prepared
def _seasons(*, cluster: str, season: str) -> QuerySet[Season]:
    return Season.objects.filter(cluster__slug=cluster, slug=season).select_related("cluster").order_by()


def bloc_for(actor: Actor, cluster: str, season: str, bloc: str, *, to: str, on: date) -> BlocSeason:
    """The bloc at an address, its season and cluster with it. Raises as `season_for`; the bloc's stage counts."""
    found = _bloc(cluster, season, bloc)
    require(may(actor, to, season=found.season, bloc=found, on=on))
    return found


def member_for(actor: Actor, cluster: str, season: str, bloc: str, unit: str, *, to: str, on: date) -> Membership:
    """A unit's membership at an address. Raises as `season_for`; roles towards that unit count.

    The bloc with season and cluster hangs on the row, so that no further query is needed.
    """
    found = _bloc(cluster, season, bloc)
    member = first(_members(bloc=found.pk, unit=unit))
    if member is None:
        require(may(actor, "season.read", season=found.season, bloc=found, on=on))
        raise Unknown
    member.bloc_season = found
    require(may(actor, to, season=found.season, bloc=found, unit=member.unit, on=on))
    return member


@prepared
def _members(*, bloc: int, unit: str) -> QuerySet[Membership]:
    members = Membership.objects.filter(bloc_season=bloc, unit__slug=unit)
    return members.select_related("unit").order_by("position", "pk")


def _bloc(cluster: str, season: str, bloc: str) -> BlocSeason:
    found = first(_blocs(cluster=cluster, season=season, bloc=bloc))
    if found is None:
        raise Unknown
    return found


@prepared
def _blocs(*, cluster: str, season: str, bloc: str) -> QuerySet[BlocSeason]:
    named = BlocSeason.objects.filter(season__cluster__slug=cluster, season__slug=season, bloc__slug=bloc)
    return named.filter(season__withdrawn_at=None).select_related("season__cluster", "bloc").order_by()
