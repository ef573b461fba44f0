import re

import pytest

from tests.factories.people import a_person, a_unit_named, an_administrator
from tests.factories.seasons import BUILDER, NOON, a_key, an_actor
from tests.pages.clients import client_of
from thidua.core.actor import PostKind
from thidua.records.directory.actions import appoint
from thidua.records.directory.models import Person
from thidua.records.journal.models import AccessLine


def an_office():
    unit = a_unit_named("Sở Tư pháp tỉnh Nam Định", "nam-dinh")
    return unit, an_actor("Lê Văn Một", unit, PostKind.LEADER, "Giám đốc")


def body(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_register_finds_a_unit_without_marks(db):
    _, reader = an_office()
    a_unit_named("Sở Tư pháp tỉnh Phú Thọ", "phu-tho")
    found = body(client_of(reader).get("/don-vi", {"q": "phu tho"}))
    assert "Sở Tư pháp tỉnh Phú Thọ</a>" in found
    assert "Sở Tư pháp tỉnh Nam Định</a>" not in found


def test_a_page_of_the_register_holds_a_hundred_units(db):
    above, reader = an_office()
    for place in range(100):
        a_unit_named(f"Phòng Số {place}", f"phong-{place}", above)
    client = client_of(reader)
    assert body(client.get("/don-vi")).count('<th scope="row">') == 100
    assert body(client.get("/don-vi", {"trang": "2"})).count('<th scope="row">') == 1


def test_a_unit_shows_people_sub_units_and_ledger_but_not_what_it_does_in_a_season(db):
    unit, reader = an_office()
    a_unit_named("Phòng Tổ chức", "phong-to-chuc", unit)
    page = body(client_of(reader).get("/don-vi/nam-dinh"))
    for text in ("Lê Văn Một", "Giám đốc", "Phòng Tổ chức", "ghi đơn vị vào danh bạ", "ghi chức vụ"):
        assert text in page


def test_reading_a_persons_page_is_noted_and_strangers_do_not_see_the_address(db):
    _, reader = an_office()
    person = a_person("Trần Văn Bách", email="bach@example.vn")
    address = f"/nguoi/{person.public_id}"
    assert "bach@example.vn" not in body(client_of(reader).get(address))
    assert "bach@example.vn" in body(client_of(an_administrator()).get(address))
    noted = AccessLine.objects.filter(kind="read_person", address=address)
    assert noted.count() == 2
    assert noted.first().actor == reader.token


def test_the_owner_sees_the_own_address(db):
    _, reader = an_office()
    own = Person.objects.get(pk=reader.person)
    assert own.email in body(client_of(reader).get(f"/nguoi/{own.public_id}"))


@pytest.mark.parametrize("address", ["/don-vi/khong-co", "/nguoi/khong-co-ai"])
def test_nothing_is_found_under_a_wrong_address(db, address):
    _, reader = an_office()
    assert client_of(reader).get(address).status_code == 404


@pytest.mark.parametrize("address", ["/don-vi", "/don-vi/nam-dinh", "/tim?q=le", "/nguoi/bat-ky"])
def test_whoever_has_not_signed_in_is_led_to_the_door(client, db, address):
    an_office()
    answer = client.get(address, headers={"host": "localhost"})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/dang-nhap?next=")


def test_the_search_finds_units_and_people_together(db):
    _, reader = an_office()
    a_person("Nguyễn Nam Định")
    page = body(client_of(reader).get("/tim", {"q": "nam dinh"}))
    assert "Sở Tư pháp tỉnh Nam Định" in page
    assert "Nguyễn Nam Định" in page
    assert "Không tìm thấy" in body(client_of(reader).get("/tim", {"q": "%"}))


def test_what_is_typed_into_the_search_is_shown_and_never_run(db):
    _, reader = an_office()
    assert "<script>alert" not in body(client_of(reader).get("/tim", {"q": "<script>alert(1)</script>"}))


@pytest.mark.parametrize("size", [3, 30])
@pytest.mark.parametrize(
    ("address", "queries"), [("/don-vi", 8), ("/don-vi/so-tu-phap", 17), ("/tim?q=phong", 6), ("/tim?q=le", 8)]
)
def test_pages_take_as_many_queries_for_thirty_rows_as_for_three(db, django_assert_num_queries, size, address, queries):
    unit = a_unit_named("Sở Tư pháp", "so-tu-phap")
    reader = an_actor("Lê Văn Một", unit, PostKind.LEADER, "Giám đốc")
    for place in range(size):
        a_unit_named(f"Phòng Số {place}", f"phong-{place}", unit)
        appoint(
            a_person("Lê Thị Ánh"), unit=unit, kind=PostKind.STAFF, title="Chuyên viên", from_on=None,
            until_on=None, by=BUILDER, at=NOON, key=a_key(),
        )  # fmt: skip
    client = client_of(reader)
    with django_assert_num_queries(queries):
        body(client.get(address))


def test_the_register_is_sorted_by_name_or_code_and_else_stands_as_the_tree(db):
    above, reader = an_office()
    a_unit_named("Ban An", "z-ban-an", above)
    a_unit_named("Phòng Bình", "a-phong-binh", above)
    client = client_of(reader)

    def listed(order):
        return re.findall(r'<th scope="row"><a href="/don-vi/([a-z-]+)">', body(client.get("/don-vi", {"xep": order})))

    assert listed("") == ["nam-dinh", "z-ban-an", "a-phong-binh"]
    assert listed("don-vi") == ["z-ban-an", "a-phong-binh", "nam-dinh"]
    assert listed("-ma") == ["z-ban-an", "nam-dinh", "a-phong-binh"]


def test_a_part_is_named_with_its_agency(db):
    above, reader = an_office()
    office = a_unit_named("Văn phòng", "van-phong", above)
    clerk = an_actor("Trần Văn Sáu", office, PostKind.STAFF, "Chánh Văn phòng")
    assert "Chánh Văn phòng, Văn phòng, Sở Tư pháp tỉnh Nam Định" in body(client_of(reader).get("/tim", {"q": "sau"}))
    assert "<small>Văn phòng, Sở Tư pháp tỉnh Nam Định</small>" in body(client_of(clerk).get("/don-vi"))
