"""The rounds of the jobs process: look at the journal, send what waits, rest."""

import fcntl
import logging
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.db import close_old_connections

from thidua.base.clock import now
from thidua.jobs.after import after
from thidua.jobs.following import follow
from thidua.jobs.mail import domain_of, mail_server, send_waiting
from thidua.jobs.tidying import tidy
from thidua.jobs.watching import watch

log = logging.getLogger(__name__)
PAUSE = 1.0  # seconds between two rounds
LONGEST_PAUSE = 600.0  # seconds between two tries of a task in trouble
AN_HOUR = 3600.0
FOLLOWERS = {"watching": watch, "after": after}


class Task:
    """A piece of work that is tried more and more seldom while it fails, and again every `every` seconds, or every
    round, once it works."""

    def __init__(self, name: str, do: Callable[[], object], every: float = 0.0) -> None:
        self._name, self._do, self._every = name, do, every
        self._pause, self._again_at = 0.0, 0.0

    def round(self, clock: float) -> None:
        """`clock` in seconds. Work that raises or gives False is in trouble."""
        if clock < self._again_at:
            return
        close_old_connections()
        try:
            fine = self._do() is not False
        except Exception as trouble:
            log.error("%s: %s", self._name, trouble)
            fine = False
        finally:
            close_old_connections()
        self._pause = 0.0 if fine else min(max(2 * self._pause, PAUSE), LONGEST_PAUSE)
        self._again_at = clock + (self._every if fine else self._pause)


def tasks() -> list[Task]:
    """What there is to do with these settings. Raises ValueError for a mail server or a sender that cannot be read."""
    found = [Task("journal", lambda: follow(FOLLOWERS)), Task("tidying", lambda: tidy(at=now()), every=AN_HOUR)]
    if settings.SMTP:
        server = mail_server(settings.SMTP)
        domain_of(settings.MAIL_FROM)
        found.append(Task("mail", lambda: send_waiting(server, sender=settings.MAIL_FROM)))
    return found


def work(stopped: threading.Event) -> None:
    """Rounds until stopped, or until the process that started this one is gone."""
    parent = int(os.environ.get("THIDUA_SERVER", os.getppid()))
    rounds = tasks()
    with (settings.DATA / "jobs.lock").open("w") as lock:
        while not stopped.wait(PAUSE) and os.getppid() == parent:
            if _is_ours(lock.fileno()):
                for task in rounds:
                    task.round(time.monotonic())


def _is_ours(lock: int) -> bool:
    """One process works per data folder, so that no letter goes out twice; another waits for its place."""
    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
