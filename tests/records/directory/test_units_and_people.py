from datetime import date

import pytest

from tests.factories.people import a_person, a_unit_named
from tests.factories.seasons import BUILDER, NOON, a_key, an_actor
from thidua.core.actor import PUBLIC, PostKind
from thidua.core.answer import NotPossible, Unknown
from thidua.records.directory.actions import appoint, keep_person, keep_unit
from thidua.records.directory.models import Post, Unit
from thidua.records.directory.queries import leader_of, people, posts_below, posts_in, units
from thidua.records.journal.queries import events_about

pytestmark = pytest.mark.both
DAY = date(2016, 3, 4)


def appointed(person, unit, kind=PostKind.LEADER, from_on=None, until_on=None, by=BUILDER):
    given = {"unit": unit, "kind": kind, "title": "Giám đốc", "from_on": from_on, "until_on": until_on}
    return appoint(person, **given, by=by, at=NOON, key=a_key())


def test_a_unit_knows_its_place_in_the_tree(db):
    ministry = a_unit_named("Bộ Tư pháp", "bo-tu-phap")
    agency = a_unit_named("Cục Thi hành án", "cuc", ministry)
    room = a_unit_named("Phòng Tổ chức", "phong", agency)
    assert room.path == f"/{ministry.pk}/{agency.pk}/{room.pk}/"
    assert list(units()) == [ministry, agency, room]
    assert events_about(room) == ["unit.kept"]


def test_a_unit_is_found_without_marks_and_a_code_is_used_once(db):
    unit = a_unit_named("Sở Tư pháp tỉnh Nam Định", "nam-dinh")
    a_unit_named("Sở Tư pháp tỉnh Phú Thọ", "phu-tho")
    assert list(units("nam dinh")) == list(units("  Nam Định ")) == [unit]
    with pytest.raises(NotPossible) as refused:
        a_unit_named("Một đơn vị khác", "nam-dinh")
    assert refused.value.sentences[0].key == "unit.code_taken"
    assert Unit.objects.count() == 2


def test_only_an_administrator_keeps_the_directory(db):
    unit = a_unit_named("Sở Tư pháp", "so")
    leader = an_actor("Người Ngoài", unit, PostKind.LEADER)
    given = {"full_name": "Lê Văn Một", "email": "", "is_made_up": True, "at": NOON}
    with pytest.raises(NotPossible):
        keep_person(**given, by=leader, key=a_key())
    with pytest.raises(Unknown):
        keep_person(**given, by=PUBLIC, key=a_key())
    assert list(people("le van mot", on=DAY)) == []


@pytest.mark.parametrize("typed", ["", "  ", "Lê Văn 2", "12"])
def test_a_name_is_letters(db, typed):
    with pytest.raises(NotPossible) as refused:
        a_person(typed)
    assert refused.value.sentences[0].key == "person.no_name"


def test_people_are_sorted_by_given_name_as_vietnamese_offices_do(db):
    for name in ("Trần Văn Ý", "Nguyễn Thị Ánh", "Lê Văn Đức", "Lê Văn Ân"):
        a_person(name)
    in_order = ["Lê Văn Ân", "Nguyễn Thị Ánh", "Lê Văn Đức", "Trần Văn Ý"]
    assert [person.full_name for person in people(on=DAY)] == in_order


def test_a_unit_has_one_leader_at_a_time(db):
    unit = a_unit_named("Sở Tư pháp", "so")
    first = appointed(a_person("Lê Văn Một"), unit)
    with pytest.raises(NotPossible) as refused:
        appointed(a_person("Lê Văn Hai"), unit)
    assert refused.value.sentences[0].key == "post.second_leader"
    assert leader_of(unit, on=DAY) == first


def test_posts_count_from_their_first_to_their_last_day(db):
    unit = a_unit_named("Sở Tư pháp", "so")
    post = appointed(a_person("Lê Văn Một"), unit, from_on=date(2016, 3, 4), until_on=date(2016, 3, 5))
    days = [date(2016, 3, day) for day in (3, 4, 5, 6)]
    assert [list(posts_in(unit, on=day)) for day in days] == [[], [post], [post], []]
    with pytest.raises(NotPossible) as refused:
        appointed(a_person("Lê Văn Hai"), unit, from_on=date(2016, 3, 5), until_on=date(2016, 3, 4))
    assert refused.value.sentences[0].key == "post.backwards"
    assert Post.objects.count() == 1


def test_posts_below_a_unit_do_not_mix_units_whose_numbers_begin_alike(db):
    above = a_unit_named("Sở Tư pháp", "so")
    post = appointed(a_person("Lê Văn Một"), a_unit_named("Phòng Tổ chức", "phong", above))
    appointed(a_person("Lê Văn Hai"), a_unit_named("Sở khác", "so-khac"))
    assert list(posts_below(above, on=DAY)) == [post]


def test_an_address_of_a_unit_is_used_once(db):
    a_unit_named("Sở Tư pháp", "so")
    with pytest.raises(NotPossible) as refused:
        keep_unit(
            code="KHAC", slug="so", kind="so", name="Sở khác", short_name="Sở", label="", parent=None,
            from_on=None, by=BUILDER, at=NOON, key=a_key(),
        )  # fmt: skip
    assert refused.value.sentences[0].key == "unit.slug_taken"


@pytest.mark.parametrize("size", [3, 30])
def test_the_register_takes_one_query_whatever_its_size(db, django_assert_num_queries, size):
    above = a_unit_named("Sở Tư pháp", "so")
    for place in range(size):
        a_unit_named(f"Phòng Số {place}", f"phong-{place}", above)
    with django_assert_num_queries(1):
        assert len([unit.parent and unit.parent.name for unit in units()]) == size + 1
