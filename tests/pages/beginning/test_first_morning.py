"""The first morning by page: from the link of the first account to the letters, each step kept and taken back."""

import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from tests.factories.beginnings import a_beginner, a_begun_region, a_list, a_read_list, again, an_applied_list
from tests.factories.people import GOOD_PASSWORD, a_person, an_account
from tests.factories.seasons import BUILDER, NOON, TODAY, a_key
from tests.pages.clients import client_of
from tests.pages.forms import forms_on
from thidua.gateways.returned.running import read_run
from thidua.pages.beginning import coming
from thidua.records.accounts.actions import open_account
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import actor_of, first_secret
from thidua.records.directory.models import Unit
from thidua.records.journal.models import AccessLine
from thidua.records.journal.queries import events_about, last_seq
from thidua.records.papers.models import Letterhead
from thidua.records.runs.models import Run
from thidua.records.seasons.actions.blocs import Calendar, set_calendars
from thidua.records.seasons.actions.planning import give_role
from thidua.records.seasons.models import Season, UnitInvitation
from thidua.records.seasons.plan import PeriodPlan
from thidua.records.seasons.queries.invitations import code_of, hash_of

pytestmark = pytest.mark.django_db
SEASON = "/khu-vuc/nam-2016"
PASTED = "1. Cải cách\n\n2. - Hòa giải cơ sở\n4.\n•  2.000 hồ sơ"


@pytest.fixture(autouse=True)
def _day(settings, today_is_in_2016):
    settings.SECOND_FACTOR = "offered"


@pytest.fixture(name="today_is_in_2016")
def _a_day_of_2016(settings):
    settings.DEMO_DAY = date(2016, 1, 18)


def sends(client: Client, page: str, to: str = "", **filled: object):
    forms = forms_on(client.get(page).content)
    action = next(one for one in forms if one.endswith(to)) if to else page
    form = forms.get(action) or forms[""]
    return client.post(action or page, form | filled)


def text_of(answer) -> str:
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def test_the_whole_morning_from_an_empty_house():
    client = Client(headers={"host": "localhost"})
    opened = sends(
        client, f"/khoi-dau/{first_secret()}", full_name="Phạm Thị Thư", email="thu@example.vn",
        password=GOOD_PASSWORD, again=GOOD_PASSWORD,
    )  # fmt: skip
    assert (opened.status_code, opened["Location"]) == (303, "/bat-dau")

    file = SimpleUploadedFile("don-vi.xlsx", a_list())
    dropped = sends(client, "/bat-dau/don-vi", list=file)
    read_run(Run.objects.get().token)
    page = dropped["Location"]
    assert "Sở Tư pháp tỉnh Nam Định" in text_of(client.get(page))
    sends(client, page, "/ghi")

    region = sends(client, "/bat-dau/khu-vuc", name="Khu vực thi đua thử", short_name="Khu vực", head="stp-nam-dinh")
    assert region["Location"] == "/bat-dau/lich"
    assert sends(client, "/bat-dau/lich")["Location"] == "/bat-dau/ke-hoach"
    plan = sends(client, "/bat-dau/ke-hoach", over="UBND tỉnh Nam Định", motto="Đoàn kết", contents=PASTED)
    assert plan["Location"] == "/bat-dau/ke-hoach"

    season = Season.objects.get()
    assert (season.slug, [one.text for one in season.contents.all()]) == (
        "nam-2016",
        ["Cải cách", "Hòa giải cơ sở", "2.000 hồ sơ"],
    )
    word = client.get(f"/khu-vuc/nam-2016/van-ban/ke-hoach/{season.public_id}/word")
    cells = Document(io.BytesIO(b"".join(word))).element.xpath("//w:t")
    said = "".join(cell.text for cell in cells)
    assert "UBND TỈNH\u00a0NAM\u00a0ĐỊNH" in said.upper()
    assert "Hòa giải cơ sở" in said

    assert sends(client, f"{SEASON}/moi-don-vi", "/lap").status_code == 303
    assert UnitInvitation.objects.count() == 2  # she is in her own unit already
    letters = client.get(f"{SEASON}/moi-don-vi/giay-moi.pdf")
    assert letters["Content-Type"] == "application/pdf"
    reminder = text_of(client.get("/bat-dau/loi-nhac"))
    assert "Các đơn vị chưa vào: STP Quảng Ninh, CTHADS Nam Định." in reminder
    assert text_of(client.get("/bat-dau")).count("đã có") == 5


