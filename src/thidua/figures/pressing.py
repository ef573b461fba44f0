"""What presses: in several blocs at once, the units that owe what is overdue or due within a week."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber

from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.owing import Owing, Standing
from thidua.figures.tracking import Row, is_done, rows_across
from thidua.records.conduct.debts import Debt, in_order
from thidua.records.conduct.tasks import Desk
from thidua.records.results.models import Report
from thidua.records.results.queries.written import later_about
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason, CommitmentSet, Membership

WITHIN_DAYS = 7
UNITS_SHOWN = 12


@dataclass(frozen=True)
class Pressing:
    """One bloc's part: the first units in protocol order of the `owing` that owe something of `debts`."""

    bloc: BlocSeason
    debts: tuple[Debt, ...]
    rows: tuple[Row, ...]
    owing: int

    @property
    def more(self) -> int:
        return self.owing - len(self.rows)


def pressing(desk: Desk, blocs: Sequence[BlocSeason]) -> list[Pressing]:
    """Those of a desk's blocs in which something presses.

    The same number of queries for any number of blocs and units.
    """
    if not blocs:
        return []
    until = desk.on + timedelta(days=WITHIN_DAYS)
    debts = {bloc.pk: owed for bloc in blocs if (owed := _debts(desk, bloc, until))}
    rows: dict[int, list[Row]] = defaultdict(list)
    members = list(_owing(debts, until)) if debts else []
    owing = {member.bloc_season_id: member.owing for member in members}
    for row in rows_across(members, debts, on=desk.on) if members else ():
        rows[row.member.bloc_season_id].append(row)
    return [_of_bloc(bloc, debts[bloc.pk], rows[bloc.pk], owing[bloc.pk]) for bloc in blocs if bloc.pk in rows]


def _debts(desk: Desk, bloc: BlocSeason, until: date) -> list[Debt]:
    owed = in_order(bloc, desk.due.get(bloc.pk, {}), desk.topics[bloc.pk])
    return [debt for debt in owed if debt.due_on and debt.due_on <= until]


def _owing(debts: Mapping[int, Iterable[Debt]], until: date) -> Iterable[Any]:
    """The first members of each bloc that owe something, each with the number of all in `owing`."""
    owed = Q()
    for bloc, of_bloc in debts.items():
        for debt in of_bloc:
            owed |= Q(bloc_season=bloc) & _owes(debt, until)
    bloc_of = F("bloc_season")
    return (
        Membership.objects.filter(owed, left_on=None)
        .annotate(
            turn=Window(RowNumber(), partition_by=bloc_of, order_by=("position", "pk")),
            owing=Window(Count("pk"), partition_by=bloc_of),
        )
        .filter(turn__lte=UNITS_SHOWN)
        .select_related("unit")
        .order_by("bloc_season", "position", "pk")
    )


def _owes(debt: Debt, until: date) -> Q:
    """It was asked for, has not left the unit, and no later day was given."""
    if debt.kind is Owing.SIGNING:
        return ~is_done(debt)
    open_now = (Q(extended_to=None) | Q(extended_to__lte=until)) & ~Q(state=Handing.SIGNED.value)
    mine = {"membership": OuterRef("pk")}
    if debt.kind is Owing.REPORT:
        return Q(Exists(Report.objects.filter(open_now, **mine, period=debt.period)))
    if debt.topic:
        given = later_about(debt.topic).filter(**mine, until_on__gt=until)
        return ~is_done(debt) & ~Q(Exists(given))
    rows = CommitmentSet.objects if debt.kind is Owing.REGISTRATION else ScoreCard.objects
    return Q(Exists(rows.filter(open_now, **mine)))


def _of_bloc(bloc: BlocSeason, debts: Sequence[Debt], rows: Sequence[Row], owing: int) -> Pressing:
    """Only columns in which one of the shown units still owes."""
    owed = [place for place in range(len(debts)) if any(row.cells[place].standing is not Standing.DONE for row in rows)]
    narrow = tuple(Row(row.member, tuple(row.cells[place] for place in owed)) for row in rows)
    return Pressing(bloc, tuple(debts[place] for place in owed), narrow, owing)
