"""How files that come back are taken in: read in the background, looked at, applied as a whole, perhaps withdrawn."""

from enum import StrEnum

from thidua.core.answer import YES, Answer, Sentence, not_possible


class RunState(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    APPLIED = "applied"
    UNDONE = "undone"
    CANCELLED = "cancelled"


class RunMove(StrEnum):
    READ_AGAIN = "read_again"
    APPLY = "apply"
    UNDO = "undo"
    CANCEL = "cancel"


TABLE: dict[tuple[RunState, RunMove], RunState] = {
    (RunState.WAITING, RunMove.CANCEL): RunState.CANCELLED,
    (RunState.READING, RunMove.CANCEL): RunState.CANCELLED,
    (RunState.READ, RunMove.CANCEL): RunState.CANCELLED,
    (RunState.READ, RunMove.READ_AGAIN): RunState.WAITING,
    (RunState.READ, RunMove.APPLY): RunState.APPLIED,
    (RunState.APPLIED, RunMove.UNDO): RunState.UNDONE,
}
TO_BE_READ = frozenset({RunState.WAITING, RunState.READING})


class FileState(StrEnum):
    WAITING = "waiting"
    READ = "read"
    FAULTY = "faulty"
    LEFT_OUT = "left_out"
    UNPACKED = "unpacked"
    APPLIED = "applied"
    UNDONE = "undone"


class Outcome(StrEnum):
    """What applying would do to a row: fill an empty one, change one, nothing."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


def after(state: RunState, move: RunMove) -> RunState | None:
    """The state after a move, or None where the table has no such move."""
    return TABLE.get((state, move))


def may(state: RunState, move: RunMove) -> Answer:
    """Whether the move is in the table; the refusal says how the run stands."""
    return YES if after(state, move) else not_possible(f"import.cannot_{move}", state=Sentence(f"import.is_{state}"))
