import threading
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction

import pytest
from django.db import connection
from django.utils.translation import override

from tests.factories.seasons import (
    A_PAPER,
    BUILDER,
    NOON,
    TODAY,
    a_key,
    a_pact_open_for_signing,
    a_season_registering,
    figures_for,
)
from thidua.core.answer import NotPossible, Unknown
from thidua.core.pact import first_fault
from thidua.core.workflow.signing import PactStage
from thidua.core.workflow.stages import Stage
from thidua.records.directory.actions import rename_unit
from thidua.records.directory.models import Unit
from thidua.records.journal.queries import events_about
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.actions.pacts import (
    PaperSignature,
    close_signing,
    lock_signing_list,
    open_signing,
    reopen_text,
    sign_on_paper,
    sign_pact,
    write_pact,
)
from thidua.records.seasons.models import Membership, Signature
from thidua.records.seasons.queries.pacts import board_of, record_of, signatures_of, units_still_to_sign

pytestmark = pytest.mark.both


def signed_by_leader(world, place):
    return sign_pact(world.pact(), unit=world.units[place], by=world.leaders[place], at=NOON, key=a_key())


def in_ink(world, place, **given):
    signed = PaperSignature(
        **{"signer_name": "Trần Huy Bách", "signer_title": "Giám đốc", "capacity": "leader"} | given
    )
    return sign_on_paper(world.pact(), unit=world.units[place], signed=signed, by=world.secretary, at=NOON, key=a_key())


def test_last_signature_locks_the_pact(db):
    world = a_pact_open_for_signing(members=2)
    signed_by_leader(world, 0)
    assert world.pact().at_stage is PactStage.OPEN
    signature = signed_by_leader(world, 1)
    pact = world.pact()
    assert pact.at_stage is PactStage.LOCKED
    assert signature.text_hash == pact.text_hash
    assert events_about(pact)[-3:] == ["pact.signed", "pact.signed", "pact.locked"]
    assert first_fault(record_of(pact)) is None


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("registered", "said"),
    [
        (Fraction("97.125"), "97,125"),
        (Fraction("12345.5"), "12.345,5"),
        (Fraction(95), "95"),
        (Fraction("0.005"), "0,005"),
    ],
)
def test_what_is_signed_tells_a_figure_to_its_last_decimal(db, language, registered, said):
    world = a_season_registering(members=1)
    sheet = world.sheet(0)
    figures = {pk: replace(one, registered=one.registered and registered) for pk, one in figures_for(sheet).items()}
    enter_commitments_on_behalf(sheet, figures=figures, paper=A_PAPER, by=world.secretary, at=NOON, key=a_key())
    pact = write_pact(world.bloc, preamble="MỞ ĐẦU", place="", seen_version=1, by=world.secretary, at=NOON, key=a_key())
    with override(language):
        opened = open_signing(pact, by=world.secretary, at=NOON, key=a_key())
    assert f"- Tỷ lệ đúng hạn: {said} %\n" in opened.text


def test_a_unit_that_is_renamed_after_the_lock_does_not_break_the_seal(db):
    world = a_pact_open_for_signing(members=1)
    unit = world.units[0]
    sign_pact(world.pact(), unit=unit, by=world.leaders[0], at=NOON, key=a_key())
    rename_unit(
        unit, name="Tên khác", short_name="Khác", label="Khác", from_on=TODAY, seen_version=unit.version, by=BUILDER,
        at=NOON, key=a_key(),
    )  # fmt: skip
    Membership.objects.filter(unit=unit).update(name="Tên khác")
    Unit.objects.filter(pk=unit.pk).update(code="KHAC")
    sealed = record_of(world.pact())
    assert first_fault(sealed) is None
    assert [(one["unit"], one["name"]) for one in sealed["signatures"]] == [(unit.code, unit.name)]


def test_any_change_to_a_locked_pact_is_found(db):
    world = a_pact_open_for_signing(members=2)
    signed_by_leader(world, 0), in_ink(world, 1)
    whole = record_of(world.pact())
    changes = {
        "pact_file.text": lambda file: file.update(text=file["text"].replace("95 %", "90 %")),
        "pact_file.signature": lambda file: file["signatures"][0].update(text_hash="0" * 64),
        "pact_file.twice": lambda file: file["signatures"].append(file["signatures"][0]),
        "pact_file.seal": lambda file: file["signatures"][1].update(signer_name="Người Khác"),
        "pact_file.format": lambda file: file.update(format="other"),
    }
    for key, change in changes.items():
        file = deepcopy(whole)
        change(file)
        assert first_fault(file).key == key


