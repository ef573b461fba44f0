"""What a command needs before it may touch the database: tables of this version, and data of the right kind."""

import multiprocessing
import os
import sys
from importlib import import_module

from thidua.base.garbage import loading, long_work


def prepare() -> None:
    """Sets Django up and brings the tables to what this version knows."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")
    with loading():
        import django

        django.setup()
        from thidua.base import tables

    if tables.are_behind():
        with long_work():
            tables.bring_up()
    close_connections()


def load_pages() -> None:
    """Before the server makes its processes: they share what is loaded, and no first page waits for it.

    Only where they are made of this one (a fork, as on Linux); elsewhere each loads for itself.
    """
    if multiprocessing.get_start_method() == "fork":
        with loading():
            from django.conf import settings

            import_module(settings.ROOT_URLCONF)


def close_connections() -> None:
    """None is shared with the processes that the server makes."""
    from django.db import connections

    connections.close_all()


def is_mixed_up() -> bool:
    """Whether the demo's day is set on data that are not the demo's; says so. Real acts would bear made-up days."""
    from django.conf import settings

    from thidua.cli.founding.files import BUILDER  # the file alone: to load the seasons as well takes a second
    from thidua.records.journal.queries import begun_by

    wrong = settings.DEMO_DAY is not None and begun_by() != BUILDER.token
    close_connections()
    if wrong:
        print("THIDUA_DEMO_DAY is for the demo, and these data are not the demo's. Unset it.", file=sys.stderr)
    return wrong
