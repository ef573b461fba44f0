import re

from tests.factories.scores import (
    a_card_on_behalf,
    a_finding,
    a_season_scoring,
    a_season_verifying,
    a_signed_card,
    verified,
)
from tests.factories.seasons import a_season_registering
from tests.pages.clients import client_of
from tests.pages.scores.addresses import at, card_at
from thidua.core.scoring import Given


def units_in(shown: str) -> list[str]:
    body = shown.split("<tbody>")[1]
    return re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+)', body)


def test_whoever_runs_the_bloc_sees_states_totals_and_differences(db):
    world = a_season_verifying()
    a_finding(world)
    verified(world, 1)
    shown = client_of(world.secretary).get(at(world, "cham-diem")).content.decode()
    for words in ("Đã ký 3/3, đã thẩm định 1/3.", "62,50", "61,50", "−1,00", "nhập thay", "đã thẩm định"):
        assert words in shown, words
    assert shown.count(f'href="{card_at(world, 2)}"') == 1


def test_a_unit_sees_its_own_totals_and_others_only_after_the_lock(db):
    world = a_season_scoring()
    a_signed_card(world, 1)
    a_signed_card(world, 2, B_3=Given(1))
    shown = client_of(world.leaders[1]).get(at(world, "cham-diem")).content.decode()
    assert "62,50" in shown
    assert "60,50" not in shown
    assert f'href="{card_at(world, 1)}"' in shown
    assert f'href="{card_at(world, 2)}"' not in shown
    assert "Điểm của đơn vị khác hiện ra sau khi xếp hạng được chốt." in shown
    by_total = client_of(world.leaders[1]).get(at(world, "cham-diem") + "?xep=-tu-cham").content.decode()
    assert units_in(by_total) == units_in(shown)


def test_the_list_is_narrowed_searched_and_sorted_by_the_database(db):
    world = a_season_scoring()
    a_signed_card(world, 1)
    a_card_on_behalf(world, 2, B_3=Given(1))
    secretary, names = client_of(world.secretary), [unit.short_name for unit in world.units]

    def asked(query: str) -> list[str]:
        return units_in(secretary.get(f"{at(world, 'cham-diem')}?{query}").content.decode())

    assert asked("loc=da-ky") == [names[1], names[2]]
    assert asked("loc=dang-cham") == [names[0]]
    assert asked("loc=nhap-thay") == [names[2]]
    assert asked(f"tim={names[1].rpartition(' ')[2]}") == [names[1]]
    assert asked("xep=-tu-cham") == [names[1], names[2], names[0]]
    assert asked("xep=tu-cham") == [names[2], names[1], names[0]]
    assert asked("xep=khong-co&loc=gi") == names
    assert "Không có đơn vị nào khớp" in secretary.get(at(world, "cham-diem") + "?tim=zzz").content.decode()


def test_the_menus_place_shows_each_bloc_of_the_reader_and_the_way_to_the_own_card(db):
    world = a_season_verifying()
    verified(world, 1)
    member = client_of(world.officers[1]).get("/cham-diem").content.decode()
    for words in ("Khối thử", "đã ký 3/3", "đã thẩm định 1/3", f'href="{card_at(world, 1)}"', "tạm tính"):
        assert words in member, words
    assert f'href="{card_at(world, 2)}"' not in member
    assert "Khối thử" not in client_of(world.outsider).get("/cham-diem").content.decode()


def test_before_scoring_the_places_say_what_is_awaited(db):
    world = a_season_registering()
    assert "chờ ban hành" in client_of(world.officers[1]).get("/cham-diem").content.decode()
    shown = client_of(world.officers[1]).get(at(world, "cham-diem")).content.decode()
    assert "Chưa mở tự chấm" in shown
    assert client_of(world.officers[1]).get(card_at(world)).status_code == 404
