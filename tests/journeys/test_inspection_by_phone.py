"""A team inspects with a phone where the line drops: no finding and no photograph is lost, and none counts twice.

A real browser against the real `thidua serve`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.factories.files import a_png
from tests.factories.inspections import a_finding, an_inspection
from tests.factories.results import a_season_of_results
from tests.factories.seasons import World, a_key
from tests.journeys.test_nothing_is_lost import sign_in, with_a_password
from tests.site.serving import serving
from thidua.core.workflow.inspecting import Outcome
from thidua.records.accounts.models import Account
from thidua.records.results.actions.visits import report_visit
from thidua.records.results.models import Visit, VisitFinding

pytestmark = pytest.mark.apart

VISITS = 6
SAW = "Sổ ghi đủ, cập nhật hằng tuần."
MISSING = "Thiếu minh chứng của ba cuộc."
A_PHOTOGRAPH = {"name": "so.png", "mimeType": "image/png", "buffer": a_png(40, 40)}


@dataclass
class Field:
    """The running product, and a visit that a team's officer makes today."""

    address: str
    browser: Browser
    world: World
    visit: Visit

    @property
    def page_of_visit(self) -> str:
        season, bloc = self.world.season, self.world.bloc.bloc
        return f"{self.address}/{season.cluster.slug}/{season.slug}/{bloc.slug}/kiem-tra/luot/{self.visit.public_id}"

    def phone(self) -> BrowserContext:
        context = self.browser.new_context(viewport={"width": 390, "height": 780}, has_touch=True)
        context.set_default_timeout(15_000)
        return context

    def at_the_visit(self, actor, context: BrowserContext | None = None) -> Page:
        page = (context or self.phone()).new_page()
        page.goto(f"{self.address}/dang-nhap")
        sign_in(page, Account.objects.get(pk=actor.account).email)
        page.goto(self.page_of_visit)
        return page

    def findings(self) -> list[VisitFinding]:
        return list(self.visit.findings.order_by("pk"))


@pytest.fixture(scope="module")
def fields(shared_browser, module_database) -> Iterator[Iterator[Field]]:
    """The same team on its way from one unit to the next."""
    looked_at = range(2, 2 + VISITS)
    world = a_season_of_results(members=2 + VISITS)
    visits = an_inspection(world, looked_at).visits.order_by("pk")
    with_a_password(world.officers[1], world.leaders[1])
    with serving(module_database.environment, patience=600) as served:
        address = f"http://localhost:{served.port}"
        yield (Field(address, shared_browser, world, visit) for visit in list(visits))


@pytest.fixture
def field(fields) -> Field:
    return next(fields)


def note(page: Page, text: str, outcome: str = "đạt", photograph: bool = False) -> None:
    page.locator(".segments").get_by_text(outcome, exact=True).click()
    page.get_by_label("Đoàn đã thấy gì").fill(text)
    if photograph:
        page.locator("[name=photo-1]").set_input_files(A_PHOTOGRAPH)
    page.get_by_role("button", name="Ghi phát hiện").click()


def unsent(page: Page) -> object:
    return page.locator("[data-unsent]")


def test_findings_and_photographs_wait_for_the_line_and_arrive_once(field):
    page = field.at_the_visit(field.world.officers[1])
    page.context.set_offline(True)
    note(page, SAW, photograph=True)
    expect(unsent(page)).to_contain_text("1 phát hiện chưa gửi, đang giữ trên máy này")
    expect(unsent(page)).to_contain_text("1 tệp, 0,1 MB")
    note(page, MISSING, "cần khắc phục")
    expect(unsent(page)).to_contain_text("2 phát hiện chưa gửi")
    expect(unsent(page)).to_contain_text("Chưa có mạng.")
    assert field.findings() == []

    page.context.set_offline(False)
    expect(page.locator(".findings")).to_contain_text(SAW)
    expect(page.locator(".findings")).to_contain_text(MISSING)
    expect(unsent(page)).to_be_hidden()
    first, second = field.findings()
    assert [one.file.name for one in first.files.all()] == ["so.png"]
    assert (second.outcome, second.due_on is not None) == (Outcome.MEND.value, True)


