"""Checks each new journal line as it comes, so that a touched line is noticed without being asked for."""

from collections.abc import Sequence

from thidua.core.journal.chain import FIRST_PREVIOUS, first_fault
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import link_of


class BrokenJournal(Exception):
    """A line does not follow from the one before it."""


def watch(lines: Sequence[Entry]) -> None:
    """Raises BrokenJournal with the number of the first line that does not verify."""
    before = lines[0].seq - 1
    hash_before = Entry.objects.filter(seq=before).values_list("leaf_hash", flat=True).first()
    fault = first_fault(map(link_of, lines), after=(before, hash_before or FIRST_PREVIOUS))
    if fault is not None:
        raise BrokenJournal(f"the journal is broken at line {fault}; see `thidua verify journal`")
