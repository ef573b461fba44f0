"""Who knows of an exemplar: its unit and the secretariat; everybody in the season once consent is given."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.base.library import rights
from thidua.core.actor import Actor
from thidua.core.answer import YES, Answer, Unknown, not_possible
from thidua.core.workflow.exemplars import KNOWN_TO_ALL
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.results.models import Exemplar
from thidua.records.results.queries.exemplars import exemplars_of
from thidua.records.seasons import access
from thidua.records.seasons.models import Membership, Season
from thidua.records.seasons.queries.frame import roles_of


def may(by: Actor, what: str, member: Membership, *, on: date) -> Answer:
    """The grid's answer towards a unit: `what` as exemplars.spot, exemplars.replicate."""
    bloc = member.bloc_season
    return access.may(by, what, season=bloc.season, bloc=bloc, unit=member.unit, on=on)


def may_keep(by: Actor, exemplar: Exemplar, *, on: date) -> Answer:
    """The unit keeps the book; the secretariat does where it has entered the exemplar from the unit's paper."""
    own = may(by, "exemplars.keep", exemplar.membership, on=on)
    if own.is_yes or not may(by, "exemplars.enter_on_behalf", exemplar.membership, on=on).is_yes:
        return own
    return YES if entry_on_behalf_of(exemplar) is not None else not_possible("exemplar.units_own")


def may_consent(by: Actor, exemplar: Exemplar, *, on: date) -> Answer:
    """The person agrees, or the unit writes down that the person has agreed."""
    return YES if is_it(by, exemplar) else may_keep(by, exemplar, on=on)


def may_withdraw(by: Actor, exemplar: Exemplar, *, on: date) -> Answer:
    """The unit's leader while the exemplar is the unit's own affair; who recognises also withdraws."""
    if exemplar.at_state in KNOWN_TO_ALL:
        return may(by, "exemplars.recognise", exemplar.membership, on=on)
    return may(by, "exemplars.decide", exemplar.membership, on=on)


def is_it(by: Actor, exemplar: Exemplar) -> bool:
    return by.person is not None and by.person == exemplar.person_id


def visible_exemplars(actor: Actor, season: Season, *, on: date) -> QuerySet[Exemplar]:
    """All for the secretariat; one's own unit's; of others those introduced with consent."""
    found = exemplars_of(season) if actor.eyes is None else visible_exemplars(actor.eyes.viewer, season, on=on)
    roles = roles_of(actor, season, on=on)
    if rights().answer("exemplars.read", roles).is_yes:
        return found
    seen = Q(membership__unit__in=actor.units)
    if actor.person is not None:
        seen |= Q(person=actor.person)
    if rights().answer("exemplars.read_introduced", roles).is_yes:
        seen |= Q(state__in=[state.value for state in KNOWN_TO_ALL], consent_on__isnull=False)
    return found.filter(seen)


def exemplar_for(actor: Actor, cluster: str, season: str, public_id: str, *, on: date) -> Exemplar:
    """The exemplar at an address. Raises Unknown where there is none or the actor may not know of it."""
    found = access.season_for(actor, cluster, season, to="season.read", on=on)
    exemplar = visible_exemplars(actor, found, on=on).filter(public_id=public_id).first()
    if exemplar is None:
        raise Unknown
    return exemplar
