"""Step 5 by page: buttons say whom they are for, results name who was left out, each code says how it stands."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from tests.factories.beginnings import (
    COURT,
    EAST,
    HEADS,
    NORTH,
    a_beginner,
    a_begun_region,
    a_list,
    again,
    an_applied_list,
)
from tests.factories.people import GOOD_PASSWORD, a_person
from tests.factories.seasons import A_PAPER, BUILDER, NOON, TODAY
from tests.pages.beginning.test_first_morning import SEASON, sends, text_of
from tests.pages.clients import client_of
from thidua.records.accounts.models import Account
from thidua.records.desk.models import OutMail
from thidua.records.desk.steps.entries import note_on_behalf
from thidua.records.desk.steps.letters import letter_refused, letter_sent
from thidua.records.seasons.models import Membership, UnitInvitation

pytestmark = pytest.mark.django_db
HERE = f"{SEASON}/moi-don-vi"
REACHED = (*EAST[:6], "ha@example.vn")
ALL, TICKED = {"cho": "moi"}, {"cho": "da-chon"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.SECOND_FACTOR, settings.DEMO_DAY = "offered", TODAY


@pytest.fixture(name="client")
def the_secretary() -> Client:
    """One unit is hers, one has an address, one has none."""
    by = a_beginner()
    Account.objects.update(password=make_password(GOOD_PASSWORD))
    an_applied_list(by, a_list([NORTH, REACHED, COURT], HEADS))
    a_begun_region(by)
    return client_of(again(by))


def presses(client: Client, to: str, **filled: object):
    return sends(client, HERE, to, **filled)


def shown(client: Client) -> str:
    return text_of(client.get(HERE))


def test_buttons_say_for_how_many_units_they_are(client):
    assert "Lập giấy mời cho mọi đơn vị chưa vào (2)" in shown(client)
    presses(client, "/lap", mot="stp-quang-ninh")
    page = shown(client)
    assert "Tải giấy mời, 1 tờ (PDF)" in page
    assert "Viết thư cho mọi đơn vị có địa chỉ (1)" in page
    assert "Lập mã cho đơn vị chưa có (1)" in page


def test_a_button_for_chosen_units_refuses_when_none_is(client):
    presses(client, "/lap", **ALL)
    for to in ("/lap", "/thu"):
        answer = client.post(HERE + to, {"key": f"k{to}", **TICKED})
        assert (answer.status_code, "Chưa chọn đơn vị nào." in text_of(answer)) == (422, True)
    assert UnitInvitation.objects.count() == 2


def test_a_button_for_all_is_for_all_whatever_is_ticked(client):
    presses(client, "/lap", chon="stp-quang-ninh", **ALL)
    assert UnitInvitation.objects.count() == 2


def test_who_was_left_out_is_named_with_the_reason(client):
    presses(client, "/lap", **ALL)
    client.post(f"{HERE}/thu", {"key": "a", **ALL})
    assert "Đã viết 1 thư mời" in (page := shown(client))
    assert "Chưa có địa chỉ thư, cần in giấy: CTHADS Nam Định." in page

    client.post(f"{HERE}/{UnitInvitation.objects.get(unit__slug='stp-quang-ninh').public_id}/thu-hoi", {"key": "b"})
    shown(client)
    client.post(f"{HERE}/lap", {"key": "c", "mot": "stp-quang-ninh"})
    assert "Đã lập mã cho STP Quảng Ninh." in shown(client)


def test_a_chosen_unit_without_a_code_is_named(client):
    presses(client, "/lap", mot="stp-quang-ninh")
    answer = client.post(f"{HERE}/thu", {"key": "a", "chon": ["stp-quang-ninh", "cthads-nam-dinh"], **TICKED})
    assert answer.status_code == 303
    assert "Chưa có mã, lập mã trước: CTHADS Nam Định." in shown(client)


def test_a_code_says_how_far_its_letter_came(client):
    presses(client, "/lap", mot="stp-quang-ninh")
    assert "có mã" in shown(client)
    client.post(f"{HERE}/thu", {"key": "a", **ALL})
    assert "đã viết thư, chưa gửi" in shown(client)
    letter = OutMail.objects.get()
    letter_refused(letter, "550 no such user")
    assert "thư không gửi được" in shown(client)
    letter_sent(letter, at=NOON)
    page = shown(client)
    assert "đã gửi" in page
    assert "đã viết thư" not in page


def test_revoking_asks_first_and_a_new_code_can_be_made_from_the_row(client):
    presses(client, "/lap", mot="stp-quang-ninh")
    one = UnitInvitation.objects.get()
    page = client.get(HERE).content.decode()
    assert f'commandfor="revoke-{one.public_id}"' in page
    assert "Mã của Sở Tư pháp tỉnh Quảng Ninh không mở được gì nữa" in shown(client)

    presses(client, f"/{one.public_id}/thu-hoi")
    page = client.get(HERE).content.decode()
    assert 'name="mot" value="stp-quang-ninh"' in page
    assert "đã thu hồi" in page
    presses(client, "/lap", mot="stp-quang-ninh")
    assert UnitInvitation.objects.filter(revoked_at=None).count() == 1


def test_the_letter_of_one_unit_is_printed_from_its_row(client):
    presses(client, "/lap", **ALL)
    assert f'href="{HERE}/giay-moi.pdf?chon=stp-quang-ninh"' in client.get(HERE).content.decode()
    assert client.get(f"{HERE}/giay-moi.pdf?chon=stp-quang-ninh")["Content-Type"] == "application/pdf"


def test_the_own_unit_reads_how_its_people_and_leaders_come_in(client):
    page = client.get(HERE)
    assert "STP Nam Định đã có người vào, không cần mã." in text_of(page)
    assert '<a href="/don-vi/stp-nam-dinh">trang đơn vị</a>' in page.content.decode()


def test_whoever_may_open_the_outbox_is_led_there(client):
    presses(client, "/lap", **ALL)
    assert "Mở hộp thư đi" in shown(client)


def test_a_unit_that_works_on_paper_is_called_so_and_asked_in_only_when_it_is_chosen(client):
    member = Membership.objects.get(unit__slug="cthads-nam-dinh")
    note_on_behalf(member, member.unit, A_PAPER, within=member.bloc_season, by=BUILDER, at=NOON)
    page = shown(client)
    assert "đang nhập thay" in page
    assert "Lập giấy mời cho mọi đơn vị chưa vào (1)" in page

    presses(client, "/lap", **ALL)
    assert [one.unit.slug for one in UnitInvitation.objects.all()] == ["stp-quang-ninh"]
    assert "CTHADS Nam Định" not in client.get("/bat-dau/loi-nhac").content.decode()
    presses(client, "/lap", mot="cthads-nam-dinh")
    assert UnitInvitation.objects.count() == 2
    assert "CTHADS Nam Định" in client.get("/bat-dau/loi-nhac").content.decode()


def test_an_expired_code_may_be_revoked_but_not_of_a_unit_that_works_on_paper(client):
    presses(client, "/lap", **ALL)
    UnitInvitation.objects.update(expires_at=NOON - timedelta(days=2))
    assert client.get(HERE).content.decode().count('dialog id="revoke-') == 2
    member = Membership.objects.get(unit__slug="cthads-nam-dinh")
    note_on_behalf(member, member.unit, A_PAPER, within=member.bloc_season, by=BUILDER, at=NOON)
    assert client.get(HERE).content.decode().count('dialog id="revoke-') == 1


def test_a_code_that_cannot_be_read_any_more_is_said_and_followed_by_a_new_one(client):
    presses(client, "/lap", **ALL)
    UnitInvitation.objects.filter(unit__slug="stp-quang-ninh").update(code_hash="of another key")
    assert 'name="mot" value="stp-quang-ninh"' in client.get(HERE).content.decode()
    reached = a_person("Cán Bộ Thi Hành", "cb@example.vn")
    UnitInvitation.objects.filter(unit__slug="cthads-nam-dinh").update(person=reached)
    client.post(f"{HERE}/thu", {"key": "a", **ALL})
    assert "Mã không đọc lại được, lập mã mới: STP Quảng Ninh." in shown(client)
