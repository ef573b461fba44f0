import io
import logging
import re

import pytest
from django.test import Client

from tests.factories.people import GOOD_PASSWORD, a_person, an_account, an_administrator
from tests.factories.seasons import TODAY, a_key
from tests.pages.clients import client_of
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import actor_of
from thidua.records.desk.models import OutMail
from thidua.records.journal.models import AccessLine


@pytest.fixture
def nobody(db):
    return Client(headers={"host": "localhost"})


def body(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def test_an_account_is_opened_from_a_persons_page_and_its_owner_comes_in_by_the_letter(nobody):
    person, administrator = a_person("Trần Văn Bách"), client_of(an_administrator())
    form = {"key": a_key(), "person": person.public_id, "email": "Bach@example.vn"}
    assert administrator.post("/quan-tri/tai-khoan/mo", form).status_code == 303
    letter = OutMail.objects.get()
    page = body(administrator.get("/quan-tri/thu"))
    address = re.search(r"http\S+?(/moi/\S+)", letter.text)[1]
    assert address in page
    assert "bach@example.vn" in body(nobody.get(address))
    answer = nobody.post(address, {"key": a_key(), "password": GOOD_PASSWORD, "again": GOOD_PASSWORD})
    assert answer.headers["Location"] == "/dang-nhap"
    signed_in = nobody.post("/dang-nhap", {"email": "bach@example.vn", "password": GOOD_PASSWORD})
    assert signed_in.status_code == 302
    assert "Đường dẫn không dùng được nữa" in body(nobody.get(address), 404)


def test_a_refused_password_keeps_the_link_out_of_the_access_log(nobody):
    account = an_account()
    invited(account)
    address = re.search(r"http\S+?(/moi/\S+)", OutMail.objects.get().text)[1]
    for typed in ({"password": "ngắn", "again": "ngắn"}, {"password": GOOD_PASSWORD, "again": "khác"}):
        body(nobody.post(address, {"key": a_key(), **typed}), 422)
    assert not AccessLine.objects.filter(address__contains=address.split("/")[-1]).exists()
    account.refresh_from_db()
    assert not account.has_usable_password()


def test_a_refused_password_keeps_the_link_out_of_the_programs_log(nobody, monkeypatch):
    account = an_account()
    invited(account)
    address = re.search(r"http\S+?(/moi/\S+)", OutMail.objects.get().text)[1]
    [handler] = [one for one in logging.getLogger().handlers if one.name == "stderr"]
    monkeypatch.setattr(handler, "stream", log := io.StringIO())
    body(nobody.post(address, {"key": a_key(), "password": "ngắn", "again": "ngắn"}), 422)
    assert "Unprocessable Entity: /moi/…" in log.getvalue()
    assert address.split("/")[-1] not in log.getvalue()


def invited(account):
    client = client_of(an_administrator())
    assert client.post(f"/quan-tri/tai-khoan/{account.public_id}/moi", {"key": a_key()}).status_code == 303


def test_a_forgotten_password_is_answered_the_same_for_known_and_unknown(nobody):
    an_account("tham@example.vn")
    told = []
    for email in ("tham@example.vn", "ai.do@example.vn"):
        answer = nobody.post("/quen-mat-khau", {"key": a_key(), "email": email}, follow=True)
        lines = body(answer).split("\n")
        told.append((answer.redirect_chain, [line for line in lines if "csrf" not in line]))
    assert told[0] == told[1]
    assert [letter.to for letter in OutMail.objects.all()] == ["tham@example.vn"]
    assert "/mat-khau/" in OutMail.objects.get().text


def test_only_administrators_find_the_accounts_and_the_outbox(db):
    account = an_account()
    reader = client_of(actor_of(account, on=TODAY))
    for address in ("/quan-tri/tai-khoan", "/quan-tri/thu"):
        assert reader.get(address).status_code == 404
    for act in ("moi", "dong", "mo-lai"):
        assert reader.post(f"/quan-tri/tai-khoan/{account.public_id}/{act}", {"key": a_key()}).status_code == 404
    account.refresh_from_db()
    assert account.is_active


def test_a_closed_account_is_signed_out_at_once(db):
    account = an_account()
    reader, administrator = client_of(actor_of(account, on=TODAY)), client_of(an_administrator())
    assert reader.get("/don-vi").status_code == 200
    administrator.post(f"/quan-tri/tai-khoan/{account.public_id}/dong", {"key": a_key()})
    assert reader.get("/don-vi").status_code == 302
    assert "đã đóng" in body(administrator.get("/quan-tri/tai-khoan"))
    administrator.post(f"/quan-tri/tai-khoan/{account.public_id}/mo-lai", {"key": a_key()})
    assert reader.get("/don-vi").status_code == 200


def test_closing_ones_own_account_is_refused_on_the_same_page(db):
    administrator = an_administrator()
    own = Account.objects.get(pk=administrator.account)
    answer = client_of(administrator).post(f"/quan-tri/tai-khoan/{own.public_id}/dong", {"key": a_key()})
    assert "Không tự đóng tài khoản của mình được" in body(answer, 422)


def test_changing_the_password_ends_the_other_sign_ins_and_keeps_this_one(db):
    account = an_account()
    account.set_password(GOOD_PASSWORD)
    account.save()
    here, elsewhere = (client_of(actor_of(account, on=TODAY)) for _ in range(2))
    form = {"key": a_key(), "old": GOOD_PASSWORD, "password": "tre già măng mọc", "again": "tre già măng mọc"}
    assert here.post("/doi-mat-khau", form).status_code == 303
    assert here.get("/don-vi").status_code == 200
    assert elsewhere.get("/don-vi").status_code == 302


@pytest.mark.parametrize("address", ["/quan-tri/tai-khoan", "/quan-tri/thu", "/doi-mat-khau"])
def test_pages_of_accounts_speak_english_to_who_reads_english(db, address):
    page = body(client_of(an_administrator(), "en").get(address))
    text = re.sub(r"<(\w+)[^>]*lang=\"vi\"[^>]*>.*?</\1>", "", page.split("<main")[1].split("</main>")[0], flags=re.S)
    assert not re.search(r"[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệ]", text)


@pytest.mark.parametrize("size", [3, 30])
def test_the_list_of_accounts_takes_as_many_queries_for_thirty_as_for_three(db, django_assert_num_queries, size):
    for place in range(size):
        an_account(f"nguoi{place}@example.vn", "Lê Thị Ánh")
    client = client_of(an_administrator())
    with django_assert_num_queries(5):
        assert body(client.get("/quan-tri/tai-khoan")).count('/moi"') == size + 1


def test_accounts_are_narrowed_by_their_state(db):
    administrator = client_of(an_administrator())
    waiting = an_account("cho@example.vn", "Trần Văn Chờ")
    used, closed = an_account("dung@example.vn", "Trần Văn Dùng"), an_account("dong@example.vn", "Trần Văn Đóng")
    used.set_password(GOOD_PASSWORD)
    used.save()
    closed.is_active = False
    closed.save()

    def listed(asked):
        page = body(administrator.get("/quan-tri/tai-khoan", {"loc": asked}))
        return {one.email for one in (waiting, used, closed) if f">{one.email}</th>" in page}

    assert {asked: listed(asked) for asked in ("", "dang-dung", "cho-mat-khau", "da-dong")} == {
        "": {waiting.email, used.email, closed.email},
        "dang-dung": {used.email},
        "cho-mat-khau": {waiting.email},
        "da-dong": {closed.email},
    }
