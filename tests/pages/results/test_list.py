import io
from datetime import date

import openpyxl
import pytest

from tests.factories.results import (
    a_report_on_behalf,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
    a_wide_bloc,
)
from tests.factories.seasons import a_season
from tests.pages.clients import client_of
from tests.pages.results.addresses import address


@pytest.fixture(autouse=True)
def after_the_due_day(settings):
    settings.DEMO_DAY = date(2016, 4, 11)


@pytest.fixture
def world(db):
    """Unit 0 has done nothing, 1 has signed, 2 was entered for, 3 waits for its leader."""
    world = a_season_of_results(4)
    a_signed_report(world, 1)
    a_report_on_behalf(world, 2)
    a_submitted_report(world, 3)
    return world


def listed(world, actor=None, **asked):
    answer = client_of(actor or world.secretary).get(address(world), asked)
    assert answer.status_code == 200
    page = answer.content.decode()
    return page, [unit for unit in world.units if f'">{unit.short_name}</span></th>' in page]


def test_each_report_says_how_it_stands(world):
    page, shown = listed(world)
    assert shown == world.units
    for words in (
        "nộp 5/4",
        "nhập thay 4/4",
        "chờ ký từ 5/4",
        "quá hạn 3 ngày",
        "chưa nộp",
        "chưa đến kỳ",
        "2/4</td>",
        "2 báo cáo quá hạn",
        "1 chờ lãnh đạo ký",
    ):
        assert words in page


def test_who_is_late_is_named_in_a_reminder_to_copy(world):
    page, _ = listed(world)
    reminder = page.split('id="remind"')[1].split("</blockquote>")[0]
    late = [world.units[0], world.units[3]]
    assert [unit for unit in world.units if unit.short_name in reminder] == late
    assert "Quý I (hạn 8/4/2016)" in reminder
    assert "2 báo cáo quá hạn" in page


@pytest.mark.parametrize(
    ("state", "places"),
    [
        ("qua-han", [0, 3]),
        ("cho-ky", [3]),
        ("da-ky", [1, 2]),
        ("nhap-thay", [2]),
        ("tra-lai", []),
        ("bừa", [0, 1, 2, 3]),
    ],
)
def test_the_list_is_narrowed_to_one_state(world, state, places):
    _, shown = listed(world, loc=state, ky="quy-1")
    assert shown == [world.units[place] for place in places]


def test_a_period_without_reports_of_that_state_leads_back_to_all(world):
    page, shown = listed(world, loc="da-ky", ky="quy-2")
    assert shown == []
    assert "Không có đơn vị nào như vậy" in page


def test_a_unit_is_found_with_or_without_marks_and_late_units_are_sorted_first(world):
    name = world.units[2].short_name
    assert listed(world, tim=name.replace("Số", "so"))[1] == [world.units[2]]
    page, _ = listed(world, xep="-qua-han")
    order = [page.index(f'">{unit.short_name}</span></th>') for unit in world.units]
    assert order[0] < order[3] < order[1] < order[2]


def test_before_the_launch_the_list_says_when_reports_open(db):
    world = a_season()
    page = client_of(world.secretary).get(address(world)).content.decode()
    assert "chưa đến kỳ" not in page
    assert ">–</td>" in page


def test_the_bloc_leads_to_the_list_the_board_and_ones_own_report(world):
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}"
    page = client_of(world.officers[3]).get(f"{base}/").content.decode()
    assert f'href="{base}/ket-qua"' in page
    assert f'href="{base}/tien-do"' in page
    assert f'href="{base}/ket-qua/quy-1/{world.units[3].slug}"' in page


LIST_QUERIES = 12


@pytest.mark.parametrize("members", [22, 700])
def test_the_list_takes_the_same_queries_whatever_the_size_of_the_bloc(db, django_assert_num_queries, members):
    world = a_wide_bloc(members)
    head = client_of(world.head)
    head.get(address(world))
    with django_assert_num_queries(LIST_QUERIES):
        page = head.get(address(world), {"loc": "da-ky", "xep": "-qua-han"}).content.decode()
    assert page.count('<th scope="row"') == min(members, 100) + 1  # and the sums


def test_one_period_alone_stands_in_one_column(world):
    page, shown = listed(world, ky="quy-2")
    head = page.split("<thead>")[1].split("</thead>")[0]
    assert shown == world.units
    assert "Quý II" in head
    assert "Quý III" not in head


def test_whoever_runs_the_bloc_ticks_units_and_goes_on_in_the_tracking_sheet(world):
    page, _ = listed(world)
    assert 'theo-doi#nhac"' in page
    assert f'name="chon" value="{world.units[0].slug}"' in page
    members, _ = listed(world, world.officers[1])
    assert 'name="chon"' not in members


def test_the_list_is_taken_away_as_a_workbook(world):
    answer = client_of(world.secretary).get(address(world) + ".xlsx", {"ky": "quy-1"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(place for place, row in enumerate(rows) if row[0] == "Đơn vị")
    assert rows[at][1] == "Quý I, hạn 8/4/2016"
    assert rows[at + 2][:4] == [world.units[0].name, "quá hạn", None, 3]
    assert rows[at + 3][:4] == [world.units[1].name, "đã ký", rows[at + 3][2], None]
    assert rows[at + 3][2].date() == date(2016, 4, 5)
    assert rows[at + 6][:2] == ["Đã ký", "2/4"]
