"""Opens the sheets on which units enter their commitments."""

from thidua.records.seasons.models import BlocSeason, Commitment, CommitmentSet, Membership


def open_commitments(bloc: BlocSeason) -> None:
    """A sheet for every member with a line for every indicator; what is open already stays as it is."""
    indicators = list(bloc.indicators.all())
    for member in Membership.objects.filter(bloc_season=bloc, commitment_set=None):
        opened = CommitmentSet.objects.create(membership=member)
        Commitment.objects.bulk_create(
            Commitment(commitment_set=opened, indicator=indicator) for indicator in indicators
        )
