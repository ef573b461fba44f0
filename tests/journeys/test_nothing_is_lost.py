"""What goes wrong at a desk: each time a clear sentence, and what was typed is still there.

Real browsers against the real `thidua serve`. The reports are those of 2016, so every one of them comes late.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db.models import QuerySet
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.factories.files import PDF, PROGRAM
from tests.factories.results import a_season_of_results, the_line, the_report
from tests.factories.seasons import World
from tests.site.serving import serving
from thidua.core.actor import Actor
from thidua.records.accounts.models import Account
from thidua.records.desk.models import Draft
from thidua.records.files.accepting import MOST_BYTES
from thidua.records.journal.models import Entry
from thidua.records.results.models import Report

pytestmark = pytest.mark.apart

PASSWORD = "con trâu đi trước cái cày"
DESKS = 8
LATE = "báo cáo vẫn được nhận và đánh dấu nộp chậm"


@dataclass
class Desk:
    """The running product with a season whose reports are open; a unit's officer and leader sit at the desk."""

    address: str
    browser: Browser
    world: World
    place: int

    @property
    def officer(self) -> Actor:
        return self.world.officers[self.place]

    @property
    def leader(self) -> Actor:
        return self.world.leaders[self.place]

    @property
    def report(self) -> Report:
        """The first quarter's report of the unit."""
        return the_report(self.world, self.place)

    @property
    def page_of_report(self) -> str:
        season, unit = self.world.season, self.world.units[self.place]
        return (
            f"{self.address}/{season.cluster.slug}/{season.slug}/{self.world.bloc.bloc.slug}/ket-qua/quy-1/{unit.slug}"
        )

    def field(self, code: str, name: str = "value") -> str:
        return f"[name={name}-{the_line(self.report, code).pk}]"

    def office(self) -> BrowserContext:
        context = self.browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(15_000)
        return context

    def signed_in(self, actor, context: BrowserContext | None = None) -> Page:
        page = (context or self.office()).new_page()
        page.goto(f"{self.address}/dang-nhap")
        sign_in(page, Account.objects.get(pk=actor.account).email)
        return page

    def at_the_report(self, actor) -> Page:
        page = self.signed_in(actor)
        page.goto(self.page_of_report)
        return page


def sign_in(page: Page, email: str) -> None:
    page.get_by_label("Địa chỉ thư").fill(email)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page).to_have_url(re.compile(r"/hom-nay$"))


@pytest.fixture(scope="module")
def desks(shared_browser, module_database) -> Iterator[Iterator[Desk]]:
    """One desk after another in one house, each in a unit of its own."""
    world = a_season_of_results(members=DESKS + 1)
    with_a_password(*world.officers[1:], *world.leaders[1:])
    with serving(module_database.environment, patience=600) as served:
        address = f"http://localhost:{served.port}"
        yield (Desk(address, shared_browser, world, place) for place in range(1, DESKS + 1))


@pytest.fixture
def desk(desks) -> Desk:
    return next(desks)


def with_a_password(*actors: Actor) -> None:
    for account in Account.objects.filter(pk__in=[actor.account for actor in actors]):
        account.set_password(PASSWORD)
        account.save()


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu bản nháp").click()


def draft_line(page: Page, text: str) -> None:
    """It stands in the row of the buttons: nothing is moved when it speaks."""
    expect(page.locator(".acts > [data-draft-line]")).to_contain_text(text)


def saved(desk: Desk) -> int:
    return Entry.objects.filter(kind="report.saved", actor=desk.officer.token).count()


def drafts(desk: Desk) -> QuerySet[Draft]:
    return Draft.objects.filter(account__in=[desk.officer.account, desk.leader.account])


def kept(desk: Desk, code: str) -> object:
    return the_line(desk.report, code).value


