"""Who reads which initiative, and who writes, signs and receives it."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.base.library import rights
from thidua.core.actor import Actor
from thidua.core.answer import YES, Answer, Unknown, not_possible
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.models import Initiative
from thidua.records.results.queries.initiatives import initiatives_of
from thidua.records.seasons import access
from thidua.records.seasons.models import Membership, Season
from thidua.records.seasons.queries.frame import roles_of


def may(by: Actor, what: str, member: Membership, *, on: date) -> Answer:
    """The grid's answer towards a unit: `what` as initiatives.enter, initiatives.sign."""
    bloc = member.bloc_season
    return access.may(by, what, season=bloc.season, bloc=bloc, unit=member.unit, on=on)


def may_write(by: Actor, initiative: Initiative, *, on: date) -> Answer:
    """Whoever began it, and the unit's officer and leader; not every colleague."""
    answer = may(by, "initiatives.enter", initiative.membership, on=on)
    if not answer.is_yes or (by.person is not None and by.person == initiative.writer_id):
        return answer
    member = initiative.membership
    roles = roles_of(by, member.bloc_season.season, on=on, unit=member.unit)
    return YES if roles & {"officer", "leader"} else not_possible("initiative.of_a_colleague")


def visible_initiatives(actor: Actor, season: Season, *, on: date) -> QuerySet[Initiative]:
    """One's own unit's; of other units what is signed for who leads the season, what is received for every member."""
    found = initiatives_of(season) if actor.eyes is None else visible_initiatives(actor.eyes.viewer, season, on=on)
    roles = roles_of(actor, season, on=on)
    seen = Q(membership__unit__in=actor.units)
    if rights().answer("initiatives.read_signed", roles).is_yes:
        seen |= Q(state=Handing.SIGNED.value)
    if rights().answer("initiatives.read_received", roles).is_yes:
        seen |= Q(received_at__isnull=False)
    return found.filter(seen)


def initiative_for(actor: Actor, cluster: str, season: str, public_id: str, *, on: date) -> Initiative:
    """The initiative at an address. Raises Unknown where there is none or the actor may not know of it."""
    found = access.season_for(actor, cluster, season, to="season.read", on=on)
    initiative = visible_initiatives(actor, found, on=on).filter(public_id=public_id).first()
    if initiative is None:
        raise Unknown
    return initiative
