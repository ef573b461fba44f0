"""Tasks of participation: what people have sent by a code waits for the unit's officer."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Sentence
from thidua.core.workflow.participation import ActState
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.results.models import Participation


def tasks(desk: Desk) -> Iterator[Task]:
    """One query: what waits in one's own units. The leader may do it as well, and is not asked to."""
    for member, count in _unclaimed(own=list(desk.own)):
        own = desk.own[member]
        if "officer" in own.roles and own.may("participation.collect"):
            season = own.bloc.season
            about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
            slugs = (season.cluster.slug, season.slug, own.member.unit.slug)
            yield Task(None, Sentence("task.attribute_acts", count=count), about, "waiting_acts", slugs)


@prepared
def _unclaimed(*, own: list[int]) -> QuerySet[Any, Any]:
    waiting = Participation.objects.filter(membership__in=own, state=ActState.UNCLAIMED.value)
    return waiting.order_by().values_list("membership").annotate(count=Count("pk"))
