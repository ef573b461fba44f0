"""Tasks as Hôm nay shows them: the day, the working days that are left, who waits, one act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse

from thidua.base.wording import say
from thidua.base.workdays import working_days_left
from thidua.records.conduct.tasks import Desk, Task

SOON_DAYS = 7


@dataclass(frozen=True)
class Row:
    """`late` counts the days over, 0 while none is; `left` the working days that remain, None where nobody counts."""

    due_on: date | None
    kind: str
    late: int
    left: int | None
    title: str
    about: str
    waits: str
    act: str
    address: str


def rows_of(tasks: list[Task], desk: Desk) -> list[Row]:
    """Without tasks whose place does not exist: Hôm nay, like the menu, shows only what does.

    Where several seasons are open, each task says whose it is.
    """
    names = {bloc.season.slug: bloc.season.name for bloc in desk.blocs.values()}
    return [
        _row(task, address, desk.on, names if len(names) > 1 else {})
        for task in tasks
        if (address := _address(task)) is not None
    ]


def _row(task: Task, address: str, on: date, seasons: Mapping[str, str]) -> Row:
    days = task.days_left(on)
    season = seasons.get(task.slugs[1], "") if len(task.slugs) > 1 else ""
    return Row(
        due_on=task.due_on,
        kind="plain" if days is None else "late" if days < 0 else "due" if days <= SOON_DAYS else "plain",
        late=max(0, -(days or 0)),
        left=None if task.due_on is None else working_days_left(on, task.due_on),
        title=say(task.title),
        about=", ".join(filter(None, (say(task.about), season))),
        waits=say(task.waits),
        act=say(task.act),
        address=address,
    )


def _address(task: Task) -> str | None:
    try:
        address = reverse(task.place, args=task.slugs)
    except NoReverseMatch:
        return None
    return f"{address}?{task.asked}" if task.asked else address
