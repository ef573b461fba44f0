"""Questions of the hall: the groups in which units are called up, how a rehearsal stands, what live pages follow."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Max

from thidua.records.journal.queries import last_seq
from thidua.records.seasons.models import BlocSeason, CallPlace, Membership, Pact, Rehearsal, RehearsalLine, Season

UNITS_A_GROUP = 5  # four to six stand at the table, before the cameras


@dataclass(frozen=True)
class Group:
    """Units that are called up together."""

    number: int
    members: Sequence[Membership]


def groups_among(members: Iterable[Membership], places: Mapping[int, int]) -> list[Group]:
    """Members, in protocol order, by the groups given by hand; who has none is called in fives after these."""
    given: dict[int, list[Membership]] = {}
    rest = []
    for member in members:
        if member.pk in places:
            given.setdefault(places[member.pk], []).append(member)
        else:
            rest.append(member)
    last = max(given, default=0)
    for start in range(0, len(rest), UNITS_A_GROUP):
        last += 1
        given[last] = rest[start : start + UNITS_A_GROUP]
    return [Group(number, given[number]) for number in sorted(given)]


def groups_of(bloc: BlocSeason) -> list[Group]:
    """The groups of a bloc in the order in which they are called; two queries."""
    members = (
        Membership.objects.filter(bloc_season=bloc, left_on=None).select_related("unit").order_by("position", "pk")
    )
    return groups_among(members, places_in([bloc]))


def places_in(blocs: Iterable[BlocSeason]) -> dict[int, int]:
    """The groups given by hand, by key of the membership."""
    rows = CallPlace.objects.filter(membership__bloc_season__in=[bloc.pk for bloc in blocs])
    return dict(rows.values_list("membership", "group"))


@dataclass(frozen=True)
class Rehearsed:
    """How a rehearsal stands: who would have signed, by key of the membership; the called group, by key of the bloc."""

    signed: dict[int, RehearsalLine] = field(default_factory=dict)
    calling: dict[int, int] = field(default_factory=dict)


def rehearsal_of(season: Season | int) -> Rehearsal | None:
    """The rehearsal that goes on in a season."""
    return Rehearsal.objects.filter(season=season).first()


def standing_in(rehearsal: Rehearsal) -> Rehearsed:
    """What the lines of a rehearsal come to; one query."""
    standing = Rehearsed()
    for line in rehearsal.lines.order_by("pk"):
        if line.kind == RehearsalLine.Kind.CALLED:
            standing.calling[line.bloc_season_id] = line.group or 0
        elif line.kind == RehearsalLine.Kind.SIGNED:
            standing.signed[line.membership_id or 0] = line
        else:
            standing.signed.pop(line.membership_id or 0, None)
    return standing


def calling_in(season: Season) -> dict[int, int]:
    """The group that is called up now in each bloc whose pact is being signed, by key of the bloc."""
    pacts = Pact.objects.filter(bloc_season__season=season, calling__gt=0)
    return dict(pacts.values_list("bloc_season", "calling"))


def called_names(season: Season, calling: Mapping[int, int], lit: Collection[int]) -> list[str]:
    """The units at the table that are still to sign, in all blocs; three queries where a group is called.

    `lit` are the keys of memberships that have signed.
    """
    if not calling:
        return []
    members = Membership.objects.filter(bloc_season__in=calling, left_on=None).order_by("position", "pk")
    by_bloc: dict[int, list[Membership]] = {}
    for member in members:
        by_bloc.setdefault(member.bloc_season_id, []).append(member)
    blocs = list(season.blocs.filter(pk__in=calling).order_by("bloc__position"))
    places = places_in(blocs)
    return [
        member.short_name
        for bloc in blocs
        for group in groups_among(by_bloc.get(bloc.pk, []), places)
        if group.number == calling[bloc.pk]
        for member in group.members
        if member.pk not in lit
    ]


def mark() -> tuple[int, int]:
    """What live pages follow: the journal's last number, and one that grows with each rehearsal and each of its lines.

    The second is 0 when no rehearsal goes on. Two queries.
    """
    found = Rehearsal.objects.aggregate(begun=Max("pk"), last=Max("lines__pk"))
    return last_seq(), (found["begun"] or 0) + (found["last"] or 0)
