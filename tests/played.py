"""The demo on a day, played once for the whole run and copied for whoever looks at it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from django.conf import settings
from django.test import Client, override_settings
from filelock import FileLock, Timeout

from tests.databases import Engine, pointed_at, settle

SIGNING, MID_YEAR, SCORING, LAST_DAY = DAYS = (
    date(2016, 3, 4),
    date(2016, 6, 27),
    date(2016, 11, 10),
    date(2016, 12, 2),
)
AFTER_THE_MERGERS = date(2026, 6, 26)  # the day on which the demo stands
LOOK_AGAIN = 0.2  # seconds
# Who looks: the demo's one-click roles, and "" for whoever has not signed in.
ROLES = (
    "thuong-truc", "can-bo-don-vi", "truong-khu-vuc", "lanh-dao-don-vi", "quan-sat-vien", "quan-tri", "",
)  # fmt: skip


def played_database(engine: Engine, prepared: str, shared: Path, day: date) -> str:
    """The address of the season as it stood that morning; the first worker of the run plays it, the others wait.

    The founding season is played once, with a copy kept on each of its mornings.
    """
    note = shared / f"played-{day}"
    lock = FileLock(shared / f"played-{'founding' if day in DAYS else day}.lock")
    while not note.exists():
        with suppress(Timeout), lock.acquire(timeout=LOOK_AGAIN):
            if not note.exists():
                _play(engine, prepared, shared, DAYS if day in DAYS else (day,))
    return note.read_text()


def _play(engine: Engine, prepared: str, shared: Path, days: Sequence[date]) -> None:
    from django.db import connection

    from thidua.cli import y2026
    from thidua.cli.founding.play import play_by

    address = engine.copy(prepared, f"played_{days[-1]:%Y%m%d}")
    with pointed_at(address):
        for day, _ in zip(days, [y2026.play(days[0])] if days[0] == AFTER_THE_MERGERS else play_by(days), strict=True):
            connection.close()
            settle(address)
            kept = engine.copy(address, f"kept_{day:%Y%m%d}")
            (shared / f"played-{day}.part").write_text(kept)
            (shared / f"played-{day}.part").rename(shared / f"played-{day}")


@contextmanager
def on_the_day(address: str, day: date) -> Iterator[None]:
    """The program as it is in the demo: that database, that day."""
    with pointed_at(address), override_settings(DEMO_DAY=day):
        yield


def signed_in(role: str, language: str) -> Client:
    """A browser of one of the demo's roles, reading in one language."""
    from thidua.records.accounts.queries import demo_accounts

    client = Client(headers={"host": "localhost"})
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    if role:
        account = next(one for one in demo_accounts() if one.demo_role == role)
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client
