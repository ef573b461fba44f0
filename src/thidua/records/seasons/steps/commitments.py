"""Opens the sheets on which units enter their commitments."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from itertools import islice

from django.db.models import Q

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


def write_last_year(bloc: BlocSeason, figures: Mapping[tuple[int, int], Fraction]) -> None:
    """Last year's figure, by key of unit and indicator, into every line where nobody has typed one."""
    lines = Commitment.objects.filter(commitment_set__membership__bloc_season=bloc, last_year=None)
    filled = []
    for line in lines.select_related("commitment_set__membership") if figures else ():
        line.last_year = figures.get((line.commitment_set.membership.unit_id, line.indicator_id))
        if line.last_year is not None:
            filled.append(line)
    Commitment.objects.bulk_update(filled, ["last_year"], batch_size=ROWS_AT_ONCE)


def extend_sheets(members: Iterable[int], *, until_on: date, reason: str) -> None:
    """These members, by key, hand in their sheets later than the others."""
    sheets = CommitmentSet.objects.filter(membership__in=members)
    earlier = Q(extended_to=None) | Q(extended_to__lt=until_on)  # nobody is given less than before
    sheets.filter(earlier).update(extended_to=until_on, extended_because=reason)
