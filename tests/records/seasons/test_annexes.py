import threading
from datetime import date
from fractions import Fraction

import pytest
from django.db import connection

from tests.factories.seasons import A_PAPER, NOON, a_key, a_pact_open_for_signing, a_season_registering, figures_for
from thidua.core.answer import NotPossible, Unknown
from thidua.core.pact import first_fault
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf, Notice
from thidua.records.journal.queries import events_about, first_faulty_line
from thidua.records.seasons.actions.annexes import (
    enter_annex_on_behalf,
    propose_annex,
    sign_annex,
    sign_annex_as_head,
    sign_annex_on_paper,
    withdraw_annex,
)
from thidua.records.seasons.actions.commitments import (
    Decided,
    assign_targets,
    save_commitments,
    sign_commitments,
    submit_commitments,
)
from thidua.records.seasons.actions.pacts import (
    PaperSignature,
    close_signing,
    lock_signing_list,
    open_signing,
    sign_pact,
    write_pact,
)
from thidua.records.seasons.models import Annex, Signature
from thidua.records.seasons.queries.annexes import annexes_of
from thidua.records.seasons.queries.pacts import record_of, units_still_to_sign

pytestmark = pytest.mark.both


def a_locked_pact(members=3):
    """Unit 0, the head's, has signed; the head has ended the waiting for the others."""
    world = a_pact_open_for_signing(members)
    sign_pact(world.pact(), unit=world.units[0], by=world.leaders[0], at=NOON, key=a_key())
    close_signing(world.pact(), by=world.head, at=NOON, key=a_key())
    lock_signing_list(world.pact(), by=world.head, at=NOON, key=a_key())
    return world


def the_line(world, place=1):
    return world.sheet(place).lines.get(indicator__code="ty-le")


def proposed(world, place=1, after=97, reason="Được giao thêm biên chế", **given):
    changes = {the_line(world, place).pk: Fraction(after)}
    return propose_annex(
        world.pact(), unit=world.units[place], changes=changes, reason=reason,
        **{"by": world.officers[place], "at": NOON, "key": a_key()} | given,
    )  # fmt: skip


def test_an_annex_is_in_force_once_unit_and_head_have_signed(db):
    world = a_locked_pact()
    annex = proposed(world)
    assert "từ 95 thành 97 %" in annex.text
    sign_annex(annex, by=world.leaders[1], at=NOON, key=a_key())
    assert the_line(world).registered == 95
    in_force = sign_annex_as_head(annex, by=world.head, at=NOON, key=a_key())
    assert in_force.locked_at == NOON
    assert the_line(world).registered == 97
    assert events_about(annex) == ["annex.proposed", "annex.signed", "annex.signed", "annex.in_force"]
    assert first_faulty_line() is None


def test_the_head_may_sign_before_the_unit(db):
    world = a_locked_pact()
    annex = proposed(world)
    sign_annex_as_head(annex, by=world.head, at=NOON, key=a_key())
    assert the_line(world).registered == 95
    assert sign_annex(annex, by=world.leaders[1], at=NOON, key=a_key()).locked_at == NOON


def test_a_head_who_leads_the_unit_signs_twice_and_once_is_not_enough(db):
    world = a_locked_pact()
    annex = proposed(world, place=0)
    sign_annex(annex, by=world.head, at=NOON, key=a_key())
    assert the_line(world, 0).registered == 95
    with pytest.raises(NotPossible) as refused:
        sign_annex(annex, by=world.head, at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "annex.already_signed"
    sign_annex_as_head(annex, by=world.head, at=NOON, key=a_key())
    assert the_line(world, 0).registered == 97


def test_the_pact_and_its_seal_stay_as_they_were_signed(db):
    world = a_locked_pact()
    before = record_of(world.pact())
    annex = proposed(world)
    sign_annex(annex, by=world.leaders[1], at=NOON, key=a_key())
    sign_annex_as_head(annex, by=world.head, at=NOON, key=a_key())
    assert record_of(world.pact()) == before
    assert first_fault(before) is None
    assert {member.unit for member in units_still_to_sign(world.pact())} == set(world.units[1:])


def test_there_is_no_annex_before_the_lock(db):
    world = a_pact_open_for_signing()
    sign_pact(world.pact(), unit=world.units[0], by=world.leaders[0], at=NOON, key=a_key())
    close_signing(world.pact(), by=world.head, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        proposed(world)
    assert refused.value.sentences[0].key == "annex.needs_locked_pact"


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"reason": " "}, "annex.needs_reason"),
        ({"after": 95}, "annex.nothing_changes"),
        ({"after": -1}, "figure.below_zero"),
    ],
)
def test_an_annex_says_why_and_changes_something_that_can_be(db, given, key):
    with pytest.raises(NotPossible) as refused:
        proposed(a_locked_pact(), **given)
    assert [sentence.key for sentence in refused.value] == [key]
    assert not Annex.objects.exists()


