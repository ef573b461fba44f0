"""Opens the sheets on which units enter their commitments."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from thidua.records.seasons.models import BlocSeason, Commitment, CommitmentSet, Membership

ROWS_AT_ONCE = 500


def open_commitments(bloc: BlocSeason) -> None:
    """A sheet for every member with a line for every indicator; what is open already stays as it is."""
    indicators = list(bloc.indicators.all())
    waiting = Membership.objects.filter(bloc_season=bloc, commitment_set=None)
    opened = CommitmentSet.objects.bulk_create(
        (CommitmentSet(membership=member) for member in waiting), batch_size=ROWS_AT_ONCE
    )
    lines = (Commitment(commitment_set=sheet, indicator=indicator) for sheet in opened for indicator in indicators)
    while batch := list(islice(lines, ROWS_AT_ONCE)):
        Commitment.objects.bulk_create(batch)


def extend_sheets(members: Iterable[int], *, until_on: date, reason: str) -> None:
    """These members, by key, hand in their sheets later than the others."""
    sheets = CommitmentSet.objects.filter(membership__in=members)
    sheets.update(extended_to=until_on, extended_because=reason)
