"""`thidua demo`: the founding season and the season of 2026, filled in once and served on the demo's day."""

import argparse
import json
import os
from datetime import date

from thidua.base import places
from thidua.base.garbage import long_work
from thidua.cli import ready, serve

FIRST_DAY = date(2026, 6, 26)
LAST_YEAR_ALONE = 2016  # a day in it builds the founding season and nothing after


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "demo", help="the founding season and that of 2026, filled in and served, with sign-in links"
    )
    serve.add_address(parser)
    parser.add_argument(
        "--day",
        type=date.fromisoformat,
        help="the demo's day, 2026-06-26 if none is given; a day of 2016 builds the founding season alone, up to it",
    )
    parser.add_argument("--no-serve", action="store_true", help="fill the season and stop")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Builds the season on its first start, then serves it; a second start keeps what was entered."""
    data = places.data_folder()
    mark = data / "demo.json"
    if given.day is None and mark.is_file():
        day = date.fromisoformat(json.loads(mark.read_text())["day"])
    else:
        day = given.day or FIRST_DAY
    folder = data / f"demo-{day.isoformat()}"
    os.environ |= {
        "THIDUA_DATA": str(folder),
        "THIDUA_DEMO_DAY": day.isoformat(),
        "DJANGO_SETTINGS_MODULE": "thidua.site.settings",
        "THIDUA_LISTENS_AT": serve.address_at(given),
    }
    _fill(day)
    if ready.is_mixed_up():
        return 1
    mark.write_text(json.dumps({"day": day.isoformat()}))
    return 0 if given.no_serve else serve.serving(given, lambda: _tell(given, day))


def _fill(day: date) -> None:
    ready.prepare()
    from thidua.records.journal.queries import last_seq

    if last_seq() == 0:
        print(f"Filling the seasons up to the morning of {day} …", flush=True)
        from thidua.cli import y2026  # only now: to load the seasons takes half a second of every other start
        from thidua.cli.founding.play import play as play_founding

        with long_work():
            (play_founding if day.year <= LAST_YEAR_ALONE else y2026.play)(day)
    ready.close_connections()


def _tell(given: argparse.Namespace, day: date) -> None:
    """Where it is, and how to look around."""
    address = serve.address_at(given)
    print(f"\nThe demo on {day}: {address}\nSign in with one click, no password:", flush=True)
    from thidua.records.accounts.queries import demo_accounts

    for account in demo_accounts():
        print(f"  {address}/#{account.demo_role:<22} {account.person.full_name if account.person else ''}", flush=True)
    print("Everybody in it is made up. Stop with Ctrl C.", flush=True)
