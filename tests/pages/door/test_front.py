from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing, a_season
from tests.pages.door.front import front, sum_of
from thidua.records.seasons.actions.pacts import sign_pact


def test_a_house_without_a_launched_season_says_so(db):
    a_season()
    page = front()
    assert "Chưa phát động năm thi đua nào" in page
    assert "Cụm thử" not in page


def test_the_front_page_counts_units_and_signatures_and_shows_the_drum(db):
    world = a_pact_open_for_signing()
    sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key=a_key())
    page = front()
    assert "Cụm thử" in page
    assert sum_of(page, "đơn vị trong 1 khối") == "3"
    assert sum_of(page, "đã ký giao ước thi đua") == "1/3"
    assert '<svg class="drum"' in page


def test_outside_the_demo_no_role_is_offered(db):
    a_pact_open_for_signing()
    assert "Vào thử" not in front()
