"""How an entry on behalf (nhập thay) is judged: the unit confirms or disputes it, the secretariat answers."""

from enum import StrEnum

from thidua.core.answer import YES, Answer, not_possible


class EntryState(StrEnum):
    STANDING = "standing"
    CONFIRMED_BY_UNIT = "confirmed_by_unit"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"  # with the figures: nothing of it stands


class Judgement(StrEnum):
    """CONFIRM and DISPUTE are the unit's, UPHOLD and REPLACE the secretariat's answer to a dispute.

    WITHDRAW is the secretariat's too, while the unit has said nothing.
    """

    CONFIRM = "confirm"
    DISPUTE = "dispute"
    UPHOLD = "uphold"
    REPLACE = "replace"
    WITHDRAW = "withdraw"


TABLE: dict[tuple[EntryState, Judgement], EntryState] = {
    (EntryState.STANDING, Judgement.CONFIRM): EntryState.CONFIRMED_BY_UNIT,
    (EntryState.DISPUTED, Judgement.CONFIRM): EntryState.CONFIRMED_BY_UNIT,  # a unit may take its dispute back
    (EntryState.STANDING, Judgement.DISPUTE): EntryState.DISPUTED,
    (EntryState.CONFIRMED_BY_UNIT, Judgement.DISPUTE): EntryState.DISPUTED,
    (EntryState.DISPUTED, Judgement.UPHOLD): EntryState.CONFIRMED,
    (EntryState.DISPUTED, Judgement.REPLACE): EntryState.REPLACED,
    (EntryState.STANDING, Judgement.WITHDRAW): EntryState.WITHDRAWN,
}


def after(state: EntryState, judgement: Judgement) -> EntryState | None:
    """The state after a judgement, or None where the table has none."""
    return TABLE.get((state, judgement))


def may(state: EntryState, judgement: Judgement) -> Answer:
    """Whether the judgement is in the table; the refusal says what stands already."""
    return YES if after(state, judgement) else not_possible(f"entry.is_{state}")
