"""Tasks of the day: reckoned from stage, due days and what is missing, for a person's posts; never stored."""

from datetime import date

from thidua.core.actor import Actor
from thidua.records.conduct.tasks import (
    campaigns,
    conferences,
    entries,
    guidance,
    handover,
    inspections,
    money,
    pacts,
    papers,
    participation,
    planning,
    results,
    scores,
    stages,
    stories,
    written,
    year_end,
)
from thidua.records.conduct.tasks.desk import Desk, Task, desk_of, open_blocs

__all__ = ["Desk", "Task", "desk_of", "open_blocs", "tasks_at", "tasks_of"]

ROOMS = (
    planning, pacts, results, written, scores, inspections, stories, participation, entries, stages, conferences, money,
    guidance, campaigns, papers, year_end, handover,
)  # fmt: skip


def tasks_of(actor: Actor, *, on: date) -> list[Task]:
    """What is due by this actor, earliest day first; what has no day comes last.

    The same number of queries for any number of posts, blocs and units.
    """
    return tasks_at(desk_of(actor, on=on))


def tasks_at(desk: Desk) -> list[Task]:
    """As `tasks_of`, at a desk that is known already."""
    tasks = [task for room in ROOMS for task in room.tasks(desk)]
    return sorted(tasks, key=lambda task: (task.due_on is None, task.due_on or desk.on))
