"""Pacts signed digitally elsewhere: the paper goes out once, and what comes back counts only if it is that paper."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing
from tests.factories.signing import AFTER, ROOT, a_certificate, by_file, handed_out, signed_with
from thidua.core.answer import NotPossible, Unknown
from thidua.core.pact import first_fault
from thidua.core.workflow.signing import PactStage
from thidua.documents.pades import read_handed_in
from thidua.records.files.steps import keep_file
from thidua.records.journal.models import Entry
from thidua.records.seasons.actions.pacts import PaperSignature, open_signing, reopen_text, sign_pact
from thidua.records.seasons.actions.scans import attach_scan
from thidua.records.seasons.actions.signed_files import sign_by_file
from thidua.records.seasons.models import Signature
from thidua.records.seasons.queries.pacts import record_of
from thidua.verify.pact import check_pact

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    (tmp_path / "trust").mkdir()
    return tmp_path


def a_world(members=3):
    world = a_pact_open_for_signing(members)
    handed_out(world)
    return world


def refused(*given, **more):
    with pytest.raises(NotPossible) as caught:
        by_file(*given, **more)
    return caught.value.sentences[0].key


def test_the_paper_goes_out_once_and_the_journal_names_its_hash():
    world = a_pact_open_for_signing()
    first = handed_out(world).paper
    assert handed_out(world).paper == first
    lines = Entry.objects.filter(kind="pact.paper_handed_out")
    assert [first.sha256 in line.body.text for line in lines] == [True]


def test_the_text_written_anew_takes_its_paper_away_and_its_signatures_with_it():
    world = a_world()
    old = signed_with(world)
    by_file(world, 1, old)
    reopen_text(world.pact(), reason="Sửa tên đơn vị", by=world.secretary, at=NOON, key=a_key())
    assert world.pact().paper is None
    assert Signature.objects.get().voided_at is not None
    open_signing(world.pact(), by=world.secretary, at=NOON + timedelta(minutes=1), key=a_key())
    assert handed_out(world).paper.sha256 != record_of(world.pact()).get("paper_sha256")


def test_leader_and_officer_hand_in_for_their_unit_and_the_secretariat_for_any():
    world = a_world()
    own = by_file(world, 1, signed_with(world))
    assert (own.kind, own.certificates[0]["subject"]) == (Signature.Kind.DIGITAL, "Trần Huy Bách")
    by_file(world, 2, signed_with(world), by=world.officers[2])
    by_file(world, 0, signed_with(world), by=world.secretary)
    assert world.pact().at_stage is PactStage.LOCKED


def test_others_hand_nothing_in_and_a_stranger_learns_nothing():
    world = a_world()
    file = signed_with(world)
    with pytest.raises(NotPossible):
        by_file(world, 1, file, by=world.officers[2])
    with pytest.raises(Unknown):
        by_file(world, 1, file, by=world.outsider)
    with pytest.raises(NotPossible):
        handed_out(world, by=world.leaders[1])
    assert not Signature.objects.exists()


def test_a_moment_outside_the_signing_and_a_certificate_out_of_its_days_are_refused():
    world = a_world()
    early, late = NOON - timedelta(minutes=1), AFTER + timedelta(minutes=1)
    assert refused(world, 1, signed_with(world, at=early)) == "signed_file.moment"
    assert refused(world, 1, signed_with(world, at=late)) == "signed_file.moment"
    expired = a_certificate(ROOT, "Trần Huy Bách", until=NOON - timedelta(days=1))
    not_yet = a_certificate(
        ROOT, "Trần Huy Bách", valid_from=NOON + timedelta(days=1), until=datetime(2018, 1, 1, tzinfo=UTC)
    )
    assert [refused(world, 1, signed_with(world, one)) for one in (expired, not_yet)] == ["signed_file.not_valid"] * 2


def test_an_unknown_issuer_is_taken_and_marked_unless_the_installation_wants_known_ones(own_folder):
    world = a_world()
    assert refused(world, 1, signed_with(world), needs_known=True) == "signed_file.unknown_issuer"
    assert by_file(world, 1, signed_with(world)).certificates[0]["is_known"] is False
    (own_folder / "trust" / "goc.pem").write_bytes(ROOT.as_pem)
    assert by_file(world, 2, signed_with(world), needs_known=True).certificates[0]["is_known"] is True


def test_one_file_stands_for_one_unit_and_a_unit_signs_once():
    world = a_world()
    file = signed_with(world)
    by_file(world, 1, file)
    assert refused(world, 2, file) == "signed_file.of_another_unit"
    assert refused(world, 1, signed_with(world)) == "pact.already_signed"


def test_a_letter_must_be_named():
    world = a_world()
    assert refused(world, 1, signed_with(world), capacity="by_letter") == "pact.needs_letter"
    assert by_file(world, 1, signed_with(world), capacity="by_letter", letter="12/GUQ").letter == "12/GUQ"


def test_the_facts_of_one_file_do_not_let_another_in():
    world = a_world()
    good, other = signed_with(world), keep_file(name="khac.pdf", content=b"%PDF-1.4\n%%EOF\n", at=NOON)
    pact = world.pact()
    with pytest.raises(NotPossible) as caught:
        sign_by_file(
            pact, unit=world.units[1], signed=PaperSignature("Trần Huy Bách", "Giám đốc", "leader", scan=other),
            read=read_handed_in(good, pact.paper), needs_known=False, by=world.leaders[1], at=AFTER, key=a_key(),
        )  # fmt: skip
    assert caught.value.sentences[0].key == "signed_file.altered"


def test_the_signed_file_is_never_changed_for_another():
    world = a_world()
    signature = by_file(world, 1, signed_with(world))
    with pytest.raises(NotPossible) as caught:
        attach_scan(signature, scan=signed_with(world), by=world.secretary, at=AFTER, key=a_key())
    assert caught.value.sentences[0].key == "scan.not_in_ink"


def test_the_pacts_file_says_each_kind_and_is_checked_without_a_database():
    world = a_world(members=2)
    file = signed_with(world)
    by_file(world, 1, file)
    sign_pact(world.pact(), unit=world.units[0], by=world.leaders[0], at=AFTER, key=a_key())
    record = record_of(world.pact())
    assert first_fault(record) is None
    assert [(one["kind"], one.get("file_sha256")) for one in record["signatures"]] == [
        ("digital", file.sha256),
        ("internal", None),
    ]
    whole, said = check_pact(json.dumps(record))
    assert whole
    assert said.splitlines()[0] == (
        "The pact is whole: 2 signatures: 1 digital, 1 confirmed in the system, which is no digital signature."
    )
    assert said.splitlines()[-1].endswith(f"not known where it was handed in; SHA-256 of the file {file.sha256}")


def test_a_changed_certificate_breaks_the_pacts_file():
    world = a_world(members=1)
    by_file(world, 0, signed_with(world))
    record = record_of(world.pact())
    record["signatures"][0]["certificates"][0]["subject"] = "Người Khác"
    assert first_fault(record).key == "pact_file.seal"
    record["signatures"][0]["certificates"] = []
    assert first_fault(record).key == "pact_file.kind"
