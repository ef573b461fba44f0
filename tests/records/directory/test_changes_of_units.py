from datetime import date

import pytest

from tests.factories.people import a_person, a_unit_named
from tests.factories.seasons import BUILDER, NOON, a_key, an_actor
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible
from thidua.records.directory.actions import appoint, end_post, move_unit, rename_unit
from thidua.records.directory.models import Unit
from thidua.records.directory.naming import person_named, unit_named, units_named, written
from thidua.records.directory.queries import leader_of, posts_in, units_above, units_directly_below
from thidua.records.journal.queries import body_of, events_about, lines_about

pytestmark = pytest.mark.both
DAY, DAY_BEFORE, DAY_AFTER = date(2016, 3, 4), date(2016, 3, 3), date(2016, 3, 5)


def renamed(unit, name="Sở Tư pháp tỉnh Phú Thọ", **given):
    return rename_unit(
        unit,
        **{
            "name": name, "short_name": "STP Phú Thọ", "label": "Phú Thọ", "from_on": DAY,
            "seen_version": unit.version, "by": BUILDER, "at": NOON, "key": a_key(),
        } | given,
    )  # fmt: skip


def moved(unit, parent, **given):
    unit.refresh_from_db()
    asked = {"from_on": DAY, "seen_version": unit.version, "by": BUILDER, "at": NOON, "key": a_key()}
    return move_unit(unit, parent=parent, **asked | given)


def refusal_of(act, *given, **named):
    with pytest.raises(NotPossible) as refused:
        act(*given, **named)
    return [sentence.key for sentence in refused.value]


def test_a_new_name_begins_on_its_day_and_the_old_one_ends_the_day_before(db):
    unit = renamed(a_unit_named("Sở Tư pháp tỉnh Vĩnh Phú", "vinh-phu"))
    assert (unit.name, unit.label) == ("Sở Tư pháp tỉnh Phú Thọ", "Phú Thọ")
    assert list(unit.names.order_by("pk").values_list("name", "from_on", "until_on")) == [
        ("Sở Tư pháp tỉnh Vĩnh Phú", None, DAY_BEFORE),
        ("Sở Tư pháp tỉnh Phú Thọ", DAY, None),
    ]
    assert unit_named("phu tho") == unit
    assert body_of(lines_about(unit)[0])["name"] == {
        "before": "Sở Tư pháp tỉnh Vĩnh Phú",
        "after": "Sở Tư pháp tỉnh Phú Thọ",
    }


def test_a_new_label_alone_is_no_new_name(db):
    unit = a_unit_named("Sở Tư pháp", "so")
    renamed(unit, name=unit.name, short_name=unit.short_name, label="Nhãn")
    assert unit.names.count() == 1


def test_a_name_is_refused_that_is_the_same_or_begins_on_a_wrong_day(db):
    unit = renamed(a_unit_named("Sở Tư pháp tỉnh Vĩnh Phú", "vinh-phu"))
    assert refusal_of(renamed, unit) == ["unit.same_name"]
    assert refusal_of(renamed, unit, name="Sở khác") == ["unit.before_the_last"]
    assert refusal_of(renamed, unit, name="Sở khác", from_on=DAY_AFTER) == ["unit.day_to_come"]
    assert refusal_of(renamed, unit, name="Sở khác", seen_version=1) == ["shared.changed_since"]
    assert unit.names.count() == 2


def test_a_unit_moves_with_all_below_it_and_its_old_parent_is_kept(db):
    ministry, province = a_unit_named("Bộ", "bo"), a_unit_named("Tỉnh", "tinh-a")
    agency = a_unit_named("Cục", "cuc", ministry)
    room = a_unit_named("Phòng", "phong", agency)
    moved(agency, province)
    agency.refresh_from_db()
    room.refresh_from_db()
    assert room.path == f"/{province.pk}/{agency.pk}/{room.pk}/"
    assert units_above(room) == [province, agency]
    assert list(agency.parents.order_by("pk").values_list("parent", "until_on")) == [
        (ministry.pk, DAY_BEFORE),
        (province.pk, None),
    ]
    assert events_about(agency) == ["unit.kept", "unit.moved"]
    assert [(one, one.below) for one in units_directly_below(province)] == [(agency, 1)]


def test_a_unit_may_stand_at_the_top_of_a_tree_of_its_own(db):
    agency = a_unit_named("Cục", "cuc", a_unit_named("Bộ", "bo"))
    moved(agency, None)
    agency.refresh_from_db()
    assert (agency.parent, agency.path) == (None, f"/{agency.pk}/")


