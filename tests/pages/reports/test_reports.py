"""The pages of reports in words: from the officer's first line to the signed paper, and who has sent it."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.documents.official.test_templates import a_template, text_of
from tests.factories.files import PDF
from tests.factories.results import JULY, a_season_of_results, a_signed_report
from tests.factories.seasons import World, a_key
from tests.factories.written import (
    HALF_YEAR,
    a_signed_written,
    a_submitted_written,
    a_written,
    a_written_on_behalf,
    texts_for,
    the_topic,
)
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.documents.official import converting, making
from thidua.jobs.after import after
from thidua.jobs.following import follow
from thidua.records.conduct.actions import adopt_unit_template
from thidua.records.files.steps import keep_file
from thidua.records.results.models import WrittenReport


@pytest.fixture
def world(db, settings, tmp_path, monkeypatch) -> World:
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    settings.DEMO_DAY = JULY.date()
    return a_season_of_results()


def room(world: World, what: str = "") -> str:
    return f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/bao-cao{what}"


def one(world: World, what: str = "", place: int = 1, topic: str = HALF_YEAR) -> str:
    return room(world, f"/{topic}/{world.units[place].slug}{what}")


def row(world: World, place: int) -> str:
    """The beginning of a unit's row of the list."""
    return f'<th scope="row"><a href="{one(world, place=place)}">'


def text(answer) -> str:
    return answer.content.decode()


def typed(world: World, **other: str) -> dict[str, str]:
    return {name: "\n".join(lines) for name, lines in texts_for(the_topic(world)).items()} | other


def test_a_report_goes_from_the_officer_to_the_leader_and_gets_its_number(world):
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    form = form_on(officer.get(one(world)).content, one(world, "/luu"))
    assert officer.post(one(world, "/luu"), form | {"chi_dao": "Một\n\nHai"}).status_code == 303
    assert WrittenReport.objects.get().typed["chi_dao"] == ["Một", "Hai"]
    form = form_on(officer.get(one(world)).content, one(world, "/luu"))
    answer = officer.post(one(world, "/trinh"), form)
    assert answer.status_code == 422
    assert "Chưa viết mục" in text(answer)
    form = form_on(officer.get(one(world)).content, one(world, "/luu")) | typed(world)
    assert officer.post(one(world, "/trinh"), form).status_code == 303
    form = form_on(leader.get(one(world)).content, one(world, "/ky"))
    assert leader.post(one(world, "/ky"), form).status_code == 303
    form = form_on(officer.get(one(world)).content, one(world, "/ghi-so"))
    told = form | {"number": "101/BC-STP", "dated_on": "5/7/2016"}
    assert officer.post(one(world, "/ghi-so"), told).status_code == 303
    assert "101/BC-STP" in text(client_of(world.secretary).get(room(world)))


def test_what_was_typed_stands_even_when_it_cannot_be_submitted_yet(world, settings):
    settings.DEMO_DAY = None
    officer = client_of(world.officers[1])
    late = "quy-4"
    form = {"key": a_key(), "version": "0", "chi_dao": "Đã viết"}
    answer = officer.post(one(world, "/trinh", topic=late), form)
    assert answer.status_code == 422
    assert WrittenReport.objects.get().typed["chi_dao"] == ["Đã viết"]


def test_before_it_is_signed_the_pdf_comes_from_the_units_own_word(world, monkeypatch):
    monkeypatch.setattr(making, "pdf_of_word", lambda word: PDF)
    monkeypatch.setattr(converting, "PROGRAMS", ("true",))
    a_written(world)
    file = keep_file(name="mau.docx", content=a_template("BÁO CÁO CỦA {{ don_vi }}"), at=JULY)
    member, officer = world.bloc.members.get(unit=world.units[1]), client_of(world.officers[1])
    told = {"code": the_topic(world).kind.code, "file": file, "by": world.officers[1]}
    adopt_unit_template(member, at=JULY - timedelta(days=1), key=a_key(), **told)
    assert one(world, "/pdf") in text(officer.get(one(world)))
    form = form_on(officer.get(one(world, "/pdf")).content, one(world, "/lam-pdf"))
    stranger = client_of(world.officers[2])
    assert stranger.post(one(world, "/lam-pdf"), form | {"key": a_key()}).status_code == 422
    assert officer.post(one(world, "/lam-pdf"), form).status_code == 303
    follow({"after": after})
    assert b"".join(officer.get(one(world, "/pdf")).streaming_content) == PDF
    assert stranger.get(one(world, "/pdf")).status_code == 422


