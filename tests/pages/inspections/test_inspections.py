"""Pages of inspections: a round written on one page, findings from a form, minutes on paper, points closed."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import a_png
from tests.factories.inspections import (
    DUE,
    a_finding,
    a_planned_inspection,
    a_reported_visit,
    a_season_inspected,
    an_agreed_visit,
)
from tests.factories.results import a_season_of_results
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from thidua.core.workflow.inspecting import Outcome, PlanState, VisitState
from thidua.records.results.models import Inspection

pytestmark = pytest.mark.django_db
A_SOURCE = {
    "paper_source": "Biên bản kiểm tra", "paper_number": "01/BB", "paper_dated_on": "12/5/2016",
    "paper_signer": "Nguyễn Thị Thắm", "paper_title": "Giám đốc",
}  # fmt: skip


@pytest.fixture(autouse=True)
def may_2016(settings):
    settings.DEMO_DAY = date(2016, 5, 12)


@pytest.fixture
def inspected():
    return a_season_inspected()


def base(world):
    return f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/kiem-tra"


def at(world, visit, more=""):
    return f"{base(world)}/luot/{visit.public_id}{more}"


def a_form(world, **other):
    """One team of unit 1 that visits unit 2."""
    form = {
        "key": a_key(), "name": "Kiểm tra chéo đợt 2", "from_on": "16/5/2016", "until_on": "20/5/2016",
        "content": ["1"], "own": "Sổ theo dõi\n\nMinh chứng", "teams": "3", "visits": "4",
        "leader-0": "Lãnh Đạo B", "members-0": f"Cán Bộ Một, {world.units[1].short_name}",
        "unit-0": world.units[2].code, "team-0": "1", "on-0": "17/5/2016", "place-0": "Trụ sở",
    }  # fmt: skip
    return form | other


def test_a_round_is_written_on_one_page_and_then_announced():
    world = a_season_of_results(4)
    secretary = client_of(world.secretary)
    answer = secretary.post(f"{base(world)}/lap", a_form(world), follow=True)
    page = answer.content.decode()
    assert "Các đơn vị chưa biết cho đến khi thông báo." in page
    planned = Inspection.objects.get()
    assert [one.text for one in planned.contents.all()] == ["Hoàn thành nhiệm vụ", "Sổ theo dõi", "Minh chứng"]
    assert planned.teams.get().members.count() == 2

    form = secretary.get(f"{base(world)}/{planned.public_id}/sua").content.decode()
    assert f'value="Lãnh Đạo B · {world.units[1].short_name}"' in form
    answer = secretary.post(f"{base(world)}/{planned.public_id}/thong-bao", {"key": a_key()}, follow=True)
    assert "Đã thông báo cho các đơn vị và các đoàn." in answer.content.decode()
    planned.refresh_from_db()
    assert planned.at_state is PlanState.OPEN


def test_a_refused_plan_says_who_stands_in_the_way_and_keeps_every_row():
    world = a_season_of_results(4)
    form = a_form(
        world, **{"leader-1": "Lãnh Đạo C", "unit-1": world.units[1].code, "team-1": "2", "on-1": "18/5/2016"}
    )
    answer = client_of(world.secretary).post(f"{base(world)}/lap", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"Lãnh Đạo C là người của {world.units[2].short_name}" in page
    assert "hai đơn vị không kiểm tra lẫn nhau" in page
    assert 'value="Lãnh Đạo C"' in page
    assert 'value="18/5/2016"' in page
    assert not Inspection.objects.exists()


def test_names_that_nobody_has_are_told_with_every_other_fault():
    world = a_season_of_results(4)
    form = a_form(world, **{"leader-0": "Người Lạ Hoắc", "unit-0": "Sở Nào Đó", "on-0": "hôm qua", "name": ""})
    page = client_of(world.secretary).post(f"{base(world)}/lap", form).content.decode()
    for text in ("Thiếu “Tên đợt”", "Người Lạ Hoắc", "Sở Nào Đó", "“hôm qua” không phải là ngày"):
        assert text in page, text


def test_more_rows_are_given_without_saving():
    world = a_season_of_results(4)
    page = client_of(world.secretary).post(f"{base(world)}/lap", a_form(world, more="1"))
    assert page.status_code == 200
    assert b'name="unit-13"' in page.content
    assert not Inspection.objects.exists()


def test_a_finding_comes_from_the_form_with_its_photograph(inspected):
    world, visit = inspected
    client = client_of(world.officers[1])
    content = visit.inspection.contents.first()
    form = {
        "key": a_key(), "content": content.public_id, "outcome": "mend", "text": "Thiếu biên bản",
        "due_on": "10/6/2016", "photo-1": SimpleUploadedFile("anh.png", a_png(), "image/png"),
    }  # fmt: skip
    page = client.post(at(world, visit, "/ghi"), form, follow=True).content.decode()
    assert "Đã ghi phát hiện." in page
    assert "Khắc phục trước hết ngày 10/6/2016" in page
    finding = visit.findings.get()
    beside = finding.files.get()
    answer = client.get(at(world, visit, f"/phat-hien/{finding.public_id}/tep/{beside.public_id}"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")


def test_the_script_of_the_phone_gets_the_sentence_alone_and_a_second_sending_the_same(inspected):
    world, visit = inspected
    client = client_of(world.officers[1])
    form = {
        "key": a_key(), "content": visit.inspection.contents.first().public_id, "outcome": "met", "text": "Đủ",
    }  # fmt: skip
    for _ in range(2):
        answer = client.post(at(world, visit, "/ghi"), form, headers={"X-Queue": "1"})
        assert json.loads(answer.content) == {"said": "Đã ghi phát hiện."}
    assert visit.findings.count() == 1
    refused = client.post(at(world, visit, "/ghi"), form | {"key": a_key(), "text": ""}, headers={"X-Queue": "1"})
    assert refused.status_code == 422
    assert b"data-refusal" in refused.content


def test_a_refused_finding_keeps_what_was_written(inspected):
    world, visit = inspected
    form = {
        "key": a_key(), "content": visit.inspection.contents.first().public_id, "outcome": "mend",
        "text": "Thiếu biên bản", "due_on": "1/5/2016",
    }  # fmt: skip
    answer = client_of(world.officers[1]).post(at(world, visit, "/ghi"), form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "phải có hạn, sau ngày kiểm tra 10/5/2016" in page
    assert "Thiếu biên bản</textarea>" in page
    assert 'value="mend" checked' in page


def test_minutes_go_from_the_leader_of_the_team_to_the_unit(inspected):
    world, visit = inspected
    for content in (0, 1):
        a_finding(world, visit, content)
    team, unit = client_of(world.leaders[1]), client_of(world.leaders[2])
    answer = team.post(
        at(world, visit, "/bien-ban/ky"), {"key": a_key(), "conclusion": "Đơn vị làm tốt", "findings": "2"}, follow=True
    )
    assert "Đã ký biên bản. Đơn vị được báo để ký." in answer.content.decode()
    page = unit.get(at(world, visit, "/bien-ban")).content.decode()
    assert "BIÊN BẢN KIỂM TRA CHÉO" in page
    assert "Đơn vị làm tốt" in page
    answer = unit.post(
        at(world, visit, "/bien-ban/y-kien"), {"key": a_key(), "answer": "agrees", "remark": ""}, follow=True
    )
    assert "(đã ký)" in answer.content.decode()
    visit.refresh_from_db()
    assert visit.at_state is VisitState.AGREED


def test_the_secretariat_enters_the_units_word_from_paper(inspected):
    world, visit = inspected
    a_reported_visit(world, visit)
    form = {"key": a_key(), "answer": "remarks", "remark": "Số cuộc ghi thiếu", **A_SOURCE}
    page = client_of(world.secretary).post(at(world, visit, "/bien-ban/nhap-thay"), form, follow=True).content.decode()
    assert "Nhập thay theo" in page
    assert "Số cuộc ghi thiếu" in page


def test_a_point_is_answered_by_the_unit_and_closed_by_the_team(inspected):
    world, visit = inspected
    point = an_agreed_visit(world, visit)
    address = at(world, visit, f"/phat-hien/{point.public_id}")
    unit, team = client_of(world.officers[2]), client_of(world.officers[1])
    refused = unit.post(f"{address}/tra-loi", {"key": a_key(), "text": "Đã bổ sung", "shown_number": "45/BC"})
    assert refused.status_code == 422
    assert "Đã bổ sung</textarea>" in refused.content.decode()
    form = {"key": a_key(), "text": "Đã bổ sung", "shown_number": "45/BC", "shown_dated_on": "11/5/2016"}
    assert "Đã gửi trả lời" in unit.post(f"{address}/tra-loi", form, follow=True).content.decode()
    page = team.get(address).content.decode()
    assert "45/BC" in page
    answer = team.post(f"{address}/khep", {"key": a_key(), "reply": "Đủ"}, follow=True)
    assert "Đã khép điểm này" in answer.content.decode()


def test_other_units_see_no_visit_before_the_round_is_closed_and_then_the_table_only(inspected):
    world, visit = inspected
    a_reported_visit(world, visit)
    other, secretary = client_of(world.officers[3]), client_of(world.secretary)
    address = f"{base(world)}/{visit.inspection.public_id}"
    page = other.get(address).content.decode()
    assert "Bảng tổng hợp mở cho mọi đơn vị khi đợt kiểm tra kết thúc." in page
    assert world.units[2].short_name not in page
    assert other.get(f"{address}/bang.xlsx").status_code == 404
    assert secretary.post(f"{address}/ket-thuc", {"key": a_key()}).status_code == 303
    page = other.get(address).content.decode()
    assert world.units[2].short_name in page
    assert at(world, visit) not in page
    assert other.get(at(world, visit)).status_code == 404
    assert other.get(f"{address}/bang.xlsx").status_code == 200


def test_a_draft_is_nothing_to_the_units(inspected):
    world, _visit = inspected
    draft = a_planned_inspection(world, ([world.leaders[3]], [1]))
    assert client_of(world.officers[1]).get(f"{base(world)}/{draft.public_id}").status_code == 404
    page = client_of(world.officers[1]).get(f"/{world.season.cluster.slug}/{world.season.slug}/kiem-tra")
    assert draft.public_id not in page.content.decode()


def test_the_board_says_what_is_overdue(inspected, settings):
    world, visit = inspected
    an_agreed_visit(world, visit)
    address = f"{base(world)}/{visit.inspection.public_id}"
    assert "quá hạn" not in client_of(world.head).get(address).content.decode()
    settings.DEMO_DAY = date(2016, 6, 11)
    assert DUE < settings.DEMO_DAY
    assert "1, quá hạn 1" in client_of(world.head).get(address).content.decode()


def test_people_of_a_team_are_changed_with_a_reason(inspected):
    world, visit = inspected
    address = f"{base(world)}/{visit.inspection.public_id}/doan/1"
    secretary = client_of(world.secretary)
    assert b"L\xc3\xa3nh \xc4\x90\xe1\xba\xa1o B" in secretary.get(address).content
    form = {"key": a_key(), "leader": "Lãnh Đạo D", "members": "", "because": "Đồng chí đi học"}
    assert "Đã đổi đoàn kiểm tra." in secretary.post(address, form, follow=True).content.decode()
    assert client_of(world.leaders[1]).get(at(world, visit)).status_code == 404
    assert client_of(world.leaders[3]).get(at(world, visit)).status_code == 200


def test_a_visit_is_moved_and_another_cancelled_from_its_page(inspected):
    world, visit = inspected
    secretary = client_of(world.secretary)
    page = secretary.post(at(world, visit, "/doi-ngay"), {"key": a_key(), "to": "19/5/2016", "place": ""}, follow=True)
    assert "Ngày 19/5/2016" in page.content.decode()
    page = secretary.post(at(world, visit, "/huy"), {"key": a_key(), "because": "Bão số 1"}, follow=True)
    assert "Không kiểm tra: Bão số 1" in " ".join(page.content.decode().split())


def test_a_finding_noted_by_mistake_is_withdrawn_and_stays_to_be_read(inspected):
    world, visit = inspected
    finding = a_finding(world, visit, 1, Outcome.MEND, text="Ghi nhầm đơn vị")
    client = client_of(world.officers[1])
    page = client.post(at(world, visit, f"/phat-hien/{finding.public_id}/rut"), {"key": a_key()}, follow=True)
    assert "1 phát hiện đã rút" in page.content.decode()
    assert "Ghi nhầm đơn vị" in page.content.decode()
