"""Long service of a person: the directory proposes posts, the law's are chosen, months and earliest days come out."""

import io
import re
from datetime import date
from html import unescape
from pathlib import Path

import openpyxl
import pytest

from tests.factories.awards import a_tenure, entered, someone_in
from tests.factories.seasons import BUILDER, NOON, a_key, a_season
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from tests.pages.law.test_law_pages import text_of
from thidua.base.law import law
from thidua.records.awards.actions import set_remit

pytestmark = pytest.mark.django_db
ON = "2016-03-04"


@pytest.fixture(autouse=True)
def in_march(settings):
    settings.DEMO_DAY = date(2016, 3, 4)


@pytest.fixture
def world():
    return a_season()


@pytest.fixture
def person(world):
    return someone_in(world.units[1], title="Giám đốc", from_on=date(2008, 3, 5))


@pytest.fixture
def page(world, person):
    client = client_of(world.officers[1])
    return lambda **asked: text_of(client.get(f"/nguoi/{person.public_id}/cong-hien", asked))


def test_the_directorys_post_is_proposed_as_the_laws_and_reckoned_to_the_day(page):
    """Eight years as the director of a department: two short of the ten that the third class asks."""
    told = page()
    assert "96 còn thiếu 24 tháng sớm nhất 4/3/2018 nếu tiếp tục giữ" in told
    assert "Điều 17 khoản 3 điểm b, Nghị định 65/2014/NĐ-CP" in told
    assert "Nữ lãnh đạo, quản lý: thời gian giữ chức vụ được giảm 03 năm" in told


def test_posts_held_elsewhere_are_added_and_women_need_fewer_months(page):
    typed = {"cv0": "giam_doc_so", "tu0": "5/3/2008", "cv1": "vu_truong", "tu1": "5/3/2006", "den1": "4/3/2008"}
    told = page(**typed)
    assert "120 gồm 24 tháng từ chức vụ cao hơn đủ thời gian" in told
    assert "còn thiếu 81 tháng sớm nhất 31/8/2023" in page(cv0="giam_doc_so", tu0="1/9/2013", ngay="2/12/2016")
    told = page(cv0="giam_doc_so", tu0="5/3/2009", nu="1")
    assert "84 84 đủ thời gian" in told


def test_what_the_record_holds_counts_and_a_trial_can_be_kept(world, person, page):
    """Two years in a higher post, entered in the record, make the ten that the third class asks."""
    [row] = entered(person, a_tenure())
    assert "Vụ trưởng và tương đương, Vụ Thi đua – Khen thưởng" in page()
    assert "120 gồm 24 tháng từ chức vụ cao hơn đủ thời gian" in page()
    client, here = client_of(world.officers[1]), f"/nguoi/{person.public_id}/cong-hien"
    shown = client.get(here, {"cv0": row.post, "tu0": "5/3/2006", "cv1": "giam_doc_so", "tu1": "5/3/2008"})
    [way] = re.findall(r'href="([^"]+/ghi/chuc-vu[^"]+)"', shown.content.decode())  # what is kept is not offered again
    form = form_on(client.get(unescape(way)).content, "")
    assert (form["post"], form["from_on"]) == ("giam_doc_so", "5/3/2008")
    answer = client.post(unescape(way), form | {"key": a_key(), "source": "Lý lịch"})
    assert (answer.status_code, answer["Location"].startswith(here)) == (303, True)
    assert person.tenures.get(post="giam_doc_so").from_on == date(2008, 3, 5)
    other = client_of(world.head).get(here, {"cv0": "giam_doc_so", "tu0": "5/3/2008"})
    assert "/ghi/chuc-vu" not in other.content.decode()


def test_what_a_form_asks_besides_and_the_months_lead_to_each_other(world, person):
    client, here = client_of(world.officers[1]), f"/nguoi/{person.public_id}"
    [why] = set(re.findall(r'href="([^"]+/HCLD_BA[^"]+)"', client.get(f"{here}/cong-hien?ngay={ON}").content.decode()))
    assert f'href="{here}/cong-hien?ngay={ON}#ket-qua"' in client.get(why).content.decode()
    assert "/cong-hien" not in client.get(f"{here}/dieu-kien/CSTDCS?ngay={ON}").content.decode()


def test_a_day_that_is_none_is_named_and_what_was_typed_stays(world, person):
    client = client_of(world.officers[1])
    answer = client.get(f"/nguoi/{person.public_id}/cong-hien", {"cv0": "giam_doc_so", "tu0": "32/1/2008"})
    assert "“32/1/2008” không phải là ngày, nên chưa được tính." in text_of(answer)
    assert 'value="32/1/2008"' in answer.content.decode()


def test_the_next_rise_of_salary_comes_earlier_by_what_the_office_gives(page):
    assert "Ngày nâng lương lần tới: 1/11/2016" in page(**{"nang-tu": "1/5/2014", "thang": "36", "som": "6"})
    assert "Chưa tính được lần nâng lương tới" in page(**{"nang-tu": "1/5/2014", "thang": "6", "som": "6"})
    assert "phần mềm chưa có quy chế nào" in page(**{"nang-tu": "1/5/2014"})


IN_THE_GUIDE = re.compile(r"```yaml\n# so-thi-du/(\S+)\n(.*?)```", re.DOTALL)


@pytest.fixture
def as_in_the_guide(tmp_path, monkeypatch):
    """The folder that docs/law.md shows, added for good."""
    files = IN_THE_GUIDE.findall((Path(__file__).parents[3] / "docs" / "law.md").read_text(encoding="utf-8"))
    for name, text in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("THIDUA_LAW_DIR", str(tmp_path))
    law.cache_clear()
    yield
    law.cache_clear()


def with_road(unit, road):
    set_remit(unit, main_road=road, second_road="", seen_version=0, by=BUILDER, at=NOON, key=a_key())


def test_an_authoritys_own_table_as_the_guide_writes_it_shows_the_months_it_grants(as_in_the_guide, world, page):
    told = page().partition("Nâng lương lần tới")[2]
    assert "Chiến sĩ thi đua cơ sở. Nâng lương sớm 6 tháng Điều 5 khoản 1, Quy định 01/QC-TD" in told
    assert "12 tháng" not in told, "not before its day"
    assert "Nâng lương sớm 12 tháng" in page(ngay="1/7/2016")
    with_road(world.units[1], "SO-THI-DU")
    assert "Nâng lương sớm 6 tháng" in page()


def test_it_holds_for_nobody_who_goes_by_anothers_texts(as_in_the_guide, world, page):
    with_road(world.units[1], "BTP")
    assert "Nâng lương sớm" not in page()


def test_it_is_taken_away_as_it_was_reckoned(world, person):
    client = client_of(world.officers[1])
    answer = client.get(f"/nguoi/{person.public_id}/cong-hien.xlsx", {"cv0": "giam_doc_so", "tu0": "5/3/2008"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    [third] = [row for row in rows if row[0] == "Huân chương Lao động hạng Ba" and row[3] == 96]
    assert third[2:6] == [120, 96, 0, 24]
    assert third[7] == "Điều 17 khoản 3 điểm b, Nghị định 65/2014/NĐ-CP"
