"""Who lets another sign for a unit, and who sees the letters."""

from thidua.base.library import rights
from thidua.core.actor import Actor, PostKind
from thidua.core.answer import Answer, Unknown
from thidua.records.accounts.models import Delegation
from thidua.records.directory.models import Unit

_ROLE_OF_POST = {PostKind.LEADER: "leader", PostKind.OFFICER: "officer"}


def may_delegate(actor: Actor, unit: Unit) -> Answer:
    """The grid's answer for a letter of delegation: the unit's own leader, or an administrator."""
    return rights().answer("delegation.give", _roles_towards(actor, unit))


def may_change(actor: Actor, unit: Unit, kind: PostKind) -> Answer:
    """The grid's answer for somebody else in a post: officers by the unit's leader, the leader by an administrator."""
    act = "post.change_leader" if kind is PostKind.LEADER else "post.change_officer"
    return rights().answer(act, _roles_towards(actor, unit))


def _roles_towards(actor: Actor, unit: Unit) -> set[str]:
    roles = {"signed_in"} if actor.is_signed_in else set()
    roles |= {"administrator"} if actor.is_administrator else set()
    return roles | {_ROLE_OF_POST.get(post.kind, "staff") for post in actor.posts if post.unit == unit.pk}


def delegation_at(unit: Unit, public_id: str) -> Delegation:
    """A letter of delegation of a unit. Raises Unknown if there is none."""
    found = Delegation.objects.filter(unit=unit, public_id=public_id).first()
    if found is None:
        raise Unknown
    return found
