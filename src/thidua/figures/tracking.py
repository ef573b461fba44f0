"""Sổ theo dõi: units × what they owe, who is late with what, what came on paper; and the reminder's text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thidua.base.days import local_day, written
from thidua.base.wording import say
from thidua.core.texts import folded
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.owing import Owing, Standing
from thidua.figures.reporting import is_over
from thidua.records.conduct.debts import Debt, Handed, Key, rows_handed
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import entries_of
from thidua.records.results.models import Report, WrittenReport
from thidua.records.results.queries.written import later_about, later_days_of, signed_about, written_about
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason, CommitmentSet, Membership, Signature

STANDING = {
    Handing.SIGNED: Standing.DONE,
    Handing.SUBMITTED: Standing.WAITING,
    Handing.RETURNED: Standing.RETURNED,
    Handing.DRAFT: Standing.OPEN,
}
NAMED_AT_MOST = 40


@dataclass(frozen=True)
class Cell:
    """One thing that one unit owes: `on` is the day of its state, `days_late` 0 means in time or not due yet.

    `due_on` is this unit's own day: everybody's, or the later one that it was given. `has_begun` is False of the
    report of a period that is still to come, and of words that may not be sent yet.
    """

    debt: Debt
    standing: Standing
    due_on: date | None
    on: date | None = None
    days_late: int = 0
    entry: EntryOnBehalf | None = None
    on_paper: bool = False
    extended: bool = False
    has_begun: bool = True

    @property
    def is_owed(self) -> bool:
        """It has not left the unit and its day is over, or its leader has sent it back."""
        return self.standing is Standing.RETURNED or (self.is_late and self.standing is not Standing.DONE)

    @property
    def is_late(self) -> bool:
        return self.days_late > 0

    @property
    def look(self) -> str:
        """The class of the cell."""
        if self.standing is Standing.DONE:
            return "hand" if self.entry or self.on_paper else "ok"
        return "back" if self.standing is Standing.RETURNED else "late" if self.is_late else "wait"

    @property
    def sign(self) -> str:
        """The icon beside the words, so that no state is told by colour alone; none where nothing has happened."""
        if self.look == "wait":
            return "clock" if self.standing is Standing.WAITING else ""
        return {"hand": "pen", "ok": "check", "back": "undo", "late": "alert"}[self.look]


@dataclass(frozen=True)
class Row:
    member: Membership
    cells: tuple[Cell, ...]

    @property
    def owed(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.is_owed]


@dataclass(frozen=True)
class Sum:
    """One column over the whole bloc: how many have handed it in, of how many units, and how many are late."""

    debt: Debt
    done: int
    late: int
    units: int


def members_tracked(
    bloc: BlocSeason, debts: Sequence[Debt], *, on: date, owing: str = "", search: str = ""
) -> QuerySet[Membership]:
    """The units of the sheet in protocol order, to be paged.

    `owing` narrows to units that are late: "tat-ca" with anything, else the slug of one thing.
    """
    members = bloc.members.filter(left_on=None).select_related("unit").order_by("position", "pk")
    if search.strip():
        members = members.filter(unit__folded__contains=folded(search.strip()))
    asked = [debt for debt in debts if owing in ("tat-ca", debt.slug)]
    if not owing or not asked:
        return members
    late = Q()
    for debt in asked:
        late |= _late(debt, on)
    return members.filter(late) if late else members.none()


def _late(debt: Debt, on: date) -> Q:
    """Of members: this is overdue. Nothing is, where the calendar has no day or the day is to come."""
    if debt.due_on is None or debt.due_on >= on:
        return Q(pk__in=())
    mine = {"membership": OuterRef("pk")}
    if debt.kind is Owing.SIGNING:
        return ~Q(Exists(Signature.objects.filter(**mine, annex=None, voided_at=None)))
    if debt.kind is Owing.REPORT:
        return Q(Exists(Report.objects.filter(is_over(on), **mine, period=debt.period, handed_in_on=None)))
    if debt.topic:
        sent, given = written_about(debt.topic).filter(**mine), later_about(debt.topic).filter(**mine)
        waits = Exists(given.filter(until_on__gte=on))
        return ~Q(Exists(sent.filter(handed_in_on__isnull=False).order_by())) & ~Q(waits)
    rows = CommitmentSet.objects if debt.kind is Owing.REGISTRATION else ScoreCard.objects
    over = Q(extended_to=None) | Q(extended_to__lt=on)
    return Q(Exists(rows.filter(over, **mine).exclude(state=Handing.SIGNED.value)))


def rows_tracked(members: Iterable[Membership], debts: Sequence[Debt], *, on: date) -> list[Row]:
    """The rows of one page of a bloc's members; seven queries at most."""
    shown = list(members)
    return rows_across(shown, {member.bloc_season_id: debts for member in shown}, on=on)


