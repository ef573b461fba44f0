"""What is typed is kept: on the server, and on this machine when the server cannot be reached."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.shared.browser.served import DRAFTS

pytestmark = pytest.mark.apart


def typed(page: Page, figure: str = "41", why: str = "Bão số 1") -> None:
    page.goto("/bieu-mau")
    page.get_by_label("Kết quả").fill(figure)
    page.get_by_label("Lý do").fill(why)
    page.get_by_label("Chắc").check()
    page.get_by_label("Kết quả").focus()


def holds(page: Page, figure: str, why: str, sure: bool) -> None:
    expect(page.get_by_label("Kết quả")).to_have_value(figure)
    expect(page.get_by_label("Lý do")).to_have_value(why)
    expect(page.get_by_label("Chắc")).to_be_checked(checked=sure)


def test_leaving_a_field_saves_the_draft_and_says_when(page):
    typed(page)
    expect(page.get_by_text("Đã lưu nháp lúc")).to_be_visible()
    assert DRAFTS.kept["ket-qua"]["values"] == {"figure": ["41"], "why": ["Bão số 1"], "sure": ["on"]}


def test_a_draft_comes_back_with_its_hour_and_can_be_discarded(page):
    DRAFTS.kept["ket-qua"] = {"values": {"figure": ["7"], "why": ["x"], "sure": ["on"]}, "at": "2016-06-27T02:12:00Z"}
    page.goto("/bieu-mau")
    expect(page.get_by_text("Đã khôi phục bản nháp lúc")).to_be_visible()
    holds(page, "7", "x", sure=True)
    page.get_by_role("button", name="Bỏ bản nháp").click()
    holds(page, "", "", sure=False)
    expect(page.get_by_text("Đã bỏ bản nháp")).to_be_visible()
    page.wait_for_timeout(200)
    assert DRAFTS.kept == {}


def test_a_lost_connection_keeps_the_draft_on_this_machine_and_says_so(page):
    page.goto("/bieu-mau")
    page.route("**/nhap-luu*", lambda route: route.abort())
    typed(page)
    expect(page.get_by_text("Mất kết nối, bản nháp còn giữ trên máy này")).to_be_visible()
    page.reload()
    holds(page, "41", "Bão số 1", sure=True)
    expect(page.get_by_text("Đã khôi phục bản nháp lúc")).to_be_visible()


def test_a_second_saver_reads_the_server_s_sentence_and_keeps_the_draft(page):
    DRAFTS.answer = 409
    typed(page)
    expect(page.get_by_text("Bà Hoa đã lưu lúc 10:05.")).to_be_visible()
    holds(page, "41", "Bão số 1", sure=True)
    page.reload()
    holds(page, "41", "Bão số 1", sure=True)


def test_an_expired_sign_in_offers_a_new_tab_and_keeps_the_draft(page):
    DRAFTS.answer = 401
    typed(page)
    link = page.get_by_role("link", name="Đăng nhập lại ở thẻ mới")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("href", "/dang-nhap")
    holds(page, "41", "Bão số 1", sure=True)


def test_what_was_sent_does_not_come_back(page):
    typed(page)
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_text("Đã nhận")).to_be_visible()
    page.goto("/bieu-mau")
    page.wait_for_timeout(300)
    holds(page, "", "", sure=False)
    assert page.evaluate("() => Object.keys(localStorage).filter((k) => k.startsWith('thidua-draft'))") == []


def test_what_could_not_be_sent_comes_back(page):
    typed(page)
    expect(page.get_by_text("Đã lưu nháp lúc")).to_be_visible()
    DRAFTS.kept.clear()
    page.route("**/bieu-mau", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.get_by_role("button", name="Gửi").click()
    page.wait_for_timeout(300)
    page.goto("/bieu-mau")
    holds(page, "41", "Bão số 1", sure=True)


def test_one_reader_s_draft_is_not_shown_to_the_next(page):
    page.goto("/bieu-mau")
    page.evaluate(
        """() => { const values = {figure: ["9"], why: [""], sure: []};
        const draft = {values, at: new Date().toISOString(), onServer: false};
        localStorage.setItem("thidua-draft:someone-else:ket-qua", JSON.stringify(draft)) }"""
    )
    page.reload()
    page.wait_for_timeout(300)
    holds(page, "", "", sure=False)


def test_a_password_and_a_hidden_key_are_never_kept(page):
    page.goto("/bieu-mau")
    page.evaluate(
        """() => document.forms[document.forms.length - 1].insertAdjacentHTML("afterbegin",
        '<input type="password" name="secret" value="x"><input type="hidden" name="key" value="k">')"""
    )
    page.get_by_label("Kết quả").fill("1")
    page.get_by_label("Lý do").focus()
    expect(page.get_by_text("Đã lưu nháp lúc")).to_be_visible()
    assert set(DRAFTS.kept["ket-qua"]["values"]) == {"figure", "why", "sure"}
