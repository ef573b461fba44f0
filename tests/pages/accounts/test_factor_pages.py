"""The pages of one's own second factor, and an administrator's reset."""

import re
from datetime import UTC, datetime

import pytest

from tests.factories.factors import SECRET, a_passkey_of, account_of, an_app_of, recovery_codes_of
from tests.factories.people import GOOD_PASSWORD, an_account, an_administrator
from tests.factories.seasons import TODAY, a_key
from tests.pages.clients import client_of
from thidua.core.second_factor.codes import code_at
from thidua.core.second_factor.recovery import HOW_MANY, hash_of
from thidua.records.accounts.models import RecoveryCode
from thidua.records.accounts.queries import actor_of, factors_of

pytestmark = pytest.mark.django_db
AT = datetime(2016, 3, 4, 5, 0, tzinfo=UTC)
HERE = "/tai-khoan/xac-nhan"


@pytest.fixture
def tham(monkeypatch):
    for room in ("door.second", "door.proven", "door.passkeys", "accounts.factors"):
        monkeypatch.setattr(f"thidua.pages.{room}.outside", lambda: AT)
    account = an_account()
    account.set_password(GOOD_PASSWORD)
    account.save()
    return actor_of(account, on=TODAY)


def text_of(answer) -> str:
    return answer.content.decode()


def secret_in(page: str) -> bytes:
    import base64

    return base64.b32decode(re.search(r'id="app-secret">([A-Z2-7 ]+)<', page)[1].replace(" ", ""))


def test_an_app_is_added_by_the_square_a_code_and_the_password(tham):
    browser = client_of(tham)
    page = text_of(browser.get(f"{HERE}/ung-dung"))
    secret = secret_in(page)
    square = re.search(r"<svg[^>]*qr[^>]*>", page)[0]
    assert re.search(r'viewBox="0 0 (\d+) \1"', square), "whole at whatever size it is shown"
    assert "width=" not in square
    assert "style=" not in page
    assert secret_in(text_of(browser.get(f"{HERE}/ung-dung"))) == secret, "the square stays until it was scanned"
    form = {"key": a_key(), "code": code_at(secret, AT), "password": "sai mật khẩu"}
    refused = browser.post(f"{HERE}/ung-dung", form)
    assert refused.status_code == 422
    assert "Mật khẩu không đúng." in text_of(refused)
    wrong = browser.post(f"{HERE}/ung-dung", form | {"password": GOOD_PASSWORD, "code": "000000"})
    assert "Mã không khớp." in text_of(wrong)
    added = browser.post(f"{HERE}/ung-dung", form | {"password": GOOD_PASSWORD})
    assert (added.status_code, added["Location"]) == (303, f"{HERE}/ma-du-phong")
    assert factors_of(account_of(tham)).app is not None
    assert secret_in(text_of(browser.get(f"{HERE}/ung-dung"))) != secret
    assert "Dùng lần cuối" in text_of(browser.get(HERE))
    assert "chưa dùng</dd>" not in text_of(browser.get(HERE)), "its first code is a use"


def test_a_second_one_is_added_by_the_first_instead_of_the_password(tham):
    a_passkey_of(tham)
    browser = client_of(tham)
    page = text_of(browser.get(f"{HERE}/ung-dung"))
    assert 'name="password"' not in page
    form = {"key": a_key(), "code": code_at(secret_in(page), AT)}
    assert browser.post(f"{HERE}/ung-dung", form).status_code == 403
    assert factors_of(account_of(tham)).app is None


def test_recovery_codes_are_shown_in_one_answer_only(tham):
    an_app_of(tham, at=AT)
    browser = client_of(tham)
    form = {"key": a_key(), "second_factor_code": code_at(SECRET, AT)}
    shown = browser.post(f"{HERE}/ma-du-phong", form)
    codes = re.findall(r"<li>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</li>", text_of(shown))
    assert len(codes) == HOW_MANY
    assert "no-store" in shown["Cache-Control"]
    assert {hash_of(code) for code in codes} == set(RecoveryCode.objects.values_list("code_hash", flat=True))
    again = browser.post(f"{HERE}/ma-du-phong", form, follow=True)
    assert codes[0] not in text_of(again)
    assert "Bộ mã này đã hiện một lần." in text_of(again)
    assert RecoveryCode.objects.count() == HOW_MANY
    assert f"Còn {HOW_MANY} mã chưa dùng." in text_of(browser.get(HERE))


def test_what_is_set_is_shown_renamed_and_removed_with_a_reason(tham):
    an_app_of(tham, at=AT)
    passkey = a_passkey_of(tham)
    browser = client_of(tham)
    at = f"{HERE}/khoa/{passkey.public_id}"
    proven = {"second_factor_code": code_at(SECRET, AT)}
    assert browser.post(f"{at}/ten", {"key": a_key(), "name": "Khóa USB"} | proven).status_code == 303
    page = text_of(browser.get(HERE))
    assert "Khóa USB" in page
    refused = browser.post(f"{at}/bo", {"key": a_key(), "reason": ""})
    assert refused.status_code == 422
    assert "Thiếu “Lý do”" in text_of(refused)
    assert browser.post(f"{at}/bo", {"key": a_key(), "reason": "mất máy"}).status_code == 303
    assert browser.post(f"{HERE}/ung-dung/bo", {"key": a_key(), "reason": "đổi điện thoại"}).status_code == 303
    assert "Chưa có lớp xác nhận thứ hai." in text_of(browser.get(HERE))


def test_anothers_passkey_is_the_same_as_none(tham):
    passkey = a_passkey_of(an_administrator())
    browser = client_of(tham)
    for what in ("ten", "bo"):
        for public_id in (passkey.public_id, "khong-co"):
            answer = browser.post(f"{HERE}/khoa/{public_id}/{what}", {"key": a_key(), "name": "x", "reason": "x"})
            assert answer.status_code == 404


def test_an_administrator_resets_with_a_reason_and_the_list_says_who_has_a_second_factor(tham):
    an_app_of(tham, at=AT)
    recovery_codes_of(tham)
    account = account_of(tham)
    browser = client_of(an_administrator())
    assert "xác nhận hai lớp" in text_of(browser.get("/quan-tri/tai-khoan"))
    at = f"/quan-tri/tai-khoan/{account.public_id}/go-xac-nhan"
    assert browser.post(at, {"key": a_key(), "reason": ""}).status_code == 422
    answer = browser.post(at, {"key": a_key(), "reason": "mất điện thoại"}, follow=True)
    assert "Chủ tài khoản nhận được thông báo." in text_of(answer)
    assert not factors_of(account).are_set
    told = text_of(client_of(tham).get("/thong-bao/"))
    assert "đã gỡ lớp xác nhận thứ hai của bạn, lý do: mất điện thoại." in told