def rows_across(members: Sequence[Membership], debts: Mapping[int, Sequence[Debt]], *, on: date) -> list[Row]:
    """As `rows_tracked`, for members of several blocs: what is owed by the bloc's key."""
    owed = [debt for of_bloc in debts.values() for debt in of_bloc]
    handed, words = rows_handed(owed, members), [debt.topic for debt in owed if debt.topic]
    later = later_days_of(members, words) if words else {}
    entries = entries_of([row for rows in handed.values() for row in rows.values()])
    signatures = {
        one.membership_id: one for one in Signature.objects.filter(membership__in=members, annex=None, voided_at=None)
    }
    return [
        Row(
            member,
            tuple(
                _signing(debt, signatures.get(member.pk), on)
                if debt.kind is Owing.SIGNING
                else _handed(debt, _row_of(debt, member, handed), later.get((member.pk, *debt.key[1:])), entries, on)
                for debt in debts[member.bloc_season_id]
            ),
        )
        for member in members
    ]


def _signing(debt: Debt, signature: Signature | None, on: date) -> Cell:
    if signature is None:
        return Cell(debt, Standing.OPEN, debt.due_on, days_late=_days(debt.due_on, on))
    day = local_day(signature.at)
    on_paper = signature.kind == Signature.Kind.ON_PAPER
    return Cell(debt, Standing.DONE, debt.due_on, day, _days(debt.due_on, day), on_paper=on_paper)


def _row_of(debt: Debt, member: Membership, handed: Mapping[Key, Mapping[int, Handed]]) -> Handed | None:
    """None where nobody is asked for it yet; a report in words needs no row to be owed."""
    row = handed[debt.key].get(member.pk)
    return debt.topic.blank(member.pk) if row is None and debt.topic else row


def _handed(debt: Debt, row: Handed | None, later: date | None, entries: Mapping[str, EntryOnBehalf], on: date) -> Cell:
    if row is None:
        return Cell(debt, Standing.NOT_YET, debt.due_on)
    own = later if isinstance(row, WrittenReport) else row.extended_to
    due = max((day for day in (debt.due_on, own) if day), default=None)
    left = _left_on(row)
    at = {Handing.SUBMITTED: row.submitted_at, Handing.RETURNED: row.returned_at}.get(row.handing)
    day = left or (local_day(at) if at else None)
    return Cell(
        debt=debt,
        standing=STANDING[row.handing],
        due_on=due,
        on=day,
        days_late=_days(due, left or on),
        entry=entries.get(row.token),
        extended=bool(own),
        has_begun=debt.begins_on is None or debt.begins_on <= on,
    )


def _left_on(row: Handed) -> date | None:
    """The day on which it left the unit: of its paper where it came on one. That of words stays when mended."""
    if isinstance(row, WrittenReport):
        return row.handed_in_on
    if row.handing is not Handing.SIGNED:
        return None
    if isinstance(row, Report) and row.handed_in_on:
        return row.handed_in_on
    return local_day(row.signed_at) if row.signed_at else None


def _days(due: date | None, until: date) -> int:
    return max(0, (until - due).days) if due else 0


def sums_tracked(bloc: BlocSeason, debts: Sequence[Debt], *, on: date) -> list[Sum]:
    """Each column over the whole bloc; one query for any number of things owed."""
    asked = {"units": Count("pk")}
    for place, debt in enumerate(debts):
        asked[f"done_{place}"] = Count("pk", filter=is_done(debt))
        asked[f"late_{place}"] = Count("pk", filter=_late(debt, on))
    counted = bloc.members.filter(left_on=None).aggregate(**asked)
    return [
        Sum(debt, counted[f"done_{place}"], counted[f"late_{place}"], counted["units"])
        for place, debt in enumerate(debts)
    ]


def is_done(debt: Debt) -> Q:
    """Of members: this has left the unit."""
    mine, signed = {"membership": OuterRef("pk")}, {"state": Handing.SIGNED.value}
    if debt.kind is Owing.SIGNING:
        return Q(Exists(Signature.objects.filter(**mine, annex=None, voided_at=None)))
    if debt.kind is Owing.REPORT:
        return Q(Exists(Report.objects.filter(**mine, **signed, period=debt.period)))
    if debt.topic:
        return Q(Exists(signed_about(debt.topic).filter(**mine).order_by()))
    rows = CommitmentSet.objects if debt.kind is Owing.REGISTRATION else ScoreCard.objects
    return Q(Exists(rows.filter(**mine, **signed)))


def reminder_text(rows: Sequence[Row], *, on: date, until: date) -> str:
    """What is sent to the units, in Vietnamese whoever writes it: who owes what, due when; empty if nobody owes.

    `until` is the day by which it is asked for.
    """
    owing = [row for row in rows if row.owed]
    if not owing:
        return ""
    named = [f"{row.member.short_name} ({'; '.join(map(_owed, row.owed))})" for row in owing[:NAMED_AT_MOST]]
    more = f" và {len(owing) - NAMED_AT_MOST} đơn vị khác" if len(owing) > NAMED_AT_MOST else ""
    told = ", ".join(named) + more
    return (
        f"Kính gửi các đồng chí, đến ngày {written(on)} bộ phận thường trực chưa nhận đủ: {told}. "
        f"Đề nghị gửi trong ngày {written(until)}."
    )


def _owed(cell: Cell) -> str:
    name = say(cell.debt.name)
    if cell.standing is Standing.RETURNED:
        return f"{name}, đang sửa theo ý kiến lãnh đạo"
    return f"{name}, hạn {written(cell.due_on)}" if cell.due_on else name
