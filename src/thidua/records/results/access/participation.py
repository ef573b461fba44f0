"""Who sees which acts of people, who enters and who says whose they are; which codes still work."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.actor import Actor
from thidua.core.answer import Answer, Unknown, require
from thidua.core.workflow.participation import as_kept
from thidua.records.results.models import JoinCode, Participation
from thidua.records.results.queries.participation import WITH, acts_of
from thidua.records.seasons import access
from thidua.records.seasons.models import Membership, Season


def may(by: Actor, what: str, member: Membership, *, on: date) -> Answer:
    """The grid's answer towards a unit: `what` as participation.enter, participation.collect."""
    bloc = member.bloc_season
    return access.may(by, what, season=bloc.season, bloc=bloc, unit=member.unit, on=on)


def may_withdraw(by: Actor, one: Participation, *, on: date) -> Answer:
    """Whose act it is, and whoever collects for the unit."""
    answer = may(by, "participation.enter", one.membership, on=on)
    if answer.is_yes and by.person is not None and by.person == one.person_id:
        return answer
    return may(by, "participation.collect", one.membership, on=on)


def member_at(actor: Actor, cluster: str, season: str, unit: str, *, to: str, on: date) -> Membership:
    """A unit's place in a season; in its first bloc where it is in several. Raises as `season_for`."""
    found = access.season_for(actor, cluster, season, to="season.read", on=on)
    members = Membership.objects.filter(bloc_season__season=found, unit__slug=unit)
    member = members.select_related("unit", "bloc_season__season__cluster", "bloc_season__bloc").first()
    if member is None:
        raise Unknown
    require(may(actor, to, member, on=on))
    return member


def visible_acts(actor: Actor, season: Season, *, on: date) -> QuerySet[Participation]:
    """One's own acts, and those of the units whose acts one may read."""
    found = acts_of(season)
    if access.may(actor, "participation.read_acts", season=season, on=on).is_yes:
        return found
    own = Q(person=actor.person) if actor.person is not None else Q(pk=None)
    members = Membership.objects.filter(bloc_season__season=season, unit__in=actor.units).select_related(
        "unit", "bloc_season__season"
    )
    read = [one.pk for one in members if may(actor, "participation.read_acts", one, on=on).is_yes]
    return found.filter(own | Q(membership__in=read))


def act_for(actor: Actor, cluster: str, season: str, public_id: str, *, on: date) -> Participation:
    """The act at an address. Raises Unknown where there is none or the actor may not know of it."""
    found = access.season_for(actor, cluster, season, to="season.read", on=on)
    one = visible_acts(actor, found, on=on).filter(public_id=public_id).first()
    if one is None:
        raise Unknown
    return one


def code_at(actor: Actor, cluster: str, season: str, public_id: str, *, on: date) -> JoinCode:
    """The code at an address of its unit, for whoever collects. Raises as `season_for`."""
    found = access.season_for(actor, cluster, season, to="season.read", on=on)
    code = JoinCode.objects.filter(membership__bloc_season__season=found, public_id=public_id)
    one = code.select_related("campaign", *WITH).first()
    if one is None:
        raise Unknown
    require(may(actor, "participation.collect", one.membership, on=on))
    return one


def open_code(typed: str, *, on: date) -> JoinCode | None:
    """The code that somebody has typed or scanned; None alike for one that is unknown, stopped or over."""
    asked = JoinCode.objects.filter(code=as_kept(typed), stopped_at=None, expires_on__gte=on)
    return asked.filter(membership__left_on=None).select_related("campaign", "activity", *WITH).first()
