"""Values that components show: a line of history."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class LedgerLine:
    """Who did what when, from which value to which, and why; texts as the reader sees them.

    `about` names from data what it was done to.
    """

    at: datetime
    who: str
    what: str
    about: str = ""
    before: str = ""
    after: str = ""
    why: str = ""
    href: str = ""