def test_a_wrong_figure_and_a_wrong_file_are_told_in_words_and_everything_typed_stays(desk):
    page = desk.at_the_report(desk.officer)
    sum_field, note = desk.field("cuoc"), desk.field("cuoc", "note")
    page.locator(sum_field).fill("chín")
    page.locator(note).fill("Hai cuộc hoãn vì bão")
    row = page.locator("tr", has=page.locator(sum_field))
    row.get_by_text("Thêm minh chứng").click()
    row.locator("input[type=file]").set_input_files(
        {"name": "bao-cao.pdf", "mimeType": "application/pdf", "buffer": PROGRAM}
    )
    save(page)
    refusal = page.get_by_role("alert")
    expect(refusal).to_contain_text("“chín” không phải là số. Ghi số như 95, 9,5 hoặc 1.234,5.")
    expect(refusal).to_contain_text("Không nhận được tệp “bao-cao.pdf”: nội dung không phải PDF")
    expect(page.locator(sum_field)).to_have_value("chín")
    expect(page.locator(note)).to_have_value("Hai cuộc hoãn vì bão")
    assert kept(desk, "cuoc") is None

    # A file that is too large is told before a byte of it is sent.
    row.get_by_text("Thêm minh chứng").click()
    chosen = row.locator("input[type=file]")
    chosen.set_input_files({"name": "quet.pdf", "mimeType": "application/pdf", "buffer": b"\0" * (MOST_BYTES + 1)})
    assert "lớn hơn 20 MB nên chưa gửi" in chosen.evaluate("field => field.validationMessage")
    chosen.set_input_files({"name": "báo cáo.pdf", "mimeType": "application/pdf", "buffer": PDF})
    assert chosen.evaluate("field => field.validationMessage") == ""

    # The figure is still wrong, the file is right: it need not be chosen again.
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("“chín” không phải là số")
    row.get_by_text("Thêm minh chứng").click()
    expect(row.get_by_text("Đã nhận tệp")).to_contain_text("báo cáo.pdf")
    page.locator(sum_field).fill("9")
    save(page)
    expect(page.get_by_text(LATE)).to_be_visible()  # a late entry is taken, and said to be late
    assert kept(desk, "cuoc") == 9
    assert the_line(desk.report, "cuoc").evidence.get().paper.file.name == "báo cáo.pdf"


@pytest.mark.both
def test_a_double_click_and_a_form_that_comes_twice_are_one_entry(desk):
    page = desk.at_the_report(desk.officer)
    page.locator(desk.field("cuoc")).fill("12")
    page.get_by_role("button", name="Lưu bản nháp").dblclick()
    expect(page.get_by_text(LATE)).to_be_visible()
    assert saved(desk) == 1

    page.locator(desk.field("cuoc")).fill("13")
    twice = """async () => {
        const form = document.querySelector("form[data-draft]"), data = new FormData(form);
        const send = () => fetch(form.action, {method: "POST", body: data});
        return (await Promise.all([send(), send(), send()])).map((answer) => answer.status);
    }"""
    assert page.evaluate(twice) == [200, 200, 200], "each is answered with the first receipt"
    assert saved(desk) == 2
    assert kept(desk, "cuoc") == 13


def test_a_sign_in_that_runs_out_while_typing_costs_nothing(desk):
    officer = desk.officer
    email = Account.objects.get(pk=officer.account).email
    page = desk.at_the_report(officer)
    page.locator(desk.field("cuoc")).fill("12")
    page.context.clear_cookies(name="sessionid")
    page.locator(desk.field("cuoc", "note")).fill("Hai cuộc hoãn vì bão")
    page.locator(desk.field("luy-ke")).focus()
    draft_line(page, "Phiên đăng nhập đã hết, bản nháp còn giữ trên máy này.")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Đăng nhập lại ở thẻ mới").click()
    sign_in(opened.value, email)
    page.bring_to_front()
    page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    draft_line(page, "Đã lưu nháp lúc")
    assert drafts(desk).get().values[f"note-{the_line(desk.report, 'cuoc').pk}"] == ["Hai cuộc hoãn vì bão"]
    save(page)
    expect(page.get_by_text(LATE)).to_be_visible()
    assert kept(desk, "cuoc") == 12
    assert not drafts(desk).exists()


def test_a_form_sent_after_the_sign_in_ran_out_is_held_and_sent_again_by_one_press(desk):
    officer = desk.officer
    page = desk.at_the_report(officer)
    page.context.clear_cookies(name="sessionid")
    page.locator(desk.field("cuoc")).fill("12")
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Phiên đăng nhập đã hết trước khi biểu mẫu đến nơi.")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Đăng nhập ở thẻ mới").click()
    sign_in(opened.value, Account.objects.get(pk=officer.account).email)
    page.bring_to_front()
    with page.expect_response("**/nhap-luu"):
        page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    page.get_by_role("button", name="Gửi lại").click()
    expect(page.get_by_text(LATE)).to_be_visible()
    assert kept(desk, "cuoc") == 12
    page.goto(desk.page_of_report)
    expect(page.locator(desk.field("cuoc"))).to_have_value("12")
    expect(page.locator("[data-draft-line]")).to_have_text("")


