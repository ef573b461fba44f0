"""The ranking: exclusions, what a lock waits for, shared places, the seal, and that nothing changes after."""

from fractions import Fraction

import pytest

from tests.factories.scores import (
    A_CHECK,
    AN_EVIDENCE,
    DECEMBER,
    NOVEMBER,
    TOTAL,
    a_finding,
    a_saved_card,
    a_season_scoring,
    a_season_verifying,
    a_signed_card,
    inputs,
    moved,
    the_card,
    the_member,
    the_row,
    verified,
)
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.scoring import Given
from thidua.core.workflow.stages import Stage
from thidua.records.journal.queries import body_of, events_about, first_faulty_line, lines_about
from thidua.records.scores.actions import (
    add_line_evidence,
    enter_card_on_behalf,
    exclude_unit,
    lift_exclusion,
    lock_ranking,
    refill_card,
    save_card,
    sign_cards,
    submit_card,
)
from thidua.records.scores.models import Exclusion, Place, Ranking
from thidua.records.scores.queries import provisional_ranking, ranking_of
from thidua.records.scores.steps.ranking import sealed

pytestmark = pytest.mark.both


def keys(refused):
    return [sentence.key for sentence in refused.value]


def lock(world, by=None):
    return lock_ranking(world.bloc, by=by or world.head, at=DECEMBER, key=a_key())


def exclude(world, place=2, reason="Có cán bộ bị kỷ luật", shown=None, by=None):
    return exclude_unit(
        the_member(world, place), reason=reason, shown=shown, by=by or world.secretary, at=NOVEMBER, key=a_key()
    )


def lift(world, exclusion, reason="Đã được minh oan"):
    return lift_exclusion(exclusion, reason=reason, by=world.secretary, at=NOVEMBER, key=a_key())


def places_of(world):
    return [(row.membership.unit.code, row.place, row.shares, row.total) for row in ranking_of(world.bloc).places.all()]


def test_the_head_locks_the_ranking_as_it_stands_on_the_verified_cards(db):
    world = a_season_verifying(4)
    a_finding(world, 1, "T.1", Given(True))
    a_finding(world, 2)
    verified(world)
    ranking = lock(world)
    first, second, third, last = (world.units[place].code for place in (1, 0, 3, 2))
    assert places_of(world) == [
        (first, 1, False, TOTAL + 5),
        (second, 2, True, TOTAL),
        (third, 2, True, TOTAL),
        (last, 4, False, TOTAL - 1),
    ]
    best = ranking_of(world.bloc).places.first()
    assert (best.base, best.bonus, best.penalty, best.total_parts) == (62, 6, Fraction("0.5"), 675_000)
    assert events_about(ranking) == ["ranking.locked"]
    assert first_faulty_line() is None


def test_equal_totals_are_set_apart_where_the_sheet_says_how(db):
    world = a_season_verifying(3, "tie_breaks: [T, fewer_penalties]")
    a_finding(world, 1, "T.2", Given(Fraction(2)))
    a_finding(world, 1, "A.4", Given(Fraction(8)))
    verified(world)
    lock(world)
    assert [(row.place, row.total, row.broken_by) for row in ranking_of(world.bloc).places.all()] == [
        (1, TOTAL, "T"), (2, TOTAL, "T"), (2, TOTAL, "T"),
    ]  # fmt: skip


def test_the_lock_waits_for_every_unit_and_names_it(db):
    world = a_season_scoring()
    a_signed_card(world, 1)
    a_saved_card(world, 2)
    moved(world, Stage.VERIFYING)
    with pytest.raises(NotPossible) as refused:
        lock(world)
    names = [unit.name for unit in world.units]
    assert [say(sentence) for sentence in refused.value] == [
        (f"{names[0]} chưa ký bảng chấm. Nhắc đơn vị, nhập thay, hoặc ghi đơn vị không xếp hạng kèm lý do."),
        f"Bảng chấm của {names[1]} chưa thẩm định xong.",
        (f"{names[2]} chưa ký bảng chấm. Nhắc đơn vị, nhập thay, hoặc ghi đơn vị không xếp hạng kèm lý do."),
    ]
    assert not Ranking.objects.exists()
    assert [sentence.values["unit"] for sentence in provisional_ranking(world.bloc).waiting.values()] == names


def test_who_may_lock_has_three_answers(db):
    world = a_season_verifying()
    verified(world)
    with pytest.raises(NotPossible) as refused:
        lock(world, by=world.secretary)
    assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        lock(world, by=world.outsider)
    lock(world)
    with pytest.raises(NotPossible) as refused:
        lock(world)
    assert [say(sentence) for sentence in refused.value] == ["Bảng xếp hạng của khối đã chốt, không thay đổi được nữa."]


