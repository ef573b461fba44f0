"""The law as pages: what is asked on a day, what changed, what it brings; every worked case as an explanation."""

import re
from types import SimpleNamespace

import pytest

from tests.factories.law import text
from tests.factories.people import a_unit_named
from tests.factories.seasons import an_actor
from tests.pages.clients import client_of
from tests.turning import turning
from thidua.base.clock import today
from thidua.base.law import law, register
from thidua.core.actor import PostKind
from thidua.core.law.history import Kind
from thidua.pages.law.days import day_of


def a_reader(language="vi"):
    return client_of(an_actor("Người Đọc", a_unit_named("Văn phòng", "van-phong"), PostKind.STAFF), language)


@pytest.fixture
def client(db):
    return a_reader()


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"(?s)<[^>]*>", " ", answer.content.decode()))


def test_whoever_is_signed_out_signs_in_first(client):
    client.logout()
    assert client.get("/luat")["Location"].startswith("/dang-nhap")


def test_every_award_stands_in_the_list_and_those_without_a_standard_say_so(client):
    page = client.get("/luat").content.decode()
    for award in register().values():
        assert award.name.vi in page
        assert f"/luat/{award.code}" in page
    assert "Chưa có: phần mềm chưa ghi tiêu chuẩn, xem văn bản gốc." in page


@pytest.mark.parametrize("wanted", ["thi dua co so", "CSTDCS", "Thi đua cơ sở"])
def test_a_search_finds_with_and_without_marks_and_by_code(client, wanted):
    page = client.get("/luat", {"q": wanted}).content.decode()
    assert "Chiến sĩ thi đua cơ sở" in page
    assert "Huân chương Sao vàng" not in page


def test_the_list_is_narrowed_by_whom_it_is_for_and_by_its_level(client):
    page = text_of(client.get("/luat", {"cho": "ho-gia-dinh", "loai": "danh-hieu"}))
    assert "Gia đình văn hóa" in page
    assert "Lao động tiên tiến" not in page
    assert "Không có danh hiệu, hình thức nào như vậy" in text_of(client.get("/luat", {"q": "xyzzy"}))


def test_an_award_shows_what_is_asked_with_its_article_and_its_doubt(client):
    page = text_of(client.get("/luat/CSTD_BO", {"ngay": "2026-06-26"}))
    assert "Có danh hiệu “Chiến sĩ thi đua cơ sở” 3 năm liền, tính đến năm xét" in page
    assert "Điều 22 khoản 1 điểm a, Luật 06/2022/QH15" in page
    assert "cách hiểu mặc định" in page


def test_the_day_decides_which_text_is_shown(client):
    now, before = (client.get("/luat/CSTDCS", {"ngay": day}) for day in ("2024-01-01", "31/12/2023"))
    assert "Điều 23, Luật 06/2022/QH15" in text_of(now)
    assert "91/2017/NĐ-CP" in text_of(before).partition("Đã thay đổi")[0]
    assert "Ngày này chưa có tiêu chuẩn trong phần mềm" in text_of(client.get("/luat/CSTDCS", {"ngay": "1990-01-01"}))


@pytest.mark.parametrize("typed", ["31/2/2026", "mai", "2026", "99999-01-01"])
def test_what_is_no_day_is_said_and_todays_law_is_shown(client, typed):
    answer = client.get("/luat/CSTDCS", {"ngay": typed})
    assert answer.status_code == 200
    assert f"“{typed}” không phải là ngày" in text_of(answer)
    assert f'value="{typed}"' in answer.content.decode()


def test_what_came_and_went_between_two_texts_stands_side_by_side(client):
    page = client.get("/luat/CSTDCS", {"ngay": "2026-06-26"}).content.decode()
    [latest, *_] = re.findall(r'(?s)<details class="unfold turn".*?</details>', page)
    assert "Ngày 1/1/2024" in latest
    rows = re.findall(r'(?s)<tr class="(\w+)">(.*?)</tr>', latest)
    assert any(fate in ("added", "changed") and "hoàn thành xuất sắc nhiệm vụ" in row for fate, row in rows)


def test_what_goes_with_an_award_stands_below_its_standard(client):
    page = text_of(client.get("/luat/CSTD_BO", {"ngay": "2026-07-01"}))
    assert "Hội đồng của bộ, ban, ngành, tỉnh: từ 90 % tổng số thành viên đồng ý" in page
    assert "Chủ tịch Ủy ban nhân dân cấp tỉnh (đường của tỉnh)" in page
    assert "7.590.000" in page


