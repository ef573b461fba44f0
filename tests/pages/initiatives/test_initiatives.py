"""Pages of initiatives: written in two steps, signed, received one by one or many at once, taken away."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import a_png
from tests.factories.results import a_season_of_results
from tests.factories.seasons import a_key, an_actor
from tests.factories.stories import a_signed_initiative, a_submitted_initiative, an_initiative
from tests.pages.clients import client_of
from thidua.core.actor import PostKind
from thidua.core.workflow.initiatives import InitiativeState
from thidua.records.results.models import Initiative

pytestmark = pytest.mark.django_db
S = InitiativeState


@pytest.fixture(autouse=True)
def june_2016(settings):
    settings.DEMO_DAY = date(2016, 6, 20)


@pytest.fixture
def world():
    return a_season_of_results()


def room(world):
    return f"/{world.season.cluster.slug}/{world.season.slug}/sang-kien"


def at(world, initiative, more=""):
    return f"{room(world)}/{initiative.public_id}{more}"


def a_form(world, **other):
    return {
        "key": a_key(), "unit": world.units[1].slug, "title": "Lịch theo chợ phiên", "field": "1",
        "authors": "Cán Bộ Một 60\nNguyễn Văn An, 40 %", "applied_on": "1/3/2016", "description": "Theo phiên chợ",
        "benefit": "Tăng 40 %", "shown_number": "12/BC", "shown_dated_on": "2/5/2016",
    } | other  # fmt: skip


def test_a_colleague_saves_a_draft_and_submits_it_later_from_a_phone(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    client = client_of(colleague)
    bare = a_form(world, authors="", description="", benefit="", applied_on="", shown_number="", shown_dated_on="")
    assert "Đã lưu sáng kiến." in client.post(f"{room(world)}/moi", bare, follow=True).content.decode()
    draft = Initiative.objects.get()
    answer = client.post(
        at(world, draft, "/sua"), a_form(world, version="1", submit="1", shown_number="", shown_dated_on="")
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Thêm ít nhất một minh chứng" in page
    assert "Cán Bộ Một 60" in page  # what was typed is saved, though it cannot be submitted yet
    photograph = SimpleUploadedFile("anh.png", a_png(), "image/png")
    form = a_form(world, version="2", submit="1", shown_number="", shown_dated_on="", shown_file=photograph)
    page = client.post(at(world, draft, "/sua"), form, follow=True).content.decode()
    assert "Đã nộp. Lãnh đạo đơn vị xem và ký." in page
    draft.refresh_from_db()
    assert draft.at_state is S.SUBMITTED
    assert [(one.name, one.share_percent, one.person_id is not None) for one in draft.authors.all()] == [
        ("Cán Bộ Một", 60, True), ("Nguyễn Văn An", 40, False),
    ]  # fmt: skip


def test_lines_of_authors_that_cannot_be_read_are_told_one_by_one(world):
    client = client_of(world.officers[1])
    answer = client.post(f"{room(world)}/moi", a_form(world, authors="Nguyễn Văn An\nLê Thị Hoa 120"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Dòng “Nguyễn Văn An”: ghi họ tên rồi phần đóng góp" in page
    answer = client.post(f"{room(world)}/moi", a_form(world, authors="Lê Thị Hoa 120"))
    assert "Lê Thị Hoa: phần đóng góp từ 1 đến 100 %." in answer.content.decode()
    assert "Lê Thị Hoa 120</textarea>" in answer.content.decode()


def test_the_leader_signs_or_returns_on_its_page_and_among_all_that_waits(world):
    first, second = a_submitted_initiative(world), a_submitted_initiative(world, title="Sổ minh chứng")
    leader = client_of(world.leaders[1])
    page = leader.post(at(world, first, "/tra-lai"), {"key": a_key(), "remark": "Nêu số liệu"}, follow=True)
    assert "Lãnh đạo trả lại:" in page.content.decode()
    waiting = leader.get("/ky-nhieu").content.decode()
    assert "Sổ minh chứng" in waiting
    form = {"key": a_key(), "pick": f"initiative:{second.public_id}:{second.version}"}
    assert leader.post("/ky-nhieu/ky", form).status_code == 303
    second.refresh_from_db()
    assert second.at_state is S.SIGNED


def test_the_secretary_receives_what_is_ticked(world):
    signed = [a_signed_initiative(world, place) for place in (1, 2)]
    secretary = client_of(world.secretary)
    assert b'name="pick"' in secretary.get(room(world)).content
    refused = secretary.post(f"{room(world)}/tiep-nhan", {"key": a_key()})
    assert refused.status_code == 422
    form = {"key": a_key(), "pick": [one.public_id for one in signed]}
    page = secretary.post(f"{room(world)}/tiep-nhan", form, follow=True).content.decode()
    assert "Đã tiếp nhận và báo đơn vị." in page
    assert {one.number for one in Initiative.objects.all()} == {1, 2}
    assert b'name="pick"' not in client_of(world.officers[1]).get(room(world)).content


def test_a_request_on_paper_is_entered_for_a_unit(world):
    form = a_form(
        world, other_unit=world.units[2].code, authors="Lê Văn Tám 100", paper_source="Đơn đề nghị",
        paper_number="40/STP", paper_dated_on="3/5/2016", paper_signer="Nguyễn Thị Thắm", paper_title="Giám đốc",
    )  # fmt: skip
    page = client_of(world.secretary).post(f"{room(world)}/nhap-thay", form, follow=True).content.decode()
    assert "Nhập thay theo" in page
    assert Initiative.objects.get().at_state is S.SIGNED
    assert client_of(world.officers[1]).get(f"{room(world)}/nhap-thay").status_code == 422


def test_more_than_a_year_after_it_was_applied_the_page_warns_and_refuses_nothing(world):
    old = a_signed_initiative(world, applied_on=date(2015, 4, 10))
    page = client_of(world.secretary).get(at(world, old)).content.decode()
    assert "Đã quá một năm kể từ ngày áp dụng lần đầu (hạn 10/4/2016)." in page
    fresh = a_signed_initiative(world)
    assert "Đã quá một năm" not in client_of(world.secretary).get(at(world, fresh)).content.decode()


def test_the_workbook_holds_what_the_list_shows(world):
    an_initiative(world, title="Bản nháp")
    a_signed_initiative(world)
    answer = client_of(world.secretary).get(f"{room(world)}/bang.xlsx?trang-thai=signed")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.getvalue())).active
    cells = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    [row] = [row for row in cells if "Lịch trợ giúp pháp lý lưu động theo chợ phiên" in row]
    assert "Tác Giả 1 60 %; Tác Giả 2 40 %" in row
    assert "lãnh đạo đã ký" in row
    assert not any("Bản nháp" in row for row in cells)


def test_a_paper_put_beside_by_mistake_is_withdrawn(world):
    draft = an_initiative(world)
    paper = draft.papers.get()
    client = client_of(world.officers[1])
    page = client.post(at(world, draft, f"/minh-chung/{paper.public_id}/rut"), {"key": a_key()}, follow=True)
    assert "<s lang=" in page.content.decode()
    paper.refresh_from_db()
    assert paper.withdrawn_at is not None


def test_a_submitted_one_is_taken_back(world):
    one = a_submitted_initiative(world)
    page = client_of(world.officers[1]).post(at(world, one, "/rut-lai"), {"key": a_key()}, follow=True)
    assert "Đã rút về để sửa." in page.content.decode()