def test_an_excluded_unit_has_no_place_and_holds_nobody_up(db):
    world = a_season_scoring()
    for place in (0, 1):
        if place:
            a_signed_card(world, place)
    moved(world, Stage.VERIFYING)
    verified(world, 1)
    exclude(world, 0, shown=A_CHECK)
    exclude(world, 2)
    lock(world)
    rows = list(ranking_of(world.bloc).places.all())
    assert [(row.place, row.excluded_because) for row in rows] == [
        (1, ""), (None, "Có cán bộ bị kỷ luật"), (None, "Có cán bộ bị kỷ luật"),
    ]  # fmt: skip
    assert Exclusion.objects.get(membership=the_member(world, 0)).paper.number == "04/BB-KV"


def test_an_exclusion_needs_a_reason_and_stands_once(db):
    world = a_season_verifying()
    with pytest.raises(NotPossible) as refused:
        exclude(world, reason=" ")
    assert [say(sentence) for sentence in refused.value] == ["Ghi lý do."]
    exclusion = exclude(world)
    with pytest.raises(NotPossible) as refused:
        exclude(world)
    assert [say(sentence) for sentence in refused.value] == [f"{world.units[2].name} đã ở diện không xếp hạng."]
    assert events_about(exclusion) == ["ranking.unit_excluded"]


def test_a_lifted_exclusion_stays_readable_and_the_unit_is_ranked(db):
    world = a_season_verifying()
    exclusion = exclude(world)
    with pytest.raises(NotPossible) as refused:
        lift(world, exclusion, reason="")
    assert keys(refused) == ["ranking.exclusion_needs_reason"]
    lifted = lift(world, exclusion)
    assert (lifted.reason, lifted.lifted_reason, lifted.lifted_at) == (
        "Có cán bộ bị kỷ luật", "Đã được minh oan", NOVEMBER,
    )  # fmt: skip
    with pytest.raises(NotPossible) as refused:
        lift(world, exclusion)
    assert keys(refused) == ["ranking.is_not_excluded"]
    [entry, _] = lines_about(exclusion)
    assert body_of(entry)["reason"] == "Đã được minh oan"
    verified(world)
    lock(world)
    assert [row.place for row in ranking_of(world.bloc).places.all()] == [1, 1, 1]


def test_who_may_exclude_has_three_answers(db):
    world = a_season_verifying()
    with pytest.raises(NotPossible) as refused:
        exclude(world, by=world.leaders[1])
    assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        exclude(world, by=world.outsider)


def test_the_seal_is_reckoned_again_and_any_other_figure_breaks_it(db):
    world = a_season_verifying()
    verified(world)
    ranking = lock(world)
    assert len(ranking.seal) == 64
    assert sealed(Ranking.objects.get()) == ranking.seal
    [entry] = lines_about(ranking)
    assert body_of(entry).items() >= {"seal": ranking.seal, "sheet": ranking.sheet.text_hash, "units": 3}.items()
    world.units[1].name = "Tên mới"
    world.units[1].save()
    assert sealed(Ranking.objects.get()) == ranking.seal, "a later name breaks nothing"
    Place.objects.filter(membership=the_member(world, 1)).update(total=TOTAL + Fraction(1, 1000))
    assert sealed(Ranking.objects.get()) != ranking.seal


def test_after_the_lock_nothing_changes_not_even_the_card_of_an_excluded_unit(db):
    world = a_season_scoring()
    a_signed_card(world, 1)
    a_saved_card(world, 2)
    moved(world, Stage.VERIFYING)
    verified(world, 1)
    exclude(world, 0)
    excluded = exclude(world, 2)
    lock(world)
    card, officer = the_card(world, 2), {"by": world.officers[2], "at": DECEMBER}
    on_behalf = the_card(world, 0)
    acts = [
        lambda: save_card(card, inputs=inputs(), seen_version=card.version, **officer, key=a_key()),
        lambda: submit_card(card, seen_version=card.version, **officer, key=a_key()),
        lambda: refill_card(card, **officer, key=a_key()),
        lambda: sign_cards([card], by=world.leaders[2], at=DECEMBER, key=a_key()),
        lambda: add_line_evidence(the_row(card, "B.1"), shown=AN_EVIDENCE, **officer, key=a_key()),
        lambda: enter_card_on_behalf(
            on_behalf, inputs=inputs(), evidence={}, paper=None, by=world.secretary, at=DECEMBER, key=a_key()
        ),
        lambda: exclude(world, 1),
        lambda: lift(world, excluded),
    ]
    for act in acts:
        with pytest.raises(NotPossible) as refused:
            act()
        assert keys(refused) == ["ranking.is_locked"]


def test_a_unit_that_has_left_has_no_place(db):
    world = a_season_verifying()
    world.bloc.members.filter(unit=world.units[2]).update(left_on=NOVEMBER.date())
    verified(world, 0, 1)
    lock(world)
    assert len(places_of(world)) == 2
