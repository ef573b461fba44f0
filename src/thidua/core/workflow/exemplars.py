"""The chain of an exemplar: spotted, registered, nurtured, introduced, recognised, replicated, followed."""

from enum import StrEnum

from thidua.core.answer import YES, Answer, not_possible


class ExemplarState(StrEnum):
    SPOTTED = "spotted"
    REGISTERED = "registered"
    NURTURED = "nurtured"
    INTRODUCED = "introduced"
    RECOGNISED = "recognised"
    REPLICATED = "replicated"
    FOLLOWED = "followed"
    WITHDRAWN = "withdrawn"


class ExemplarMove(StrEnum):
    """AMEND what is told; SUPPORT, REPLICATE and CHECK may come again and again."""

    AMEND = "amend"
    REGISTER = "register"
    SUPPORT = "support"
    INTRODUCE = "introduce"
    RECOGNISE = "recognise"
    REPLICATE = "replicate"
    CHECK = "check"
    WITHDRAW = "withdraw"


class Level(StrEnum):
    """Of whom it is an exemplar, once recognised: the unit, the province, the region, the ministry."""

    UNIT = "unit"
    PROVINCE = "province"
    REGION = "region"
    MINISTRY = "ministry"


class NoteKind(StrEnum):
    SUPPORT = "support"
    EVIDENCE = "evidence"
    CHECK = "check"


S, M = ExemplarState, ExemplarMove
TABLE: dict[tuple[ExemplarState, ExemplarMove], ExemplarState] = {
    (S.SPOTTED, M.AMEND): S.SPOTTED,
    (S.REGISTERED, M.AMEND): S.REGISTERED,
    (S.NURTURED, M.AMEND): S.NURTURED,
    (S.SPOTTED, M.REGISTER): S.REGISTERED,
    (S.REGISTERED, M.SUPPORT): S.NURTURED,
    (S.NURTURED, M.SUPPORT): S.NURTURED,
    (S.INTRODUCED, M.SUPPORT): S.INTRODUCED,
    (S.RECOGNISED, M.SUPPORT): S.RECOGNISED,
    (S.REPLICATED, M.SUPPORT): S.REPLICATED,
    (S.FOLLOWED, M.SUPPORT): S.FOLLOWED,
    (S.NURTURED, M.INTRODUCE): S.INTRODUCED,
    (S.INTRODUCED, M.RECOGNISE): S.RECOGNISED,
    (S.RECOGNISED, M.REPLICATE): S.REPLICATED,
    (S.REPLICATED, M.REPLICATE): S.REPLICATED,
    (S.FOLLOWED, M.REPLICATE): S.FOLLOWED,
    (S.REPLICATED, M.CHECK): S.FOLLOWED,
    (S.FOLLOWED, M.CHECK): S.FOLLOWED,
} | {(state, M.WITHDRAW): S.WITHDRAWN for state in S if state is not S.WITHDRAWN}

ORDER = tuple(state for state in S if state is not S.WITHDRAWN)
# Before that only its unit and the secretariat know of it.
KNOWN_TO_ALL = frozenset({S.INTRODUCED, S.RECOGNISED, S.REPLICATED, S.FOLLOWED})
INTRODUCED_AT_MOST = 2  # by one unit in one season; the article of 2016 asks for one or two


def after(state: ExemplarState, move: ExemplarMove) -> ExemplarState | None:
    return TABLE.get((state, move))


def may(state: ExemplarState, move: ExemplarMove) -> Answer:
    """Whether the move is in the table; the refusal says what has to come before."""
    return YES if after(state, move) else not_possible(f"exemplar.not_{move}")