def test_the_link_of_the_first_account_is_nothing_once_there_is_one():
    secret = first_secret()
    an_account()
    assert Client(headers={"host": "localhost"}).get(f"/khoi-dau/{secret}").status_code == 404


def test_a_refused_first_account_keeps_what_was_typed():
    client = Client(headers={"host": "localhost"})
    answer = sends(
        client, f"/khoi-dau/{first_secret()}", full_name="Phạm Thị Thư", email="thu@example.vn", password="ngan",
        again="ngan",
    )  # fmt: skip
    assert answer.status_code == 422
    assert "Phạm Thị Thư" in answer.content.decode()
    assert not AccessLine.objects.exists()  # the address is a key


def test_blocs_can_be_renamed_merged_and_units_moved_before_the_region_is_begun():
    by = a_beginner()
    an_applied_list(by)
    client = client_of(by)
    sends(
        client, "/bat-dau/khu-vuc", name="Khu vực thi đua thử", short_name="Khu vực", head="stp-nam-dinh",
        **{"bloc-0": "Khối một", "bloc-1": "Khối hai", "unit-stp-quang-ninh": "1"},
    )  # fmt: skip
    blocs = [
        (bloc.bloc.name, [one.unit.code for one in bloc.members.all()]) for bloc in Season.objects.get().blocs.all()
    ]
    assert blocs == [("Khối một", ["STP-ND"]), ("Khối hai", ["STP-QN", "CTHADS-ND"])]


def test_two_blocs_of_one_name_become_one():
    by = a_beginner()
    an_applied_list(by)
    one = {"bloc-0": "Khối chung", "bloc-1": "Khối chung"}
    sends(client_of(by), "/bat-dau/khu-vuc", name="Thử", short_name="Khu vực", head="stp-nam-dinh", **one)
    assert [(bloc.bloc.name, bloc.members.count()) for bloc in Season.objects.get().blocs.all()] == [("Khối chung", 3)]


def test_every_step_is_taken_back_by_page():
    by = a_beginner()
    an_applied_list(by)
    a_begun_region(by)
    client = client_of(again(by))
    sends(client, "/bat-dau/lich")
    assert Season.objects.get().blocs.first().milestones.count() == 5

    sends(client, "/bat-dau/lich", "/bat-dau/lich/bo")
    assert Season.objects.get().blocs.first().milestones.count() == 0
    sends(client, "/bat-dau/khu-vuc", "/bat-dau/khu-vuc/rut")
    assert not Season.objects.exists()
    sends(client, f"/bat-dau/don-vi/{Run.objects.get().public_id}", "/rut")
    assert not Unit.objects.exists()


def test_the_region_that_the_form_names_is_withdrawn_and_not_a_newer_one():
    by = a_beginner()
    an_applied_list(by)
    older = a_begun_region(by)
    form = forms_on(client_of(again(by)).get("/bat-dau/khu-vuc").content)["/bat-dau/khu-vuc/rut"]
    newer = a_begun_region(again(by), slug="khu-vuc-hai")
    assert client_of(again(by)).post("/bat-dau/khu-vuc/rut", form).status_code == 303
    assert [season.pk for season in Season.objects.all()] == [newer.pk]
    assert older.pk != newer.pk


def test_a_bloc_with_days_of_its_own_keeps_them_and_every_place_stays():
    by = a_beginner()
    an_applied_list(by)
    season = a_begun_region(by)
    client = client_of(again(by))
    sends(client, "/bat-dau/lich")
    first, second = season.blocs.all()
    half = PeriodPlan("6-thang", "6 tháng", second.starts_on, date(2016, 6, 30), date(2016, 7, 8))
    days = (("signing", date(2016, 2, 26), "Hạ Long"),)
    calendars = [(second, Calendar(second.starts_on, second.ends_on, (), (half,), days), second.version)]
    set_calendars(calendars, by=again(by), at=NOON, key=a_key())
    first.milestones.filter(kind="signing").update(place="Vĩnh Phúc")

    page = text_of(client.get("/bat-dau/lich"))
    assert "Có lịch riêng, giữ nguyên: Khối Thi hành án" in page
    sends(client, "/bat-dau/lich", **{"on-signing": "1/3/2016"})
    signing = first.milestones.get(kind="signing")
    assert (signing.due_on, signing.place) == (date(2016, 3, 1), "Vĩnh Phúc")
    assert [one.slug for one in second.periods.all()] == ["6-thang"]
    assert [(one.kind, one.place) for one in second.milestones.all()] == [("signing", "Hạ Long")]


