import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.results import a_season_of_results
from tests.factories.scores import a_season_scoring, a_text, adopted
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.scores.addresses import at
from thidua.records.scores.models import AdoptedSheet


def test_the_adopted_sheet_is_read_in_words_and_taken_away_as_it_was_adopted(db):
    world = a_season_of_results()
    adopted(world)
    member = client_of(world.leaders[1])
    shown = member.get(at(world, "bang-diem")).content.decode()
    for words in (
        "từ 95 % trở lên", "trên 95 %", "Đạt 100 % được 15 điểm, tính theo tỷ lệ, nhiều nhất đến 120 %.",
        "Đạt: 5 điểm; không đạt: 0 điểm.", "Chọn điểm trong khung, theo bước 0,5", "7 đến 10",
        "chậm đến 10 ngày", "Một phần", "Có 5 điểm, mỗi lần trừ 2, không dưới 0.",
        "Mỗi lần 1,5 điểm, nhiều nhất 5 điểm.", "Không phát sinh trong năm: tính đủ điểm.",
        "bỏ tiêu chí này, quy đổi phần còn lại", "Tỷ lệ đúng hạn", "tỷ lệ so với mức đăng ký", "15/QĐ-KV",
        "Đơn vị bằng điểm xếp cùng hạng.", "điểm thưởng", "không giới hạn",
    ):  # fmt: skip
        assert words in shown, words
    assert "Áp dụng bảng điểm" not in shown
    assert member.get(at(world, "bang-diem.yaml")).content.decode() == a_text()
    assert client_of(world.outsider).get(at(world, "bang-diem")).status_code == 404


def test_before_it_is_issued_members_read_that_and_the_secretariat_gets_a_form(db):
    world = a_season_of_results()
    assert "Bảng điểm chờ ban hành" in client_of(world.leaders[1]).get(at(world, "bang-diem")).content.decode()
    secretary = client_of(world.secretary)
    shown = secretary.get(at(world, "bang-diem")).content.decode()
    assert 'value="DBBB-2016-STP"' in shown
    assert f'href="{at(world, "bang-diem", "thu-vien", "DBBB-2016-STP.yaml")}"' in shown
    assert secretary.get(at(world, "bang-diem.yaml")).status_code == 404
    library = secretary.get(at(world, "bang-diem", "thu-vien", "DBBB-2016-STP.yaml"))
    assert library.content.startswith(b"#")
    assert secretary.get(at(world, "bang-diem", "thu-vien", "khong-co.yaml")).status_code == 404


ISSUED = {"paper_number": "15/QĐ-KV", "paper_dated_on": "4/5/2016", "paper_title": "Quyết định"}


@pytest.mark.parametrize("way", ["text", "file"])
def test_the_secretariat_adopts_an_own_sheet_as_text_or_as_a_file(db, way):
    world = a_season_of_results()
    sent = a_text() if way == "text" else SimpleUploadedFile("bang.yaml", b"\xef\xbb\xbf" + a_text().encode())
    answer = client_of(world.secretary).post(at(world, "bang-diem", "ban-hanh"), {"key": a_key(), way: sent, **ISSUED})
    assert answer.status_code == 303
    sheet = AdoptedSheet.objects.get()
    assert sheet.text == a_text()
    assert sheet.issued_by is not None
    assert sheet.issued_by.number == "15/QĐ-KV"


def test_a_faulty_text_is_refused_with_its_lines_and_stands_in_the_box_again(db):
    world = a_season_of_results()
    wrong = a_text().replace("maximum: 60", "maximum: 61").replace("step: 0.5", "step: 0.3")
    answer = client_of(world.secretary).post(
        at(world, "bang-diem", "ban-hanh"), {"key": a_key(), "text": wrong, **ISSUED}
    )
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Dòng " in shown.split('role="alert"')[1].split("</div>")[0]
    number = next(at for at, line in enumerate(wrong.splitlines(), 1) if "{from: 7" in line)
    assert f'<span class="figure">{number}</span><code lang="vi">' in shown
    assert "step: 0.3" in shown
    assert 'value="15/QĐ-KV"' in shown
    assert not AdoptedSheet.objects.exists()


def test_a_sheet_with_an_indicator_that_the_bloc_has_not_is_refused_by_its_name(db):
    world = a_season_of_results()
    form = {"key": a_key(), "library": "DBBB-2016-STP"}
    answer = client_of(world.secretary).post(at(world, "bang-diem", "ban-hanh"), form)
    assert answer.status_code == 422
    assert "khối không có chỉ số" in answer.content.decode()
    assert '<option value="DBBB-2016-STP" selected>' in answer.content.decode()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Chưa có bảng điểm nào để áp dụng"),
        ({"file": SimpleUploadedFile("bang.yaml", "code: điểm".encode("utf-16"))}, "Lưu lại dạng văn bản"),
        ({"file": SimpleUploadedFile("to.yaml", b"a" * 300_001)}, "Nội dung lớn hơn 300 KB"),
        ({"text": "a" * 300_001}, "Nội dung lớn hơn 300 KB"),
    ],
)
def test_what_is_no_sheet_is_refused_with_how_to_mend_it(db, sent, told):
    world = a_season_of_results()
    answer = client_of(world.secretary).post(at(world, "bang-diem", "ban-hanh"), {"key": a_key(), **sent, **ISSUED})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert 'value="15/QĐ-KV"' in answer.content.decode()


def test_once_cards_are_open_the_sheet_stays(db):
    world = a_season_scoring()
    secretary = client_of(world.secretary)
    assert "Áp dụng bảng điểm" not in secretary.get(at(world, "bang-diem")).content.decode()
    answer = secretary.post(at(world, "bang-diem", "ban-hanh"), {"key": a_key(), "text": a_text()})
    assert answer.status_code == 422
    assert AdoptedSheet.objects.count() == 1


def test_members_may_not_adopt_and_strangers_learn_nothing(db):
    world = a_season_of_results()
    form = {"key": a_key(), "text": a_text()}
    assert client_of(world.leaders[1]).post(at(world, "bang-diem", "ban-hanh"), form).status_code == 422
    assert client_of(world.outsider).post(at(world, "bang-diem", "ban-hanh"), form).status_code == 404
    assert not AdoptedSheet.objects.exists()


def test_the_english_sheet_names_its_criteria_in_english(db):
    world = a_season_of_results()
    adopted(world)
    shown = client_of(world.secretary, "en").get(at(world, "bang-diem")).content.decode()
    for words in ("Discipline", "95 % or more", "The rest", "not met"):
        assert words.lower() in shown.lower(), words
    assert "Kỷ luật" not in shown