def test_closing_the_page_loses_nothing_it_goes_out_when_any_page_of_inspections_opens(field):
    context = field.phone()
    page = field.at_the_visit(field.world.officers[1], context)
    context.set_offline(True)
    note(page, SAW, photograph=True)
    expect(unsent(page)).to_contain_text("1 phát hiện chưa gửi")
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(f"{field.address}/{field.world.season.cluster.slug}/{field.world.season.slug}/kiem-tra")
    again.wait_for_function("async () => (await indexedDB.databases()).length > 0")
    for _ in range(20):  # it is sent beside the page, and stands on the page that is asked for after that
        again.goto(field.page_of_visit)
        if again.locator(".findings").count():
            break
        again.wait_for_timeout(500)
    expect(again.locator(".findings")).to_contain_text(SAW)
    [found] = field.findings()
    assert found.files.count() == 1


@pytest.mark.both
def test_an_answer_that_is_lost_on_the_way_is_asked_for_again_and_counts_once(field):
    page = field.at_the_visit(field.world.officers[1])
    lost = []

    def lose(route: Route) -> None:
        lost.append(route.fetch().status)  # it arrives, the answer does not
        route.abort()

    page.route("**/ghi", lose, times=1)
    note(page, SAW)
    expect(unsent(page)).to_contain_text("Chưa có mạng.")
    page.get_by_role("button", name="Gửi ngay").click()
    expect(page.locator(".findings")).to_contain_text(SAW)
    expect(unsent(page)).to_be_hidden()
    assert lost == [200]
    assert len(field.findings()) == 1


def test_what_the_server_refuses_is_kept_with_the_reason_and_can_be_put_back(field):
    page = field.at_the_visit(field.world.officers[1])
    page.context.set_offline(True)
    note(page, SAW, photograph=True)
    expect(unsent(page)).to_contain_text("1 phát hiện chưa gửi")
    world, visit = field.world, field.visit
    for content in (0, 1):
        a_finding(world, visit, content, by=world.leaders[1])
    report_visit(
        visit, conclusion="Tốt", seen_findings=2, by=world.leaders[1], at=visit.inspection.announced_at, key=a_key()
    )
    page.context.set_offline(False)
    expect(unsent(page)).to_contain_text("Không nhận: Trưởng đoàn đã ký biên bản")
    assert len(field.findings()) == 2
    page.get_by_role("button", name="Đưa lại vào biểu mẫu").click()
    expect(page.get_by_label("Đoàn đã thấy gì")).to_have_value(SAW)
    assert page.locator("[name=photo-1]").evaluate("field => field.files[0].name") == "so.png"
    expect(unsent(page)).to_be_hidden()


def test_an_expired_sign_in_keeps_it_and_the_next_one_sends_it(field):
    context = field.phone()
    page = field.at_the_visit(field.world.officers[1], context)
    context.clear_cookies()
    note(page, SAW)
    expect(unsent(page)).to_contain_text("Phiên đăng nhập đã hết.")
    other = context.new_page()
    other.goto(f"{field.address}/dang-nhap")
    sign_in(other, Account.objects.get(pk=field.world.officers[1].account).email)
    page.bring_to_front()
    page.get_by_role("button", name="Gửi ngay").click()
    expect(page.locator(".findings")).to_contain_text(SAW)
    assert len(field.findings()) == 1


def test_the_next_reader_of_the_same_phone_sees_and_sends_none_of_it(field):
    context = field.phone()
    page = field.at_the_visit(field.world.officers[1], context)
    context.set_offline(True)
    note(page, SAW)
    expect(unsent(page)).to_contain_text("1 phát hiện chưa gửi")
    page.close()
    context.set_offline(False)
    context.clear_cookies()
    other = field.at_the_visit(field.world.leaders[1], context)
    expect(other.get_by_role("heading", name="Ký biên bản")).to_be_visible()
    expect(unsent(other)).to_be_hidden()
    assert field.findings() == []
