"""What keeps a row from being withdrawn."""

from thidua.base.withdrawing import pointing_at
from thidua.records.directory.models import Person, Unit
from thidua.records.seasons.models import Season


def test_rows_that_point_somewhere_are_known_with_and_without_a_name_for_the_way_back():
    found = {(one.related_model.__name__, one.field.name) for one in pointing_at(Unit)}
    assert {("Conference", "host"), ("Campaign", "decider"), ("Handover", "from_unit"), ("Unit", "parent")} <= found
    assert ("Initiative", "writer") in {(one.related_model.__name__, one.field.name) for one in pointing_at(Person)}
    assert all(one.field.related_model is Season for one in pointing_at(Season))
