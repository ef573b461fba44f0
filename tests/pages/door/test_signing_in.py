"""Signing in: one spelling of an address, ten guesses, and a way back on this site only."""

import re

import pytest
from django.test import Client

from tests.factories.people import GOOD_PASSWORD, an_account
from tests.factories.seasons import NOON, a_key
from thidua.core.actor import PUBLIC
from thidua.pages.door.backend import BACKEND
from thidua.records.accounts.actions import set_password_by_link
from thidua.records.accounts.models import SingleLink
from thidua.records.accounts.steps import make_link

pytestmark = pytest.mark.both
ELSEWHERE = (
    "//evil.example", "https://evil.example/", "https:evil.example", "/\\evil.example", "\\/evil.example",
    "///evil.example", "/\t/evil.example", "javascript:alert(1)", "data:text/html,x", " //evil.example", "hom-nay",
    "abc", "?next=/",
)  # fmt: skip


@pytest.fixture
def account(db):
    made = an_account("tham@example.vn")
    _, secret = make_link(made, SingleLink.Purpose.INVITATION, at=NOON)
    return set_password_by_link(secret, password=GOOD_PASSWORD, by=PUBLIC, at=NOON, key=a_key())


def signs_in(email, password=GOOD_PASSWORD, address="10.0.0.1", **more):
    client = Client(headers={"host": "localhost"}, REMOTE_ADDR=address)
    return client.post("/dang-nhap", {"email": email, "password": password, **more})


def test_an_address_is_the_same_however_its_letters_are_written(account):
    assert signs_in(" THAM@Example.vn ").status_code == 302


def test_another_spelling_of_an_address_gets_no_guesses_of_its_own(account):
    for spelling in range(10):
        letters = "".join(one.upper() if spelling >> place & 1 else one for place, one in enumerate("tham"))
        signs_in(f"{letters}@example.vn", "sai mật khẩu")
    assert signs_in("tham@example.vn").status_code == 429
    assert signs_in("tham@example.vn", address="10.0.0.2").status_code == 302


def test_behind_a_proxy_a_stranger_elsewhere_does_not_lock_the_owner_out(account, settings):
    settings.BEHIND_TLS = True

    def from_outside(forwarded, password=GOOD_PASSWORD):
        client = Client(headers={"host": "localhost", "x-forwarded-for": forwarded}, REMOTE_ADDR="127.0.0.1")
        return client.post("/dang-nhap", {"email": "tham@example.vn", "password": password}).status_code

    for guess in range(10):
        from_outside(f"198.51.100.{guess}, 203.0.113.7", "sai mật khẩu")  # the first is of his own invention
    assert from_outside("203.0.113.7") == 429
    assert from_outside("203.0.113.8") == 302


@pytest.mark.parametrize("to", ELSEWHERE)
def test_the_way_back_after_signing_in_stays_on_this_site(account, to):
    answer = signs_in("tham@example.vn", next=to)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/hom-nay")


def test_who_wanted_a_page_gets_there_after_signing_in(account):
    assert signs_in("tham@example.vn", next="/nam-thi-dua?trang=2").headers["Location"] == "/nam-thi-dua?trang=2"


@pytest.mark.parametrize("to", ELSEWHERE)
def test_the_way_back_after_choosing_a_theme_stays_on_this_site(db, to):
    answer = Client(headers={"host": "localhost"}).post("/giao-dien", {"theme": "dark", "next": to})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@pytest.mark.parametrize("address", ["/nguoi/%00", "/don-vi?loai=%00", "/tim?%00=a", "/moi/a%00"])
def test_nothing_lies_at_an_address_with_a_nul(account, address):
    client = Client(headers={"host": "localhost"})
    client.force_login(account, backend=BACKEND)
    assert client.get(address).status_code == 404


def test_a_form_loses_its_nuls(account):
    assert signs_in("tham\0@example.vn", next="/hom-nay\0").headers["Location"] == "/hom-nay"


def refused_in(answer):
    """The sentences of the box that says why, each whole."""
    box = re.search(r"data-refusal>.*?</svg>\s*<div>(.*?)</div>", answer.content.decode(), re.S)
    return re.findall("<p>(.*?)</p>", box[1]), answer.content.decode().count("data-refusal")


def test_a_wrong_password_or_key_and_too_many_of_them_are_told_in_one_sentence_each(account):
    wrong = "Địa chỉ thư hoặc mật khẩu không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại."
    many = "Sai mật khẩu nhiều lần. Đợi 15 phút rồi thử lại, hoặc đặt lại mật khẩu."
    nothing = Client(headers={"host": "localhost"}).post("/dang-nhap/khoa", {"passkey": "{}"})
    assert refused_in(signs_in("tham@example.vn", "sai mật khẩu")) == ([wrong], 1)
    assert [len(refused_in(nothing)[0]), refused_in(nothing)[1]] == [1, 1]
    for _ in range(9):
        answer = signs_in("tham@example.vn", "sai mật khẩu")
    assert refused_in(answer) == ([many], 1)
