"""Acts begun at one instant, each in a thread and a connection of its own; for tests with `own_database`."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from thidua.core.answer import NotPossible


def together(*acts: Callable[[], Any]) -> list[Any]:
    """What each act returned, or the keys of the sentences with which it was refused, in the order of the acts."""
    gate, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int) -> None:
        gate.wait()
        try:
            answers[place] = acts[place]()
        except NotPossible as refused:
            answers[place] = [sentence.key for sentence in refused]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
