"""The way to the pages of a pact: season, bloc, pact."""

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.records.seasons.models import BlocSeason

Trail = list[tuple[str, ...]]


def trail_to_bloc(bloc: BlocSeason) -> Trail:
    return [
        (bloc.season.name, reverse("one_season", args=bloc.slugs[:2]), "vi"),
        (bloc.bloc.name, reverse("bloc", args=bloc.slugs), "vi"),
    ]


def trail_to_pact(bloc: BlocSeason) -> Trail:
    return [*trail_to_bloc(bloc), (_("Giao ước thi đua"), reverse("pact", args=bloc.slugs))]