def test_a_bonus_is_that_of_the_day(client):
    june, july = (text_of(client.get("/luat/LDTT", {"ngay": day})) for day in ("2026-06-30", "2026-07-01"))
    assert "710.000" in june
    assert "760.000" in july


def test_the_road_of_an_authority_stands_beside_the_nations(client):
    page = text_of(client.get("/luat/LDTT", {"ngay": "2026-06-26"}))
    assert "Bộ, ngành, địa phương quy định thêm" in page
    assert "11/2023/TT-BTP" in page


def test_an_award_for_several_kinds_has_a_page_for_each(client):
    answers = {
        to: text_of(client.get("/luat/BK_BO", {"cho": to, "ngay": "2026-06-26"})) for to in ("ca-nhan", "tap-the")
    }
    assert "cho tập thể, mã BK_BO" in answers["tap-the"]
    assert answers["ca-nhan"] != answers["tap-the"]
    assert "cho cá nhân" in text_of(client.get("/luat/BK_BO", {"cho": "vua"}))


@pytest.mark.parametrize("share", [120, pytest.param(None, marks=pytest.mark.long)])
def test_every_award_has_a_page_on_every_day_on_which_a_text_begins(client, share):
    words = {Kind.INDIVIDUAL: "ca-nhan", Kind.COLLECTIVE: "tap-the", Kind.HOUSEHOLD: "ho-gia-dinh"}
    days = sorted({text.start for text in law().texts.values()})
    cases = [(award.code, words[to], day) for award in register().values() for to in award.to for day in days]
    for code, word, day in turning(cases, share):
        assert client.get(f"/luat/{code}", {"cho": word, "ngay": day.isoformat()}).status_code == 200, (code, word, day)


def test_what_is_no_award_and_no_text_is_unknown(client):
    assert client.get("/luat/KHONG_CO").status_code == 404
    assert client.get("/luat/van-ban/KHONG_CO").status_code == 404


def test_worked_cases_are_explained_as_anybody_would_be(client):
    page = client.get("/luat/CSTD_BO", {"ngay": "2026-06-26"}).content.decode()
    examples = re.findall(r'(?s)<details class="unfold example">(.*?)</details>', page)
    cases = [
        case for rule in law().versions_of("CSTD_BO", Kind.INDIVIDUAL) if rule.text == "L22" for case in rule.cases
    ]
    assert len(examples) == len(cases)
    broken = next(text for text, case in zip(examples, cases, strict=True) if case.name.startswith("I2 "))
    assert "Chưa đủ điều kiện" in broken
    assert "thiếu năm 2024" in broken
    assert "Còn thiếu" in broken


def test_the_texts_stand_with_their_days_and_whether_they_hold(client):
    page = client.get("/luat/van-ban", {"ngay": "2025-06-30"}).content.decode()
    rows = {re.sub(r"<[^>]*>", " ", row) for row in re.findall(r"(?s)<tr>.*?</tr>", page)}
    held = next(row for row in rows if "Nghị định số 98/2023/NĐ-CP Quy định" in re.sub(r"\s+", " ", row))
    coming = next(row for row in rows if "152/2025/NĐ-CP" in row)
    assert "30/6/2025" in held
    assert "còn hiệu lực" in held
    assert "chưa có hiệu lực" in coming


def test_a_text_says_what_it_replaces_what_it_rules_and_its_hash(client):
    page = text_of(client.get("/luat/van-ban/D152"))
    assert "Nghị định 98/2023/NĐ-CP" in page
    assert law().texts["D152"].hash in page
    assert "Ghi nhận thành tích của 3 năm" in page
    assert "152/2025" in text_of(client.get("/luat/van-ban/D98")).partition("Được thay bằng")[2]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_text_has_a_page_in_both_languages(db, language):
    client = a_reader(language)
    assert {client.get(f"/luat/van-ban/{text}").status_code for text in law().texts} == {200}


def test_base_salary_and_bonuses_are_those_of_the_day(client):
    page = text_of(client.get("/luat/muc-luong-tien-thuong", {"ngay": "2026-07-01"}))
    assert "Mức lương cơ sở ngày 1/7/2026: 2.530.000" in page
    assert "116.380.000" in page
    assert "Nhiều danh hiệu của cùng thời gian: chỉ nhận tiền thưởng mức cao nhất" in page
    assert "Ngày này phần mềm chưa có mức tiền thưởng" in text_of(
        client.get("/luat/muc-luong-tien-thuong", {"ngay": "2010-01-01"})
    )


def test_english_pages_name_the_examples_and_articles_in_english(db):
    client = a_reader("en")
    page = text_of(client.get("/luat/CSTDCS", {"ngay": "2026-06-26"}))
    assert "Art. 23 clause 2" in page
    assert "An excellent rating alone is enough since 2024" in page


