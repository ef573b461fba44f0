"""Scans beside signatures in ink."""

from datetime import date

import pytest

from tests.factories.files import PDF, a_png
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing, a_season_registering
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.signing import PactStage
from thidua.records.conduct.tasks import tasks_of
from thidua.records.files.steps import keep_file
from thidua.records.journal.models import Entry
from thidua.records.seasons.actions.pacts import PaperSignature, reopen_text, sign_on_paper, sign_pact, write_pact
from thidua.records.seasons.actions.scans import attach_scan
from thidua.records.seasons.queries.pacts import record_of, scans_owed

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


def test_a_signature_in_ink_owes_its_scan_within_the_working_days_of_the_pact():
    world = a_pact_open_for_signing()
    signature = in_ink(world, 1)
    assert signature.scan_due_on == date(2016, 3, 11)  # signed on a Friday, five working days
    assert list(scans_owed([world.bloc.pk])) == [signature]
    attached(world, signature, a_scan())
    assert not scans_owed([world.bloc.pk]).exists()


def test_a_confirmation_and_a_void_signature_owe_nothing():
    world = a_pact_open_for_signing()
    inside = sign_pact(world.pact(), unit=world.units[2], by=world.leaders[2], at=NOON, key=a_key())
    in_ink(world, 1)
    reopen_text(world.pact(), reason="Sửa tên đơn vị", by=world.secretary, at=NOON, key=a_key())
    assert inside.scan_due_on is None
    assert not scans_owed([world.bloc.pk]).exists()


@pytest.mark.parametrize("days", [0, 61])
def test_the_days_for_a_scan_are_few_and_at_least_one(days):
    world = a_season_registering()
    with pytest.raises(NotPossible) as caught:
        write_pact(
            world.bloc, preamble="GIAO ƯỚC", place="", scan_within_days=days, seen_version=1, by=world.secretary,
            at=NOON, key=a_key(),
        )  # fmt: skip
    assert caught.value.sentences[0].key == "pact.scan_days"


def test_the_secretariat_is_asked_for_the_scans_of_a_bloc_by_the_earliest_day_and_leaders_are_not():
    world = a_pact_open_for_signing()
    in_ink(world, 1)
    in_ink(world, 2)
    asked = [task for task in tasks_of(world.secretary, on=TODAY) if task.title.key == "task.attach_scans"]
    assert [(task.due_on, task.title.values["count"], task.asked) for task in asked] == [
        (date(2016, 3, 11), 2, "no-ban-quet")
    ]
    assert not any(task.title.key == "task.attach_scans" for task in tasks_of(world.leaders[1], on=TODAY))
