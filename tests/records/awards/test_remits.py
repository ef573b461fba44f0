from datetime import date

import pytest

from tests.factories.awards import someone_in
from tests.factories.people import a_unit_named
from tests.factories.seasons import BUILDER, NOON, a_key, a_season
from thidua.core.answer import NotPossible
from thidua.records.awards.access import may_set_remit
from thidua.records.awards.actions import set_remit
from thidua.records.awards.queries.remits import remit_of, road_gone, roads_of, roads_of_paths
from thidua.records.journal.queries import events_about

pytestmark = [pytest.mark.both, pytest.mark.django_db]
DAY = date(2016, 3, 4)


def said(unit, main_road="", second_road="", seen_version=0):
    return set_remit(
        unit, main_road=main_road, second_road=second_road, seen_version=seen_version, by=BUILDER, at=NOON, key=a_key()
    )


def refusal(*args, **given):
    with pytest.raises(NotPossible) as refused:
        said(*args, **given)
    return [sentence.key for sentence in refused.value]


def test_a_unit_goes_by_what_it_says_and_else_by_the_nearest_above_it():
    province = a_unit_named("Ủy ban nhân dân tỉnh", "ubnd")
    department = a_unit_named("Sở Tư pháp", "so", province)
    room = a_unit_named("Phòng Một", "phong-mot", department)
    assert roads_of(room, on=DAY) == ()
    said(province, "BACNINH")
    assert roads_of(room, on=DAY) == ("BACNINH",)
    said(department, "BACNINH", "BTP")
    roads = roads_of_paths(unit.path for unit in (province, department, room))
    assert list(roads.values()) == [("BACNINH",), ("BACNINH", "BTP"), ("BACNINH", "BTP")]
    assert roads_of(someone_in(room), on=DAY) == ("BACNINH", "BTP")
    assert events_about(department).count("honours.remit_set") == 1


@pytest.mark.parametrize(("wanted", "gone"), [(None, "BACNINH"), ("BTP", "BTP"), ("", ""), ("VKSTC", "BACNINH")])
def test_the_road_is_the_one_chosen_where_it_is_there_and_else_the_first(wanted, gone):
    assert road_gone(("BACNINH", "BTP"), wanted) == gone
    assert road_gone((), wanted) == ""


def test_what_a_unit_says_no_longer_gives_way_to_the_one_above_it():
    province = a_unit_named("Ủy ban nhân dân tỉnh", "ubnd")
    department = a_unit_named("Sở Tư pháp", "so", province)
    said(province, "BACNINH")
    said(department, "BTP")
    said(department, seen_version=1)
    assert roads_of(department, on=DAY) == ("BACNINH",)


def test_an_authority_is_one_with_texts_and_a_second_road_is_another():
    unit = a_unit_named("Sở Tư pháp", "so")
    assert refusal(unit, "KHONGCO") == ["honours.no_such_authority"]
    assert refusal(unit, "BTP", "BTP") == ["honours.second_road_is_another"]
    assert refusal(unit, "", "BTP") == ["honours.second_road_is_another"]
    said(unit, "BTP")
    assert refusal(unit, "BACNINH") == ["shared.changed_since"]
    assert remit_of(unit).main_road == "BTP"


def test_the_secretariat_says_it_of_member_units_and_the_administrator_of_all():
    world = a_season()
    outside = a_unit_named("Sở Ngoài", "so-ngoai")
    for unit, wanted in ((world.units[1], True), (outside, False)):
        assert may_set_remit(world.secretary, unit, on=DAY).is_yes is wanted
    assert not may_set_remit(world.officers[1], world.units[1], on=DAY).is_yes
    assert may_set_remit(BUILDER, outside, on=DAY).is_yes
