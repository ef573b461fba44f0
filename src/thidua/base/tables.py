"""Brings the tables of a database to what this version knows, quicker than Django's own command."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.db.models import BaseConstraint, Index


class GrowingState(ProjectState):
    """The models as the migrations so far have made them; what is only added is added in place.

    Django builds every model anew that is tied to a new one, over any number of ties, so an empty
    database costs the square of the number of models. Nothing can point at a model that was not there,
    and nothing else knows a model's constraints and indexes, so there the models that stand may stay.
    Each other change goes Django's way.
    """

    def add_model(self, model_state: ModelState) -> None:
        with self._unbuilt() as built:
            super().add_model(model_state)
        if built is not None:
            built.render_multiple([model_state])

    def add_constraint(self, app_label: str, model_name: str, constraint: BaseConstraint) -> None:
        with self._unbuilt() as built:
            super().add_constraint(app_label, model_name, constraint)
        if built is not None:
            options = built.get_model(app_label, model_name)._meta
            options.constraints = [*options.constraints, constraint]

    def add_index(self, app_label: str, model_name: str, index: Index) -> None:
        with self._unbuilt() as built:
            super().add_index(app_label, model_name, index)
        if built is not None:
            options = built.get_model(app_label, model_name)._meta
            options.indexes = [*options.indexes, index]

    @contextmanager
    def _unbuilt(self) -> Iterator[StateApps | None]:
        """Meanwhile Django only notes a change: it builds where models have been built. They are given."""
        built = self.__dict__.pop("apps", None)
        yield built
        if built is not None:
            self.__dict__["apps"] = built


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
    """What `migrate` does for all apps, told to nobody."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    loader.check_consistent_history(connection)
    targets = loader.graph.leaf_nodes()
    plan = executor.migration_plan(targets)
    applied = [key for key in loader.applied_migrations if key in loader.graph.nodes]
    state = GrowingState(loader.project_state(applied).models, loader.unmigrated_apps)
    emit_pre_migrate_signal(0, False, connection.alias, apps=state.apps, plan=plan)
    executor.migrate(targets, plan=plan, state=state)
    emit_post_migrate_signal(0, False, connection.alias, apps=apps, plan=plan)
