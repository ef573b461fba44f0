"""What a command needs before it may touch the database: tables of this version, and data of the right kind."""

import os
import sys

from thidua.base.garbage import loading, seldom_look_for_garbage


def prepare() -> None:
    """Sets Django up and brings the tables to what this version knows."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")
    with loading():
        import django
        from django.db import connections

        django.setup()
        from thidua.base import tables

    if tables.are_behind():
        seldom_look_for_garbage()
        tables.bring_up()
    connections.close_all()


def load_pages() -> None:
    """Before the server makes processes of this one: they share what is loaded, and no first page waits for it."""
    with loading():
        from django.urls import get_resolver

        assert get_resolver().url_patterns


def is_mixed_up() -> bool:
    """Whether the demo's day is set on data that are not the demo's; says so. Real acts would bear made-up days."""
    from django.conf import settings
    from django.db import connections

    from thidua.cli.founding.files import BUILDER  # the file alone: to load the seasons as well takes a second
    from thidua.records.journal.queries import begun_by

    wrong = settings.DEMO_DAY is not None and begun_by() != BUILDER.token
    connections.close_all()
    if wrong:
        print("THIDUA_DEMO_DAY is for the demo, and these data are not the demo's. Unset it.", file=sys.stderr)
    return wrong
