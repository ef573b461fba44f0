"""Take the README's pictures from the demo itself: `make pictures` writes them into docs/pictures/.

Each moment of the season is built anew in a folder of its own; on the day of the signing some units sign first.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.chromium import launch_options  # noqa: E402
from tests.site.serving import serving  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SEASON = "/dong-bang-bac-bo/nam-2016"
BLOCS = ("so-tu-phap", "thads")
SIGNED_OF_A_BLOC = 7
HALL, DESK, PHONE = (1280, 720), (1280, 900), (390, 844)


@dataclass(frozen=True)
class Picture:
    """What is taken: `role` is a demo role."""

    name: str
    role: str
    address: str
    size: tuple[int, int] = DESK
    theme: str = "light"


MOMENTS = {
    "2016-03-04": (Picture("hall", "truong-khu-vuc", f"{SEASON}/bang-ky", HALL, "hall"),),
    "2016-06-27": (Picture("board", "thuong-truc", f"{SEASON}/so-tu-phap/tien-do"),),
    "2016-12-02": (Picture("ranking", "thuong-truc", f"{SEASON}/so-tu-phap/xep-hang"),),
    "2026-06-26": (
        Picture("today", "can-bo-don-vi", "/hom-nay"),
        Picture("phone", "can-bo-don-vi", "/hom-nay", PHONE),
    ),
}


@contextmanager
def demo(day: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="thidua-pictures-") as data:
        environment = {**os.environ, "THIDUA_DATA": data}
        with serving(environment, "demo", "--day", day, patience=600) as server:
            yield f"http://localhost:{server.port}"


def entered(browser: Browser, address: str, picture: Picture) -> Page:
    width, height = picture.size
    page = browser.new_page(base_url=address, viewport={"width": width, "height": height})
    page.context.add_cookies([{"name": "theme", "value": picture.theme, "url": address}])
    page.goto("/")
    page.locator(f"form[action='/thu-dung/{picture.role}'] button").click()
    page.wait_for_url("**/hom-nay")
    return page


def sign_some(browser: Browser, address: str) -> None:
    """The secretariat lights units whose leaders have signed on paper; their names are made up."""
    page = entered(browser, address, Picture("", "thuong-truc", ""))
    for bloc in BLOCS:
        for _ in range(SIGNED_OF_A_BLOC):
            page.goto(f"{SEASON}/{bloc}/giao-uoc")
            page.locator("[name=signer]").fill("Nguyễn Minh Quang")
            page.locator("[name=title]").fill("Giám đốc")
            page.locator("form[action$='/ky-giay'] button.first, form[action$='/ky-giay'] button").first.click()
            page.wait_for_load_state()


def main() -> int:
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(**launch_options())  # type: ignore[arg-type]
        for day, pictures in MOMENTS.items():
            with demo(day) as address:
                if day == "2016-03-04":
                    sign_some(browser, address)
                for picture in pictures:
                    page = entered(browser, address, picture)
                    page.goto(picture.address)
                    page.wait_for_timeout(1000)  # fonts, and the drum's last movement
                    page.screenshot(path=PICTURES / f"{picture.name}.png")
                    print(f"docs/pictures/{picture.name}.png", flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
