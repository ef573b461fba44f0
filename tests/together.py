"""Acts begun at one instant, each in a thread and a connection of its own; for tests with `own_database`."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from thidua.core.answer import NotPossible

A_MOMENT = 0.3  # seconds in which an act comes as far as it can


def together(*acts: Callable[[], Any]) -> list[Any]:
    """What each act returned, or the keys of the sentences with which it was refused, in the order of the acts."""
    gate = threading.Barrier(len(acts))
    threads, answers = _threads(acts, gate.wait)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def queued(rows: QuerySet[Model], *acts: Callable[[], Any]) -> list[Any]:
    """As `together`, for acts that would rarely meet by themselves.

    Somebody else holds `rows` while the acts begin one after the other: each has read what it reads without a
    lock before the first of them goes on.
    """
    pause = threading.Event()
    threads, answers = _threads(acts, lambda: None)
    with transaction.atomic():
        list(rows.select_for_update().values_list("pk"))
        for thread in threads:
            thread.start()
            pause.wait(A_MOMENT)
    for thread in threads:
        thread.join()
    return answers


def _threads(
    acts: tuple[Callable[[], Any], ...], begin: Callable[[], object]
) -> tuple[list[threading.Thread], list[Any]]:
    answers: list[Any] = [None] * len(acts)

    def run(place: int) -> None:
        begin()
        try:
            answers[place] = acts[place]()
        except NotPossible as refused:
            answers[place] = [sentence.key for sentence in refused]
        finally:
            connection.close()

    return [threading.Thread(target=run, args=(place,)) for place in range(len(acts))], answers
