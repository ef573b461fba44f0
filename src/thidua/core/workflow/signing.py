"""A pact's own stages: its text is written, opened for signing, closed, locked."""

from enum import StrEnum


class PactStage(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    LOCKED = "locked"


MAY_SIGN = frozenset({PactStage.OPEN, PactStage.CLOSED})  # late signers sign after the conference