def test_word_and_pdf_say_the_same(world):
    a_signed_report(world, period=HALF_YEAR, at=JULY)
    a_signed_written(world, chi_dao=["Mỗi phòng một việc"])
    client = client_of(world.secretary)
    word, pdf = client.get(one(world, "/word")), client.get(one(world, "/pdf"))
    read = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages)
    for said in ("Mỗi phòng một việc", "Quý II", "97,5", "GIÁM ĐỐC", "Lãnh Đạo B"):
        assert said in text_of(word.content)
        assert "".join(said.split()) in "".join(read.split())


def test_history_shows_who_leads_the_season_what_was_signed_and_nothing_of_the_drafts(world):
    draft = a_written(world, chi_dao=["Chuyện nội bộ"])
    a_signed_written(world, version=draft.version, chi_dao=["Lời đã ký"])
    outside, inside = (text(client_of(actor).get(one(world, "/lich-su"))) for actor in (world.head, world.officers[1]))
    assert "Chuyện nội bộ" in inside
    assert "Chuyện nội bộ" not in outside
    assert "ký báo cáo" in outside


def test_who_leads_the_season_finds_no_draft_and_may_enter_from_the_units_paper(world):
    a_written(world, 2, chi_dao=["Chuyện nội bộ"])
    secretary, head = client_of(world.secretary), client_of(world.head)
    for client in (secretary, head):
        assert "Chuyện nội bộ" not in text(client.get(one(world, place=2)))
        assert client.get(one(world, "/word", place=2)).status_code == 404
    assert "Đơn vị chưa gửi báo cáo này" in text(head.get(one(world)))
    form = form_on(secretary.get(one(world)).content, one(world, "/nhap-thay"))
    source = {
        "paper_source": "Báo cáo sơ kết", "paper_number": "66/BC", "paper_dated_on": "4/7/2016",
        "paper_signer": "Nguyễn Thị Thắm", "paper_title": "Giám đốc", "chi_dao": "Đã triển khai",
    }  # fmt: skip
    assert secretary.post(one(world, "/nhap-thay"), form | source).status_code == 303
    assert "Nhập thay theo" in text(client_of(world.officers[1]).get(one(world)))


def test_the_scan_is_opened_by_who_reads_the_report(world):
    a_written_on_behalf(world, file=keep_file(name="quet.pdf", content=PDF, at=JULY))
    assert client_of(world.officers[2]).get(one(world, "/ban-quet", place=2)).status_code == 200
    assert client_of(world.officers[1]).get(one(world, "/ban-quet", place=2)).status_code == 422


def test_the_list_says_who_has_sent_and_narrows_to_who_has_not(world, settings):
    a_signed_written(world)
    a_submitted_written(world, 2)
    settings.DEMO_DAY = JULY.date().replace(day=10)
    client = client_of(world.secretary)
    shown = text(client.get(room(world)))
    assert "Đã gửi 1/3 đơn vị." in shown
    assert shown.count("quá hạn 2 ngày") == 2
    missing = text(client.get(room(world, "?ve=quy-2&loc=chua-gui")))
    assert [row(world, place) in missing for place in (0, 1, 2)] == [True, False, False]
    waiting = text(client.get(room(world, "?ve=quy-2&loc=cho-ky")))
    assert [row(world, place) in waiting for place in (0, 1, 2)] == [False, False, True]
    assert "Không có đơn vị nào như vậy" in text(client.get(room(world, "?tim=qwertz")))


