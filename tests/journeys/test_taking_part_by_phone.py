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
from tests.journeys.test_nothing_is_lost import sign_in, with_a_password
from tests.site.serving import serving
from thidua.core.actor import PostKind
from thidua.core.workflow.participation import as_read
from thidua.figures.participating import taken_by
from thidua.records.accounts.models import Account
from thidua.records.directory.models import Unit
from thidua.records.results.models import JoinCode, Participation
from thidua.records.seasons.models import BlocSeason

pytestmark = pytest.mark.apart

VILLAGES = 3
NAME = "Người Ở Xã"
A_PHOTOGRAPH = {"name": "buoi-dep.png", "mimeType": "image/png", "buffer": a_png(40, 40)}


@dataclass
class Village:
    """The running product; `pressed` and `typed` count what a person does."""

    address: str
    browser: Browser
    world: World
    place: int
    pressed: int = 0
    typed: int = 0

    @property
    def unit(self) -> Unit:
        return self.world.units[self.place]

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
        sign_in(page, Account.objects.get(pk=self.world.officers[self.place].account).email)
        return page

    def press(self, page: Page, name: str) -> None:
        page.get_by_role("button", name=name, exact=True).click()
        self.pressed += 1

    def fill(self, page: Page, label: str, text: str) -> None:
        page.get_by_label(label, exact=True).fill(text)
        self.typed += 1


@pytest.fixture(scope="module")
def villages(shared_browser, module_database) -> Iterator[Iterator[Village]]:
    """One village after another, each of a unit of its own."""
    world = a_season_of_results(members=VILLAGES + 1)
    for place in range(1, VILLAGES + 1):
        below = a_unit_named(f"Phòng Số {place}", f"phong-so-{place}", parent=world.units[place])
        an_actor(NAME, below, PostKind.STAFF)
    with_a_password(*world.officers[1:])
    BlocSeason.objects.filter(pk=world.bloc.pk).update(ends_on=date(2099, 12, 31))  # the server's day is today
    with serving(module_database.environment, patience=300) as served:
        address = f"http://localhost:{served.port}"
        yield (Village(address, shared_browser, world, place) for place in range(1, VILLAGES + 1))


@pytest.fixture
def village(villages) -> Village:
    return next(villages)


def a_code_made(village: Village) -> JoinCode:
    page = village.officer()
    page.goto(f"{village.room}/don-vi/{village.unit.slug}/ma")
    village.fill(page, "Dùng cho việc gì", "Ngày pháp luật ở xã")
    village.press(page, "Tạo mã và xem tờ in")
    expect(page.locator(".join-sheet .qr")).to_be_visible()
    return JoinCode.objects.get(membership__unit=village.unit)


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
    assert taken_by(the_unit(village.world, village.place)).people == 0

    village.typed = village.pressed = 0
    officer = village.officer()
    officer.get_by_role("link", name="Xem và ghi nhận").click()
    village.press(officer, "Ghi nhận các lượt đã chọn")
    expect(officer.locator("#notes")).to_contain_text("Đã ghi nhận 1 lượt.")
    assert (village.typed, village.pressed) == (0, 1)
    assert taken_by(the_unit(village.world, village.place)).people == 1


def test_without_scripts_the_form_is_an_ordinary_form(village):
    code = a_code_made(village)
    phone = village.tab(viewport={"width": 390, "height": 780}, java_script_enabled=False)
    phone.goto(f"{village.address}/tham-gia/{as_read(code.code)}")
    village.fill(phone, "Họ và tên", NAME)
    phone.locator("[name=photo]").set_input_files(A_PHOTOGRAPH)
    village.press(phone, "Gửi")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Cảm ơn, đã nhận")
    assert Participation.objects.get(code=code).photo.name == "buoi-dep.png"


def test_what_was_written_while_the_line_was_down_arrives_once(village):
    code = a_code_made(village)
    phone = village.phone()
    phone.goto(f"{village.address}/tham-gia/{as_read(code.code)}")
    phone.context.set_offline(True)
    village.fill(phone, "Họ và tên", NAME)
    phone.locator("[name=photo]").set_input_files(A_PHOTOGRAPH)
    village.press(phone, "Gửi")
    expect(phone.locator("[data-unsent]")).to_contain_text("1 lượt chưa gửi, đang giữ trên máy này")
    assert not Participation.objects.filter(code=code).exists()

    phone.context.set_offline(False)
    expect(phone.locator("[data-unsent]")).to_be_hidden()
    one = Participation.objects.get(code=code)
    assert (one.name, one.photo.name) == (NAME, "buoi-dep.png")