def test_a_unit_signs_once(db):
    world = a_pact_open_for_signing()
    signed_by_leader(world, 0)
    with pytest.raises(NotPossible) as refused:
        in_ink(world, 0)
    assert refused.value.sentences[0].key == "pact.already_signed"


def test_only_the_units_own_leader_signs_in_the_system(db):
    world = a_pact_open_for_signing()
    with pytest.raises(NotPossible):
        sign_pact(world.pact(), unit=world.units[1], by=world.officers[1], at=NOON, key=a_key())
    with pytest.raises(NotPossible):
        sign_pact(world.pact(), unit=world.units[1], by=world.leaders[2], at=NOON, key=a_key())
    with pytest.raises(Unknown):
        sign_pact(world.pact(), unit=world.units[1], by=world.outsider, at=NOON, key=a_key())


def test_who_signs_by_letter_names_the_letter(db):
    world = a_pact_open_for_signing()
    with pytest.raises(NotPossible) as refused:
        in_ink(world, 1, capacity="by_letter")
    assert refused.value.sentences[0].key == "pact.needs_letter"
    assert in_ink(world, 1, capacity="by_letter", letter="12/GUQ-STP, 02/03/2016").letter.startswith("12/GUQ")


def test_the_signing_closes_with_whoever_has_signed_and_late_ones_sign_afterwards(db):
    world = a_pact_open_for_signing(members=3)
    signed_by_leader(world, 0)
    close_signing(world.pact(), by=world.head, at=NOON, key=a_key())
    world.bloc.refresh_from_db()
    assert world.bloc.at_stage is Stage.SIGNED
    assert [member.unit for member in units_still_to_sign(world.pact())] == world.units[1:]
    in_ink(world, 1), in_ink(world, 2)
    assert world.pact().at_stage is PactStage.LOCKED


def test_the_head_may_end_the_waiting_for_late_signers(db):
    world = a_pact_open_for_signing(members=3)
    in_ink(world, 0)
    with pytest.raises(NotPossible):
        lock_signing_list(world.pact(), by=world.head, at=NOON, key=a_key())
    close_signing(world.pact(), by=world.head, at=NOON, key=a_key())
    pact = lock_signing_list(world.pact(), by=world.head, at=NOON, key=a_key())
    assert pact.at_stage is PactStage.LOCKED
    with pytest.raises(NotPossible) as refused:
        in_ink(world, 1)
    assert refused.value.sentences[0].key == "pact.locked"


def test_reopening_the_text_voids_the_signatures_and_needs_a_reason(db):
    world = a_pact_open_for_signing()
    signed_by_leader(world, 0)
    with pytest.raises(NotPossible):
        reopen_text(world.pact(), reason=" ", by=world.secretary, at=NOON, key=a_key())
    reopen_text(world.pact(), reason="Sai tên đơn vị", by=world.secretary, at=NOON, key=a_key())
    assert not signatures_of(world.pact()).exists()
    assert Signature.objects.get().void_reason == "Sai tên đơn vị"
    first = world.pact().text_hash
    write_pact(
        world.bloc,
        preamble="BẢN GIAO ƯỚC MỚI",
        place="",
        seen_version=world.pact().version,
        by=world.secretary,
        at=NOON,
        key=a_key(),
    )
    assert open_signing(world.pact(), by=world.secretary, at=NOON, key=a_key()).text_hash != first
    signed_by_leader(world, 0)


def test_the_text_is_fixed_while_signing_is_open(db):
    world = a_pact_open_for_signing()
    with pytest.raises(NotPossible) as refused:
        write_pact(world.bloc, preamble="khác", place="", seen_version=1, by=world.secretary, at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "pact.text_is_fixed"


def test_a_signature_sent_twice_is_one_signature(db):
    world = a_pact_open_for_signing()
    first = sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key="one-form")
    again = sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key="one-form")
    assert first == again
    assert Signature.objects.count() == 1


@pytest.mark.parametrize("members", [3, 30])
def test_the_signing_board_takes_three_queries_whatever_its_size(db, django_assert_num_queries, members):
    world = a_pact_open_for_signing(members)
    in_ink(world, 0)
    with django_assert_num_queries(3):
        [(_, rows)] = board_of(world.season)
        assert [bool(signature) for member, signature in rows if member.name] == [True] + [False] * (members - 1)


def test_two_last_signatures_at_once_lock_the_pact_once(own_database):
    world = a_pact_open_for_signing(members=2)
    gate = threading.Barrier(2)

    def sign(place):
        gate.wait()
        try:
            signed_by_leader(world, place)
        finally:
            connection.close()

    threads = [threading.Thread(target=sign, args=(place,)) for place in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert world.pact().at_stage is PactStage.LOCKED
    assert events_about(world.pact()).count("pact.locked") == 1
    assert first_fault(record_of(world.pact())) is None
