"""Two files handed in for one unit at one instant: the first stands, the other's sender is told who was first."""

import pytest

from tests.factories.seasons import a_pact_open_for_signing
from tests.factories.signing import a_certificate, an_authority, by_file, handed_out, signed_with
from tests.together import queued
from thidua.core.workflow.signing import PactStage
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import first_faulty_line
from thidua.records.seasons.models import Pact, Signature

pytestmark = pytest.mark.both


def test_of_two_files_for_one_unit_one_signs(own_database, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(own_database.data))
    world = a_pact_open_for_signing(members=2)
    handed_out(world)
    first, second = signed_with(world), signed_with(world, a_certificate(an_authority(), "Trần Huy Bách"))
    answers = queued(
        Pact.objects.all(),
        lambda: by_file(world, 1, first),
        lambda: by_file(world, 1, second, by=world.officers[1]),
    )
    assert answers.count(["pact.already_signed"]) == 1
    [stands] = Signature.objects.all()
    assert stands in answers
    assert stands.scan in (first, second)
    assert Entry.objects.filter(kind="pact.signed").count() == 1
    assert world.pact().at_stage is PactStage.OPEN
    assert first_faulty_line() is None


def test_one_file_handed_in_for_two_units_at_once_stands_for_one(own_database, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(own_database.data))
    world = a_pact_open_for_signing(members=3)
    handed_out(world)
    file = signed_with(world)
    answers = queued(
        Pact.objects.all(), *(lambda place=place: by_file(world, place, file, by=world.secretary) for place in (1, 2))
    )
    assert answers.count(["signed_file.of_another_unit"]) == 1
    assert Signature.objects.count() == 1
