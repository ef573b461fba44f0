"""How far a follower of the journal has come."""

from datetime import datetime

from thidua.records.runs.models import Cursor


def place_of(name: str) -> int:
    """The last journal line that the named follower has dealt with; 0 before its first."""
    return Cursor.objects.filter(name=name).values_list("seq", flat=True).first() or 0


def move_to(name: str, seq: int, *, at: datetime) -> None:
    """The follower has dealt with every line up to `seq`."""
    Cursor.objects.update_or_create(name=name, defaults={"seq": seq, "moved_at": at})
