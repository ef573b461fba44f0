"""Brings the tables of a database to what this version knows, quicker than Django's own command."""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration
from django.db.migrations.operations import RunPython, RunSQL
from django.db.migrations.recorder import MigrationRecorder

Plan = list[tuple[Migration, bool]]


def are_behind() -> bool:
    """Whether the tables lack something. Names of files are enough: to load what they hold takes half a second."""
    return not _known() <= MigrationRecorder(connection).applied_migrations().keys()


def _known() -> set[tuple[str, str]]:
    """App and name of every migration of this version."""
    found = set()
    for app in (config.label for config in apps.get_app_configs()):
        package, _ = MigrationLoader.migrations_module(app)
        if package and find_spec(package):
            found |= {(app, module.name) for module in iter_modules(import_module(package).__path__)}
    return found


def bring_up() -> None:
    """What `migrate` does for all apps, told to nobody; an empty database gets today's tables at once."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    loader.check_consistent_history(connection)
    targets = loader.graph.leaf_nodes()
    plan = executor.migration_plan(targets)
    state = loader.project_state([key for key in loader.applied_migrations if key in loader.graph.nodes])
    emit_pre_migrate_signal(0, False, connection.alias, apps=state.apps, plan=plan)
    if loader.applied_migrations:
        executor.migrate(targets, plan=plan, state=state)
    else:
        _lay_out(loader, plan)
    emit_post_migrate_signal(0, False, connection.alias, apps=apps, plan=plan)


def _lay_out(loader: MigrationLoader, plan: Plan) -> None:
    """The tables as all migrations together leave them, without what came between; all of them or, if cut off, none.

    Of what migrations carry out, beside changing tables, only what is not `elidable` is done: the other concerns rows
    that an earlier version has written, and there are none.
    """
    state, recorder = loader.project_state(), MigrationRecorder(connection)
    carried_out = [one for migration, _ in plan for one in migration.operations if isinstance(one, RunPython | RunSQL)]
    with connection.schema_editor(atomic=True) as editor:
        for model in state.apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for one in carried_out:
            if not one.elidable:
                one.database_forwards("", editor, state, state)
        for migration, _ in plan:
            recorder.record_applied(migration.app_label, migration.name)
