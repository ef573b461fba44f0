"""Two acts at once on one unit's card or one bloc's ranking: one after the other, whoever comes first."""

from fractions import Fraction

import pytest

from tests.factories.scores import (
    A_CHECK,
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    TOTAL,
    a_season_scoring,
    a_season_verifying,
    a_submitted_card,
    inputs,
    the_card,
    the_member,
    the_row,
    verified,
)
from tests.factories.seasons import a_key
from tests.together import together
from thidua.core.scoring import Given
from thidua.core.workflow.handing_in import Handing
from thidua.records.journal.queries import events_about, first_faulty_line
from thidua.records.scores.actions import (
    exclude_unit,
    lock_ranking,
    reopen_verification,
    save_card,
    sign_cards,
    verify_line,
)
from thidua.records.scores.models import Exclusion, Finding, Place, Ranking
from thidua.records.scores.queries import unfold

pytestmark = pytest.mark.both


def locks(world):
    return lambda: lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())


def finds(world, points, place=1):
    card = the_card(world, place)
    row = the_row(card, "A.4")
    return lambda: verify_line(
        row, given=Given(Fraction(points)), reason=f"Còn {points} điểm", shown=A_CHECK, seen_version=card.version,
        by=world.secretary, at=NOVEMBER, key=a_key(),
    )  # fmt: skip


def test_of_two_savers_at_once_one_is_told_and_no_line_is_mixed(own_database):
    world = a_season_scoring()
    card = the_card(world)

    def saves(by, figure):
        typed = inputs(B_1=Given(Fraction(figure)), P_1=Given(Fraction(figure)))
        return lambda: save_card(card, inputs=typed, seen_version=1, by=by, at=OCTOBER, key=a_key())

    answers = together(saves(world.officers[1], 1), saves(world.leaders[1], 2))
    assert answers.count(["shared.changed_since"]) == 1
    assert {the_row(card, code).given for code in ("B.1", "P.1")} in ({"1/1"}, {"2/1"})
    assert events_about(card) == ["card.saved"]


def test_of_two_verifiers_of_one_line_at_once_one_is_told(own_database):
    world = a_season_verifying()
    answers = together(finds(world, 8), finds(world, 7))
    assert answers.count(["shared.changed_since"]) == 1
    finding = Finding.objects.get()
    assert unfold(the_card(world)).counted.total == TOTAL - 9 + finding.points


def test_a_card_signed_twice_at_once_is_signed_once(own_database):
    world = a_season_scoring()
    card = a_submitted_card(world)

    def signs():
        return sign_cards([card], by=world.leaders[1], at=OCTOBER, key=a_key())

    answers = together(signs, signs)
    assert answers.count(["handing.not_sign"]) == 1
    card = the_card(world)
    assert (card.handing, card.self_total) == (Handing.SIGNED, TOTAL)
    assert events_about(card).count("card.signed") == 1


def test_a_double_click_on_sign_gets_one_receipt(own_database):
    world = a_season_scoring()
    card, key = a_submitted_card(world), a_key()

    def signs():
        return sign_cards([card], by=world.leaders[1], at=OCTOBER, key=key)

    assert together(signs, signs) == [[card], [card]]
    assert events_about(card).count("card.signed") == 1


def test_a_verification_opened_again_while_the_ranking_is_locked_is_in_it_or_stops_it(own_database):
    world = a_season_verifying()
    verified(world)
    card = the_card(world)

    def reopens():
        return reopen_verification(card, reason="Giải trình", by=world.secretary, at=NOVEMBER, key=a_key())

    answers = together(locks(world), reopens)
    refused = [answer for answer in answers if isinstance(answer, list)]
    if Ranking.objects.exists():
        assert refused == [["ranking.is_locked"]]
        assert the_card(world).verified_total == Place.objects.get(membership=the_member(world)).total
    else:
        assert refused == [["ranking.card_not_verified"]]
        assert the_card(world).verified_total is None
    assert first_faulty_line() is None


def test_a_finding_written_while_the_ranking_is_locked_counts_in_it_or_is_refused(own_database):
    world = a_season_verifying()
    verified(world, 0, 1)
    exclude_unit(
        the_member(world, 2), reason="Kỷ luật", shown=None, by=world.secretary, at=NOVEMBER, key=a_key()
    )  # its card need not be verified, so a finding may still come
    answers = together(locks(world), finds(world, 5, place=2))
    place = Place.objects.get(membership=the_member(world, 2))
    if Finding.objects.exists():
        assert place.total == TOTAL - 4
    else:
        assert answers[1] == ["ranking.is_locked"]
        assert place.total == TOTAL
    assert first_faulty_line() is None


def test_a_unit_excluded_while_the_ranking_is_locked_is_out_of_it_or_not_excluded(own_database):
    world = a_season_verifying()
    verified(world)
    member = the_member(world, 2)

    def excludes():
        return exclude_unit(member, reason="Kỷ luật", shown=None, by=world.secretary, at=NOVEMBER, key=a_key())

    answers = together(locks(world), excludes)
    is_out = Place.objects.get(membership=member).place is None
    assert is_out == Exclusion.objects.exists()
    assert is_out or answers[1] == ["ranking.is_locked"]


def test_of_two_locks_at_once_one_stands(own_database):
    world = a_season_verifying()
    verified(world)
    answers = together(locks(world), locks(world))
    assert answers.count(["ranking.is_locked"]) == 1
    assert Place.objects.count() == 3
