"""As what the reader is about to sign, in the reader's words."""

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.core.actor import Actor
from thidua.core.answer import Sentence
from thidua.core.rights.scopes import Scope
from thidua.records.accounts.queries import Capacity, signs_as
from thidua.records.directory.models import Unit


def signing_words(actor: Actor, unit: Unit, scope: Scope) -> str:
    """ "" for the leader, whose button needs no words; else in whose place, by which letter."""
    signed = signs_as(actor, unit, scope, on=today())
    if signed.capacity is Capacity.LEADER:
        return ""
    return say(Sentence(f"signing_as.{signed.capacity}", name=actor.name, title=signed.title, letter=signed.letter))
