"""An empty database gets its tables quickly, and gets the same ones as Django's own command would make."""

import re
from functools import cache

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.databases import pointed_at
from thidua.base.tables import are_behind, bring_up
from thidua.records.journal.models import Head


def test_tables_are_behind_where_one_migration_is_not_noted(db):
    """Whichever: of each app the last one is looked for."""
    assert not are_behind()
    for label, name in MigrationLoader(None).graph.leaf_nodes():
        with transaction.atomic():
            MigrationRecorder(connection).record_unapplied(label, name)
            assert are_behind(), (label, name)
            transaction.set_rollback(True)


@pytest.mark.both
def test_what_is_cut_off_while_the_tables_are_laid_out_leaves_none_of_them(engine, django_db_blocker, monkeypatch):
    with django_db_blocker.unblock(), pointed_at(engine.create("cut_off")):
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(MigrationRecorder, "migration_qs", property(lambda recorder: 1 / 0))
            with pytest.raises(ZeroDivisionError):
                bring_up()
        assert connection.introspection.table_names() == []
        bring_up()
        assert not are_behind()


ON_SQLITE = ("SELECT type, name, sql FROM sqlite_master",)
ON_POSTGRESQL = (
    """SELECT table_name, column_name, data_type, character_maximum_length, column_default, is_nullable, is_identity
       FROM information_schema.columns WHERE table_schema = 'public'""",
    "SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace""",
    "SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
)
MADE_UP = re.compile(r"\b\w+_(pkey|key|like|check|uniq|[0-9a-f]{8}(_\w+)?)\b")
APPLIED = "SELECT 'applied', app, name FROM django_migrations"


def structure() -> set[tuple[object, ...]]:
    """Tables, indexes and triggers as the database tells of them, migrations that it has, rows that it begins with.

    In which order the columns of a table stand may differ, and what PostgreSQL calls an index that no model has named:
    of a model that was called otherwise it keeps the first name.
    """
    found: set[tuple[object, ...]] = {("head", *row) for row in Head.objects.values_list()}
    with connection.cursor() as cursor:
        for question in (*(ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRESQL), APPLIED):
            cursor.execute(question)
            found |= {tuple(_told(one) for one in row) for row in cursor.fetchall()}
    return found


def _told(told: object) -> object:
    """Of a table its columns and constraints in no order; nothing for a name that PostgreSQL has made up."""
    if not isinstance(told, str):
        return told
    if connection.vendor == "postgresql":
        return MADE_UP.sub(lambda name: name[0] if name[0] in _named() else "", told)
    if told.startswith("CREATE TABLE"):
        name, _, rest = told.partition("(")
        return name, *sorted(rest.removesuffix(")").split(", "))
    return (
        MADE_UP.sub(lambda name: name[0] if name[0] in _named() else "", told)
        if connection.vendor != "sqlite"
        else told
    )


@cache
def _named() -> set[str]:
    """What the models themselves name."""
    options = [model._meta for model in apps.get_models()]
    return {one.name for each in options for one in (*each.constraints, *each.indexes)}


@pytest.mark.both
@pytest.mark.long
@pytest.mark.parametrize("begun", [False, True], ids=["empty", "of an earlier version"])
def test_the_tables_are_those_of_the_own_command_of_django(engine, django_db_blocker, begun):
    ours, theirs = engine.create(f"ours_{begun}".lower()), engine.create(f"theirs_{begun}".lower())
    with django_db_blocker.unblock():
        with pointed_at(theirs):
            call_command("migrate", verbosity=0, interactive=False)
            of_django = structure()
        with pointed_at(ours):
            if begun:
                call_command("migrate", "seasons", "0010", verbosity=0, interactive=False)
            bring_up()
            assert not are_behind()
            assert not connection.in_atomic_block
            assert structure() == of_django
