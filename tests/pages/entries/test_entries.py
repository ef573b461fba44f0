"""Pages of entries on behalf: the list, one entry, the unit's word and the secretariat's answer."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.files import PDF
from tests.factories.seasons import A_PAPER, NOON, a_key, a_season_registering, figures_for
from tests.pages.clients import client_of
from thidua.core.workflow.on_behalf import EntryState
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.files.steps import keep_file
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf

pytestmark = pytest.mark.django_db

WRONG = "Tỷ lệ đúng hạn năm trước là 92 %, không phải 90 %."


def enter(world, place):
    sheet = world.sheet(place)
    enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )
    return entry_on_behalf_of(sheet)


@pytest.fixture
def world():
    return a_season_registering(members=3)


@pytest.fixture
def entry(world):
    return enter(world, 1)


def base(entry):
    return f"/nhap-thay/{entry.public_id}"


def post(client, entry, act, **typed):
    return client.post(f"{base(entry)}/{act}", {"key": a_key(), **typed}, follow=False)


def state(entry):
    entry.refresh_from_db()
    return EntryState(entry.state)


def test_the_page_names_paper_signer_and_who_typed_and_leads_to_the_figures(world, entry):
    page = client_of(world.officers[1]).get(base(entry)).content.decode()

    for text in ("Bản đăng ký thi đua", "12/STP-VP", "Nguyễn Thị Thắm", "Thư Ký Một", "nội dung giao ước"):
        assert text in page
    assert f"/dang-ky/{world.units[1].slug}" in page
    assert "Xác nhận đúng" in page
    assert "Trả lời đơn vị" not in page


def test_the_sheet_says_that_it_was_entered_on_behalf_and_where_to_confirm_it(world, entry):
    address = f"/cum-thu/nam-2016/khoi/dang-ky/{world.units[1].slug}"

    page = client_of(world.officers[1]).get(address).content.decode()

    assert f'<a href="{base(entry)}">Xác nhận hoặc không đồng ý</a>' in page
    others = client_of(world.secretary).get(address).content.decode()
    assert f'<a href="{base(entry)}">Xem mục nhập thay</a>' in others


def test_a_unit_confirms_with_one_press(world, entry):
    answer = post(client_of(world.officers[1]), entry, "xac-nhan")

    assert (answer.status_code, answer.url) == (303, base(entry))
    assert state(entry) is EntryState.CONFIRMED_BY_UNIT


def test_a_dispute_is_marked_wherever_the_figures_stand(world, entry):
    officer = client_of(world.officers[1])

    assert post(officer, entry, "khong-dong-y", dispute=WRONG).status_code == 303

    sheet = officer.get(f"/cum-thu/nam-2016/khoi/dang-ky/{world.units[1].slug}").content.decode()
    assert f"Đơn vị không đồng ý: {WRONG}" in sheet
    assert "đơn vị không đồng ý" in client_of(world.secretary).get("/nhap-thay/").content.decode()


def test_a_dispute_without_a_reason_is_refused_on_the_same_page(world, entry):
    answer = post(client_of(world.officers[1]), entry, "khong-dong-y", dispute=" ")

    assert answer.status_code == 422
    assert "Ghi rõ số liệu nào không đúng" in answer.content.decode()
    assert state(entry) is EntryState.STANDING


def test_the_secretariat_upholds_with_a_reason(world, entry):
    post(client_of(world.officers[1]), entry, "khong-dong-y", dispute=WRONG)
    secretary = client_of(world.secretary)
    assert "Chưa có số liệu nào mới hơn ý kiến của đơn vị" in secretary.get(base(entry)).content.decode()

    answer = post(secretary, entry, "tra-loi", outcome="upheld", answer="Văn bản 12/STP-VP ghi 90 %.")

    assert answer.status_code == 303
    assert state(entry) is EntryState.CONFIRMED
    assert "Văn bản 12/STP-VP ghi 90 %." in client_of(world.officers[1]).get(base(entry)).content.decode()


def test_an_answer_that_is_refused_keeps_what_was_typed(world, entry):
    post(client_of(world.officers[1]), entry, "khong-dong-y", dispute=WRONG)

    answer = post(client_of(world.secretary), entry, "tra-loi", outcome="replaced", answer="Theo công văn 41")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nhập đính chính hoặc nhập lại trước" in page
    assert "Theo công văn 41</textarea>" in page
    assert state(entry) is EntryState.DISPUTED


def test_pressed_twice_it_is_one_dispute(world, entry):
    officer, key = client_of(world.officers[1]), a_key()

    answers = [
        officer.post(f"{base(entry)}/khong-dong-y", {"key": key, "dispute": WRONG}).status_code for _twice in range(2)
    ]

    assert answers == [303, 303]
    assert state(entry) is EntryState.DISPUTED


def test_another_unit_may_read_but_not_speak_and_a_stranger_finds_nothing(world, entry):
    neighbour, stranger = client_of(world.officers[2]), client_of(world.outsider)

    assert "Xác nhận đúng" not in neighbour.get(base(entry)).content.decode()
    assert post(neighbour, entry, "xac-nhan").status_code == 422
    assert stranger.get(base(entry)).status_code == 404
    assert stranger.get("/nhap-thay/khong-co").status_code == 404
    assert state(entry) is EntryState.STANDING


def test_the_list_is_narrowed_by_state(world, entry):
    other = enter(world, 2)
    post(client_of(world.officers[2]), other, "khong-dong-y", dispute=WRONG)
    secretary = client_of(world.secretary)

    everything, disputed = (
        secretary.get(f"/nhap-thay/{asked}").content.decode() for asked in ("", "?loc=khong-dong-y")
    )

    assert base(entry) in everything
    assert base(other) in everything
    assert base(entry) not in disputed
    assert base(other) in disputed
    assert "1 mục đơn vị không đồng ý đang chờ trả lời." in everything


def test_a_list_of_three_takes_as_many_queries_as_a_list_of_one(world, entry):
    secretary = client_of(world.secretary)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert secretary.get("/nhap-thay/").status_code == 200
        return len(asked)

    of_one = queries()
    enter(world, 0)
    enter(world, 2)

    assert (of_one, queries()) == (7, 7)


def test_the_scan_is_read_by_who_reads_the_entry_and_nobody_else(world, tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    sheet = world.sheet(1)
    scan = keep_file(name="đăng ký.pdf", content=PDF, at=NOON)
    paper = replace(A_PAPER, file=scan)
    enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet), paper=paper, by=world.secretary, at=NOON, key=a_key()
    )
    address = f"{base(entry_on_behalf_of(sheet))}/ban-quet"

    assert b"".join(client_of(world.officers[1]).get(address).streaming_content) == PDF
    assert client_of(world.outsider).get(address).status_code == 404


def test_an_entry_without_a_scan_has_none_to_show(world, entry):
    assert client_of(world.officers[1]).get(f"{base(entry)}/ban-quet").status_code == 404


def test_english_readers_get_it_in_english(world, entry):
    page = client_of(world.officers[1], language="en").get(base(entry)).content.decode()
    assert "Entered on behalf" in page
    assert "Confirm" in page


def test_the_list_is_narrowed_by_unit_number_and_kind(world, entry):
    other = enter(world, 2)
    client = client_of(world.secretary)

    def listed(**asked):
        page = client.get("/nhap-thay/", asked).content.decode()
        return {one for one in (entry, other) if f'href="/nhap-thay/{one.public_id}"' in page}

    assert listed() == {entry, other}
    assert listed(tim=world.units[2].name) == {other}
    assert listed(tim=A_PAPER.number) == {entry, other}
    assert listed(loai="noi-dung") == {entry, other}
    assert listed(loai="bao-cao") == set()
    assert listed(loai="khong-co-loai-nay") == {entry, other}