def test_every_foot_leads_to_the_law(client):
    assert 'href="/luat"' in client.get("/ai-duoc-lam-gi").content.decode()


def test_todays_law_is_that_of_today(client):
    shown = client.get("/luat/muc-luong-tien-thuong").content.decode()
    assert f"{today().day}/{today().month}/{today().year}" in shown


@pytest.fixture
def read_anew():
    law.cache_clear()
    yield
    law.cache_clear()


def test_a_wrong_file_of_the_houses_own_is_told_with_its_mend_and_is_read_again_once_mended(
    client, read_anew, tmp_path, monkeypatch
):
    (tmp_path / "X1").mkdir()
    file = tmp_path / "X1" / "text.yaml"
    file.write_text(text("X2"), encoding="utf-8")
    monkeypatch.setenv("THIDUA_LAW_DIR", str(tmp_path))
    answer = client.get("/luat")
    assert answer.status_code == 422
    assert "X1/text.yaml có lỗi. Dòng 1: “text: X2” khác tên thư mục “X1”. Sửa cho giống nhau." in text_of(answer)
    file.write_text(text("X1"), encoding="utf-8")
    assert client.get("/luat/van-ban/X1").status_code == 200


@pytest.mark.parametrize(
    ("award", "on", "members", "says"),
    [
        ("CSTD_BO", "2024-06-01", "9", "9 thành viên cần ít nhất 9 phiếu đồng ý (từ 90 %)."),
        ("CSTDCS", "2024-06-01", "11", "11 thành viên cần ít nhất 9 phiếu đồng ý (từ 80 %)."),
        ("CO_CP", "2024-06-01", "", "9 thành viên cần ít nhất 8 phiếu đồng ý (từ 80 %)."),
        ("AHLD", "2024-06-01", "21", "Họp khi có ít nhất 19 thành viên dự."),
        ("CSTDCS", "2024-06-01", "<b>", "không phải số thành viên, nên tính cho 9. Ghi một số từ 1 đến 999."),
    ],
)
def test_the_votes_that_a_council_needs_are_reckoned_for_its_size_and_the_day(client, award, on, members, says):
    page = text_of(client.get(f"/luat/{award}", {"ngay": on, "thanh-vien": members}))
    assert says in page
    assert "Nghị định 98/2023/NĐ-CP" in page.partition("Cần bao nhiêu phiếu")[2].partition("Đã thay đổi")[0]


def test_where_no_vote_is_asked_none_is_reckoned(client):
    assert "Cần bao nhiêu phiếu" not in text_of(client.get("/luat/LDTT", {"ngay": "2024-06-01"}))
    assert "Cần bao nhiêu phiếu" not in text_of(client.get("/luat/CSTDCS", {"ngay": "2016-06-01"}))


def test_a_text_says_once_who_decides_several_awards_and_names_them_in_the_order_of_the_law(client):
    page = text_of(client.get("/luat/van-ban/L22"))
    assert "Huân chương Sao vàng, Huân chương Hồ Chí Minh, Huân chương Lao động hạng Nhất" in page
    assert page.count("Chủ tịch nước (Thủ tướng Chính phủ trình)") < 5
    assert page.index("Lao động tiên tiến Cá nhân") < page.index("Chiến sĩ thi đua cơ sở Cá nhân")


def test_on_paper_the_day_asked_for_stands_where_its_form_does_not(client):
    for address in ("/luat/CSTDCS", "/luat/muc-luong-tien-thuong"):
        page = client.get(address, {"ngay": "2024-03-01"}).content.decode()
        assert '<p class="only-print before">Quy định có hiệu lực ngày 1/3/2024.</p>' in page


@pytest.mark.parametrize(
    ("typed", "is_wrong"), [("2047-12-31", False), ("1900-01-01", False), ("2048-01-01", True), ("1/1/9999", True)]
)
def test_a_day_beyond_those_that_the_law_is_reckoned_for_is_none(typed, is_wrong):
    day = day_of(SimpleNamespace(GET={"ngay": typed}))
    assert (day.is_wrong, day.on == today()) == (is_wrong, is_wrong)


def test_what_a_text_details_is_said_with_its_article_and_an_annex_in_the_readers_language(client):
    page = text_of(client.get("/luat/van-ban/TT11-2023-BTP"))
    assert "Thông tư 11/2023/TT-BTP (quy định chi tiết Điều 75 khoản 2, Luật 06/2022/QH15)" in page
    assert "L22 Đ" not in page
    client.cookies["language"] = "en"
    assert "annex" in text_of(client.get("/luat/CSTDCS"))
