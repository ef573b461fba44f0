"""axe finds nothing on the pages of the demo, whoever follows its links.

`make test` looks at a few pages on one of three days, another with every commit; `make prove` follows every link, to
every page that holds an element which none of its kind before it has shown. The pages of the walk have a test of their
own, test_walk_axe.py.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.databases import OwnDatabase
from tests.pages.axe import LANGUAGES, look, look_everywhere
from tests.pages.crawl.walking import Visit, visits
from tests.pages.sites import a_site
from tests.played import AFTER_THE_MERGERS, DAYS, LAST_DAY, ROLES, SIGNING, signed_in
from tests.turning import turning
from thidua.records.directory.models import Reorganisation

SEASON, BLOC = "/dong-bang-bac-bo/nam-2016", "/dong-bang-bac-bo/nam-2016/so-tu-phap"
A_FEW = {
    (LAST_DAY, "thuong-truc"): (
        ("/hom-nay", "light", "vi", 1280),
        (f"{BLOC}/tien-do?xep=don-vi", "dark", "en", 1280),
        (f"{BLOC}/xep-hang", "light", "vi", 390),
    ),
    (SIGNING, "can-bo-don-vi"): (
        (f"{SEASON}/bang-ky?con-lai", "hall", "vi", 1280),
        (f"{BLOC}/ket-qua/quy-1/stp-nam-dinh", "light", "vi", 390),
        (f"{BLOC}/dang-ky/stp-nam-dinh", "dark", "vi", 1280),
    ),
    (AFTER_THE_MERGERS, "quan-tri"): (
        ("/sap-xep", "light", "vi", 390),
        ("/sap-xep/{reorganisation}", "dark", "vi", 1280),
        ("/don-vi/bo-tu-phap/sap-nhap", "dark", "en", 390),
        ("/don-vi/bo-tu-phap/chia-tach", "light", "vi", 1280),
        ("/don-vi/bo-tu-phap", "light", "vi", 390),
    ),
}


def seen_by(role: str, language: str) -> tuple[list[Visit], str]:
    """The pages that links lead one role to; and the session that saw them."""
    client = signed_in(role, language)
    found = [visit for visit in visits(client, each=2) if visit.reading.lang]
    return found, client.cookies["sessionid"].value if role else ""


def environment(address: str, day: date, data: Path) -> dict[str, str]:
    return OwnDatabase(address, data).environment | {"THIDUA_DEMO_DAY": day.isoformat()}


@pytest.mark.parametrize(("day", "role"), turning(A_FEW, 1))
def test_axe_finds_nothing_on_a_few_pages(
    stand_on: Callable[[date], str], browser: Browser, tmp_path: Path, day: date, role: str
) -> None:
    database, wrong = stand_on(day), []
    session = signed_in(role, "vi").cookies["sessionid"].value
    merger = Reorganisation.objects.order_by("pk").values_list("public_id", flat=True).last()
    with a_site(browser, environment(database, day, tmp_path)) as site:
        for address, theme, language, width in A_FEW[day, role]:
            with site.tab(language, session) as page:
                answer = page.goto(address.format(reorganisation=merger))
                assert answer is not None
                assert answer.status == 200, address
                wrong += [f"{address}, {language}: {fault}" for fault in look(page, theme, width)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [*DAYS, AFTER_THE_MERGERS])
def test_axe_finds_nothing_on_any_page(
    stand_on: Callable[[date], str], browser: Browser, tmp_path: Path, day: date, language: str
) -> None:
    address, wrong = stand_on(day), []
    shown: dict[str, set[str]] = defaultdict(set)
    with a_site(browser, environment(address, day, tmp_path)) as site:
        for role in ROLES:
            found, session = seen_by(role, language)
            with site.tab(language, session) as page:
                for visit in found:
                    if visit.reading.shapes <= shown[visit.name]:
                        continue
                    shown[visit.name] |= visit.reading.shapes
                    page.goto(visit.address)
                    wrong += [f"{visit.address}, {role}: {fault}" for fault in look_everywhere(page)]
    assert not wrong, "\n".join(wrong)
