"""By whose own texts a question is answered: those of the unit's authorities, or the nation's law alone."""

from datetime import UTC, date, datetime

import pytest

from tests.factories.awards import a_fact, a_rating, a_title, someone_in
from tests.factories.people import a_unit_named
from tests.factories.seasons import BUILDER, NOON, a_key, a_season_registering
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.pages.law.standing import Shelf
from thidua.records.awards.actions import enter, set_remit
from thidua.records.awards.models import Remit
from thidua.records.directory.queries import posts_in

LDTT = ("LDTT", Shelf.ELIGIBLE)
IN_MARCH = datetime(2025, 3, 1, 5, tzinfo=UTC)
ON = "nam=2024&ngay=2025-03-04"


@pytest.fixture(autouse=True)
def in_2025(settings):
    settings.DEMO_DAY = date(2025, 3, 4)


@pytest.fixture
def world(db):
    return a_season_registering()


@pytest.fixture
def client(world):
    return client_of(world.officers[1])


def with_roads(unit, main_road, second_road=""):
    return set_remit(
        unit, main_road=main_road, second_road=second_road, seen_version=0, by=BUILDER, at=NOON, key=a_key()
    )


def entered(whose, *all_told):
    for told in all_told:
        enter(whose, told=told, by=BUILDER, at=IN_MARCH, key=a_key())


def no_staff_of_the_sector(unit):
    """Well rated, and said not to be of the ministry's staff, whom alone its circular is for."""
    person = someone_in(unit)
    entered(person, a_rating(2024), a_fact("sector_staff", 2024, is_so=False))
    return person


def verdict(answer):
    return str(answer.context["ladder"].judgement.verdict)


def test_an_authoritys_own_standard_is_asked_of_its_people_and_the_nations_alone_on_demand(world, client):
    person = no_staff_of_the_sector(world.units[1])
    here = f"/nguoi/{person.public_id}/dieu-kien/LDTT?{ON}"
    assert verdict(client.get(here)) == "eligible"
    assert "Cùng quy định riêng của" not in client.get(here).content.decode()
    with_roads(world.units[1], "BTP")
    answer = client.get(here)
    assert verdict(answer) == "not_eligible"
    assert "Người của cơ quan, đơn vị thuộc Bộ Tư pháp" in answer.content.decode()
    assert verdict(client.get(f"{here}&co-quan=")) == "eligible"
    assert verdict(client.get(f"{here}&co-quan=KHONGCO")) == "not_eligible"
    kept = client.get(here.replace("LDTT?", "LDTT/tep?")).json()
    assert (kept["verdict"], kept["authority"]) == ("not_eligible", "BTP")


def test_a_department_of_justice_goes_by_its_province_first_and_by_the_ministry_on_demand(world, client):
    unit = world.units[1]
    with_roads(unit, "BACNINH", "BTP")
    entered(unit, a_fact("leads", 2024), a_fact("exceeds", 2024), a_fact("sector_bloc", 2024, is_so=False))
    here = f"/don-vi/{unit.slug}/dieu-kien/CO_BO?{ON}"
    merit = [client.get(f"{here}{road}").context["ladder"].ways[0].judgement.verdict for road in ("", "&co-quan=BTP")]
    assert [str(one) for one in merit] == ["eligible", "not_eligible"]
    page = client.get(f"/don-vi/{unit.slug}/dieu-kien?{ON}&co-quan=BTP")
    assert page.context["query"].endswith("&co-quan=BTP")
    assert (
        '<option value="BACNINH" lang="vi">Quyết định số 86/2025/QĐ-UBND tỉnh Bắc Ninh</option>'
        in page.content.decode()
    )


