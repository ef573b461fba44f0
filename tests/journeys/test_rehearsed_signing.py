"""A signing as it happens: rehearsed first on the very devices, two blocs, a deputy with a letter, a late unit.

The founding season on the morning of 4 March 2016: its text is taken back for the rehearsal, and opened again for the
ceremony.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.databases import OwnDatabase
from tests.journeys.hall import LEADER_SIGNS, SOON, closed, counts, enter, lit, opened, pictured
from tests.played import SIGNING
from tests.site.serving import serving

CLUSTER = "/dong-bang-bac-bo"
SEASON = f"{CLUSTER}/nam-2016"
JUSTICE, ENFORCEMENT = f"{SEASON}/so-tu-phap/giao-uoc", f"{SEASON}/thads/giao-uoc"


@pytest.fixture
def demo(browser, stand_on, tmp_path) -> Iterator[str]:
    """The address of `thidua demo` on the morning of the signing."""
    house = OwnDatabase(stand_on(SIGNING), tmp_path / "data")
    with serving(house.environment, "demo", "--day", SIGNING.isoformat(), patience=300) as server:
        yield f"http://localhost:{server.port}"


def taken_back(page: Page, pact: str) -> None:
    page.goto(pact)
    page.get_by_text("Mở lại toàn văn để sửa").click()
    page.get_by_label("Lý do").fill("Tập dượt lễ ký")
    page.get_by_role("button", name="Mở lại toàn văn").click()
    expect(page.get_by_text("Đã mở lại toàn văn.")).to_be_visible()


@pytest.mark.both_in_proof
def test_what_was_rehearsed_leaves_nothing_and_the_ceremony_lights_one_unit_after_another(browser, demo, tmp_path):
    secretary, head = enter(browser, demo, "thuong-truc"), enter(browser, demo, "truong-khu-vuc")
    phone, hall = enter(browser, demo, "thuong-truc", 390), enter(browser, demo, "pho-truong-khu-vuc")
    leader = enter(browser, demo, "lanh-dao-don-vi", 390)
    secretary.goto(f"{demo}{CLUSTER}/hoi-nghi/ky-giao-uoc-2016")
    expect(secretary.get_by_role("heading", level=1)).to_be_visible()

    # The evening before, on the very devices.
    for pact in (JUSTICE, ENFORCEMENT):
        taken_back(secretary, demo + pact)
    hall.goto(f"{demo}{SEASON}/bang-ky")
    phone.goto(f"{demo}{JUSTICE}/goi-ky")
    phone.get_by_role("button", name="Bắt đầu tập dượt").click()
    expect(hall.locator(".rehearsal")).to_be_visible(timeout=SOON)
    phone.get_by_role("button", name="Mời lượt 1").click()
    lit(phone, "Sở Tư pháp tỉnh Bắc Ninh")
    leader.goto(demo + JUSTICE)
    leader.get_by_role("button", name=LEADER_SIGNS).click()
    counts(hall, 2)
    pictured(hall, tmp_path, "rehearsal")
    phone.reload()
    phone.get_by_role("button", name="Hết tập dượt").click()
    expect(hall.locator(".rehearsal")).to_have_count(0, timeout=SOON)
    counts(hall, 0)

    # The morning itself: both blocs, one of them with a deputy who has a letter.
    for pact in (JUSTICE, ENFORCEMENT):
        opened(secretary, demo + pact)
    phone.goto(f"{demo}{JUSTICE}/goi-ky")
    phone.get_by_role("button", name="Mời lượt 1").click()
    expect(hall.locator(".called")).to_contain_text("STP Hải Dương", timeout=SOON)
    expect(phone.get_by_role("button", name=re.compile("Hải Dương"))).to_contain_text("12/GUQ-STP")
    lit(phone, "Sở Tư pháp tỉnh Bắc Ninh")
    lit(phone, "Sở Tư pháp tỉnh Hải Dương")
    phone.locator("li", has_text="Bắc Ninh").get_by_role("button", name="Hoàn tác").click()
    expect(phone.get_by_text("Đã hoàn tác chữ ký của Sở Tư pháp tỉnh Bắc Ninh.")).to_be_visible()
    lit(phone, "Sở Tư pháp tỉnh Bắc Ninh")
    leader.goto(demo + JUSTICE)
    leader.get_by_role("button", name=LEADER_SIGNS).click()
    phone.goto(f"{demo}{ENFORCEMENT}/goi-ky")
    phone.get_by_role("button", name="Mời lượt 1").click()
    lit(phone, "Bắc Ninh")
    counts(hall, 4)
    pictured(hall, tmp_path, "ceremony")

    # Closed with whoever has signed; another signs next week, and lights up as well.
    closed(head, demo + JUSTICE)
    phone.goto(f"{demo}{JUSTICE}/goi-ky")
    lit(phone, "Sở Tư pháp tỉnh Hà Nam")
    counts(hall, 5)
    expect(hall.locator(".now b")).to_have_text("Sở Tư pháp tỉnh Hà Nam")
