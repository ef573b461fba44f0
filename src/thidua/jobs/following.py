"""Followers of the journal: each gets every line at least once, in order."""

from collections.abc import Callable, Mapping, Sequence

from thidua.base.clock import now
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import lines_after
from thidua.records.runs.steps import move_to, place_of

Follower = Callable[[Sequence[Entry]], None]


def follow(followers: Mapping[str, Follower]) -> int:
    """Gives each follower the lines that are new to it; the number of lines dealt with.

    The place is kept after the work: a follower that raises, or a process that ends, gets the same
    lines again.
    """
    dealt = 0
    for name, follower in followers.items():
        while lines := lines_after(place_of(name)):
            follower(lines)
            move_to(name, lines[-1].seq, at=now())
            dealt += len(lines)
    return dealt
