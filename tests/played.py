"""The demo on a day, played once for the whole run and copied for whoever looks at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.conf import settings
from django.test import Client, override_settings
from filelock import FileLock

from tests.databases import Engine, pointed_at, settle

SIGNING, MID_YEAR, SCORING, LAST_DAY = DAYS = (
    date(2016, 3, 4),
    date(2016, 6, 27),
    date(2016, 11, 10),
    date(2016, 12, 2),
)
AFTER_THE_MERGERS = date(2026, 6, 26)  # the day on which the demo stands
# Who looks: the demo's one-click roles, and "" for whoever has not signed in.
ROLES = (
    "thuong-truc", "can-bo-don-vi", "truong-khu-vuc", "lanh-dao-don-vi", "quan-sat-vien", "quan-tri", "",
)  # fmt: skip


def played_database(engine: Engine, prepared: str, shared: Path, day: date) -> str:
    """The address of the season as it stood that morning; the first worker of the run plays it, the others wait."""
    note = shared / f"played-{day}"
    with FileLock(shared / f"played-{day}.lock"):
        if not note.exists():
            address = engine.copy(prepared, f"played_{day:%Y%m%d}")
            with pointed_at(address):
                _play(day)
            settle(address)
            note.write_text(address)
    return note.read_text()


def _play(day: date) -> None:
    from thidua.cli import founding, y2026

    (y2026 if day == AFTER_THE_MERGERS else founding).play(day)


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
