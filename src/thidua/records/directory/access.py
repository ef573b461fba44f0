"""Who may read the directory, and who keeps it."""

from thidua.base.library import rights
from thidua.core.actor import Actor
from thidua.core.answer import Answer


def may(actor: Actor, act: str) -> Answer:
    """The grid's answer for an act on the directory or on accounts, which belong to no season."""
    roles = {"public"}
    if actor.is_signed_in or actor.is_administrator:
        roles.add("signed_in")
    if actor.is_administrator:
        roles.add("administrator")
    return rights().answer(act, roles)
