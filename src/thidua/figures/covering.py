"""How campaigns cover a year, in words: where nothing runs in a bloc, and where two ask the same people at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from thidua.core.answer import Sentence
from thidua.core.covering import gaps, overlaps
from thidua.records.seasons.models import BlocSeason, Campaign
from thidua.records.seasons.queries.campaigns import covering, stretches_of


def told_gaps(blocs: Iterable[BlocSeason], campaigns: Sequence[Campaign]) -> list[Sentence]:
    """Days of a bloc's year with neither the regular movement nor a campaign; blocs with the same days in one."""
    found: dict[tuple[date, date], list[str]] = defaultdict(list)
    for bloc in blocs:
        for days in gaps(bloc.starts_on, bloc.ends_on, covering(bloc, campaigns)):
            found[days].append(bloc.bloc.name)
    return [
        Sentence("covering.gap", bloc=tuple(names), first=first, last=last, days=(last - first).days + 1)
        for (first, last), names in sorted(found.items())
    ]


def told_overlaps(campaigns: Sequence[Campaign], *, of: str = "") -> list[Sentence]:
    """Peaks and themes that ask the same people at once; with `of` only those in which a campaign of that name is."""
    return [
        Sentence(
            "covering.overlap", one=pair.one.name, other=pair.other.name, first=pair.first, last=pair.last,
            days=pair.days,
        )
        for pair in overlaps(stretches_of(campaigns))
        if not of or of in (pair.one.name, pair.other.name)
    ]  # fmt: skip
