"""Somebody in a commune takes part with a phone and no account: code, one form, the officer says whose it is, counted.

A real browser against the real `thidua serve`; steps and typed fields are counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories.files import a_png
from tests.factories.participation import the_unit
from tests.factories.people import a_unit_named
from tests.factories.results import a_season_of_results
from tests.factories.seasons import World, an_actor
from tests.journeys.test_nothing_is_lost import PASSWORD, sign_in
from tests.site.serving import serving
from thidua.core.actor import PostKind
from thidua.core.workflow.participation import as_read
from thidua.figures.participating import taken_by
from thidua.records.accounts.models import Account
from thidua.records.results.models import JoinCode, Participation
from thidua.records.seasons.models import BlocSeason

NAME = "Người Ở Xã"
A_PHOTOGRAPH = {"name": "buoi-dep.png", "mimeType": "image/png", "buffer": a_png(40, 40)}


@dataclass
class Village:
    """The running product; `pressed` and `typed` count what a person does."""

    address: str
    browser: Browser
    world: World
    pressed: int = 0
    typed: int = 0

    @property
    def room(self) -> str:
        return f"{self.address}/{self.world.season.cluster.slug}/{self.world.season.slug}/tham-gia"

    def tab(self, **how: object) -> Page:
        context = self.browser.new_context(**how)
        context.set_default_timeout(15_000)
        return context.new_page()

    def phone(self) -> Page:
        return self.tab(viewport={"width": 390, "height": 780}, has_touch=True)

    def officer(self) -> Page:
        page = self.tab()
        page.goto(f"{self.address}/dang-nhap")
        sign_in(page, Account.objects.get(pk=self.world.officers[1].account).email)
        return page

    def press(self, page: Page, name: str) -> None:
        page.get_by_role("button", name=name, exact=True).click()
        self.pressed += 1

    def fill(self, page: Page, label: str, text: str) -> None:
        page.get_by_label(label, exact=True).fill(text)
        self.typed += 1


@pytest.fixture
def village(browser, own_database) -> Iterator[Village]:
    world = a_season_of_results()
    an_actor(NAME, a_unit_named("Phòng Một", "phong-mot", parent=world.units[1]), PostKind.STAFF)
    account = Account.objects.get(pk=world.officers[1].account)
    account.set_password(PASSWORD)
    account.save()
    BlocSeason.objects.filter(pk=world.bloc.pk).update(ends_on=date(2099, 12, 31))  # the server's day is today
    with serving(own_database.environment, patience=180) as served:
        yield Village(f"http://localhost:{served.port}", browser, world)


def a_code_made(village: Village) -> JoinCode:
    page = village.officer()
    page.goto(f"{village.room}/don-vi/{village.world.units[1].slug}/ma")
    village.fill(page, "Dùng cho việc gì", "Ngày pháp luật ở xã")
    village.press(page, "Tạo mã và xem tờ in")
    expect(page.locator(".join-sheet .qr")).to_be_visible()
    return JoinCode.objects.get()


@pytest.mark.both_in_proof
def test_from_a_code_on_the_wall_to_a_person_who_counts(village):
    code = a_code_made(village)
    assert (village.typed, village.pressed) == (1, 1)

    village.typed = village.pressed = 0
    phone = village.phone()
    phone.goto(f"{village.address}/tham-gia/{as_read(code.code)}")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    village.fill(phone, "Họ và tên", NAME)
    village.press(phone, "Gửi")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Cảm ơn, đã nhận")
    assert (village.typed, village.pressed) == (1, 1)  # the occasion, the day and the place stand there already
    assert taken_by(the_unit(village.world)).people == 0

    village.typed = village.pressed = 0
    officer = village.officer()
    officer.get_by_role("link", name="Xem và ghi nhận").click()
    village.press(officer, "Ghi nhận các lượt đã chọn")
    expect(officer.locator("#notes")).to_contain_text("Đã ghi nhận 1 lượt.")
    assert (village.typed, village.pressed) == (0, 1)
    assert taken_by(the_unit(village.world)).people == 1


def test_without_scripts_the_form_is_an_ordinary_form(village):
    code = a_code_made(village)
    phone = village.tab(viewport={"width": 390, "height": 780}, java_script_enabled=False)
    phone.goto(f"{village.address}/tham-gia/{as_read(code.code)}")
    village.fill(phone, "Họ và tên", NAME)
    phone.locator("[name=photo]").set_input_files(A_PHOTOGRAPH)
    village.press(phone, "Gửi")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Cảm ơn, đã nhận")
    assert Participation.objects.get().photo.name == "buoi-dep.png"


def test_what_was_written_while_the_line_was_down_arrives_once(village):
    code = a_code_made(village)
    phone = village.phone()
    phone.goto(f"{village.address}/tham-gia/{as_read(code.code)}")
    phone.context.set_offline(True)
    village.fill(phone, "Họ và tên", NAME)
    phone.locator("[name=photo]").set_input_files(A_PHOTOGRAPH)
    village.press(phone, "Gửi")
    expect(phone.locator("[data-unsent]")).to_contain_text("1 lượt chưa gửi, đang giữ trên máy này")
    assert not Participation.objects.exists()

    phone.context.set_offline(False)
    expect(phone.locator("[data-unsent]")).to_be_hidden()
    one = Participation.objects.get()
    assert (one.name, one.photo.name) == (NAME, "buoi-dep.png")