def test_a_calendar_with_doubtful_days_is_saved_and_its_page_says_what_to_look_at():
    by = a_beginner()
    an_applied_list(by)
    season = a_begun_region(by)
    client = client_of(again(by))
    page = client.get("/bat-dau/lich")
    assert "Nên xem lại" not in text_of(page)
    assert "Quý IV (đến 31/10): số liệu lấy đến 31/10/2016" in text_of(page)

    kept = sends(client, "/bat-dau/lich", **{"on-registration": "8/2/2016", "on-signing": "31/1/2016"})
    assert kept["Location"] == "/bat-dau/lich"
    page = text_of(client.get("/bat-dau/lich"))
    for said in (
        "“Ký giao ước” (31/1/2016) sớm hơn “Hạn đăng ký thi đua” (8/2/2016).", "ngày 8/2/2016 là mùng 1 Tết.",
        "Ký giao ước Chủ nhật", "Ngày nghỉ lễ, Tết năm 2016 là dự kiến",
    ):  # fmt: skip
        assert said in page
    assert season.blocs.first().milestones.get(kind="signing").due_on == date(2016, 1, 31)


def test_a_day_that_is_none_is_told_with_its_place_and_its_field_is_marked():
    by = a_beginner()
    an_applied_list(by)
    a_begun_region(by)
    answer = sends(client_of(again(by)), "/bat-dau/lich", **{"on-signing": "31/02/2016"})
    assert answer.status_code == 422
    assert "Ký giao ước: “31/02/2016” không phải là ngày. Ghi ngày/tháng/năm, thí dụ 25/12/2026." in text_of(answer)
    marked = re.findall(r'<input[^>]*id="([^"]+)"[^>]*aria-invalid="true"', answer.content.decode())
    assert marked == ["on-signing"]


@pytest.mark.parametrize("address", ["/bat-dau/khu-vuc", "/bat-dau/lich", "/bat-dau/ke-hoach"])
def test_what_is_typed_is_kept_as_a_draft_until_the_form_is_sent(address):
    by = a_beginner()
    an_applied_list(by)
    if address != "/bat-dau/khu-vuc":
        a_begun_region(by)
    client = client_of(again(by))
    assert f'data-draft="{address}"' in client.get(address).content.decode()
    client.post("/nhap-luu", {"key": address, "values": '{"motto": ["Đoàn kết"]}', "page": "mot"})
    assert client.get("/nhap-luu", {"key": address}).status_code == 200

    typed = {
        "name": "Cụm thi đua thử", "short_name": "Cụm thử", "head": "stp-nam-dinh", "over": "UBND tỉnh Nam Định",
        "motto": "Đoàn kết", "contents": "Cải cách", "draft": address,
    }  # fmt: skip
    assert sends(client, address, **typed).status_code == 303
    assert client.get("/nhap-luu", {"key": address}).status_code == 204


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("Cụm thi đua số 3", ("Cụm trưởng", "Cụm phó")),
        ("KHU VỰC thi đua thử", ("Trưởng Khu vực", "Phó Trưởng Khu vực")),
        ("Khối thi đua các sở", ("Khối trưởng", "Khối phó")),
        ("Các cơ quan tư pháp", ("Cụm trưởng", "Cụm phó")),
    ],
)
def test_head_and_deputies_are_called_by_the_first_word_of_the_name_until_somebody_says_otherwise(name, heads):
    by = a_beginner()
    an_applied_list(by)
    client = client_of(by)
    sends(client, "/bat-dau/khu-vuc", name=name, short_name="Cụm thử", head="stp-nam-dinh")
    cluster = Season.objects.get().cluster
    assert (cluster.head_word, cluster.deputy_word) == heads
    page = text_of(client_of(again(by)).get("/bat-dau/khu-vuc"))
    assert f"{heads[0]}: Vũ Đình Khang" in page
    assert ("Rút khu vực" if heads[0] == "Trưởng Khu vực" else "Rút cụm" if "Cụm" in heads[0] else "Rút khối") in page


