"""The list of notices: whose they are, reading them, and the way to where they are acted on."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.seasons import A_PAPER, NOON, a_key, a_season_registering, figures_for
from tests.pages.clients import client_of
from thidua.core.answer import Sentence
from thidua.records.desk.models import Notice, NoticeRead
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.desk.steps.notices import notify
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_season_registering(members=2)


@pytest.fixture
def notice(world):
    sheet = world.sheet(1)
    enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )
    return Notice.objects.get(unit=world.units[1])


def test_the_unit_reads_what_was_entered_for_it_and_opens_the_place_to_confirm_it(world, notice):
    officer = client_of(world.officers[1])
    page = officer.get("/thong-bao/").content.decode()
    assert "1 thông báo chưa đọc." in page
    assert "đã nhập thay đơn vị theo Bản đăng ký thi đua số 12/STP-VP" in page

    opened = officer.post(f"/thong-bao/{notice.public_id}/mo")

    entry = entry_on_behalf_of(world.sheet(1))
    assert (opened.status_code, opened.url) == (303, f"/nhap-thay/{entry.public_id}")
    assert "Đã đọc hết." in officer.get("/thong-bao/").content.decode()


def test_each_account_has_its_own_reading(world, notice):
    client_of(world.officers[1]).post(f"/thong-bao/{notice.public_id}/mo")

    assert "1 thông báo chưa đọc." in client_of(world.leaders[1]).get("/thong-bao/").content.decode()


def test_all_are_marked_as_read_at_once(world, notice):
    officer = client_of(world.officers[1])

    assert officer.post("/thong-bao/da-doc").status_code == 303

    assert NoticeRead.objects.filter(account=world.officers[1].account).count() == 1
    assert "Đã đánh dấu đã đọc." in officer.get("/thong-bao/").content.decode()


def test_a_notice_of_another_unit_is_not_there(world, notice):
    neighbour = client_of(world.officers[0])

    assert "Chưa có thông báo nào" in neighbour.get("/thong-bao/").content.decode()
    assert neighbour.post(f"/thong-bao/{notice.public_id}/mo").status_code == 404
    assert NoticeRead.objects.count() == 0


def test_a_notice_without_a_place_leads_back_to_the_list(world):
    told = Sentence("notice.entry_upheld", number="12/STP-VP")
    notify(world.units[1], told, at=NOON)
    notice = Notice.objects.get()

    assert client_of(world.officers[1]).post(f"/thong-bao/{notice.public_id}/mo").url == "/thong-bao/"


def test_a_list_of_three_takes_as_many_queries_as_a_list_of_one(world, notice):
    officer = client_of(world.officers[1])

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert officer.get("/thong-bao/").status_code == 200
        return len(asked)

    of_one = queries()
    for _twice in range(2):
        notify(world.units[1], Sentence("notice.entry_upheld", number="12/STP-VP"), at=NOON)

    assert (of_one, queries()) == (6, 6)
