"""A form whose sign-in has run out or changed: nothing is done, and everything that was typed comes back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.files import PDF
from tests.factories.seasons import World, a_key, a_pact_open_for_signing, a_season_registering
from tests.pages.commitments.test_commitments import address, typed
from thidua.pages.door.backend import BACKEND
from thidua.records.accounts.models import Account
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models import Signature

pytestmark = pytest.mark.django_db
HERE = {"origin": "http://localhost"}


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))


@pytest.fixture
def world() -> World:
    return a_season_registering()


def a_browser() -> Client:
    return Client(enforce_csrf_checks=True, headers={"host": "localhost"})


def sign_in(browser: Client, actor) -> None:
    """As in another tab: a sign-in makes a new token, and that of every page open already goes stale."""
    browser.cookies.pop("csrftoken", None)
    browser.force_login(Account.objects.get(pk=actor.account), backend=BACKEND)
    browser.get("/dang-nhap")


def token_in(page: str) -> str:
    return re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[-1]


def fields_in(page: str) -> dict[str, str]:
    """The fields of the form that sends again, as a browser would send them."""
    form = page.split("data-held")[1].split("</form>")[0]
    return dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', form))


def opened(browser: Client, world: World) -> dict[str, str]:
    page = browser.get(address(world, 1)).content.decode()
    return {**{name: str(value) for name, value in typed(world).items()}, "csrfmiddlewaretoken": token_in(page)}


def expired(browser: Client) -> None:
    browser.session.flush()
    del browser.cookies["sessionid"]


def test_a_form_that_comes_after_the_sign_in_has_run_out_is_held_and_sent_again_by_one_press(world):
    browser = a_browser()
    sign_in(browser, world.officers[1])
    form = opened(browser, world)
    expired(browser)
    held = browser.post(address(world, 1, "luu"), form, headers=HERE)
    page = held.content.decode()
    assert held.status_code == 401
    assert "Phiên đăng nhập đã hết trước khi biểu mẫu đến nơi." in page
    assert "Đăng nhập ở thẻ mới" in page
    assert world.sheet(1).version == int(form["version"])
    sign_in(browser, world.officers[1])
    again = browser.post(address(world, 1, "luu"), fields_in(page), headers=HERE)
    assert again.status_code == 403, "signed in elsewhere, so the token of the held form is stale as well"
    last = again.content.decode()
    assert "bấm Gửi lại" in last
    assert browser.post(address(world, 1, "luu"), fields_in(last), headers=HERE).status_code == 303
    assert world.sheet(1).version == int(form["version"]) + 1
    line = world.sheet(1).lines.get(indicator__code="ty-le")
    assert line.registered == 95


def test_a_form_older_than_the_sign_in_is_held_with_a_fresh_token(world):
    browser = a_browser()
    sign_in(browser, world.officers[1])
    form = opened(browser, world)
    sign_in(browser, world.officers[1])
    held = browser.post(address(world, 1, "luu"), form, headers=HERE)
    assert held.status_code == 403
    assert browser.post(address(world, 1, "luu"), fields_in(held.content.decode()), headers=HERE).status_code == 303


def test_a_form_of_another_site_is_shown_and_never_offered_to_be_sent(world):
    browser = a_browser()
    sign_in(browser, world.officers[1])
    form = {name: value for name, value in opened(browser, world).items() if name != "csrfmiddlewaretoken"}
    for headers in ({"origin": "http://elsewhere.example"}, {"origin": "null"}, {}):
        answer = browser.post(address(world, 1, "luu"), form, headers=headers)
        assert answer.status_code == 403
        assert "data-held" not in answer.content.decode()
    assert world.sheet(1).version == int(form["version"])


def test_what_a_form_holds_is_written_as_text(world):
    browser = a_browser()
    sign_in(browser, world.officers[1])
    form = opened(browser, world) | {"reason-1": '"><script>alert(1)</script>'}
    expired(browser)
    page = browser.post(address(world, 1, "luu"), form, headers=HERE).content.decode()
    assert "<script>alert(1)" not in page
    assert "<li>95</li>" in page
    assert "<li>met</li>" not in page, "what was chosen from a list is a code to the reader"
    assert "&quot;&gt;&lt;script&gt;alert(1)" in page


def test_a_password_is_never_held():
    browser = a_browser()
    stale = {"email": "a@example.vn", "password": "con trâu đi trước", "csrfmiddlewaretoken": "x" * 64}
    page = browser.post("/dang-nhap", stale, headers=HERE)
    assert page.status_code == 403
    assert "con trâu" not in page.content.decode()
    assert "Biểu mẫu có mật khẩu nên không giữ lại" in page.content.decode()


def test_a_file_goes_along_for_who_is_signed_in_and_is_named_to_who_is_not():
    world = a_pact_open_for_signing()
    at = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/giao-uoc"
    browser = a_browser()
    sign_in(browser, world.secretary)
    token = token_in(browser.get(at).content.decode())

    def form():
        return {
            "key": a_key(), "unit": world.units[1].slug, "signer": "Trần Huy Bách", "title": "Giám đốc",
            "capacity": "leader", "letter": "", "csrfmiddlewaretoken": token,
            "scan": SimpleUploadedFile("bản ký.pdf", PDF),
        }  # fmt: skip

    expired(browser)
    page = browser.post(f"{at}/ky-giay", form(), headers=HERE).content.decode()
    assert 'Tệp <b lang="vi">bản ký.pdf</b> không đi kèm được' in page
    assert StoredFile.objects.count() == 0, "a stranger fills no disk here"
    sign_in(browser, world.secretary)
    held = browser.post(f"{at}/ky-giay", form(), headers=HERE)
    assert held.status_code == 403
    assert browser.post(f"{at}/ky-giay", fields_in(held.content.decode()), headers=HERE).status_code == 303
    assert Signature.objects.get().scan.name == "bản ký.pdf"


def test_reading_a_page_while_signed_out_still_leads_to_the_sign_in_and_back(world):
    answer = a_browser().get(address(world, 1))
    assert answer.status_code == 302
    assert answer["Location"] == f"/dang-nhap?next={address(world, 1)}"


def test_a_page_whose_sign_in_was_renewed_gets_a_fresh_token_and_a_stranger_none(world):
    browser = a_browser()
    assert browser.get("/nhap-luu").status_code == 401
    sign_in(browser, world.officers[1])
    form = opened(browser, world)
    sign_in(browser, world.officers[1])
    fresh = browser.get("/nhap-luu")
    assert fresh.status_code == 204
    form["csrfmiddlewaretoken"] = fresh["X-Form-Token"]
    assert browser.post(address(world, 1, "luu"), form, headers=HERE).status_code == 303
