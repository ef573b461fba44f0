"""Scans beside signatures in ink."""

import pytest

from tests.factories.files import PDF, a_png
from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.signing import PactStage
from thidua.records.files.steps import keep_file
from thidua.records.journal.models import Entry
from thidua.records.seasons.actions.pacts import PaperSignature, reopen_text, sign_on_paper, sign_pact
from thidua.records.seasons.actions.scans import attach_scan
from thidua.records.seasons.queries.pacts import record_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))


def a_scan(content=PDF, name="bản ký.pdf"):
    return keep_file(name=name, content=content, at=NOON)


def in_ink(world, place, **more):
    signed = PaperSignature("Trần Huy Bách", "Giám đốc", "leader", **more)
    return sign_on_paper(world.pact(), unit=world.units[place], signed=signed, by=world.secretary, at=NOON, key=a_key())


def attached(world, signature, scan, by=None):
    return attach_scan(signature, scan=scan, by=by or world.secretary, at=NOON, key=a_key())


def test_a_scan_comes_with_the_signature_or_after_it():
    world, scan = a_pact_open_for_signing(), a_scan()
    assert in_ink(world, 1, scan=scan).scan == scan
    later = in_ink(world, 2)
    assert later.scan is None
    assert attached(world, later, scan).scan == scan


def test_a_scan_after_the_lock_leaves_the_seal_as_it_was():
    world = a_pact_open_for_signing(members=2)
    in_ink(world, 0)
    last = in_ink(world, 1)
    locked = world.pact()
    assert locked.at_stage is PactStage.LOCKED
    before = record_of(locked)
    attached(world, last, a_scan())
    assert record_of(world.pact()) == before


def test_another_scan_takes_the_place_of_the_first_and_the_journal_keeps_both_hashes():
    world, first, second = a_pact_open_for_signing(), a_scan(), a_scan(a_png(), "bản ký.png")
    signature = in_ink(world, 1, scan=first)
    assert attached(world, signature, second).scan == second
    line = Entry.objects.get(kind="signature.scan_attached")
    assert first.sha256 in line.body.text
    assert second.sha256 in line.body.text


def test_a_confirmation_in_the_system_has_no_scan():
    world = a_pact_open_for_signing()
    signed = sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key=a_key())
    with pytest.raises(NotPossible) as caught:
        attached(world, signed, a_scan())
    assert caught.value.sentences[0].key == "scan.not_in_ink"


def test_a_void_signature_takes_no_scan():
    world = a_pact_open_for_signing()
    signature = in_ink(world, 1)
    reopen_text(world.pact(), reason="Sửa tên đơn vị", by=world.secretary, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as caught:
        attached(world, signature, a_scan())
    assert caught.value.sentences[0].key == "scan.signature_is_void"


def test_only_the_secretariat_attaches_and_a_stranger_learns_nothing():
    world = a_pact_open_for_signing()
    signature, scan = in_ink(world, 1), a_scan()
    with pytest.raises(NotPossible):
        attached(world, signature, scan, by=world.leaders[1])
    with pytest.raises(Unknown):
        attached(world, signature, scan, by=world.outsider)
    signature.refresh_from_db()
    assert signature.scan is None
