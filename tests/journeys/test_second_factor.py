"""A leader's passkey and codes in a real browser against the real server: added, signed in by, asked before signing."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.factories.seasons import World, a_pact_open_for_signing
from tests.journeys.test_nothing_is_lost import PASSWORD, with_a_password
from tests.site.serving import serving
from thidua.base.clock import outside
from thidua.core.second_factor.codes import code_at
from thidua.records.accounts.models import Account
from thidua.records.seasons.models import Signature

pytestmark = pytest.mark.apart

LEADERS = 3


@dataclass(frozen=True)
class House:
    """A house that requires the second factor, and a leader with a password who has none yet."""

    address: str
    browser: Browser
    world: World
    place: int

    @property
    def email(self) -> str:
        return Account.objects.get(pk=self.world.leaders[self.place].account).email

    @property
    def pact(self) -> str:
        return f"/{self.world.season.cluster.slug}/{self.world.season.slug}/{self.world.bloc.bloc.slug}/giao-uoc"

    def signatures(self) -> int:
        return Signature.objects.filter(membership__unit=self.world.units[self.place]).count()


@pytest.fixture(scope="module")
def houses(shared_browser, module_database) -> Iterator[Iterator[House]]:
    """The same house each time, with the leader of another unit."""
    world = a_pact_open_for_signing(members=LEADERS + 1)
    with_a_password(*world.leaders[1:])
    with serving(module_database.environment | {"THIDUA_SECOND_FACTOR": "required"}, patience=300) as served:
        address = f"http://localhost:{served.port}"
        yield (House(address, shared_browser, world, place) for place in range(1, LEADERS + 1))


@pytest.fixture
def house(houses) -> House:
    return next(houses)


def a_desk(house: House) -> tuple[BrowserContext, Page, list[str]]:
    context = house.browser.new_context(base_url=house.address, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(20_000)
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if "Content Security Policy" in line.text else None)
    return context, page, wrong


def with_a_device(context: BrowserContext, page: Page) -> None:
    """The browser gets a device that keeps passkeys and whose owner's finger is always right."""
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_in(page: Page, email: str) -> None:
    page.goto("/dang-nhap")
    page.get_by_label("Địa chỉ thư").fill(email)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page).to_have_url(re.compile("/hom-nay$"))


def test_a_passkey_is_added_so_that_a_held_form_signs_and_then_signs_in_alone(house):
    context, page, wrong = a_desk(house)
    sign_in(page, house.email)

    page.goto(house.pact)
    page.get_by_role("button", name="Xác nhận ký cho đơn vị").click()
    expect(page.get_by_text("Tài khoản chưa có lớp xác nhận thứ hai.")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Thêm lớp xác nhận thứ hai").click()
    second = opened.value
    with_a_device(context, second)
    second.get_by_role("link", name="Thêm khóa").click()
    second.get_by_label("Tên khóa").fill("Máy cơ quan")
    second.get_by_label("Mật khẩu của bạn").fill(PASSWORD)
    second.get_by_role("button", name="Thêm khóa").click()
    expect(second.get_by_text("Đã thêm khóa Máy cơ quan.")).to_be_visible()

    page.get_by_role("button", name="Gửi lại").click()
    expect(page.get_by_text("đã ký giao ước.")).to_be_visible()
    assert house.signatures() == 1

    context.clear_cookies(name="sessionid")
    second.goto("/dang-nhap?next=/tai-khoan/xac-nhan")
    second.get_by_role("button", name="Đăng nhập bằng khóa").click()
    expect(second).to_have_url(f"{house.address}/tai-khoan/xac-nhan")
    expect(second.get_by_role("rowheader", name="Máy cơ quan")).to_be_visible()
    context.close()
    assert wrong == []


def test_a_code_of_an_app_signs_what_was_held_by_one_press(house):
    context, page, wrong = a_desk(house)
    sign_in(page, house.email)
    page.goto("/tai-khoan/xac-nhan/ung-dung")
    secret = base64.b32decode(page.locator("#app-secret").inner_text().replace(" ", ""))
    page.get_by_label("Mã trong ứng dụng").fill(code_at(secret, outside()))
    page.get_by_label("Mật khẩu của bạn").fill(PASSWORD)
    page.get_by_role("button", name="Thêm ứng dụng").click()
    page.get_by_role("button", name="Tạo mười mã").click()
    first = page.locator("#codes li").first.inner_text()

    page.context.clear_cookies(name="sessionid")
    sign_in(page, house.email)
    page.goto(house.pact)
    page.get_by_role("button", name="Xác nhận ký cho đơn vị").click()
    page.get_by_label("Mã xác nhận").fill("000000")
    page.get_by_role("button", name="Xác nhận và ký").click()
    expect(page.get_by_text("Mã không đúng hoặc đã dùng.")).to_be_visible()
    page.get_by_label("Mã xác nhận").fill(first)
    page.get_by_role("button", name="Xác nhận và ký").click()
    expect(page.get_by_text("đã ký giao ước.")).to_be_visible()
    expect(page.get_by_text("Đã dùng một mã dự phòng. Còn 9 mã.")).to_be_visible()
    context.close()
    assert wrong == []


def test_a_touch_signs_what_was_held(house):
    context, page, wrong = a_desk(house)
    with_a_device(context, page)
    sign_in(page, house.email)
    page.goto("/tai-khoan/xac-nhan/khoa")
    page.get_by_label("Tên khóa").fill("Máy cơ quan")
    page.get_by_label("Mật khẩu của bạn").fill(PASSWORD)
    page.get_by_role("button", name="Thêm khóa").click()
    expect(page.get_by_text("Đã thêm khóa Máy cơ quan.")).to_be_visible()

    context.clear_cookies(name="sessionid")
    sign_in(page, house.email)
    page.goto(house.pact)
    page.get_by_role("button", name="Xác nhận ký cho đơn vị").click()
    expect(page.get_by_text("Trước khi ký cần thêm một lớp xác nhận.")).to_be_visible()
    assert house.signatures() == 0
    page.get_by_role("button", name="Dùng khóa và ký").click()
    expect(page.get_by_text("đã ký giao ước.")).to_be_visible()
    context.close()
    assert wrong == []
