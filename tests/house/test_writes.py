"""Rows are changed by their record's own actions and steps, and by nothing else."""

from pathlib import Path

import pytest

import thidua
from tests.house.writes import writes

PACKAGE = Path(thidua.__file__).parent


def test_rows_are_changed_by_their_owners_actions_and_steps_only():
    found = [
        fault
        for file in sorted(PACKAGE.rglob("*.py"))
        for fault in writes(file.read_text(), str(file.relative_to(PACKAGE)))
    ]
    assert found == []


@pytest.mark.parametrize(
    "call",
    [
        "unit.save()",
        "unit.save(update_fields=['name'])",
        "Unit.objects.create(name='A')",
        "Unit.objects.filter(pk=1).update(name='A')",
        "Unit.objects.all().delete()",
        "Unit.objects.bulk_create(rows)",
        "Unit.objects.get_or_create(name='A')",
        "await_me(unit.asave())",
        "await_me(Unit.objects.aupdate_or_create(name='A'))",
    ],
)
def test_a_write_in_a_page_is_found(call):
    assert len(writes(call, "pages/season/views.py")) == 1


@pytest.mark.parametrize(
    "call",
    [
        "digest.update(b'a')",
        "known.update({'a': 1})",
        "workbook.save('a.xlsx')",
        "store.delete(name)",
        "store.save(name, content)",
        "super().save()",
    ],
)
def test_methods_of_the_same_name_of_other_things_are_not_writes(call):
    assert writes(call, "pages/season/views.py") == []


@pytest.mark.parametrize(
    "place", ["actions.py", "steps.py", "actions/pacts.py", "steps/pacts.py", "migrations/0001.py"]
)
def test_a_record_writes_its_own_rows_in_these_places(place):
    source = "from thidua.records.seasons.models import Pact\nPact.objects.create()"
    assert writes(source, f"records/seasons/{place}") == []


@pytest.mark.parametrize("place", ["queries.py", "access.py", "models.py", "queries/pacts.py"])
def test_a_record_writes_nothing_in_these_places(place):
    assert len(writes("Pact.objects.create()", f"records/seasons/{place}")) == 1


def test_a_record_does_not_write_rows_of_another():
    source = "from thidua.records.directory.models import Unit\nUnit.objects.filter(pk=1).update(name='A')"
    (found,) = writes(source, "records/seasons/actions.py")
    assert found.endswith("Unit.objects.filter(pk=1).update(…) rows of directory are changed by its own steps")


def test_rows_of_another_record_are_known_through_the_module_too():
    source = "from thidua.records.directory import models as d\nd.Unit.objects.create(name='A')"
    assert len(writes(source, "records/seasons/actions.py")) == 1