def test_a_name_with_a_slip_is_mended_after_the_region_is_begun_and_leads_back_to_its_step():
    by = a_beginner()
    an_applied_list(by)
    season = a_begun_region(by)
    client = client_of(again(by))
    address = "/nam-thi-dua/cum/khu-vuc?next=/bat-dau/khu-vuc"
    assert address in client.get("/bat-dau/khu-vuc").content.decode()
    typed = {"name": "Cụm thi đua số 3", "short_name": "Cụm 3", "head_word": "Cụm trưởng", "deputy_word": "Cụm phó"}

    refused = sends(client, address, **typed, **{"bloc-khoi-tha": "KHỐI SỞ"})
    assert (refused.status_code, "Hai khối cùng tên" in text_of(refused)) == (422, True)
    assert 'value="Cụm thi đua số 3"' in refused.content.decode()
    kept = sends(client, address, **typed, **{"bloc-khoi-tha": "Khối cơ quan THADS"})
    assert (kept.status_code, kept["Location"]) == (303, "/bat-dau/khu-vuc")
    season.cluster.refresh_from_db()
    assert (season.cluster.name, season.cluster.slug) == ("Cụm thi đua số 3", "khu-vuc")
    assert [(one.slug, one.name) for one in season.cluster.blocs.all()] == [
        ("khoi-so", "Khối Sở"),
        ("khoi-tha", "Khối cơ quan THADS"),
    ]
    assert events_about(season)[-1] == "cluster.renamed"
    assert "sửa tên, cách gọi" in text_of(client.get(f"{SEASON}/lich-su"))
    told = text_of(client.get("/nam-thi-dua/cum/khu-vuc/lich-su"))
    for name in ("Khu vực thi đua thử", "Cụm thi đua số 3", "Khối Thi hành án", "Khối cơ quan THADS"):
        assert name in told


def test_a_plan_of_which_one_part_is_refused_leaves_all_as_it_was():
    by = a_beginner()
    an_applied_list(by)
    season = a_begun_region(by)
    client = client_of(again(by))
    form = forms_on(client.get("/bat-dau/ke-hoach").content)["/bat-dau/ke-hoach"]
    season.blocs.update(stage="registering")
    before = last_seq()
    typed = {"over": "UBND tỉnh", "motto": "Khẩu hiệu mới", "contents": "Cải cách"}
    assert client.post("/bat-dau/ke-hoach", form | typed).status_code == 422
    season.refresh_from_db()
    assert (season.motto, last_seq()) == ("Đoàn kết, sáng tạo", before)
    assert not Letterhead.objects.exists()


def test_whoever_comes_back_is_led_to_the_next_step_from_today():
    by = a_beginner()
    assert "Bắt đầu một cụm, khu vực" in text_of(client_of(by).get("/hom-nay"))
    an_applied_list(by)
    page = client_of(by).get("/hom-nay")
    assert "Làm tiếp bước 2: Cụm, khu vực" in text_of(page)
    assert 'href="/bat-dau/khu-vuc"' in page.content.decode()
    a_begun_region(by)
    client = client_of(again(by))
    assert "Năm thi đua của bạn còn bước Lịch" in text_of(client.get("/hom-nay"))
    sends(client, "/bat-dau/lich")
    assert "Năm thi đua của bạn còn bước Kế hoạch" in text_of(client.get("/hom-nay"))


def test_steps_that_need_the_region_say_so_and_lead_to_it():
    client = client_of(a_beginner())
    for address in ("/bat-dau/lich", "/bat-dau/ke-hoach", "/bat-dau/loi-nhac"):
        answer = client.get(address)
        assert (answer.status_code, "Chưa lập cụm, khu vực" in text_of(answer)) == (200, True)
    assert "Chưa có danh sách đơn vị" in text_of(client.get("/bat-dau/khu-vuc"))


def test_somebody_of_a_unit_comes_in_by_the_code_of_its_letter():
    by = a_beginner()
    an_applied_list(by)
    a_begun_region(by)
    sends(client_of(again(by)), f"{SEASON}/moi-don-vi", "/lap", chon="stp-quang-ninh")
    code = code_of(UnitInvitation.objects.get())

    client = Client(headers={"host": "localhost"})
    asked = sends(client, "/vao", code=f"{code[:4].lower()} {code[4:8]}-{code[8:]}")
    assert asked["Location"] == f"/vao/{code}"
    came = sends(client, f"/vao/{code}", email="ha@example.vn", password=GOOD_PASSWORD, again=GOOD_PASSWORD)
    assert (came.status_code, came["Location"]) == (303, "/hom-nay")
    assert Account.objects.get(email="ha@example.vn").person.full_name == "Trần Thu Hà"
    assert client.get("/hom-nay").status_code == 200
    assert Client(headers={"host": "localhost"}).get(f"/vao/{code}").status_code == 404


