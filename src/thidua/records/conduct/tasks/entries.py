"""Tasks about entries on behalf: a unit looks at what was entered for it, the secretariat answers a dispute."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Sentence
from thidua.core.workflow.on_behalf import EntryState
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.desk.models import EntryOnBehalf


def tasks(desk: Desk) -> Iterator[Task]:
    """Two queries: what waits for the own units' word, and disputes in the kept blocs."""
    yield from _own(desk)
    yield from _kept(desk)


def _own(desk: Desk) -> Iterator[Task]:
    asked = {(own.bloc.token, own.member.unit_id): own for own in desk.own.values() if own.may("entries.dispute")}
    units, blocs = {unit for _, unit in asked}, {bloc for bloc, _ in asked}
    for within, unit, count in _standing(units=sorted(units), blocs=sorted(blocs)):
        if (own := asked.get((within, unit))) is not None:
            about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
            title = Sentence("task.confirm_entries", count=count)
            yield Task(None, title, about, "entries_on_behalf", (), "loc=cho-y-kien")


@prepared
def _standing(*, units: list[int], blocs: list[str]) -> QuerySet[Any, Any]:
    standing = EntryOnBehalf.objects.filter(unit__in=units, within__in=blocs, state=EntryState.STANDING.value)
    return standing.order_by().values_list("within", "unit").annotate(count=Count("pk"))


def _kept(desk: Desk) -> Iterator[Task]:
    kept = {bloc.token: bloc for bloc in desk.kept if desk.may("entries.answer", bloc)}
    for within, count in _disputed(blocs=list(kept)):
        about = Sentence("task.of_bloc", bloc=kept[within].bloc.name)
        title = Sentence("task.answer_disputes", count=count)
        yield Task(None, title, about, "entries_on_behalf", (), "loc=khong-dong-y")


@prepared
def _disputed(*, blocs: list[str]) -> QuerySet[Any, Any]:
    disputed = EntryOnBehalf.objects.filter(within__in=blocs, state=EntryState.DISPUTED.value)
    return disputed.order_by().values_list("within").annotate(count=Count("pk"))
