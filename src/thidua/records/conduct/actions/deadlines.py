"""Deadlines are extended: for the whole bloc in its calendar, or for single units, always with a reason."""

from collections.abc import Sequence
from datetime import date, datetime

from thidua.base.days import local_day, written
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.owing import MAY_BE_EXTENDED
from thidua.records.conduct.debts import Debt, debts_of, rows_handed
from thidua.records.conduct.steps.deadlines import extend_rows, move_day
from thidua.records.desk.steps.notices import notify_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason, Membership
from thidua.records.seasons.steps.locks import hold_blocs


@act
def extend_for_all(
    bloc: BlocSeason, *, debt: str, until_on: date, reason: str, by: Actor, at: datetime, key: str
) -> BlocSeason:
    """The due day of something that every unit owes, named by its slug, moves to a later day; every unit is told.

    Whoever has the bloc's calendar open is told when he saves, else his form would put the old day back.
    Raises NotPossible without a reason, for a day that is not later than the one that stands, or where the
    calendar has no day for it.
    """
    bloc, owed = _locked(bloc, debt, reason, by, at)
    if owed.due_on is None:
        raise refuse("deadline.none", what=owed.name)
    if until_on <= owed.due_on:
        raise refuse("deadline.not_later", until_on=until_on, due_on=owed.due_on)
    move_day(bloc, owed, until_on=until_on, reason=composed(reason.strip()))
    bloc.turn()
    bloc.save(update_fields=["version"])
    members = list(bloc.members.filter(left_on=None).select_related("unit"))
    _tell(members, "notice.deadline_moved", owed, until_on, reason, at)
    body = {"what": owed.slug, "before": owed.due_on.isoformat(), "after": until_on.isoformat(), "reason": reason}
    record("deadline.moved", by=by, at=at, subjects=[bloc], body=body)
    return bloc


@act
def extend_for(
    bloc: BlocSeason,
    *,
    members: Sequence[Membership],
    debt: str,
    until_on: date,
    reason: str,
    by: Actor,
    at: datetime,
    key: str,
) -> BlocSeason:
    """Single units get a later day than the others; each is told.

    Raises NotPossible without a reason or a unit, for what cannot be extended, for a day that is not later than
    everybody's, or naming the units that have handed it in or are not asked for it yet.
    """
    bloc, owed = _locked(bloc, debt, reason, by, at)
    if not members:
        raise refuse("deadline.no_unit")
    if owed.kind not in MAY_BE_EXTENDED or owed.due_on is None:
        raise refuse("deadline.none", what=owed.name)
    if until_on <= owed.due_on:
        raise refuse("deadline.not_later", until_on=until_on, due_on=owed.due_on)
    if wrong := _owing_nothing(owed, members):
        raise refuse("deadline.not_owed", what=owed.name, units=tuple(one.short_name for one in wrong))
    extend_rows(bloc, owed, [one.pk for one in members], until_on=until_on, reason=composed(reason.strip()))
    _tell(members, "notice.deadline_extended", owed, until_on, reason, at)
    body = {
        "what": owed.slug,
        "units": [member.unit.code for member in members],
        "after": until_on.isoformat(),
        "reason": reason,
    }
    record("deadline.extended", by=by, at=at, subjects=[bloc, *(member.unit for member in members)], body=body)
    return bloc


def _locked(bloc: BlocSeason, debt: str, reason: str, by: Actor, at: datetime) -> tuple[BlocSeason, Debt]:
    hold_blocs([bloc.pk])
    bloc = BlocSeason.objects.select_related("season__cluster", "bloc").get(pk=bloc.pk)
    require(access.may(by, "deadline.extend", season=bloc.season, bloc=bloc, on=local_day(at)))
    owed = next((one for one in debts_of(bloc) if one.slug == debt), None)
    if owed is None:
        raise refuse("deadline.unknown", what=debt[:40])
    if not reason.strip():
        raise refuse("deadline.needs_reason")
    return bloc, owed


def _owing_nothing(owed: Debt, members: Sequence[Membership]) -> list[Membership]:
    """Units that have handed it in, or are not asked for it yet; a report in words is asked for without a row."""
    rows = rows_handed([owed], members)[owed.key]
    is_asked = owed.topic is not None
    return [
        one for one in members
        if (rows[one.pk].handing is Handing.SIGNED if one.pk in rows else not is_asked)
    ]  # fmt: skip


def _tell(members: Sequence[Membership], key: str, owed: Debt, until_on: date, reason: str, at: datetime) -> None:
    told = Sentence(key, what=owed.name, until=written(until_on), reason=composed(reason.strip()))
    notify_units([member.unit for member in members], told, at=at, place="today")
