"""Step 6 by page: the text says first what to do, misleads no unit, and is done once it was copied."""

import pytest
from django.test import Client

from tests.factories.beginnings import a_beginner, a_begun_region, again, an_applied_list
from tests.factories.seasons import TODAY
from tests.pages.beginning.test_first_morning import SEASON, sends, text_of
from tests.pages.clients import client_of
from thidua.records.journal.queries import events_about
from thidua.records.seasons.models import Season, UnitInvitation

pytestmark = pytest.mark.django_db
HERE, CODES = "/bat-dau/loi-nhac", f"{SEASON}/moi-don-vi"


@pytest.fixture(autouse=True)
def _day(settings):
    settings.SECOND_FACTOR, settings.DEMO_DAY = "offered", TODAY


@pytest.fixture(name="client")
def the_secretary() -> Client:
    by = a_beginner()
    an_applied_list(by)
    a_begun_region(by)
    return client_of(again(by))


def reminder(client: Client) -> str:
    page = client.get(HERE).content.decode()
    return page.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0]


def test_the_motto_comes_last(client):
    text = reminder(client).strip().splitlines()
    assert text[0].startswith("Kính gửi")
    assert text[-1] == "Phương châm: “Đoàn kết, sáng tạo”."


def test_a_unit_without_a_code_is_not_told_to_use_one(client):
    assert "gõ mã" not in reminder(client)
    sends(client, CODES, "/lap", chon="stp-quang-ninh")
    told = reminder(client)
    assert "gõ mã trong giấy mời của đơn vị.\nCác đơn vị chưa vào: STP Quảng Ninh." in told

    sends(client, CODES, f"/{UnitInvitation.objects.get().public_id}/thu-hoi")
    told = reminder(client)
    assert "gõ mã" not in told
    assert "hỏi bộ phận thường trực để nhận giấy mời: STP Nam Định, STP Quảng Ninh, CTHADS Nam Định." in told


def test_the_step_is_done_once_it_was_copied(client):
    season = Season.objects.get()
    done = text_of(client.get("/bat-dau")).count("đã có")
    for _ in range(2):
        assert sends(client, HERE, "/da-chep").status_code == 303
    season.refresh_from_db()
    assert text_of(client.get("/bat-dau")).count("đã có") == done + 1
    assert events_about(season).count("season.reminder_taken") == 1
    assert "Đã dán vào nhóm" not in text_of(client.get(HERE))


def test_steps_say_what_counts_as_done(client):
    page = text_of(client.get("/bat-dau"))
    assert "Xong khi đã lập mã." in page
    assert "Xong khi đã chép." in page
