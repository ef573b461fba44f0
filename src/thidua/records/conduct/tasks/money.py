"""Tasks of a conference's money: approve, mend, settle, close; for a unit, to pay what it was asked."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from thidua.base.days import local_day
from thidua.base.library import rights
from thidua.base.prepared import prepared
from thidua.base.workdays import working_day_after
from thidua.core.answer import Sentence
from thidua.core.workflow.budgeting import BudgetState
from thidua.core.workflow.conferences import ConferenceState
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.councils.models import Budget, Contribution

SETTLE_WITHIN = 15  # working days after the conference
WAITS_FOR_THE_HEAD = {BudgetState.SUBMITTED: "task.approve_estimate", BudgetState.SETTLING: "task.close_settlement"}


def tasks(desk: Desk) -> Iterator[Task]:
    """Two queries: money of the seasons that the actor leads or serves, what own units have not paid."""
    yield from _kept(desk)
    yield from _asked(desk)


def _kept(desk: Desk) -> Iterator[Task]:
    writes, approves = (
        {season for season, roles in desk.roles.items() if rights().answer(act, roles).is_yes}
        for act in ("money.write", "money.approve")
    )
    for one in _under_way(seasons=sorted(writes | approves)):
        season = one.conference.season_id
        if one.at_state in WAITS_FOR_THE_HEAD:
            if season in approves:
                yield _task(one, WAITS_FOR_THE_HEAD[one.at_state], None)
        elif season in writes and one.returned_because:
            yield _task(one, "task.mend_money", None)
        elif season in writes and one.conference.at_state in (ConferenceState.HELD, ConferenceState.CONCLUDED):
            yield _task(one, "task.settle_money", working_day_after(local_day(one.conference.ends_at), SETTLE_WITHIN))


@prepared
def _under_way(*, seasons: list[int]) -> QuerySet[Budget]:
    found = Budget.objects.filter(conference__season__in=seasons).exclude(state=BudgetState.CLOSED.value)
    return found.select_related("conference__cluster", "conference__season").order_by("pk")


def _task(one: Budget, key: str, due: date | None) -> Task:
    conference = one.conference
    place = "settlement" if key in ("task.close_settlement", "task.settle_money") else "money"
    about = Sentence("task.of_season", season=conference.season.name)
    return Task(due, Sentence(key, name=conference.name), about, place, (conference.cluster.slug, conference.slug))


def _asked(desk: Desk) -> Iterator[Task]:
    """A unit in two blocs is asked once."""
    units = {own.member.unit_id: own for own in desk.own.values() if "officer" in own.roles}
    for one in _unpaid(units=list(units)):
        own, conference = units[one.membership.unit_id], one.budget.conference
        title = Sentence("task.pay_contribution", name=conference.name, dong=one.asked_dong - one.paid)
        about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
        slugs = (conference.cluster.slug, conference.slug)
        yield Task(one.budget.contribute_by, title, about, "money", slugs)


@prepared
def _unpaid(*, units: list[int]) -> QuerySet[Any, Any]:
    """What these units were asked for and have not paid whole; `paid` so far."""
    paid = Coalesce(Sum("receipts__dong", filter=Q(receipts__withdrawn_because="")), 0)
    asked = Contribution.objects.filter(membership__unit__in=units, budget__state__in=_open()).annotate(paid=paid)
    found = asked.filter(paid__lt=F("asked_dong")).select_related("budget__conference__cluster", "membership")
    return found.order_by("pk")


def _open() -> list[str]:
    return [state.value for state in BudgetState if state not in (BudgetState.SETTLING, BudgetState.CLOSED)]
