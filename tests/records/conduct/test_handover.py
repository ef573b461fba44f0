"""A season is handed over item by item: gathered, ticked by both sides, signed by both, and what is missing is owed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.factories.evaluations import a_draft, a_ranked_season, an_observer, next_year
from tests.factories.handovers import (
    IN_JANUARY,
    MINUTES,
    NEXT,
    a_heading,
    a_prepared_handover,
    missing,
    signed,
    ticked,
    told,
)
from tests.factories.scores import DECEMBER
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible
from thidua.core.texts import in_groups
from thidua.core.workflow.copying import Part
from thidua.core.workflow.handing_over import ItemKind, ItemState, Reply, Side, Turn
from thidua.records.conduct.actions import (
    add_thing,
    amend_item,
    change_receiver,
    copy_season,
    enter_signed_minutes,
    gather_again,
    prepare_handover,
    reopen_handover,
    reply_to_item,
    settle_item,
    sign_evaluation,
    sign_handover,
    take_back_ticks,
    tick_items,
)
from thidua.records.conduct.models import Handover
from thidua.records.conduct.next_season import BlocWish, Wish, prepared
from thidua.records.conduct.queries.handover import items_of, tally_of, turn_of
from thidua.records.conduct.tasks import tasks_of
from thidua.records.desk.models import Notice
from thidua.records.journal.queries import events_about
from thidua.records.seasons.actions.guidance import Received, keep_guidance
from thidua.records.seasons.actions.heads import name_head

TODAY = DECEMBER.date()


def why(refused):
    return [sentence.key for sentence in refused.value]


def words_of(handover, kind):
    return [say(item.what) for item in items_of(handover).filter(kind=kind.value)]


def the_item(handover, key):
    return handover.items.get(key=f"handover.{key}")


def received(by, item):
    given = {"reply": Reply.RECEIVED, "remark": "", "due_on": None, "seen_version": item.version}
    return reply_to_item(item, **given, **told(by))


def titles(actor):
    return [task.title.key.removeprefix("task.") for task in tasks_of(actor, on=TODAY)]


@pytest.mark.both
def test_what_the_season_holds_is_gathered_in_the_order_of_the_minutes(db):
    world, handover = a_prepared_handover()
    kinds = [item.kind for item in items_of(handover)]
    assert kinds == sorted(kinds, key=[kind.value for kind in ItemKind].index)
    [sheet, cards, ranking] = words_of(handover, ItemKind.SCORES)
    assert cards == "Bảng chấm Khối thử: 3/3 đơn vị đã ký, 3 bảng đã thẩm định"
    assert in_groups(world.bloc.ranking.seal) in ranking
    assert "Bảng điểm Khối thử" in sheet
    [contacts] = items_of(handover).filter(kind=ItemKind.CONTACTS.value)
    assert len(contacts.lines) == 3
    assert world.leaders[1].name in contacts.lines[1]
    assert len(words_of(handover, ItemKind.PARTS)) == 2
    assert (handover.from_unit, handover.to_unit) == (world.units[0], world.units[NEXT])
    assert events_about(handover) == ["handover.prepared"]


def test_the_receiver_is_told(db):
    world, _ = a_prepared_handover()
    told_of = Notice.objects.filter(person=world.leaders[NEXT].person, key="notice.handover_prepared")
    assert [notice.place for notice in told_of] == ["handover"]


def test_nothing_is_prepared_before_the_next_head_is_named(db):
    world = a_ranked_season()
    with pytest.raises(NotPossible) as refused:
        prepare_handover(world.season, heading=None, due_on=None, **told(world.secretary))
    assert why(refused) == ["handover.no_next_head"]


def test_the_next_head_is_named_by_who_may_name_heads_and_as_the_cluster_chooses_them(db):
    world = a_ranked_season()
    with pytest.raises(NotPossible) as refused:
        prepare_handover(world.season, heading=a_heading(world), due_on=None, **told(world.secretary))
    assert why(refused) == ["rights.not_yours"]
    unnumbered = replace(a_heading(world), ground=replace(a_heading(world).ground, number=""))
    with pytest.raises(NotPossible) as refused:
        prepare_handover(world.season, heading=unnumbered, due_on=None, **told(world.head))
    assert why(refused) == ["head.needs_decision"]


def test_no_unit_hands_over_to_itself(db):
    world = a_ranked_season()
    with pytest.raises(NotPossible) as refused:
        prepare_handover(world.season, heading=a_heading(world, 0), due_on=None, **told(world.head))
    assert why(refused) == ["handover.same_unit"]


def test_the_head_of_the_next_season_receives_and_the_secretariat_prepares(db):
    world = a_ranked_season()
    season = next_year(world)
    name_head(season, heading=a_heading(world), from_on=date(2017, 1, 1), **told(world.head))
    handover = prepare_handover(world.season, heading=None, due_on=None, **told(world.secretary))
    assert (handover.to_person_id, handover.to_unit) == (world.leaders[NEXT].person, world.units[NEXT])
    assert handover.ground.number == "25/QĐ-BTP"


def test_a_season_is_prepared_once(db):
    world, _ = a_prepared_handover()
    with pytest.raises(NotPossible) as refused:
        a_prepared_handover(world)
    assert why(refused) == ["handover.is_prepared"]


@pytest.mark.both
def test_each_side_ticks_its_own_and_each_is_asked_in_its_turn(db):
    world, handover = a_prepared_handover()
    everybody = world.secretary, world.officers[NEXT], world.head, world.leaders[NEXT]

    def asked():
        wanted = {"give_items", "receive_items", "sign_given", "sign_received"}
        return [sorted(wanted & set(titles(actor))) for actor in everybody]

    assert asked() == [["give_items"], [], [], []]
    handover = ticked(world, handover, Side.GIVER)
    assert asked() == [[], ["receive_items"], [], []]
    handover = ticked(world, handover, Side.RECEIVER)
    assert asked() == [[], [], ["sign_given"], []]
    handover = signed(world, handover, Side.GIVER)
    assert asked() == [[], [], [], ["sign_received"]]
    handover = signed(world, handover, Side.RECEIVER)
    assert asked() == [[], [], [], []]
    assert turn_of(handover, tally_of(handover)) is Turn.DONE
    assert events_about(handover) == [
        "handover.prepared", "handover.ticked_by_giver", "handover.ticked_by_receiver", "handover.signed_by_giver",
        "handover.signed_by_receiver",
    ]  # fmt: skip


def test_whoever_serves_a_ranked_season_is_asked_to_prepare(db):
    world = a_ranked_season()
    assert "prepare_handover" in titles(world.secretary)
    a_prepared_handover(world)
    assert "prepare_handover" not in titles(world.secretary)


@pytest.mark.parametrize(
    ("side", "who"),
    [(Side.GIVER, "officer"), (Side.GIVER, "other"), (Side.RECEIVER, "secretary"), (Side.RECEIVER, "other")],
)
def test_nobody_ticks_for_the_other_side(db, side, who):
    world, handover = a_prepared_handover()
    by = {"officer": world.officers[NEXT], "other": world.officers[2], "secretary": world.secretary}[who]
    with pytest.raises(NotPossible) as refused:
        tick_items(handover, side=side, picked=[handover.items.first().public_id], **told(by))
    assert why(refused) == ["rights.not_yours"]


def test_nothing_has_come_that_was_not_given(db):
    world, handover = a_prepared_handover()
    with pytest.raises(NotPossible) as refused:
        ticked(world, handover, Side.RECEIVER)
    assert why(refused) == ["handover.none_waits"]
    with pytest.raises(NotPossible) as refused:
        reply_to_item(
            handover.items.first(), reply=Reply.RECEIVED, remark="", due_on=None, seen_version=1,
            **told(world.officers[NEXT]),
        )  # fmt: skip
    assert why(refused) == ["handover.not_handed_over"]


def test_a_tick_is_taken_back_by_its_side_until_the_other_replies(db):
    world, handover = a_prepared_handover()
    handover = ticked(world, handover)
    picked = [handover.items.first().public_id]
    with pytest.raises(NotPossible) as refused:
        take_back_ticks(handover, side=Side.GIVER, picked=picked, **told(world.secretary))
    assert why(refused) == ["handover.none_ticked"]
    take_back_ticks(handover, side=Side.RECEIVER, picked=picked, **told(world.officers[NEXT]))
    take_back_ticks(handover, side=Side.GIVER, picked=picked, **told(world.secretary))
    assert handover.items.first().state is ItemState.OPEN


def test_gathering_again_adds_what_is_new_and_keeps_ticks(db):
    world, handover = a_prepared_handover()
    handover = ticked(world, handover)
    before = handover.items.count()
    received = Received("15/BTP-TĐKT", TODAY, "Bộ Tư pháp", "Hướng dẫn tổng kết")
    keep_guidance(world.season, received=received, **told(world.secretary))
    handover = gather_again(handover, **told(world.secretary))
    assert words_of(handover, ItemKind.PAPERS) == ["Hướng dẫn tổng kết, số 15/BTP-TĐKT ngày 1/12/2016, Bộ Tư pháp"]
    assert handover.items.count() == before + 1
    assert tally_of(handover).answered == before
    again = gather_again(handover, **told(world.secretary))
    assert again.items.count() == before + 1


def test_what_nobody_has_ticked_is_told_anew_and_what_is_ticked_stays_as_it_was_handed_over(db):
    world, handover = a_prepared_handover()
    contacts = the_item(handover, "item.contacts")
    handover.items.filter(pk=contacts.pk).update(lines=["cũ"])
    gather_again(handover, **told(world.secretary))
    assert len(the_item(handover, "item.contacts").lines) == 3
    handover.items.filter(pk=contacts.pk).update(lines=["cũ"], given_at=DECEMBER, given_by={"name": "A"})
    gather_again(handover, **told(world.secretary))
    kept, added = handover.items.filter(key="handover.item.contacts").order_by("pk")
    assert (kept.lines, len(added.lines), added.state) == (["cũ"], 3, ItemState.OPEN)


def test_what_is_left_by_the_evaluation_is_an_open_task_and_its_paper_an_item(db):
    world = a_ranked_season()
    observer = an_observer(world)
    draft = a_draft(world, observer)
    sign_evaluation(draft, seen_version=draft.version, **told(observer))
    _, handover = a_prepared_handover(world)
    assert "Việc còn lại theo đánh giá của cấp trên: Báo cáo quý gửi muộn" in words_of(handover, ItemKind.TASKS)
    assert words_of(handover, ItemKind.PAPERS) == ["Đánh giá cả năm của cấp trên, đã ký"]


def test_a_thing_is_written_down_and_amended_until_it_has_a_reply(db):
    world, handover = a_prepared_handover()
    thing = add_thing(handover, text="  Một hộp hồ sơ giấy ", **told(world.secretary))
    thing = amend_item(
        thing, text="Hai hộp hồ sơ giấy", remark="Ở kho", seen_version=thing.version, **told(world.secretary)
    )
    assert (say(thing.what), thing.given_remark) == ("Hai hộp hồ sơ giấy", "Ở kho")
    with pytest.raises(NotPossible) as refused:
        amend_item(thing, text="Ba hộp", remark="", seen_version=1, **told(world.secretary))
    assert why(refused) == ["shared.changed_since"]
    ticked(world, handover)
    thing.refresh_from_db()
    with pytest.raises(NotPossible) as refused:
        amend_item(thing, text="Ba hộp", remark="", seen_version=thing.version, **told(world.secretary))
    assert why(refused) == ["handover.has_reply"]


def test_what_is_missing_needs_words_and_a_day_to_come(db):
    world, handover = a_prepared_handover()
    item = handover.items.first()
    given = {"reply": Reply.MISSING, "seen_version": item.version}
    for remark, due_on, key in (
        ("", IN_JANUARY, "handover.missing_needs_day_and_remark"),
        ("Thiếu", None, "handover.missing_needs_day_and_remark"),
        ("Thiếu", TODAY - timedelta(days=1), "handover.day_is_over"),
    ):
        with pytest.raises(NotPossible) as refused:
            reply_to_item(item, remark=remark, due_on=due_on, **given, **told(world.officers[NEXT]))
        assert why(refused) == [key]


@pytest.mark.both
def test_what_is_missing_is_owed_by_the_giver_until_the_receiver_closes_it(db):
    world, handover = a_prepared_handover()
    item = missing(world, handover.items.first())
    handover = ticked(world, handover)
    handover.refresh_from_db()
    with pytest.raises(NotPossible) as refused:
        settle_item(item, remark="", **told(world.officers[NEXT]))
    assert why(refused) == ["handover.not_signed_yet"]
    handover = signed(world, handover)
    [owed] = [task for task in tasks_of(world.secretary, on=TODAY) if task.title.key == "task.bring_owed_items"]
    assert (owed.due_on, owed.title.values["count"]) == (IN_JANUARY, 1)
    with pytest.raises(NotPossible) as refused:
        settle_item(item, remark="", **told(world.secretary))
    assert why(refused) == ["rights.not_yours"]
    assert settle_item(item, remark="Đã nhận đủ", **told(world.officers[NEXT])).state is ItemState.SETTLED
    assert "bring_owed_items" not in titles(world.secretary)
    with pytest.raises(NotPossible) as refused:
        settle_item(item, remark="", **told(world.officers[NEXT]))
    assert why(refused) == ["handover.not_owed"]


def test_nobody_signs_before_every_item_has_its_ticks_and_the_giver_signs_first(db):
    world, handover = a_prepared_handover()
    for expected in ("handover.not_all_given", "handover.not_all_answered"):
        with pytest.raises(NotPossible) as refused:
            signed(world, handover, Side.GIVER)
        assert why(refused) == [expected]
        handover = ticked(world, handover, Side.GIVER if expected == "handover.not_all_given" else Side.RECEIVER)
    with pytest.raises(NotPossible) as refused:
        signed(world, handover, Side.RECEIVER)
    assert why(refused) == ["handover.giver_first"]


def test_whoever_saw_another_list_does_not_sign_it(db):
    world, handover = a_prepared_handover()
    handover = ticked(world, handover)
    with pytest.raises(NotPossible) as refused:
        sign_handover(handover, side=Side.GIVER, seen_version=handover.version - 1, **told(world.head))
    assert why(refused) == ["shared.changed_since"]


def test_nothing_changes_after_the_giver_has_signed_until_it_is_reopened_with_a_reason(db):
    world, handover = a_prepared_handover()
    handover = signed(world, ticked(world, handover), Side.GIVER)
    picked = [handover.items.first().public_id]
    for change in (
        lambda: take_back_ticks(handover, side=Side.RECEIVER, picked=picked, **told(world.officers[NEXT])),
        lambda: add_thing(handover, text="Con dấu", **told(world.secretary)),
        lambda: gather_again(handover, **told(world.secretary)),
        lambda: missing(world, handover.items.first()),
    ):
        with pytest.raises(NotPossible) as refused:
            change()
        assert why(refused) == ["handover.is_given"]
    with pytest.raises(NotPossible) as refused:
        reopen_handover(handover, reason=" ", **told(world.leaders[NEXT]))
    assert why(refused) == ["handover.needs_reason"]
    handover = reopen_handover(handover, reason="Ghi nhầm", **told(world.leaders[NEXT]))
    assert (handover.given_at, handover.seal) == (None, "")
    handover = signed(world, handover)
    with pytest.raises(NotPossible) as refused:
        reopen_handover(handover, reason="Ghi nhầm", **told(world.head))
    assert why(refused) == ["handover.is_signed"]


def test_the_seal_is_that_of_every_item_with_its_remarks(db):
    world, handover = a_prepared_handover()
    handover = ticked(world, handover)
    first = signed(world, handover, Side.GIVER).seal
    handover = reopen_handover(handover, reason="Ghi nhầm", **told(world.head))
    item = handover.items.first()
    reply_to_item(
        item, reply=Reply.RECEIVED, remark="Bản sao", due_on=None, seen_version=item.version,
        **told(world.officers[NEXT]),
    )  # fmt: skip
    handover.refresh_from_db()
    assert signed(world, handover, Side.GIVER).seal != first


@pytest.mark.both
def test_minutes_signed_on_paper_are_entered_by_the_secretariat_with_what_they_name_as_missing(db):
    world, handover = a_prepared_handover()
    with pytest.raises(NotPossible) as refused:
        enter_signed_minutes(handover, minutes=MINUTES, seen_version=handover.version, **told(world.secretary))
    assert why(refused) == ["handover.not_all_given"]
    item = missing(world, handover.items.first(), by=world.secretary)
    with pytest.raises(NotPossible) as refused:
        received(world.secretary, item)
    assert why(refused) == ["rights.not_yours"]
    seen, handover = handover.version, ticked(world, handover, Side.GIVER)
    with pytest.raises(NotPossible) as refused:
        enter_signed_minutes(handover, minutes=MINUTES, seen_version=seen, **told(world.secretary))
    assert why(refused) == ["shared.changed_since"]
    handover = enter_signed_minutes(handover, minutes=MINUTES, seen_version=handover.version, **told(world.secretary))
    assert (handover.given_by["name"], handover.received_by["name"]) == ("Vũ Đình Khang", "Trần Thị Bích Liên")
    assert handover.minutes.number == "3/BB-BG"
    assert tally_of(handover).owed == 1
    assert settle_item(item, remark="", **told(world.secretary)).state is ItemState.SETTLED


def test_minutes_of_a_later_day_are_refused(db):
    world, handover = a_prepared_handover()
    handover = ticked(world, handover, Side.GIVER)
    late = replace(MINUTES, dated_on=TODAY + timedelta(days=1))
    with pytest.raises(NotPossible) as refused:
        enter_signed_minutes(handover, minutes=late, seen_version=handover.version, **told(world.secretary))
    assert why(refused) == ["entry.paper_from_later"]


def test_a_key_sent_twice_prepares_once(db):
    world, key = a_ranked_season(), a_key()
    given = {"heading": a_heading(world), "due_on": None, "by": world.head, "at": DECEMBER, "key": key}
    assert prepare_handover(world.season, **given) == prepare_handover(world.season, **given)
    assert Handover.objects.count() == 1


def test_the_season_copied_after_it_has_the_head_whom_the_hand_over_names(db):
    world, handover = a_prepared_handover()
    signed(world, ticked(world, handover))
    blocs = {world.bloc.bloc.slug: BlocWish(date(2017, 1, 1), date(2017, 12, 31))}
    wish = Wish("nam-2017", "Năm thi đua 2017", 2017, "", blocs, frozenset(Part), frozenset())
    seen = prepared(world.season, wish, on=TODAY).seal
    copied = copy_season(world.season, wish=wish, seen=seen, **told(world.secretary))
    head = copied.roles.get(role="head")
    assert (head.person_id, head.unit, head.ground.number) == (
        world.leaders[NEXT].person,
        world.units[NEXT],
        "25/QĐ-BTP",
    )


def test_another_head_takes_over_what_was_ticked_and_looks_at_every_item_anew(db):
    world, one = a_prepared_handover()
    ticked(world, one)
    asked = {"heading": a_heading(world, 2), "reason": "Phân công lại"}
    one = change_receiver(one, **asked, **told(world.head))
    assert (one.to_unit, one.to_person_id) == (world.units[2], world.leaders[2].person)
    tally = tally_of(one)
    assert (tally.to_give, tally.to_receive) == (0, tally.items)
    assert events_about(one)[-1] == "handover.receiver_changed"
    with pytest.raises(NotPossible) as refused:
        received(world.officers[NEXT], one.items.first())
    assert why(refused) == ["rights.not_yours"]


@pytest.mark.parametrize(
    ("place", "reason", "key"),
    [(0, "Phân công lại", "same_unit"), (NEXT, "Phân công lại", "same_receiver"), (2, " ", "change_needs_reason")],
)
def test_the_receiver_is_changed_for_another_unit_and_with_the_reason(db, place, reason, key):
    world, one = a_prepared_handover()
    with pytest.raises(NotPossible) as refused:
        change_receiver(one, heading=a_heading(world, place), reason=reason, **told(world.head))
    assert why(refused) == [f"handover.{key}"]


def test_once_the_giver_has_signed_the_receiver_stays(db):
    world, one = a_prepared_handover()
    one = signed(world, ticked(world, one), Side.GIVER)
    with pytest.raises(NotPossible) as refused:
        change_receiver(one, heading=a_heading(world, 2), reason="Phân công lại", **told(world.head))
    assert why(refused) == ["handover.is_given"]
