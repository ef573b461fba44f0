"""Pages of participation: a code on a phone, whose it is, the board beside what units declare; what strangers learn."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.files import PDF, a_png
from tests.factories.participation import a_code, an_own_act, sent_by, the_unit
from tests.factories.people import a_unit_named
from tests.factories.results import a_season_of_results
from tests.factories.seasons import BUILDER, NOON, TODAY, a_key, an_actor
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.core.actor import PostKind
from thidua.core.workflow.participation import ActKind, ActState, as_read
from thidua.pages.participation import joining
from thidua.records.desk.actions import write_house_address
from thidua.records.directory.models import Person
from thidua.records.results.models import DeclaredTotal, JoinCode, Participation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_march(settings):
    settings.DEMO_DAY = TODAY


@pytest.fixture
def world():
    return a_season_of_results(members=3)


def room(world, more=""):
    return f"/{world.season.cluster.slug}/{world.season.slug}/tham-gia{more}"


def of_unit(world, more="", place=1):
    return room(world, f"/don-vi/{world.units[place].slug}{more}")


def a_phone() -> Client:
    return Client(headers={"host": "localhost"})


def typed(world, **other):
    return {
        "key": a_key(), "name": "Cán Bộ Một", "unit": world.units[1].slug, "on": "4/3/2016",
        "text": "Dự ngày pháp luật",
    } | other  # fmt: skip


def test_a_code_made_by_the_officer_opens_a_form_on_a_phone_without_an_account(world):
    officer, phone = client_of(world.officers[1]), a_phone()
    form = {"key": a_key(), "title": "Ngày pháp luật ở xã", "kind": "attendance", "expires_on": "31/3/2016"}
    sheet = officer.post(of_unit(world, "/ma"), form, follow=True).content.decode()
    code = JoinCode.objects.get()
    assert as_read(code.code) in sheet
    assert 'class="qr"' in sheet
    page = phone.get(f"/tham-gia/{as_read(code.code).lower()}").content.decode()
    assert "Ngày pháp luật ở xã" in page
    answer = phone.post(f"/tham-gia/{code.code}", typed(world), follow=True)
    assert "Trước lúc đó lượt này chưa được tính." in answer.content.decode()
    one = Participation.objects.get()
    assert (one.at_state, one.kind, one.code, one.name) == (ActState.UNCLAIMED, "attendance", code, "Cán Bộ Một")
    waiting = officer.get(of_unit(world, "/cho-ghi-nhan")).content.decode()
    assert f'value="Cán Bộ Một · {the_unit(world).short_name}"' in waiting  # the one person of that name stands there


def test_the_sheet_leads_to_the_written_address_else_to_that_by_which_its_printer_came(world):
    officer, code = client_of(world.officers[1]), a_code(world)
    address = reverse("join_code", args=(world.season.cluster.slug, world.season.slug, code.public_id))
    assert f"http://localhost/tham-gia/{as_read(code.code)}" in officer.get(address).content.decode()
    write_house_address(address="https://thidua.example.vn", seen_version=1, by=BUILDER, at=NOON, key=a_key())
    assert f"https://thidua.example.vn/tham-gia/{as_read(code.code)}" in officer.get(address).content.decode()


def test_ticked_entries_are_counted_at_once(world):
    code = a_code(world)
    known, new = sent_by(code, "Cán Bộ Một"), sent_by(code, "Trần Thị Mới")
    form = {
        "key": a_key(), "pick": [known.public_id, new.public_id],
        f"person-{known.public_id}": f"Cán Bộ Một · {the_unit(world).short_name}", f"new-{new.public_id}": "on",
    }  # fmt: skip
    page = client_of(world.officers[1]).post(of_unit(world, "/ghi-nhan"), form, follow=True).content.decode()
    assert "Đã ghi nhận 2 lượt." in page
    assert "Không có lượt nào chờ ghi nhận" in page
    assert set(Participation.objects.values_list("state", flat=True)) == {"counted"}
    assert Person.objects.filter(full_name="Trần Thị Mới").exists()


def test_who_works_in_a_part_of_the_unit_stands_in_the_field_as_the_form_reads_it(world):
    room = a_unit_named("Phòng Một", "phong-mot", parent=world.units[1])
    an_actor("Người Ở Phòng", room, PostKind.STAFF)
    one = sent_by(a_code(world), "người ở phòng")
    officer = client_of(world.officers[1])
    form = form_on(officer.get(of_unit(world, "/cho-ghi-nhan")).content, of_unit(world, "/ghi-nhan"))
    assert form[f"person-{one.public_id}"] == "Người Ở Phòng · Phòng Một"
    assert "Đã ghi nhận 1 lượt." in officer.post(of_unit(world, "/ghi-nhan"), form, follow=True).content.decode()


def test_an_entry_of_nobody_is_told_and_what_was_typed_stays(world):
    one = sent_by(a_code(world), "Trần Thị Mới")
    form = {"key": a_key(), "pick": one.public_id, f"person-{one.public_id}": "Ai Đó Khác"}
    answer = client_of(world.officers[1]).post(of_unit(world, "/ghi-nhan"), form)
    assert answer.status_code == 422
    assert 'value="Ai Đó Khác"' in answer.content.decode()
    form[f"person-{one.public_id}"] = ""
    answer = client_of(world.officers[1]).post(of_unit(world, "/ghi-nhan"), form | {"key": a_key()})
    assert "Trần Thị Mới: chọn người trong danh bạ" in answer.content.decode()


def test_ticked_entries_are_refused_with_one_reason(world):
    one = sent_by(a_code(world), "Kẻ Lạ")
    form = {"key": a_key(), "pick": one.public_id, "because": "Không phải người của đơn vị"}
    page = client_of(world.officers[1]).post(of_unit(world, "/khong-ghi-nhan"), form, follow=True).content.decode()
    assert "Không ghi nhận 1 lượt." in page
    page = client_of(world.officers[1]).get(of_unit(world)).content.decode()
    assert "Không phải người của đơn vị" in page


@pytest.mark.parametrize("what", ["unknown", "stopped", "over"])
def test_a_code_that_does_not_work_tells_nothing_of_why(world, what):
    code = a_code(world)
    JoinCode.objects.filter(pk=code.pk).update(
        **{"stopped": {"stopped_at": code.made_at}, "over": {"expires_on": TODAY - timedelta(days=1)}}.get(what, {})
    )
    asked = "AAAA-AAAA" if what == "unknown" else as_read(code.code)
    answer = a_phone().get(f"/tham-gia/{asked}")
    assert answer.status_code == 404
    assert "Mã này không dùng được" in answer.content.decode()
    assert "Ngày pháp luật" not in answer.content.decode()
    assert the_unit(world).name not in answer.content.decode()
    assert a_phone().post(f"/tham-gia/{asked}", typed(world)).status_code == 404
    assert not Participation.objects.exists()


def test_who_guesses_too_often_is_answered_as_for_a_wrong_code(world, monkeypatch):
    monkeypatch.setattr(joining, "MOST_MISSES", 3)
    code = a_code(world)
    assert a_phone().get(f"/tham-gia/{code.code}").status_code == 200
    for guess in ("AAAA-AAAA", "CCCC-CCCC", "DDDD-DDDD"):
        a_phone().get(f"/tham-gia/{guess}")
    assert a_phone().get(f"/tham-gia/{code.code}").status_code == 404
    other = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    assert other.get(f"/tham-gia/{code.code}").status_code == 200


def test_a_machine_that_fills_in_every_field_is_thanked_and_nothing_is_kept(world):
    code = a_code(world)
    answer = a_phone().post(f"/tham-gia/{code.code}", typed(world, website="https://example.com"))
    assert answer.status_code == 302
    assert not Participation.objects.exists()


def test_a_photograph_is_a_photograph_and_is_shown_to_the_unit_alone(world):
    code = a_code(world)
    paper = SimpleUploadedFile("giay.pdf", PDF, "application/pdf")
    answer = a_phone().post(f"/tham-gia/{code.code}", typed(world, photo=paper))
    assert "không phải là ảnh" in answer.content.decode()
    photo = SimpleUploadedFile("anh.png", a_png(), "image/png")
    a_phone().post(f"/tham-gia/{code.code}", typed(world, photo=photo))
    at = room(world, f"/luot/{Participation.objects.get().public_id}/anh")
    assert client_of(world.officers[1]).get(at).status_code == 200
    assert client_of(world.officers[2]).get(at).status_code == 404
    assert a_phone().get(at).status_code == 302


def test_what_a_phone_has_kept_arrives_once(world):
    code = a_code(world)
    form = typed(world)
    for _ in range(2):
        answer = a_phone().post(f"/tham-gia/{code.code}", form, headers={"x-queue": "1"})
        assert answer.json() == {"said": "Đã gửi đơn vị.", "to": f"/tham-gia/{as_read(code.code)}/cam-on"}
    assert Participation.objects.count() == 1


def test_somebody_with_an_account_counts_by_the_code_at_once_and_types_no_name(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    code = a_code(world)
    client = client_of(colleague)
    assert 'name="name"' not in client.get(f"/tham-gia/{code.code}").content.decode()
    page = client.post(f"/tham-gia/{code.code}", typed(world, name=""), follow=True).content.decode()
    assert "Lượt này được tính cho bạn từ bây giờ." in page
    assert Participation.objects.get().person.pk == colleague.person


def test_a_grassroots_person_enters_an_act_sees_it_and_withdraws_it(world):
    client = client_of(an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF))
    form = typed(world, kind="result", campaign="")
    page = client.post(room(world, "/ghi"), form, follow=True).content.decode()
    assert "Đã ghi. Lượt này được tính ngay." in page
    one = Participation.objects.get()
    page = client.post(
        room(world, f"/luot/{one.public_id}/rut"), {"key": a_key(), "because": "Ghi nhầm"}, follow=True
    ).content.decode()
    assert "Đã rút." in page
    assert "Ghi nhầm" in page


def test_the_board_shows_counted_people_beside_declared_ones(world):
    an_own_act(world, world.officers[1], kind=ActKind.REGISTRATION)
    officer = client_of(world.officers[1])
    form = {"key": a_key(), "people": "45", "on": "1/3/2016", "campaign": "", "note": "Báo cáo 12"}
    assert "Đã ghi số đơn vị khai." in officer.post(of_unit(world, "/khai"), form, follow=True).content.decode()
    assert DeclaredTotal.objects.get().people == 45
    sheet = openpyxl.load_workbook(io.BytesIO(officer.get(room(world, "/bang.xlsx")).content)).active
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == the_unit(world).name)
    assert row[1:10] == (1, 1, 0, 0, 0, 1, 1, 0, 45)
    page = client_of(world.officers[2]).get(room(world)).content.decode()
    assert "45 <small>đến 1/3/2016</small>" in page


@pytest.mark.parametrize("people", ["-1", "2,5", "nhiều"])
def test_a_declared_total_is_a_number_of_people(world, people):
    form = {"key": a_key(), "people": people, "on": "1/3/2016", "campaign": ""}
    assert client_of(world.officers[1]).post(of_unit(world, "/khai"), form).status_code == 422


def test_another_unit_sees_sums_and_no_names(world):
    an_own_act(world, an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF))
    other = client_of(world.officers[2])
    assert other.get(room(world)).status_code == 200
    assert "Người Cơ Sở" not in other.get(room(world)).content.decode()
    answer = other.get(of_unit(world))
    assert answer.status_code == 422
    assert "Người Cơ Sở" not in answer.content.decode()


def test_a_typed_code_leads_to_its_form(world):
    code = a_code(world)
    assert a_phone().get("/tham-gia").status_code == 200
    answer = a_phone().get("/tham-gia", {"ma": f" {as_read(code.code).lower()} "})
    assert answer.headers["Location"] == f"/tham-gia/{as_read(code.code)}"