def test_a_sweep_asks_everybody_by_the_own_road(world, client):
    unit = world.units[1]
    room = a_unit_named("Phòng Một", "phong-mot", unit)
    first, second = no_staff_of_the_sector(unit), no_staff_of_the_sector(room)
    with_roads(room, "BTP")
    address = f"/don-vi/{unit.slug}/ra-soat?{ON}"

    def ready():
        rows = client.get(address).context["rows"]
        return {row.who.pk for row in rows for one in row.found if (one.award.code, one.shelf) == LDTT}

    assert ready() == {first.pk}
    with_roads(unit, "BTP")
    assert ready() == set()
    address += "&co-quan="
    assert ready() == {first.pk, second.pk}


def test_collectives_are_swept_by_their_own_road_too(world, client):
    unit = world.units[1]
    with_roads(unit, "BACNINH", "BTP")
    for post in posts_in(unit, on=IN_MARCH.date()):
        entered(post.person, a_rating(2024), a_title("LDTT", 2024), a_title("CSTDCS", 2024))
    entered(unit, a_rating(2024), a_fact("sector_unit", 2024, is_so=False))
    found = []
    for road in ("", "&co-quan=BTP", "&co-quan="):
        rows = client.get(f"/don-vi/{unit.slug}/ra-soat?{ON}&cho=tap-the{road}").context["rows"]
        found.append([one.shelf for row in rows for one in row.found if one.award.code == "TTLDTT"])
    assert found == [[Shelf.ELIGIBLE], [Shelf.NEAR], [Shelf.ELIGIBLE]]


def test_whose_rules_hold_is_said_on_the_units_page_by_the_secretariat(world, client):
    unit = world.units[1]
    here, secretary = f"/don-vi/{unit.slug}/khen-thuong/co-quan", client_of(world.secretary)
    assert "chưa ghi" in secretary.get(f"/don-vi/{unit.slug}").content.decode()
    assert here not in client.get(f"/don-vi/{unit.slug}").content.decode()
    form = form_on(secretary.get(here).content, "")
    answer = secretary.post(here, form | {"main_road": "BTP", "second_road": "BTP"})
    assert answer.status_code == 422
    assert "Cơ quan thứ hai phải khác cơ quan thứ nhất." in answer.content.decode()
    answer = secretary.post(here, form | {"main_road": "BTP"}, follow=True)
    assert "Đã ghi cơ quan có quy định riêng" in answer.content.decode()
    assert Remit.objects.get(unit=unit).roads == ("BTP",)
    assert "Thông tư số 14/2025/TT-BTP" in client.get(f"/don-vi/{unit.slug}").content.decode()
    again = secretary.post(here, form | {"key": a_key(), "main_road": "BACNINH"})
    assert again.status_code == 422
    assert Remit.objects.get(unit=unit).roads == ("BTP",)


def test_a_draft_asks_everybody_by_the_own_road_and_an_authoritys_own_standard_can_be_drafted(world):
    unit = world.units[1]
    room = a_unit_named("Phòng Một", "phong-mot", unit)
    first, second = no_staff_of_the_sector(unit), no_staff_of_the_sector(room)
    with_roads(room, "BTP")
    client, here = client_of(world.secretary), f"/luat/thu-ban-thao?{ON}&danh-hieu=LDTT"

    def touched(address, rule):
        found = client.post(address, {"rule": rule}).context["found"]
        [award] = [one for one in found if one.changed.award == "LDTT"]
        return {row.touched.who.pk: (row.before.verdict, row.after.verdict) for row in award.rows}

    harder = "title: LDTT\nsource: '24'\nall:\n  - titled: {title: CSTDCS, consecutive: 1}\n"
    assert touched(here, harder) == {first.pk: ("eligible", "not_eligible")}, "the ministry's circular shuts out"
    texts = dict(client.get(here).context["texts"])
    assert "TT11-2023-BTP" in texts
    for_all = "title: LDTT\nsource: '3'\nall:\n  - rated: {at_least: HT}\n"
    assert touched(f"{here}&van-ban=TT11-2023-BTP", for_all) == {second.pk: ("not_eligible", "eligible")}