def test_the_secretariat_copies_a_reminder_for_the_units_that_owe_it(world, settings):
    a_signed_written(world)
    assert "Lời nhắc gửi nhóm" not in text(client_of(world.officers[2]).get(room(world, "?ve=quy-2")))
    shown = text(client_of(world.secretary).get(room(world, "?ve=quy-2")))
    names = [world.bloc.members.get(unit=world.units[place]).short_name for place in (0, 2)]
    assert (
        f"đến ngày 5/7/2016 bộ phận thường trực chưa nhận được Báo cáo sơ kết 6 tháng của: {', '.join(names)}." in shown
    )
    assert "đề nghị gửi trong ngày 7/7/2016." in shown
    settings.DEMO_DAY = JULY.date().replace(month=6, day=30)
    assert "Lời nhắc gửi nhóm" not in text(client_of(world.secretary).get(room(world, "?ve=quy-2")))


def test_two_officers_at_one_report_see_both_versions(world):
    first, second = client_of(world.officers[1]), client_of(world.leaders[1])
    forms = [form_on(one_.get(one(world)).content, one(world, "/luu")) for one_ in (first, second)]
    assert first.post(one(world, "/luu"), forms[0] | {"ton_tai": "Một", "chi_dao": "A"}).status_code == 303
    answer = second.post(one(world, "/luu"), forms[1] | {"ton_tai": "Hai"})
    assert answer.status_code == 422
    assert "Hai bản khác nhau" in text(answer)
    chosen = form_on(answer.content, one(world, "/luu")) | {"choose-ton_tai": "mine", "choose-chi_dao": "theirs"}
    assert second.post(one(world, "/luu"), chosen | {"key": a_key()}).status_code == 303
    kept = WrittenReport.objects.get().typed
    assert (kept["ton_tai"], kept["chi_dao"]) == (["Hai"], ["A"])


def test_a_unit_is_led_to_its_own_report_and_not_to_the_others(world):
    shown = text(client_of(world.officers[1]).get(room(world)))
    assert one(world) in shown
    assert one(world, place=2) not in shown


def test_what_waits_is_signed_among_everything_else(world):
    report = a_submitted_written(world)
    leader = client_of(world.leaders[1])
    assert "Báo cáo sơ kết 6 tháng" in text(leader.get("/ky-nhieu"))
    told = {"key": a_key(), "pick": f"written:{report.public_id}:{report.version}"}
    assert leader.post("/ky-nhieu/ky", told).status_code == 303
    assert WrittenReport.objects.get().state == "signed"


def test_sources_lead_to_the_signed_figures(world):
    a_signed_report(world, period=HALF_YEAR, at=JULY)
    shown = text(client_of(world.officers[1]).get(one(world)))
    assert "Báo cáo kết quả Quý II đã ký ngày 05/7/2016" in shown
    assert f"/ket-qua/{HALF_YEAR}/{world.units[1].slug}" in shown


def test_what_nobody_has_begun_is_said_to_be_so(world):
    assert "chưa soạn" in text(client_of(world.officers[1]).get(one(world)))
    a_written(world)
    assert "đang soạn" in text(client_of(world.officers[1]).get(one(world)))


def test_a_page_without_signed_figures_says_so(world):
    assert "chưa ký nên bảng chỉ tiêu còn thiếu" in text(client_of(world.officers[1]).get(one(world)))


def test_history_tells_each_heading_before_and_after_to_who_reads_the_text(world):
    a_written(world, ton_tai=["Chậm"])
    a_written(world, version=1, ton_tai=["Đã kịp"])
    told = text(client_of(world.officers[1]).get(one(world, "/lich-su")))
    assert "Hạn chế, nguyên nhân" in told
    assert "Chậm" in told
    assert "Đã kịp" in told
    assert "Đã kịp" not in text(client_of(world.secretary).get(one(world, "/lich-su")))
