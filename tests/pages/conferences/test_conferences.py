"""Pages of conferences: one written on one page, its programme as rows, letters answered from the letter itself."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.conferences import (
    a_held_conference,
    a_paper_of,
    a_planned_conference,
    a_prepared_conference,
    an_answer,
    an_invited_conference,
    the_letter,
)
from tests.factories.files import PDF
from tests.factories.seasons import TODAY, a_key, a_season
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.core.workflow.conferences import Coming, ConferenceState
from thidua.records.councils.models import Conference

pytestmark = pytest.mark.django_db
LIST = "/cum-thu/hoi-nghi/"
ONE = f"{LIST}hn"


@pytest.fixture(autouse=True)
def march_2016(settings):
    settings.DEMO_DAY = TODAY


@pytest.fixture
def world():
    return a_season()


def a_form(world, **other):
    form = {
        "key": a_key(), "season": "nam-2016", "name": "Hội nghị ký giao ước", "form": "both", "on": "11/3/2016",
        "from": "8h", "until": "11 giờ 30", "last": "", "hall": "Hội trường", "town": "Vĩnh Phúc",
        "host": world.units[1].code, "chair": "Trưởng cụm", "answer_by": "9/3/2016", "talks_by": "", "letter": "",
        "rows": "2", "kind-0": "signing", "of-0": "nam-2016/khoi", "text-0": "Ký giao ước", "kind-1": "other",
        "of-1": "", "text-1": "",
    }  # fmt: skip
    return form | other


def test_a_conference_is_written_on_one_page(world):
    secretary = client_of(world.secretary)
    assert "Chưa có hội nghị nào" in secretary.get(LIST).content.decode()
    answer = secretary.post(f"{LIST}lap", a_form(world))
    assert answer.headers["Location"] == f"{LIST}hoi-nghi-ky-giao-uoc/"
    one = Conference.objects.get()
    assert (one.host, one.form, one.matters.get().bloc_season) == (world.units[1], "both", world.bloc)
    page = secretary.get(f"{LIST}hoi-nghi-ky-giao-uoc/").content.decode()
    assert "Việc tiếp theo" in page
    assert "08:00" in page


def test_every_fault_is_told_and_nothing_typed_is_lost(world):
    answer = client_of(world.secretary).post(f"{LIST}lap", a_form(world, **{"from": "tám", "on": "", "host": "KHÔNG"}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“tám” không phải giờ" in page
    assert 'value="Hội trường"' in page
    assert not Conference.objects.exists()


def test_nobody_else_plans_one(world):
    for who in (world.officers[1], world.leaders[1]):
        assert client_of(who).post(f"{LIST}lap", a_form(world)).status_code == 422
    assert client_of(world.outsider).get(f"{LIST}lap").status_code == 404
    a_planned_conference(world)
    assert client_of(world.officers[1]).get(f"{ONE}/").status_code == 404


def test_the_programme_is_typed_as_rows_and_read_as_a_paper(world):
    a_planned_conference(world)
    secretary = client_of(world.secretary)
    form = form_on(secretary.get(f"{ONE}/chuong-trinh/sua").content, "")
    form |= {"from-0": "9:00", "until-0": "10:00", "text-0": "Ký giao ước", "who-0": "Lãnh đạo", "matter-0": "1"}
    form |= {"from-1": "8:00", "until-1": "9h", "text-1": "Khai mạc"}
    assert secretary.post(f"{ONE}/chuong-trinh/sua", form).status_code == 303
    page = secretary.get(f"{ONE}/chuong-trinh").content.decode()
    assert page.index("Khai mạc") < page.index("Ký giao ước</td>")
    again = form_on(secretary.get(f"{ONE}/chuong-trinh/sua").content, "")
    assert again["matter-1"] == "1"


def test_of_two_who_amend_the_second_reads_what_the_first_has_left(world):
    a_planned_conference(world)
    first, second = client_of(world.secretary), client_of(world.head)
    forms = [form_on(one.get(f"{ONE}/sua").content, "") for one in (first, second)]
    assert first.post(f"{ONE}/sua", forms[0] | {"chair": "Phó Trưởng cụm"}).status_code == 303
    answer = second.post(f"{ONE}/sua", forms[1] | {"chair": "Trưởng cụm", "hall": "Hội trường lớn"})
    assert answer.status_code == 422
    assert "Phó Trưởng cụm" in answer.content.decode()
    chosen = form_on(answer.content, "") | {"choose-chair": "theirs", "key": a_key()}
    assert second.post(f"{ONE}/sua", chosen).status_code == 303
    one = Conference.objects.get()
    assert (one.chair, one.hall) == ("Phó Trưởng cụm", "Hội trường lớn")


def test_letters_go_out_and_a_unit_answers_from_its_letter(world):
    one = a_prepared_conference(world)
    secretary, officer = client_of(world.secretary), client_of(world.officers[1])
    assert "Gửi giấy mời 3 đơn vị" in secretary.get(f"{ONE}/dai-bieu").content.decode()
    assert secretary.post(f"{ONE}/gui-giay-moi", {"key": a_key()}).status_code == 303
    at = f"{ONE}/dai-bieu/{the_letter(one, world).public_id}"
    assert at in officer.get(f"{ONE}/").content.decode()
    form = form_on(officer.get(at).content, "")
    form |= {"coming": "comes", "name-0": "Trần Huy Bách", "post-0": "Phó Giám đốc", "signs-0": "letter"}
    refused = officer.post(at, form)
    assert refused.status_code == 422
    assert "ghi số, ngày của giấy" in refused.content.decode()
    assert officer.post(at, form | {"letter-0": "07/GUQ", "key": a_key()}).status_code == 303
    assert the_letter(one, world).answer is Coming.COMES
    listed = secretary.get(f"{ONE}/dai-bieu?loc=du").content.decode()
    assert "Trần Huy Bách" in listed
    assert "07/GUQ" in listed


def test_the_secretariat_answers_for_a_unit_from_its_slip_and_reminds_the_others(world):
    one = an_invited_conference(world)
    secretary = client_of(world.secretary)
    at = f"{ONE}/dai-bieu/{the_letter(one, world).public_id}"
    form = form_on(secretary.get(at).content, f"{at}/nhap-thay")
    form |= {
        "coming": "stays_away", "remark": "Trùng họp", "paper_source": "Công văn", "paper_number": "3/STP",
        "paper_dated_on": "3/3/2016", "paper_signer": "Trần Huy Bách", "paper_title": "Giám đốc",
    }  # fmt: skip
    assert secretary.post(f"{at}/nhap-thay", form).status_code == 303
    assert "nhập thay" in secretary.get(at).content.decode().lower()
    page = secretary.get(f"{ONE}/dai-bieu").content.decode()
    assert "Còn 2 đơn vị chưa trả lời" in page
    assert secretary.post(f"{ONE}/nhac", {"key": a_key()}).status_code == 303
    assert "đã nhắc" in secretary.get(f"{ONE}/dai-bieu?loc=cho").content.decode()


def test_the_list_of_delegates_is_a_workbook(world):
    an_invited_conference(world)
    answer = client_of(world.officers[1]).get(f"{ONE}/dai-bieu.xlsx")
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")


def test_it_is_called_off_from_its_page(world):
    an_invited_conference(world)
    secretary = client_of(world.secretary)
    assert secretary.post(f"{ONE}/khong-hop", {"key": a_key(), "because": ""}).status_code == 422
    assert secretary.post(f"{ONE}/khong-hop", {"key": a_key(), "because": "Bão số 1"}).status_code == 303
    assert Conference.objects.get().at_state is ConferenceState.CALLED_OFF
    assert "Bão số 1" in client_of(world.officers[1]).get(f"{ONE}/").content.decode()


def test_a_running_order_begins_with_the_programme_and_is_led_line_by_line(world):
    a_prepared_conference(world)
    secretary = client_of(world.secretary)
    form = form_on(secretary.get(f"{ONE}/kich-ban/sua").content, "")
    assert (form["at-0"], form["cue-0"]) == ("8:00", "Khai mạc, Trưởng cụm")
    form |= {"words-0": "Chào cờ, chào!", "speaker-0": "Dẫn chương trình"}
    assert secretary.post(f"{ONE}/kich-ban/sua", form).status_code == 303
    assert "Chào cờ, chào!" in secretary.get(f"{ONE}/kich-ban").content.decode()
    first = secretary.get(f"{ONE}/kich-ban/dan").content.decode()
    assert "Chào cờ, chào!" in first
    assert 'href="?dong=2"' in first
    last = secretary.get(f"{ONE}/kich-ban/dan?dong=2").content.decode()
    assert "Đây là dòng cuối" in last
    assert "Chào cờ, chào!" in secretary.get(f"{ONE}/kich-ban/dan?dong=99").content.decode()


def test_members_read_what_was_issued_and_no_draft(world):
    held = a_held_conference(world)
    secretary, officer = client_of(world.secretary), client_of(world.officers[1])
    at = f"{ONE}/ket-luan"
    form = form_on(secretary.get(f"{at}/bien-ban").content, "") | {"text": "Bản nháp biên bản"}
    assert secretary.post(f"{at}/bien-ban", form).status_code == 303
    assert "Bản nháp biên bản" in secretary.get(at).content.decode()
    assert "Bản nháp biên bản" not in officer.get(at).content.decode()
    form = form_on(secretary.get(f"{at}/bien-ban").content, "") | {"number": "02/BB", "dated_on": "4/3/2016"}
    assert secretary.post(f"{at}/bien-ban", form).status_code == 303
    page = officer.get(at).content.decode()
    assert "02/BB" in page
    assert "Bản nháp biên bản" in page
    matter = held.matters.get().public_id
    form = form_on(secretary.get(f"{at}/suy-ton/{matter}").content, "")
    form |= {"name-0": "STP Số 1", "what-0": "Cờ thi đua", "votes-0": "9", "of-0": "9"}
    assert secretary.post(f"{at}/suy-ton/{matter}", form).status_code == 303
    assert "9/9" in officer.get(at).content.decode()
    assert secretary.post(f"{at}/xong", {"key": a_key()}).status_code == 422
    a_paper_of(held, world, kind="conclusions", number="31/TB")
    assert secretary.post(f"{at}/xong", {"key": a_key()}).status_code == 303


def test_a_talk_is_asked_for_and_its_file_comes_from_the_unit(world, tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    one = an_invited_conference(world)
    secretary, officer = client_of(world.secretary), client_of(world.officers[1])
    member = the_letter(one, world).membership.public_id
    asked = {"key": a_key(), "member": member, "title": "Cách làm hay", "minutes": "10"}
    assert officer.post(f"{ONE}/tham-luan", asked).status_code == 422
    assert secretary.post(f"{ONE}/tham-luan", asked).status_code == 303
    at = f"{ONE}/tham-luan/{one.talks.get().public_id}"
    form = form_on(officer.get(at).content, "") | {"speaker": "Lê Thị Mai"}
    file = SimpleUploadedFile("bai.pdf", PDF)
    assert officer.post(at, form | {"file": file}).status_code == 303
    assert b"".join(client_of(world.officers[2]).get(f"{at}/tep").streaming_content) == PDF
    assert "đã nhận" in officer.get(f"{ONE}/tham-luan").content.decode()
    assert secretary.post(f"{at}/bo", {"key": a_key(), "because": "Hết giờ"}).status_code == 303
    assert "đã bỏ" in officer.get(f"{ONE}/tham-luan").content.decode()


def test_seats_are_arranged_changed_and_printed_as_name_plates(world):
    one = an_invited_conference(world)
    an_answer(world, one)
    secretary = client_of(world.secretary)
    assert secretary.post(f"{ONE}/so-do/xep", {"key": a_key(), "rows": "0", "seats": "3"}).status_code == 422
    assert secretary.post(f"{ONE}/so-do/xep", {"key": a_key(), "rows": "2", "seats": "2"}).status_code == 303
    assert secretary.post(f"{ONE}/so-do/doi", {"key": a_key(), "one": "A1", "other": "B1"}).status_code == 303
    assert one.seats.get(row=2, number=1).name == "Trần Huy Bách"
    plan = client_of(world.officers[1]).get(f"{ONE}/so-do").content.decode()
    assert "Trần Huy Bách" in plan
    assert "Xếp lại từ đầu" not in plan
    assert "Lê Thị Mai" in secretary.get(f"{ONE}/so-do/bien-ten").content.decode()
