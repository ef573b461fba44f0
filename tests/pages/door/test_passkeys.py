"""Signing in and confirming by a passkey: what a device answers, and everything about an answer that may be wrong."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client, override_settings

from tests.factories.factors import PRESENT_AND_VERIFIED, Device, a_passkey_of, account_of
from tests.factories.people import GOOD_PASSWORD, an_account
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing
from tests.pages.clients import client_of
from thidua.records.accounts.actions import close_account, remove_passkey
from thidua.records.accounts.models import Account, Passkey
from thidua.records.accounts.queries import actor_of
from thidua.records.seasons.models import Signature

pytestmark = pytest.mark.django_db
AT = datetime(2016, 3, 4, 5, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch):
    clock = {"at": AT}
    for room in ("door.second", "door.proven", "door.passkeys", "accounts.factors"):
        monkeypatch.setattr(f"thidua.pages.{room}.outside", lambda: clock["at"])
    return clock


@pytest.fixture
def tham(clock):
    account = an_account()
    account.set_password(GOOD_PASSWORD)
    account.save()
    return actor_of(account, on=TODAY)


def a_browser() -> Client:
    return Client(headers={"host": "localhost"})


def asked(browser: Client) -> dict:
    return browser.post("/dang-nhap/khoa/hoi").json()


def sign_in(browser: Client, answer: dict, **more: str):
    return browser.post("/dang-nhap/khoa", {"passkey": json.dumps(answer)} | more)


def is_signed_in(browser: Client) -> bool:
    return browser.get("/tai-khoan").status_code == 200


def test_a_passkey_is_added_with_the_password_and_then_signs_in_alone(tham):
    device, browser = Device(), client_of(tham)
    form = {"key": a_key(), "name": "Điện thoại", "password": GOOD_PASSWORD}
    answer = device.makes(browser.post("/tai-khoan/xac-nhan/khoa/hoi").json())
    added = browser.post("/tai-khoan/xac-nhan/khoa", form | {"passkey": json.dumps(answer)})
    assert (added.status_code, added["Location"]) == (303, "/tai-khoan/xac-nhan/ma-du-phong")
    other = a_browser()
    entered = sign_in(other, device.signs(asked(other)), next="/don-vi")
    assert (entered.status_code, entered["Location"]) == (302, "/don-vi")
    assert is_signed_in(other)
    assert Passkey.objects.get().last_used_at == AT


def test_a_key_is_not_added_without_the_password_or_for_another_question(tham):
    device, browser = Device(), client_of(tham)
    at, form = "/tai-khoan/xac-nhan/khoa", {"key": a_key(), "name": "Máy", "password": GOOD_PASSWORD}
    answer = json.dumps(device.makes(browser.post(f"{at}/hoi").json()))
    assert browser.post(at, form | {"passkey": answer, "password": "sai"}).status_code == 422
    browser.post(f"{at}/hoi")
    refused = browser.post(at, form | {"passkey": answer})
    assert "Khóa không xác nhận được." in refused.content.decode()
    assert not Passkey.objects.exists()


def test_signing_in_by_a_passkey_counts_as_the_second_factor(clock):
    world, device = a_pact_open_for_signing(), Device()
    a_passkey_of(world.leaders[1], device)
    browser = a_browser()
    sign_in(browser, device.signs(asked(browser)))
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/giao-uoc/ky"
    with override_settings(SECOND_FACTOR="required"):
        assert browser.post(base, {"key": a_key(), "unit": world.units[1].slug}).status_code == 303
    assert Signature.objects.count() == 1


def test_a_held_form_is_signed_by_a_touch(clock):
    world, device = a_pact_open_for_signing(), Device()
    a_passkey_of(world.leaders[1], device)
    browser = client_of(world.leaders[1])
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/giao-uoc/ky"
    form = {"key": a_key(), "unit": world.units[1].slug}
    assert browser.post(base, form).status_code == 403
    question = asked(browser)
    assert [one["id"] for one in question["publicKey"]["allowCredentials"]] == [Passkey.objects.get().credential_id]
    assert browser.post(base, form | {"second_factor_passkey": json.dumps(device.signs(question))}).status_code == 303
    assert Signature.objects.count() == 1


def test_anothers_passkey_confirms_nothing(clock):
    world, device = a_pact_open_for_signing(), Device()
    a_passkey_of(world.leaders[1])
    a_passkey_of(world.officers[1], device)
    browser = client_of(world.leaders[1])
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/giao-uoc/ky"
    form = {"key": a_key(), "unit": world.units[1].slug}
    answer = device.signs(asked(browser))
    assert browser.post(base, form | {"second_factor_passkey": json.dumps(answer)}).status_code == 403
    assert not Signature.objects.exists()


@pytest.mark.parametrize(
    "device",
    [
        Device(origin="https://thidua.example"),
        Device(origin="http://localhost:9"),
        Device(host="thidua.example"),
    ],
    ids=["another site's page", "another port", "another site's key"],
)
def test_an_answer_for_another_site_signs_nobody_in(tham, device):
    a_passkey_of(tham, device)
    browser = a_browser()
    refused = sign_in(browser, device.signs(asked(browser)))
    assert refused.status_code == 422
    assert "Khóa không xác nhận được." in refused.content.decode()
    assert not is_signed_in(browser)


@pytest.mark.parametrize("flags", [0, 1, 4])
def test_a_key_that_did_not_check_its_owner_signs_nobody_in(tham, flags):
    device, browser = Device(), a_browser()
    a_passkey_of(tham, device)
    assert flags != PRESENT_AND_VERIFIED
    assert sign_in(browser, device.signs(asked(browser), flags=flags)).status_code == 422
    assert not is_signed_in(browser)


def test_an_answer_is_good_once_for_five_minutes_and_in_the_browser_that_was_asked(tham, clock):
    device = Device()
    a_passkey_of(tham, device)
    first, other = a_browser(), a_browser()
    answer = device.signs(asked(first))
    asked(other)
    assert sign_in(other, answer).status_code == 422
    assert sign_in(first, answer).status_code == 302
    first.post("/dang-xuat")
    assert sign_in(first, answer).status_code == 422
    late = device.signs(asked(first))
    clock["at"] = AT + timedelta(minutes=5, seconds=1)
    assert sign_in(first, late).status_code == 422
    assert not is_signed_in(first)


def test_a_copied_key_a_changed_signature_and_anothers_handle_sign_nobody_in(tham):
    device, browser = Device(), a_browser()
    a_passkey_of(tham, device, count=7)
    assert sign_in(browser, device.signs(asked(browser))).status_code == 422
    device.count = 7
    spoilt = device.signs(asked(browser))
    spoilt["response"]["signature"] = spoilt["response"]["signature"][:-6] + "AAAAAA"
    assert sign_in(browser, spoilt).status_code == 422
    device.handle = b"nguoi-khac1"
    assert sign_in(browser, device.signs(asked(browser))).status_code == 422
    device.handle = account_of(tham).public_id.encode()
    assert sign_in(browser, device.signs(asked(browser))).status_code == 302


def test_a_removed_key_and_a_closed_account_sign_nobody_in(tham):
    device, browser = Device(), a_browser()
    passkey = a_passkey_of(tham, device)
    from tests.factories.people import an_administrator

    close_account(account_of(tham), by=an_administrator(), at=NOON, key=a_key())
    assert sign_in(browser, device.signs(asked(browser))).status_code == 422
    Account.objects.filter(pk=tham.account).update(is_active=True)
    remove_passkey(passkey, reason="mất máy", by=tham, at=NOON, key=a_key())
    assert sign_in(browser, device.signs(asked(browser))).status_code == 422
    assert not is_signed_in(browser)


def test_the_way_back_leads_nowhere_else(tham):
    device, browser = Device(), a_browser()
    a_passkey_of(tham, device)
    entered = sign_in(browser, device.signs(asked(browser)), next="https://evil.example/")
    assert entered["Location"] == "/hom-nay"