def test_a_unit_never_stands_below_itself(db):
    above = a_unit_named("Bộ", "bo")
    below = a_unit_named("Cục", "cuc", above)
    assert refusal_of(moved, above, below) == ["unit.below_itself"]
    assert refusal_of(moved, above, above) == ["unit.below_itself"]
    assert refusal_of(moved, below, above) == ["unit.same_parent"]
    assert refusal_of(moved, below, None, from_on=DAY_AFTER) == ["unit.day_to_come"]
    assert not Unit.objects.filter(parent=below).exists()


def test_only_an_administrator_changes_a_unit(db):
    unit = a_unit_named("Sở Tư pháp", "so")
    leader = an_actor("Lê Văn Một", unit, PostKind.LEADER)
    assert refusal_of(renamed, unit, by=leader) == ["rights.not_yours"]
    assert refusal_of(moved, unit, None, by=leader) == ["rights.not_yours"]


def held(unit, name, **given):
    return appoint(
        a_person(name), unit=unit,
        **{
            "kind": PostKind.LEADER, "title": "Giám đốc", "from_on": None, "until_on": None, "by": BUILDER, "at": NOON,
            "key": a_key(),
        } | given,
    )  # fmt: skip


def test_a_post_ends_on_its_last_day_and_the_next_leader_follows(db):
    unit = a_unit_named("Sở Tư pháp", "so")
    first = held(unit, "Lê Văn Một")
    end_post(first, until_on=DAY, by=BUILDER, at=NOON, key=a_key())
    assert refusal_of(held, unit, "Lê Văn Hai", from_on=DAY) == ["post.second_leader"]
    second = held(unit, "Lê Văn Hai", from_on=DAY_AFTER)
    assert [leader_of(unit, on=day) for day in (DAY, DAY_AFTER)] == [first, second]
    assert list(posts_in(unit, on=DAY)) == [first]
    assert events_about(first.person) == ["person.kept", "post.given", "post.ended"]


def test_a_leader_of_the_past_is_no_second_leader(db):
    unit = a_unit_named("Sở Tư pháp", "so")
    held(unit, "Lê Văn Một", from_on=DAY)
    held(unit, "Lê Văn Hai", from_on=date(2010, 1, 1), until_on=DAY_BEFORE)
    assert refusal_of(held, unit, "Lê Văn Ba", until_on=DAY) == ["post.second_leader"]


def test_a_post_ends_once_and_not_before_it_began(db):
    unit = a_unit_named("Sở Tư pháp", "so")
    post = held(unit, "Lê Văn Một", from_on=DAY)
    assert refusal_of(end_post, post, until_on=DAY_BEFORE, by=BUILDER, at=NOON, key=a_key()) == ["post.backwards"]
    end_post(post, until_on=DAY, by=BUILDER, at=NOON, key=a_key())
    assert refusal_of(end_post, post, until_on=DAY, by=BUILDER, at=NOON, key=a_key()) == ["post.ended_before"]


def test_units_are_meant_by_code_by_name_or_as_the_forms_write_them(db):
    unit = a_unit_named("Sở Tư pháp tỉnh Nam Định", "stp-nd")
    a_unit_named("Sở Tư pháp tỉnh Nam Định Mới", "stp-ndm")
    lines = ["STP-ND", " sở tư pháp tỉnh nam định", written(unit)]
    assert units_named(lines) == [unit, unit, unit]


def test_every_line_that_means_no_unit_or_several_is_told_at_once(db):
    a_unit_named("Phòng Một", "p1")
    a_unit_named("Phòng Hai", "p2")
    with pytest.raises(NotPossible) as refused:
        units_named(["P1", "phòng", "không có", ""])
    assert [sentence.key for sentence in refused.value] == [
        "unit.several_named", "unit.none_named", "unit.none_named",
    ]  # fmt: skip
    assert refused.value.sentences[0].values["names"] == ("P1 · Phòng Một", "P2 · Phòng Hai")


def test_namesakes_are_told_apart_by_their_unit(db):
    places = [a_unit_named(name, slug) for name, slug in (("STP Bắc Ninh", "bn"), ("STP Hà Nam", "hna"))]
    first, second = (held(unit, "Nguyễn Thị Thắm").person for unit in places)
    assert person_named("nguyen thi tham, bac ninh", on=DAY) == first
    assert person_named("Nguyễn Thị Thắm · STP Hà Nam", on=DAY) == second
    with pytest.raises(NotPossible) as refused:
        person_named("Nguyễn Thị Thắm", on=DAY)
    [sentence] = refused.value
    assert sentence.values["names"] == ("Nguyễn Thị Thắm · STP Bắc Ninh", "Nguyễn Thị Thắm · STP Hà Nam")
    assert refusal_of(person_named, "Trần Ai Đó", on=DAY) == ["person.none_named"]
