"""Points that follow the typing, in a real browser before the real server."""

from playwright.sync_api import expect

from tests.factories.scores import a_season_scoring, the_card, the_row
from tests.pages.clients import client_of
from tests.pages.scores.addresses import card_at
from tests.site.serving import serving


def test_points_sums_and_faults_follow_the_typing_and_the_cursor_stays(browser, own_database):
    world = a_season_scoring()
    address, session = card_at(world), client_of(world.officers[1]).cookies["sessionid"].value
    with serving(own_database.environment) as server:
        page = browser.new_page(base_url=f"http://localhost:{server.port}")
        page.context.add_cookies([{"name": "sessionid", "value": session, "domain": "localhost", "path": "/"}])
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address)
        judged, points = page.locator("[name='given-A.4']"), page.locator("tr:has([name='given-A.4']) .points")
        expect(page.locator("#card-sum")).to_contain_text("4/11 dòng")
        judged.press_sequentially("9,3")
        page.locator("[name='reason-A.4']").fill("Theo báo cáo")
        expect(points).to_contain_text("9,3 không theo bước 0,5 điểm")
        judged.fill("9,5")
        expect(points).to_contain_text("Mức Tốt (từ 7 đến 10): chấm 9,5 điểm.")
        expect(judged).to_be_focused()
        page.locator("[name='given-T.1']").select_option("yes")
        expect(page.locator("#card-sum")).to_contain_text("6/11 dòng")
        expect(page.locator("#card-sum")).to_contain_text("thưởng 5,00")
        page.context.close()
    assert wrong == []
    assert the_row(the_card(world), "A.4").given == ""
