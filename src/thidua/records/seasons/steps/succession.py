"""Memberships and parts pass from units that end to those that take over; and back, when that is annulled."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import QuerySet

from thidua.records.directory.models import Unit
from thidua.records.seasons.models import BlocSeason, Membership, Season, SeasonRole
from thidua.records.seasons.queries.succession import SHEETS_OPEN
from thidua.records.seasons.steps.commitments import open_commitments
from thidua.records.seasons.steps.locks import hold_blocs


def hold_seasons(members: QuerySet[Membership], parts: QuerySet[SeasonRole]) -> None:
    """No stage moves and no part is given or ended in the seasons of these members and parts while they change."""
    seasons = {*members.values_list("bloc_season__season", flat=True), *parts.values_list("season", flat=True)}
    list(Season.objects.select_for_update().filter(pk__in=seasons).order_by("pk").values_list("pk"))
    hold_blocs(members.values_list("bloc_season", flat=True))


def leave(members: Iterable[Membership], *, on: date) -> None:
    """From that day the units are no members any more; what they have signed stands."""
    for member in members:
        member.left_on = on
        member.save(update_fields=["left_on"])


def join(bloc: BlocSeason, unit: Unit, *, position: int) -> Membership:
    """A unit in the place of one that has left, with a sheet of commitments where the bloc has those open."""
    member = Membership.objects.filter(bloc_season=bloc, unit=unit).first() or Membership(bloc_season=bloc, unit=unit)
    member.position, member.left_on = position, None
    member.name, member.short_name, member.label = unit.name, unit.short_name, unit.label
    member.save()
    if bloc.at_stage in SHEETS_OPEN:
        open_commitments(bloc)
    return member


def pass_parts(
    parts: Iterable[SeasonRole], to: Unit | None, *, on: date
) -> tuple[list[tuple[int, str | None]], list[int]]:
    """Who holds a part holds it for the successor from that day, or no longer where there is none.

    Gives the parts that ended, by key with the last day they had before, and the keys of those that began.
    """
    ended: list[tuple[int, str | None]] = []
    begun: list[int] = []
    for part in parts:
        until = part.until_on
        part.until_on = on - timedelta(days=1)
        part.save(update_fields=["until_on"])
        ended.append((part.pk, until.isoformat() if until else None))
        if to is not None:
            bloc = part.bloc_season
            new = SeasonRole.objects.create(
                season=part.season, role=part.role, person=part.person, unit=to, bloc_season=bloc, from_on=on,
                until_on=until,
            )  # fmt: skip
            begun.append(new.pk)
    return ended, begun


def return_members(left: Iterable[int], joined: Iterable[int], *, on: date) -> None:
    """Members that left are members again; those that came for them were so on no day that counts."""
    Membership.objects.filter(pk__in=list(left)).update(left_on=None)
    Membership.objects.filter(pk__in=list(joined)).update(left_on=on)


def return_parts(ended: Iterable[tuple[int, str | None]], begun: Iterable[int]) -> None:
    """Parts that ended go on until the day they had before; those that only the reorganisation gave go."""
    SeasonRole.objects.filter(pk__in=list(begun)).delete()
    for pk, until in ended:
        SeasonRole.objects.filter(pk=pk).update(until_on=date.fromisoformat(until) if until else None)
