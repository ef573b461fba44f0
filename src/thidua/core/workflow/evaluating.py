"""What the level above says of a cluster's year: in which sections, and what the next plan does about what is left."""

from enum import StrEnum


class Section(StrEnum):
    """What was new, what was focused, what gave practical results, what is left for the next year."""

    NEW = "new"
    FOCUSED = "focused"
    PRACTICAL = "practical"
    LEFT = "left"


class Uptake(StrEnum):
    """What a plan does about what was left: it is in the plan, put off to a later year, or done in the meantime."""

    PLANNED = "planned"
    LATER = "later"
    DONE = "done"
