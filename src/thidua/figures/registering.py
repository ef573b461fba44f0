"""How a bloc's sheets of commitments stand: the list with its entries on behalf, narrowed and sorted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Concat

from thidua.core.texts import folded
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import entries_of
from thidua.records.seasons.models import BlocSeason, CommitmentSet
from thidua.records.seasons.queries.commitments import sheets_of


class Show(StrEnum):
    """What the list may be narrowed to."""

    OPEN = "dang-nhap"
    WAITING = "cho-ky"
    RETURNED = "tra-lai"
    SIGNED = "da-ky"
    ON_BEHALF = "nhap-thay"


class Order(StrEnum):
    PROTOCOL = ""
    NAME = "don-vi"
    STATE = "trang-thai"
    SIGNED = "ngay-ky"


STATES = {
    Show.OPEN: Handing.DRAFT,
    Show.WAITING: Handing.SUBMITTED,
    Show.RETURNED: Handing.RETURNED,
    Show.SIGNED: Handing.SIGNED,
}
COLUMNS = {Order.NAME: "membership__unit__folded", Order.STATE: "state", Order.SIGNED: "signed_at"}


@dataclass(frozen=True)
class Row:
    sheet: CommitmentSet
    entry: EntryOnBehalf | None


@dataclass(frozen=True)
class Tally:
    """How many of a bloc's sheets are signed."""

    sheets: int
    signed: int


def sheets_asked(
    bloc: BlocSeason, *, show: Show | None = None, search: str = "", order: Order, backwards: bool = False
) -> QuerySet[CommitmentSet]:
    """The sheets that the list shows, to be paged; what is not signed stands at the end of the days either way."""
    sheets = sheets_of(bloc)
    if show is Show.ON_BEHALF:
        token = Concat(Value("commitmentset:"), OuterRef("public_id"))
        sheets = sheets.filter(Exists(EntryOnBehalf.objects.filter(subject=token)))
    elif show is not None:
        sheets = sheets.filter(state=STATES[show].value)
    if search.strip():
        sheets = sheets.filter(membership__unit__folded__contains=folded(search.strip()))
    if order is Order.PROTOCOL:
        return sheets
    column = F(COLUMNS[order])
    by = column.desc(nulls_last=True) if backwards else column.asc(nulls_last=True)
    return sheets.order_by(by, "membership__position", "pk")


def rows_of(sheets: Iterable[CommitmentSet]) -> list[Row]:
    """The rows of one page of sheets, in two queries whatever its length."""
    shown = list(sheets)
    entered = entries_of(shown)
    return [Row(sheet, entered.get(sheet.token)) for sheet in shown]


def tally_of(bloc: BlocSeason) -> Tally:
    counted = dict(
        CommitmentSet.objects.filter(membership__bloc_season=bloc, membership__left_on=None)
        .values_list("state")
        .annotate(count=Count("pk"))
    )
    return Tally(sum(counted.values()), counted.get(Handing.SIGNED.value, 0))
