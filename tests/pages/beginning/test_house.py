"""By which address the units open the program: warned of, written, and then at the head of every link that goes out."""

from datetime import date

import pytest
from django.test import Client

from tests.factories.beginnings import a_beginner, a_begun_region, again, an_applied_list
from tests.factories.people import an_account
from tests.factories.seasons import TODAY
from tests.pages.beginning.test_first_morning import SEASON, sends, text_of
from tests.pages.clients import client_of
from thidua.records.accounts.queries import actor_of
from thidua.records.desk.house import house_address
from thidua.records.desk.models import OutMail

pytestmark = pytest.mark.django_db
HERE, WRITTEN, ALONE = "/bat-dau/dia-chi", "https://thidua.example.vn", "chỉ mở được trên máy này"
STEPS = (f"{SEASON}/moi-don-vi", "/bat-dau/loi-nhac")


@pytest.fixture(autouse=True)
def _day(settings):
    settings.SECOND_FACTOR, settings.DEMO_DAY = "offered", date(2016, 1, 18)


@pytest.fixture(name="client")
def the_secretary() -> Client:
    by = a_beginner()
    an_applied_list(by)
    a_begun_region(by)
    return client_of(again(by))


@pytest.mark.parametrize("step", STEPS)
def test_a_step_warns_takes_the_address_and_comes_back(client, step):
    page = client.get(step)
    assert ALONE in text_of(page)
    assert 'value="http://localhost:8000"' in page.content.decode()

    kept = sends(client, step, HERE, address=f"{WRITTEN}/")
    assert (kept.status_code, kept["Location"]) == (303, step)
    shown = text_of(client.get(step))
    assert "Từ nay đường dẫn trong giấy mời, thư, lời nhắc bắt đầu bằng https://thidua.example.vn." in shown
    assert ALONE not in shown


def test_whoever_came_by_an_address_that_opens_elsewhere_is_offered_it(client, settings):
    settings.ALLOWED_HOSTS = ["192.168.1.20", "localhost"]
    page = client.get(HERE, headers={"host": "192.168.1.20:8000"}).content.decode()
    assert 'value="http://192.168.1.20:8000"' in page
    assert house_address() == "http://localhost:8000"


def test_letters_that_wait_with_the_old_address_are_counted(client):
    sends(Client(headers={"host": "localhost"}), "/quen-mat-khau", email="thu.ky@example.vn")
    sends(client, HERE, address=WRITTEN)
    assert "Còn 1 thư ở hộp thư đi mang địa chỉ cũ" in text_of(client.get(HERE))
    sends(client, HERE, address=WRITTEN)
    assert "mang địa chỉ cũ: viết lại các thư đó" in text_of(client.get(HERE))
    OutMail.objects.update(text=f"{WRITTEN}/dat-lai/x")
    sends(client, HERE, address=WRITTEN)
    assert "mang địa chỉ cũ: viết lại các thư đó" not in text_of(client.get(HERE))


def test_links_in_letters_reminder_and_forgotten_passwords_begin_with_it(client):
    sends(client, HERE, address=WRITTEN)
    sends(client, f"{SEASON}/moi-don-vi", "/lap")
    assert f"{WRITTEN}/vao/" in text_of(client.get(f"{SEASON}/moi-don-vi"))
    assert f"Vào phần mềm tại {WRITTEN}/vao" in text_of(client.get("/bat-dau/loi-nhac"))
    sends(Client(headers={"host": "localhost"}), "/quen-mat-khau", email="thu.ky@example.vn")
    assert f"{WRITTEN}/" in OutMail.objects.get().text


def test_a_wrong_address_is_told_in_one_sentence_and_stays_in_its_field(client):
    told = {
        "thidua.example.vn": "“thidua.example.vn” chưa có http:// hoặc https:// ở đầu.",
        f"{WRITTEN}/vao": "Chỉ ghi đến hết tên máy: bỏ “vao”, còn https://thidua.example.vn.",
    }
    for typed, sentence in told.items():
        answer = sends(client, STEPS[1], HERE, address=typed)
        assert (answer.status_code, sentence in text_of(answer)) == (422, True)
        assert f'value="{typed}"' in answer.content.decode()
        assert f'value="{STEPS[1]}"' in answer.content.decode()


def test_an_address_of_this_machine_is_kept_with_the_warning(client):
    assert sends(client, HERE, address="http://localhost:8443").status_code == 303
    assert house_address() == "http://localhost:8443"
    assert ALONE in text_of(client.get(HERE))


def test_a_name_that_the_program_does_not_answer_to_is_said(client, settings):
    settings.ALLOWED_HOSTS = ["localhost"]
    sends(client, HERE, address=WRITTEN)
    assert "chưa trả lời ai vào bằng tên thidua.example.vn" in text_of(client.get(STEPS[0]))
    settings.ALLOWED_HOSTS = ["localhost", "thidua.example.vn"]
    assert "chưa trả lời" not in text_of(client.get(STEPS[0]))


def test_where_the_environment_says_it_the_page_says_so_and_takes_nothing(client, settings):
    settings.ADDRESS = WRITTEN
    page = text_of(client.get(HERE))
    assert "Người cài đặt đã đặt địa chỉ này (THIDUA_ADDRESS)." in page
    assert "Lưu địa chỉ" not in page
    answer = client.post(HERE, {"address": "https://khac.example.vn", "key": "k", "version": "1"})
    assert (answer.status_code, house_address()) == (422, WRITTEN)


def test_who_did_not_install_it_reads_whom_to_ask(client):
    other = client_of(actor_of(an_account("ai@example.vn"), on=TODAY))
    answer = other.get(HERE)
    assert (answer.status_code, "người quản trị" in text_of(answer)) == (422, True)


def test_the_second_saver_sees_both_addresses(client):
    first = sends(client, HERE, address=WRITTEN)
    assert first.status_code == 303
    late = client.post(HERE, {"address": "https://khac.example.vn", "key": "k2", "version": "1", "seen": "{}"})
    shown = text_of(late)
    assert late.status_code == 422
    assert "Hai bản khác nhau ở những ô này" in shown
    assert WRITTEN in shown


def test_administrators_find_it_beside_the_accounts(client):
    assert f'href="{HERE}?ve=/quan-tri/tai-khoan"' in client.get("/quan-tri/tai-khoan").content.decode()


def test_its_history_tells_who_wrote_which_address(client):
    sends(client, HERE, address=WRITTEN)
    sends(client, HERE, address="https://moi.example.vn")
    shown = text_of(client.get(f"{HERE}/lich-su"))
    assert "ghi địa chỉ mà các đơn vị mở phần mềm" in shown
    assert f"Địa chỉ {WRITTEN} thành https://moi.example.vn" in shown
