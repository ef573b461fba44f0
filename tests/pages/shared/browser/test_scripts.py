"""The scripts: sorting, entering figures, one press one act, live parts."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.shared.browser.served import DRAFTS

pytestmark = pytest.mark.apart


def column(page: Page, n: int) -> list[str]:
    return page.locator(f"tbody tr > :nth-child({n})").all_inner_texts()


def test_a_head_sorts_in_vietnamese_order_up_down_and_back_to_the_first_order(page):
    page.goto("/bang")
    head = page.locator("thead th").nth(0)
    assert head.get_attribute("aria-sort") == "none"
    orders = []
    for _ in range(3):
        head.get_by_role("button").click()
        orders.append((head.get_attribute("aria-sort"), column(page, 1)))
    assert orders == [
        ("ascending", ["An Dương", "Đông Anh", "Ý Yên"]),
        ("descending", ["Ý Yên", "Đông Anh", "An Dương"]),
        ("none", ["Ý Yên", "Đông Anh", "An Dương"]),
    ]


def test_figures_sort_as_figures_and_what_is_missing_stays_at_the_end(page):
    page.goto("/bang")
    button = page.locator("thead th").nth(1).get_by_role("button")
    button.click()
    assert column(page, 2) == ["92", "1.187,5", ""]
    button.click()
    assert column(page, 2) == ["1.187,5", "92", ""]


def test_days_sort_as_days(page):
    page.goto("/bang")
    page.locator("thead th").nth(2).get_by_role("button").click()
    assert column(page, 3) == ["30/11/2015", "12/2/2016", "3/6/2016"]


def test_the_filter_finds_names_typed_without_marks(page):
    page.goto("/bang")
    page.get_by_label("Lọc trong bảng").fill("dong")
    assert [row.inner_text()[:8] for row in page.locator("tbody tr").all() if row.is_visible()] == ["Đông Anh"]
    expect(page.locator(".table-find [role=status]")).to_have_text("1 dòng")


def test_arrows_and_enter_move_in_the_grid_and_enter_sends_nothing(page):
    page.goto("/mau")
    cells = page.locator("table[data-grid] :is(input, textarea)")
    cells.nth(0).select_text()

    def at() -> int:
        return cells.evaluate_all("(all) => all.indexOf(document.activeElement)")

    visited = []
    for key in ("ArrowRight", "ArrowDown", "Enter", "Enter", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        visited.append(at())
    assert visited == [1, 4, 7, 7, 4, 3]
    assert page.url.endswith("/mau")


def test_a_block_from_a_spreadsheet_fills_the_cells_to_the_right_and_below(page):
    page.goto("/mau")
    cells = page.locator("table[data-grid] :is(input, textarea)")
    cells.nth(0).evaluate(
        """(cell) => { cell.focus(); const data = new DataTransfer(); data.setData("text/plain",
        "12,5\\t13\\tbão số 1\\r\\n7\\t8\\t\\r\\n");
        cell.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})) }"""
    )
    assert cells.evaluate_all("(all) => all.map((c) => c.value)") == [
        "12,5",
        "13",
        "bão số 1",
        "7",
        "8",
        "",
        "45",
        "",
        "",
    ]


def test_a_double_press_sends_once(page):
    page.goto("/bieu-mau")
    page.get_by_label("Kết quả").fill("45")
    page.get_by_role("button", name="Gửi").dblclick(no_wait_after=True)
    expect(page.get_by_text("Đã nhận")).to_be_visible()
    assert DRAFTS.sent == 1


def test_ctrl_k_leads_to_the_search(page):
    page.goto("/bang")
    page.keyboard.press("Control+k")
    assert page.evaluate("() => 'find' in document.activeElement.dataset")


def test_a_dialog_opens_and_closes_by_its_buttons(page):
    page.goto("/mau")
    page.get_by_role("button", name="Chốt danh sách").click()
    expect(page.get_by_role("dialog", name="Chốt danh sách ký")).to_be_visible()
    page.get_by_role("button", name="Thôi").click()
    expect(page.get_by_role("dialog", name="Chốt danh sách ký")).to_be_hidden()


def test_a_copied_text_says_so(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/mau")
    page.get_by_role("button", name="Sao chép lời nhắc").click()
    expect(page.get_by_text("Đã sao chép")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()").startswith("Kính gửi các đồng chí")


def test_a_change_elsewhere_is_shown_without_a_reload_and_keeps_what_stays(page):
    page.goto("/phan")
    expect(page.get_by_text("Đang cập nhật trực tiếp")).to_be_visible()
    first = page.locator("#rows li").nth(0).element_handle()
    DRAFTS.rows = ["hai"]
    DRAFTS.changed.set()
    expect(page.locator("#rows li")).to_have_text(["hai"])
    assert first.evaluate("(e) => e.isConnected")


def test_a_change_that_adds_rows_is_shown(page):
    page.goto("/phan")
    expect(page.get_by_text("Đang cập nhật trực tiếp")).to_be_visible()
    DRAFTS.rows = ["một", "hai", "ba"]
    DRAFTS.changed.set()
    expect(page.locator("#rows li")).to_have_text(["một", "hai", "ba"])


def test_without_a_stream_the_page_asks_every_few_seconds(page):
    page.route("**/live", lambda route: route.abort())
    page.goto("/phan")
    expect(page.get_by_text("Cập nhật mỗi 5 giây")).to_be_visible()
    DRAFTS.rows = ["hai"]
    expect(page.locator("#rows li")).to_have_text(["hai"], timeout=15_000)


def test_a_file_field_speaks_the_language_of_the_page_and_names_what_was_chosen(page):
    page.goto("/mau")
    field = page.locator("input[type=file]").first
    box = page.locator(".file").first
    expect(box).to_have_text("Chọn tệpchưa chọn tệp nào")
    field.set_input_files({"name": "kết quả.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"})
    expect(box).to_have_text("Chọn tệpkết quả.pdf")


def test_what_a_field_lacks_is_told_in_the_language_of_the_page_until_it_is_mended(page):
    page.goto("/mau")
    told = page.evaluate(
        """() => {
            const made = (name, set) => Object.assign(document.createElement(name), set);
            const says = (field) => (document.body.append(field), field.checkValidity(), field.validationMessage);
            const text = made("input", { required: true });
            const lacking = [
                says(text), says(made("select", { required: true })),
                says(made("input", { type: "checkbox", required: true })),
                says(made("input", { type: "file", required: true })),
                says(made("input", { type: "email", value: "hoa" })),
                says(made("input", { type: "number", min: 1, max: 60, value: 61 })),
            ];
            text.value = "Nam Định";
            text.dispatchEvent(new Event("input", { bubbles: true }));
            return [...lacking, text.validationMessage];
        }"""
    )
    assert told == [
        "Ghi vào ô này rồi gửi.", "Chọn một mục rồi gửi.", "Đánh dấu ô này rồi gửi.", "Chọn tệp rồi gửi.",
        "Ghi đủ địa chỉ thư, thí dụ ten@donvi.gov.vn.", "Ghi số từ 1 đến 60.", "",
    ]  # fmt: skip


def test_a_password_that_is_too_short_says_by_how_much(page):
    page.goto("/mau")
    page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<form id=f><input minlength=12></form>')"
    )
    page.locator("#f input").press_sequentially("ngan")
    said = page.locator("#f input").evaluate("(field) => (field.form.reportValidity(), field.validationMessage)")
    assert said == "Ghi ít nhất 12 ký tự, mới có 4."


def test_the_day_of_the_week_follows_what_is_typed(page):
    page.goto("/mau")
    field = page.locator("input[data-weekdays]").first
    beside = page.locator(".weekday").first
    seen = []
    for day in ("17/1/2027", "31/2/2027", "8/2/2027"):
        field.fill(day)
        seen.append(beside.inner_text())
    assert seen == ["Chủ nhật", "", "Thứ Hai"]
