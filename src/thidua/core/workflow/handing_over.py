"""Hand-over of a season item by item: kinds of item, how far one is, and whose turn it is."""

from enum import StrEnum


class ItemKind(StrEnum):
    """In the order of the minutes: papers, pacts, results, scores, open tasks, contacts, parts that end, things."""

    PAPERS = "papers"
    PACTS = "pacts"
    RESULTS = "results"
    SCORES = "scores"
    TASKS = "tasks"
    CONTACTS = "contacts"
    PARTS = "parts"
    THINGS = "things"


class Side(StrEnum):
    GIVER = "giver"
    RECEIVER = "receiver"


class Reply(StrEnum):
    """What the receiver says of an item: it has come, or it is missing and still owed by a day."""

    NONE = ""
    RECEIVED = "received"
    MISSING = "missing"


class ItemState(StrEnum):
    OPEN = "open"
    GIVEN = "given"
    RECEIVED = "received"
    MISSING = "missing"
    SETTLED = "settled"  # was missing, and has come since


class Turn(StrEnum):
    """What the hand-over waits for."""

    GIVE = "give"
    RECEIVE = "receive"
    SIGN_GIVEN = "sign_given"
    SIGN_RECEIVED = "sign_received"
    DONE = "done"


def state_of(*, is_given: bool, reply: Reply, is_settled: bool) -> ItemState:
    """How far an item is.

    >>> state_of(is_given=False, reply=Reply.MISSING, is_settled=False)
    <ItemState.MISSING: 'missing'>
    """
    if reply is Reply.MISSING:
        return ItemState.SETTLED if is_settled else ItemState.MISSING
    if reply is Reply.RECEIVED:
        return ItemState.RECEIVED
    return ItemState.GIVEN if is_given else ItemState.OPEN


def turn(*, to_give: int, to_receive: int, has_given: bool, has_received: bool) -> Turn:
    """Whose turn it is: `to_give` items are not ticked yet, `to_receive` are given and without a reply.

    >>> turn(to_give=0, to_receive=0, has_given=True, has_received=False)
    <Turn.SIGN_RECEIVED: 'sign_received'>
    """
    if has_received:
        return Turn.DONE
    if has_given:
        return Turn.SIGN_RECEIVED
    if to_give:
        return Turn.GIVE
    return Turn.RECEIVE if to_receive else Turn.SIGN_GIVEN
