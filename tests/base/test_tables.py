"""An empty database gets its tables quickly, and gets the same ones as Django's own command would make."""

import sqlite3
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ModelState

from tests.databases import pointed_at
from thidua.base.tables import GrowingState, are_behind, bring_up

KEY = ("id", models.BigAutoField(primary_key=True))


def a_rendered_state() -> GrowingState:
    """A unit, and a state in which the models have been built."""
    state = GrowingState()
    state.add_model(ModelState("house", "Unit", [KEY]))
    assert state.apps
    return state


def test_what_stands_is_not_built_anew_for_a_new_model_and_sees_it():
    state = a_rendered_state()
    unit = state.apps.get_model("house", "unit")

    to_unit = models.ForeignKey("house.Unit", models.PROTECT)
    state.add_model(ModelState("house", "Person", [KEY, ("unit", to_unit)]))

    person = state.apps.get_model("house", "person")
    assert state.apps.get_model("house", "unit") is unit
    assert person._meta.get_field("unit").related_model is unit
    assert [relation.related_model for relation in unit._meta.related_objects] == [person]


def test_a_constraint_and_an_index_are_added_to_the_model_that_stands():
    state = a_rendered_state()
    unit = state.apps.get_model("house", "unit")
    constraint, index = models.UniqueConstraint(fields=["id"], name="once"), models.Index(fields=["id"], name="found")

    state.add_constraint("house", "unit", constraint)
    state.add_index("house", "unit", index)

    assert state.apps.get_model("house", "unit") is unit
    assert (unit._meta.constraints, unit._meta.indexes) == ([constraint], [index])


def test_other_changes_build_the_model_anew():
    state = a_rendered_state()
    unit = state.apps.get_model("house", "unit")

    state.add_field("house", "unit", "name", models.TextField(default=""), preserve_default=True)

    assert [field.name for field in unit._meta.fields] == ["id"]
    assert [field.name for field in state.apps.get_model("house", "unit")._meta.fields] == ["id", "name"]


def test_tables_are_behind_where_one_migration_is_not_noted(db):
    """Whichever: of each app the last one is looked for."""
    assert not are_behind()
    for label, name in MigrationLoader(None).graph.leaf_nodes():
        with transaction.atomic():
            MigrationRecorder(connection).record_unapplied(label, name)
            assert are_behind(), (label, name)
            transaction.set_rollback(True)


def structure(file: Path) -> set[tuple[str, str, str | None]]:
    """Tables, indexes and triggers as the database describes them, and which migrations it has."""
    asked = sqlite3.connect(file)
    made = set(asked.execute("SELECT type, name, sql FROM sqlite_master"))
    applied = {("applied", *row) for row in asked.execute("SELECT app, name FROM django_migrations")}
    asked.close()
    return made | applied


@pytest.mark.long
@pytest.mark.parametrize("begun", [False, True], ids=["empty", "of an earlier version"])
def test_the_tables_are_those_of_the_own_command_of_django(tmp_path, django_db_blocker, begun):
    ours, theirs = tmp_path / "ours.sqlite3", tmp_path / "theirs.sqlite3"
    with django_db_blocker.unblock():
        with pointed_at(f"sqlite://{theirs}"):
            call_command("migrate", verbosity=0, interactive=False)
        with pointed_at(f"sqlite://{ours}"):
            if begun:
                call_command("migrate", "seasons", "0010", verbosity=0, interactive=False)
            bring_up()
            assert not are_behind()
            assert not connection.in_atomic_block
    assert structure(ours) == structure(theirs)