def test_an_annex_below_the_assigned_figure_is_refused_naming_the_decision(db):
    world = a_locked_pact()
    decided = Decided("Quyết định giao chỉ tiêu", "2167/QĐ-BTP", date(2015, 12, 9))
    targets = {the_line(world).pk: (Fraction(94), decided)}
    assign_targets(world.sheet(1), targets=targets, by=world.secretary, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        proposed(world, after=93)
    assert refused.value.sentences[0].values["decision"] == "2167/QĐ-BTP Quyết định giao chỉ tiêu"


def test_a_unit_changes_only_its_own_lines(db):
    world = a_locked_pact()
    with pytest.raises(NotPossible) as refused:
        propose_annex(
            world.pact(), unit=world.units[1], changes={the_line(world, 2).pk: Fraction(97)}, reason="Nhầm dòng",
            by=world.officers[1], at=NOON, key=a_key(),
        )  # fmt: skip
    assert refused.value.sentences[0].key == "annex.nothing_changes"


def test_only_the_unit_proposes_its_leader_signs_and_the_head_agrees(db):
    world = a_locked_pact()
    with pytest.raises(NotPossible):
        proposed(world, by=world.officers[2])
    with pytest.raises(Unknown):
        proposed(world, by=world.outsider)
    annex = proposed(world)
    for act, actor in (
        (sign_annex, world.officers[1]),
        (sign_annex, world.head),
        (sign_annex_as_head, world.leaders[1]),
    ):
        with pytest.raises(NotPossible) as refused:
            act(annex, by=actor, at=NOON, key=a_key())
        assert refused.value.sentences[0].key == "rights.not_yours"
    assert not Signature.objects.filter(annex=annex).exists()


def test_an_annex_drawn_up_from_an_old_figure_does_not_come_into_force(db):
    world = a_locked_pact()
    first, second = proposed(world, after=97), proposed(world, after=99)
    assert (first.number, second.number) == (1, 2)
    for annex in (first, second):
        sign_annex(annex, by=world.leaders[1], at=NOON, key=a_key())
    sign_annex_as_head(first, by=world.head, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        sign_annex_as_head(second, by=world.head, at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "annex.overtaken"
    assert the_line(world).registered == 97


def test_the_secretariat_enters_an_annex_from_paper_and_the_unit_is_told(db):
    world = a_locked_pact()
    changes = {the_line(world).pk: Fraction(97)}
    annex = enter_annex_on_behalf(
        world.pact(), unit=world.units[1], changes=changes, reason="Theo công văn", paper=A_PAPER,
        by=world.secretary, at=NOON, key=a_key(),
    )  # fmt: skip
    assert [one.signer_name for one in annex.signatures.all()] == [A_PAPER.signer_name]
    assert EntryOnBehalf.objects.get(subject=annex.token).number == A_PAPER.number
    assert Notice.objects.filter(unit=world.units[1]).latest("pk").key == "notice.entered_on_behalf"
    in_ink = PaperSignature("Trần Huy Bách", "Trưởng khu vực", Signature.Capacity.HEAD)
    sign_annex_on_paper(annex, signed=in_ink, by=world.secretary, at=NOON, key=a_key())
    assert the_line(world).registered == 97


def test_a_unit_whose_sheet_was_not_signed_in_time_registers_by_annex(db):
    world = a_season_registering(2)
    line = world.sheet(1).lines.get(indicator__code="ty-le")
    sheet = world.sheet(1)
    save_commitments(
        sheet, figures=figures_for(sheet), seen_version=sheet.version, by=world.officers[1], at=NOON, key=a_key()
    )
    pact = write_pact(world.bloc, preamble="G", place="", seen_version=1, by=world.secretary, at=NOON, key=a_key())
    open_signing(pact, by=world.secretary, at=NOON, key=a_key())
    for place in (0, 1):
        sign_pact(world.pact(), unit=world.units[place], by=world.leaders[place], at=NOON, key=a_key())
    submit_commitments(world.sheet(1), seen_version=2, by=world.officers[1], at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        sign_commitments([world.sheet(1)], by=world.leaders[1], at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "commitments.needs_annex"
    close_signing(world.pact(), by=world.head, at=NOON, key=a_key())
    annex = proposed(world)
    sign_annex(annex, by=world.leaders[1], at=NOON, key=a_key())
    sign_annex_as_head(annex, by=world.head, at=NOON, key=a_key())
    registered = world.sheet(1)
    assert registered.handing is Handing.SIGNED
    assert registered.signed_by["name"] == world.leaders[1].name
    assert registered.lines.get(pk=line.pk).registered == 97
    in_words = registered.lines.get(indicator__kind="judged")
    assert in_words.registered_met is None, "typed and never signed"


def test_who_drew_an_annex_up_withdraws_it_until_the_head_has_signed(db):
    world = a_locked_pact()
    annex = proposed(world)
    sign_annex(annex, by=world.leaders[1], at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        withdraw_annex(annex, by=world.secretary, at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "rights.not_yours"
    withdrawn = withdraw_annex(annex, by=world.officers[1], at=NOON, key=a_key())
    assert withdrawn.withdrawn_at == NOON
    for act, by in ((sign_annex, world.leaders[1]), (sign_annex_as_head, world.head)):
        with pytest.raises(NotPossible) as refused:
            act(annex, by=by, at=NOON, key=a_key())
        assert refused.value.sentences[0].key == "annex.is_withdrawn"
    assert the_line(world).registered == 95
    following = proposed(world)
    assert following.number == 2
    sign_annex_as_head(following, by=world.head, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        withdraw_annex(following, by=world.officers[1], at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "annex.head_has_signed"


def test_the_secretariat_withdraws_what_it_entered_and_not_what_a_unit_drew_up(db):
    world = a_locked_pact()
    entered = enter_annex_on_behalf(
        world.pact(), unit=world.units[2], changes={the_line(world, 2).pk: Fraction(97)}, reason="Nhầm", paper=A_PAPER,
        by=world.secretary, at=NOON, key=a_key(),
    )  # fmt: skip
    with pytest.raises(NotPossible):
        withdraw_annex(entered, by=world.officers[2], at=NOON, key=a_key())
    withdraw_annex(entered, by=world.secretary, at=NOON, key=a_key())
    assert events_about(entered)[-1] == "annex.withdrawn"
    assert not Signature.objects.filter(annex=entered, voided_at=None).exists()


def test_an_annex_sent_twice_is_one_annex(db):
    world = a_locked_pact()
    assert proposed(world, key="one-form") == proposed(world, key="one-form")
    assert Annex.objects.count() == 1


@pytest.mark.parametrize("annexes", [1, 3])
def test_the_list_of_annexes_takes_three_queries(db, django_assert_num_queries, annexes):
    world = a_locked_pact()
    for place in range(annexes):
        proposed(world, place)
    pact = world.pact()
    with django_assert_num_queries(3):
        told = [(one.membership.unit.code, len(one.lines.all()), len(one.signatures.all())) for one in annexes_of(pact)]
    assert [lines for _, lines, _ in told] == [1] * annexes


def test_unit_and_head_signing_at_once_put_the_annex_in_force_once(own_database):
    world = a_locked_pact()
    annex = proposed(world)
    gate = threading.Barrier(2)

    def sign(act, actor):
        gate.wait()
        try:
            act(annex, by=actor, at=NOON, key=a_key())
        finally:
            connection.close()

    pairs = ((sign_annex, world.leaders[1]), (sign_annex_as_head, world.head))
    threads = [threading.Thread(target=sign, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert events_about(annex).count("annex.in_force") == 1
    assert the_line(world).registered == 97
