"""Values that components show: a line of history."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class LedgerLine:
    """Who did what when, from which value to which, and why; texts as the reader sees them."""

    at: datetime
    who: str
    what: str
    before: str = ""
    after: str = ""
    why: str = ""
    href: str = ""
