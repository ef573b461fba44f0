"""The demo on a day, played once for the whole run and copied for whoever looks at it."""

import pickle
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
ALL_OF_2016 = date(2016, 12, 31)  # after all that is played of it
AFTER_THE_MERGERS = date(2026, 6, 26)  # the day on which the demo stands
LOOK_AGAIN = 0.2  # seconds
CAST = "cast-at-the-end-of-2016"
# Who looks: the demo's one-click roles, and "" for whoever has not signed in.
ROLES = (
    "thuong-truc", "can-bo-don-vi", "truong-khu-vuc", "lanh-dao-don-vi", "quan-sat-vien", "quan-tri", "",
)  # fmt: skip


def played_database(engine: Engine, prepared: str, shared: Path, day: date) -> str:
    """The address of the season as it stood that morning; whoever comes first plays it, the others wait.

    The founding season is played once, with a copy kept on each of its mornings; that of 2026 goes on from its end.
    """
    made_with_it = (*DAYS, ALL_OF_2016) if day in (*DAYS, ALL_OF_2016) else (day,)
    note = shared / f"played-{day}"
    lock = FileLock(shared / f"played-{made_with_it[-1]}.lock")
    while not note.exists():
        with suppress(Timeout), lock.acquire(timeout=LOOK_AGAIN):
            if not note.exists():
                if day == AFTER_THE_MERGERS:
                    _play_on(engine, played_database(engine, prepared, shared, ALL_OF_2016), shared)
                else:
                    _play(engine, prepared, shared, made_with_it)
    return note.read_text()


def _play(engine: Engine, prepared: str, shared: Path, mornings: Sequence[date]) -> None:
    """Nobody signs in before somebody looks: the accounts are opened in the copies, the end of the year has none."""
    from django.db import connection

    from thidua.cli.founding import directory
    from thidua.cli.founding.files import Cast, moment, table
    from thidua.cli.founding.play import play_by

    cast, address = Cast(), engine.copy(prepared, f"played_{mornings[-1]:%Y%m%d}")
    with pointed_at(address):
        for morning, _ in zip(mornings, play_by(mornings, cast=cast, with_accounts=False), strict=True):
            connection.close()
            settle(address)
            copy = engine.copy(address, f"kept_{morning:%Y%m%d}")
            if morning == ALL_OF_2016:
                (shared / CAST).write_bytes(pickle.dumps(cast))
            else:
                with pointed_at(copy):
                    directory.open_accounts(cast, moment(table("stages")["stages"]["so-tu-phap"]["planned"]))
                settle(copy)
            _note(shared, morning, copy)


def _play_on(engine: Engine, end_of_2016: str, shared: Path) -> None:
    from thidua.cli import y2026

    address = engine.copy(end_of_2016, f"kept_{AFTER_THE_MERGERS:%Y%m%d}")
    with pointed_at(address):
        y2026.play_on(pickle.loads((shared / CAST).read_bytes()), AFTER_THE_MERGERS)
    settle(address)
    _note(shared, AFTER_THE_MERGERS, address)


def _note(shared: Path, morning: date, address: str) -> None:
    """Whoever sees the note finds it whole."""
    (shared / f"played-{morning}.part").write_text(address)
    (shared / f"played-{morning}.part").rename(shared / f"played-{morning}")


@contextmanager
def on_the_day(address: str, day: date) -> Iterator[None]:
    """The program as it is in the demo: that database, that day."""
    with pointed_at(address), override_settings(DEMO_DAY=day):
        yield


def signed_in(role: str, language: str) -> Client:
    """A browser of one of the demo's roles, reading in one language."""
    from thidua.pages.door.backend import BACKEND
    from thidua.records.accounts.queries import demo_accounts

    client = Client(headers={"host": "localhost"})
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    if role:
        account = next(one for one in demo_accounts() if one.demo_role == role)
        client.force_login(account, backend=BACKEND)
    return client