def test_a_lost_connection_keeps_the_form_and_the_draft_goes_once_it_is_back(desk):
    page = desk.at_the_report(desk.officer)
    page.context.set_offline(True)
    page.locator(desk.field("cuoc")).fill("12")
    page.locator(desk.field("luy-ke")).focus()
    draft_line(page, "Mất kết nối, bản nháp còn giữ trên máy này")
    save(page)
    draft_line(page, "Mất kết nối, chưa gửi được. Nội dung còn giữ trên máy này; gửi lại khi có mạng.")
    expect(page.locator(desk.field("cuoc"))).to_have_value("12")
    assert not drafts(desk).exists()
    page.context.set_offline(False)
    draft_line(page, "Đã lưu nháp lúc")
    save(page)
    expect(page.get_by_text(LATE)).to_be_visible()
    assert kept(desk, "cuoc") == 12


def test_a_second_saver_reads_who_was_first_by_a_sentence_and_keeps_what_was_typed(desk):
    first, second = desk.at_the_report(desk.officer), desk.at_the_report(desk.leader)
    second.locator(desk.field("cuoc")).fill("15")
    first.locator(desk.field("cuoc")).fill("12")
    save(first)
    expect(first.get_by_text(LATE)).to_be_visible()
    save(second)
    expect(second.get_by_role("alert")).to_contain_text("Có người đã lưu thay đổi trong khi bạn đang nhập.")
    expect(second.locator(desk.field("cuoc"))).to_have_value("15")
    assert kept(desk, "cuoc") == 12


@pytest.mark.both
def test_two_people_save_one_report_and_the_second_chooses_field_by_field(desk):
    first, second = desk.at_the_report(desk.officer), desk.at_the_report(desk.leader)
    second.locator(desk.field("cuoc")).fill("15")
    second.locator(desk.field("luy-ke")).fill("4")
    first.locator(desk.field("cuoc")).fill("12")
    first.locator(desk.field("ton-dong")).fill("8")
    save(first)
    expect(first.get_by_text(LATE)).to_be_visible()
    save(second)
    expect(second.get_by_role("alert")).to_contain_text("So từng ô bên dưới, chọn giữ hay lấy, rồi lưu lại.")
    both = second.get_by_role("row", name="Tuyên truyền: Kết quả")
    expect(both).to_contain_text("Lấy: 12")
    expect(both).to_contain_text("Giữ: 15")
    expect(second.get_by_role("row", name="Kiểm tra: Kết quả").get_by_label("Giữ: 4")).to_be_checked()
    expect(second.get_by_role("row", name="Tồn đọng: Kết quả").get_by_label("Lấy: 8")).to_be_checked()
    save(second)
    assert kept(desk, "luy-ke") is None, "the browser asks first where both have changed something"
    both.get_by_label("Lấy: 12").check()
    save(second)
    expect(second.get_by_text(LATE)).to_be_visible()
    assert [kept(desk, code) for code in ("cuoc", "luy-ke", "ton-dong")] == [12, 4, 8]


@pytest.mark.both
def test_a_draft_that_comes_back_after_another_has_saved_meets_that_save(desk):
    second = desk.at_the_report(desk.leader)
    with second.expect_response("**/nhap-luu"):
        second.locator(desk.field("cuoc")).fill("15")
        second.locator(desk.field("luy-ke")).focus()
    second.goto(f"{desk.address}/hom-nay")
    first = desk.at_the_report(desk.officer)
    first.locator(desk.field("ton-dong")).fill("8")
    save(first)
    expect(first.get_by_text(LATE)).to_be_visible()
    second.goto(desk.page_of_report)
    draft_line(second, "Đã khôi phục bản nháp lúc")
    save(second)
    expect(second.get_by_role("row", name="Tồn đọng: Kết quả").get_by_label("Lấy: 8")).to_be_checked()
    save(second)
    expect(second.get_by_text(LATE)).to_be_visible()
    assert [kept(desk, code) for code in ("cuoc", "ton-dong")] == [15, 8]
