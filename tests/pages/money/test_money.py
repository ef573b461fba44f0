"""Pages of a conference's money: an estimate typed as rows, approved by the head, kept, settled, read by the units."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tests.factories.conferences import a_held_conference, an_invited_conference
from tests.factories.files import PDF
from tests.factories.money import (
    a_receipt,
    a_submitted_estimate,
    an_approved_estimate,
    an_estimate,
    asked,
    closed,
    settled,
    share_of,
    some_money,
)
from tests.factories.seasons import TODAY, a_key, a_season
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.base.days import local_day
from thidua.core.workflow.budgeting import BudgetState
from thidua.documents.official.values import day_in_words
from thidua.records.councils.models import Budget, Receipt, Spending

pytestmark = pytest.mark.django_db
MONEY = "/cum-thu/hoi-nghi/hn/kinh-phi"


@pytest.fixture(autouse=True)
def march_2016(settings):
    settings.DEMO_DAY = TODAY


@pytest.fixture
def world():
    return a_season()


def text(answer):
    return answer.content.decode()


def a_line(n, group, item, unit, quantity, price):
    return {
        f"group-{n}": group, f"item-{n}": item, f"unit-{n}": unit, f"quantity-{n}": quantity, f"price-{n}": price,
    }  # fmt: skip


def test_an_estimate_is_typed_as_rows_and_read_by_groups(world):
    an_invited_conference(world)
    secretary = client_of(world.secretary)
    assert "Chưa có dự toán" in text(secretary.get(MONEY))
    form = form_on(secretary.get(f"{MONEY}/du-toan").content, "")
    form |= a_line(0, "Hội trường", "Thuê màn hình", "ngày", "1,5", "2.000.000")
    form |= a_line(1, "Đại biểu", "Ăn trưa", "suất", "40", "150000 đ")
    assert secretary.post(f"{MONEY}/du-toan", form).status_code == 303
    page = text(secretary.get(MONEY))
    assert "3.000.000" in page
    assert "9.000.000\xa0đ" in page


def test_bad_sums_are_told_with_line_and_way_to_mend_and_nothing_typed_is_lost(world):
    an_invited_conference(world)
    secretary = client_of(world.secretary)
    form = form_on(secretary.get(f"{MONEY}/du-toan").content, "")
    form |= a_line(0, "Hội trường", "Thuê màn hình", "", "1,5", "hai triệu")
    answer = secretary.post(f"{MONEY}/du-toan", form)
    assert answer.status_code == 422
    assert "Dòng 1, Đơn giá: “hai triệu” không phải số tiền" in text(answer)
    assert "Dòng 1, Đơn vị tính" in text(answer)
    assert "Thuê màn hình" in text(answer)
    assert not Budget.objects.exists()


def test_of_two_who_write_the_second_reads_what_the_first_has_left(world):
    an_estimate(world, an_invited_conference(world))
    first, second = client_of(world.secretary), client_of(world.head)
    forms = [form_on(one.get(f"{MONEY}/du-toan").content, "") for one in (first, second)]
    assert first.post(f"{MONEY}/du-toan", forms[0] | {"price-1": "400.000"}).status_code == 303
    answer = second.post(f"{MONEY}/du-toan", forms[1] | {"price-1": "450.000", "note-0": "cả tập dượt"})
    assert answer.status_code == 422
    assert "400.000" in text(answer)
    chosen = form_on(answer.content, "") | {"choose-price-1": "theirs", "key": a_key()}
    assert second.post(f"{MONEY}/du-toan", chosen).status_code == 303
    lines = list(Budget.objects.get().lines.values_list("price_dong", "note"))
    assert lines == [(2_000_000, "cả tập dượt"), (400_000, ""), (150_000, "cả khách mời")]


def test_the_head_approves_what_the_secretary_submits(world):
    budget = a_submitted_estimate(world, an_invited_conference(world))
    head, secretary = client_of(world.head), client_of(world.secretary)
    assert "Duyệt dự toán" not in text(secretary.get(MONEY))
    form = form_on(head.get(MONEY).content, f"{MONEY}/duyet")
    assert head.post(f"{MONEY}/duyet", form).status_code == 303
    budget.refresh_from_db()
    assert budget.at_state is BudgetState.APPROVED
    assert "Điều chỉnh dự toán" in text(secretary.get(MONEY))


def test_what_is_returned_needs_a_reason_and_the_secretary_reads_it(world):
    a_submitted_estimate(world, an_invited_conference(world))
    head = client_of(world.head)
    form = form_on(head.get(MONEY).content, f"{MONEY}/tra-lai") | {"because": "Bớt hoa"}
    assert head.post(f"{MONEY}/tra-lai", form | {"because": ""}).status_code == 422
    assert head.post(f"{MONEY}/tra-lai", form | {"version": "1"}).status_code == 422
    assert head.post(f"{MONEY}/tra-lai", form).status_code == 303
    assert "Bớt hoa" in text(client_of(world.secretary).get(MONEY))


def test_an_amendment_shows_beside_what_was_approved(world):
    an_approved_estimate(world, an_invited_conference(world))
    secretary = client_of(world.secretary)
    form = form_on(secretary.get(MONEY).content, f"{MONEY}/dieu-chinh") | {"because": "Thêm khách"}
    assert secretary.post(f"{MONEY}/dieu-chinh", form).headers["Location"] == f"{MONEY}/du-toan"
    form = form_on(secretary.get(f"{MONEY}/du-toan").content, "")
    assert secretary.post(f"{MONEY}/du-toan", form | {"quantity-2": "50"}).status_code == 303
    page = text(secretary.get(MONEY))
    assert "Điều chỉnh lần 1" in page
    assert "đã duyệt 6.000.000" in page


def test_units_are_asked_and_what_comes_is_entered(world):
    budget = an_approved_estimate(world, an_invited_conference(world))
    secretary = client_of(world.secretary)
    form = form_on(secretary.get(f"{MONEY}/dong-gop").content, "")
    assert form["dong"] == "3.240.000"  # a third of the estimate, up to a full ten thousand
    assert secretary.post(f"{MONEY}/dong-gop", form | {"dong": "3.300.000", "by": "9/3/2016"}).status_code == 303
    at = f"{MONEY}/dong-gop/{share_of(world, budget).public_id}"
    assert at in text(secretary.get(f"{MONEY}/dong-gop?loc=con-thieu"))
    form = form_on(secretary.get(at).content, f"{at}/thu") | {"number": "PT01", "on": "4/3/2016", "dong": "3.300.000"}
    assert secretary.post(f"{at}/thu", form).status_code == 303
    assert at not in text(secretary.get(f"{MONEY}/dong-gop?loc=con-thieu"))
    receipt = Receipt.objects.get()
    withdrawn = {"key": a_key(), "because": "Nhầm đơn vị"}
    assert secretary.post(f"{at}/thu/{receipt.public_id}", withdrawn).status_code == 303
    assert "Nhầm đơn vị" in text(secretary.get(at))


def test_a_unit_reads_what_it_was_asked_and_paid_and_nothing_of_the_others(world):
    budget = asked(world, an_approved_estimate(world, an_invited_conference(world)))
    a_receipt(world, budget, 1, 1_000_000)
    page = text(client_of(world.officers[1]).get(MONEY))
    assert "còn 2.300.000" in page
    assert world.units[2].name not in page
    assert "Thuê màn hình" not in page
    for place in ("dong-gop", "chi", "quyet-toan", "du-toan.xlsx"):
        assert client_of(world.officers[1]).get(f"{MONEY}/{place}").status_code == 422
        assert client_of(world.outsider).get(f"{MONEY}/{place}").status_code == 404


def test_spending_goes_with_its_paper_and_what_is_over_is_told(world):
    budget = an_approved_estimate(world, an_invited_conference(world))
    secretary = client_of(world.secretary)
    form = form_on(secretary.get(f"{MONEY}/chi").content, "")
    form |= {
        "line": budget.lines.get(item="Hoa").public_id, "what": "Hoa bàn", "on": "4/3/2016", "dong": "800.000",
        "number": "PC01", "file": SimpleUploadedFile("phieu-chi.pdf", PDF),
    }  # fmt: skip
    assert secretary.post(f"{MONEY}/chi", form).status_code == 303
    page = text(secretary.get(f"{MONEY}/chi"))
    assert "vượt 100.000" in page
    spent = Spending.objects.get()
    at = f"{MONEY}/chi/{spent.public_id}"
    assert secretary.get(f"{at}/tep").status_code == 200
    form = form_on(secretary.get(at).content, "") | {"dong": "700.000"}
    assert secretary.post(at, form).status_code == 303
    assert "Chi vượt dự toán" not in text(secretary.get(f"{MONEY}/chi"))
    assert secretary.post(f"{at}/bo", {"key": a_key(), "because": "Trả hoa"}).status_code == 303
    assert "Trả hoa" in text(secretary.get(at))


def test_the_settlement_is_read_by_all_once_it_is_closed(world):
    budget = some_money(world, a_held_conference(world, slug="hn"))
    officer, secretary, head = (client_of(one) for one in (world.officers[1], world.secretary, world.head))
    at = f"{MONEY}/quyet-toan"
    assert officer.get(at).status_code == 422
    assert secretary.post(f"{at}/trinh", form_on(secretary.get(at).content, f"{at}/trinh")).status_code == 303
    assert head.post(f"{at}/khoa", form_on(head.get(at).content, f"{at}/khoa")).status_code == 303
    page = text(officer.get(at))
    assert "Tám trăm nghìn đồng" in page
    assert "Mã khóa" in page
    budget.refresh_from_db()
    assert budget.closed_by["name"] in page
    assert day_in_words(local_day(budget.closed_at)) in page
    assert officer.get(f"{at}.xlsx").status_code == 200
    assert head.post(f"{at}/mo-lai", {"key": a_key(), "because": "Sót phiếu chi"}).status_code == 303
    assert officer.get(at).status_code == 422
    budget.refresh_from_db()
    assert budget.reopened_because == "Sót phiếu chi"


def test_a_closed_settlement_whose_money_was_changed_behind_its_back_says_so(world):
    """The sums are the same: another receipt's number is enough."""
    budget = closed(world, settled(world, some_money(world, a_held_conference(world, slug="hn"))))
    officer, at = client_of(world.officers[1]), f"{MONEY}/quyet-toan"
    assert "không còn khớp với mã khóa" not in text(officer.get(at))
    Receipt.objects.filter(contribution__budget=budget).update(number="PT99")
    assert "không còn khớp với mã khóa" in text(officer.get(at))


def test_workbooks_hold_sums_that_add_up(world):
    closed(world, settled(world, some_money(world, a_held_conference(world, slug="hn"))))
    secretary = client_of(world.secretary)

    def rows(name):
        sheet = load_workbook(io.BytesIO(secretary.get(f"{MONEY}/{name}.xlsx").content)).active
        return [[None if cell.value == "" else cell.value for cell in row] for row in sheet.iter_rows()]

    assert ["Hội trường", "Hoa", "lẵng", 2, 350_000, 700_000] in [row[:6] for row in rows("du-toan")]
    assert ["Cộng", 9_900_000, None, None, 3_300_000] in rows("dong-gop")
    assert 800_000 in rows("chi")[-1]
    assert ["Hội trường", "Hoa", 700_000, 800_000, -100_000, 100_000] in rows("quyet-toan")
    assert ["Còn lại", None, None, 2_500_000, None, None] in rows("quyet-toan")