def test_the_link_of_an_open_code_can_be_copied_by_who_may_invite_alone():
    by = a_beginner()
    an_applied_list(by)
    season = a_begun_region(by)
    client = client_of(again(by))
    sends(client, f"{SEASON}/moi-don-vi", "/lap", chon="stp-quang-ninh")
    code = code_of(UnitInvitation.objects.get())
    assert f"/vao/{code}" in text_of(client.get(f"{SEASON}/moi-don-vi"))

    person, unit = a_person("Người Quan Sát"), Unit.objects.get(code="CTHADS-ND")
    give_role(season, role="observer", person=person, unit=unit, from_on=None, by=BUILDER, at=NOON, key=a_key())
    told = {"person": person, "email": "xem@example.vn", "by": BUILDER, "at": NOON, "key": a_key()}
    seen = text_of(client_of(actor_of(open_account(**told), on=TODAY)).get(f"{SEASON}/moi-don-vi"))
    assert ("có mã" in seen, code in seen) == (True, False)


def some_codes() -> list[str]:
    by = a_beginner()
    an_applied_list(by)
    a_begun_region(by)
    sends(client_of(again(by)), f"{SEASON}/moi-don-vi", "/lap")
    return [code_of(one) for one in UnitInvitation.objects.all()]


def test_after_ten_wrong_codes_that_begin_alike_the_right_one_is_like_nothing_and_those_of_other_units_open():
    guessed, other, *_ = some_codes()
    client = Client(headers={"host": "localhost"})
    assert client.get(f"/vao/{guessed}").status_code == 200

    for _ in range(10):
        assert client.get(f"/vao/{guessed[:4]}AAAAAAAA").status_code == 404
    assert client.get(f"/vao/{guessed}").status_code == 404
    assert client.get(f"/vao/{other}").status_code == 200


def test_a_line_from_which_codes_are_guessed_without_end_is_shut_for_a_while(monkeypatch):
    code, *_ = some_codes()
    monkeypatch.setattr(coming, "MOST_OF_A_LINE", 12)
    client = Client(headers={"host": "localhost"})
    for place in range(12):
        assert client.get(f"/vao/{'ABCDEFGHIJKL'[place] * 12}").status_code == 404
    assert client.get(f"/vao/{code}").status_code == 404


def test_sample_lists_are_read_without_a_fault():
    client = client_of(a_beginner())
    example = b"".join(client.get("/bat-dau/don-vi/thi-du.xlsx"))
    sends(client, "/bat-dau/don-vi", list=SimpleUploadedFile("thi-du.xlsx", example))
    run = Run.objects.get()
    read_run(run.token)
    file = run.files.get()
    assert (file.state, file.rows.count(), file.faults) == ("read", 22, [])


def test_a_code_that_cannot_be_one_is_told_why_and_stays_in_its_field():
    client = Client(headers={"host": "localhost"})
    told = {
        "k7mx-3rqp": "Mã phải đủ 12 ký tự, mới có 8.",
        "K7MX-3RQP-ACDE-F": "Mã chỉ có 12 ký tự, đã gõ 13.",
        "K7MX-3RQP-AC0O": "Mã không bao giờ có 0, O:",
    }
    for typed, sentence in told.items():
        answer = sends(client, "/vao", code=typed)
        assert (answer.status_code, sentence in text_of(answer)) == (422, True)
        assert f'value="{typed}"' in answer.content.decode()


def test_who_holds_the_whole_code_is_told_what_became_of_it():
    used, revoked, *_ = some_codes()
    UnitInvitation.objects.filter(code_hash=hash_of(revoked)).update(revoked_at=NOON)
    client = Client(headers={"host": "localhost"})
    sends(client, f"/vao/{used}", full_name="Hà", email="h@example.vn", password=GOOD_PASSWORD, again=GOOD_PASSWORD)
    assert "Mã này đã dùng để vào." in text_of(Client(headers={"host": "localhost"}).get(f"/vao/{used}"))
    assert "Mã này đã thu hồi" in text_of(client.get(f"/vao/{revoked}"))
    wrong = client.get("/vao/K7MX3RQPACDE")
    assert "Không có mã nào như vậy." in text_of(wrong)
    assert 'value="K7MX3RQPACDE"' in wrong.content.decode()


def test_a_withdrawn_list_leads_back_to_the_drop_and_a_faulty_one_is_called_so():
    by = a_beginner()
    client = client_of(by)
    page = f"/bat-dau/don-vi/{an_applied_list(by).public_id}"
    sends(client, page, "/rut")
    assert "Thả lại" in text_of(client.get(page))

    a_read_list(by, a_list([("Sở 1", "", "", "Nguyễn 2")]), "sai.xlsx")
    assert "có lỗi" in text_of(client.get("/bat-dau/don-vi"))
