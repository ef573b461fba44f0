"""What a reorganisation of units finds in the seasons: memberships of years that are still run, and parts in them."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.answer import Sentence
from thidua.core.workflow.stages import Stage
from thidua.records.directory.models import Reorganisation, Unit
from thidua.records.seasons.models import BlocSeason, Membership, SeasonRole

# Once a bloc scores, it scores those who were its members: who has ended by then is still ranked.
BEFORE_SCORING = (Stage.PLANNED, Stage.LAUNCHED, Stage.REGISTERING, Stage.SIGNED, Stage.RUNNING)
SHEETS_OPEN = (Stage.REGISTERING, Stage.SIGNED, Stage.RUNNING)


def _standing(units: Sequence[Unit], on: date) -> QuerySet[Membership]:
    members = Membership.objects.filter(unit__in=units, left_on=None, bloc_season__ends_on__gte=on)
    related = ("unit", "bloc_season__bloc", "bloc_season__season__cluster")
    return members.select_related(*related).order_by("bloc_season", "position", "pk")


def members_to_leave(units: Sequence[Unit], on: date) -> QuerySet[Membership]:
    """Memberships of units in blocs whose year reaches that day and that do not score yet."""
    return _standing(units, on).filter(bloc_season__stage__in=BEFORE_SCORING)


def members_to_be_ranked(units: Sequence[Unit], on: date) -> QuerySet[Membership]:
    """Memberships in blocs that score the year already: they stay, so that the year is ranked as it was run."""
    over = (*BEFORE_SCORING, Stage.CLOSED)
    return _standing(units, on).exclude(bloc_season__stage__in=over).exclude(bloc_season__ranking__isnull=False)


def parts_to_pass(units: Sequence[Unit], on: date) -> QuerySet[SeasonRole]:
    """Parts that are held for these units on that day, in seasons that are still run then."""
    held = Q(from_on=None) | Q(from_on__lte=on), Q(until_on=None) | Q(until_on__gte=on)
    run = BlocSeason.objects.filter(ends_on__gte=on, stage__in=BEFORE_SCORING).values("season")
    return SeasonRole.objects.filter(*held, unit__in=units, season__in=run).select_related("person", "season")


def ended_faults(units: Iterable[Unit]) -> list[Sentence]:
    """One sentence for each of the units that is no more."""
    return [
        Sentence("bloc.member_ended", unit=unit.name, on=unit.dissolved_on)
        for unit in units
        if unit.dissolved_on is not None
    ]


def members_changed(row: Reorganisation) -> QuerySet[Membership]:
    """The memberships that a reorganisation ended or began."""
    return Membership.objects.filter(pk__in=[*row.undo.get("left", []), *row.undo.get("joined", [])])


def parts_changed(row: Reorganisation) -> QuerySet[SeasonRole]:
    """The parts that a reorganisation ended or began."""
    ended = [pk for pk, _ in row.undo.get("parts_ended", [])]
    return SeasonRole.objects.filter(pk__in=[*ended, *row.undo.get("parts_begun", [])]).select_related("person")


def is_in_season(unit: Unit, bloc: BlocSeason) -> bool:
    """Whether a unit is a member of any bloc of the season."""
    return Membership.objects.filter(bloc_season__season=bloc.season_id, unit=unit, left_on=None).exists()


def has_acted(member: Membership) -> bool:
    """Whether anything was typed, signed or drawn up for a member."""
    sheet = getattr(member, "commitment_set", None)
    typed = sheet is not None and sheet.version > 1
    return typed or member.signatures.exists() or member.annexes.exists()
