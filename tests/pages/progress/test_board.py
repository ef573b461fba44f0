import csv
import io
from datetime import date
from fractions import Fraction

import openpyxl
import pytest

from tests.factories.results import JULY, a_report_on_behalf, a_season_of_results, a_signed_report
from tests.factories.seasons import A_PAPER, NOON, a_key, figures_for
from tests.pages.clients import client_of
from thidua.core.measuring import Measured
from thidua.figures.progress import Cell
from thidua.pages.progress.words import percent
from thidua.records.results.actions import Reached
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf


@pytest.fixture(autouse=True)
def spring(settings):
    settings.DEMO_DAY = date(2016, 4, 20)


@pytest.fixture
def world(db):
    """Units 1 and 2 have registered 40 of everything; 1 has signed the first quarter, 2 was entered for."""
    world = a_season_of_results()
    for place in (1, 2):
        sheet = world.sheet(place)
        told = {"paper": A_PAPER, "by": world.secretary, "at": NOON, "key": a_key()}
        enter_commitments_on_behalf(sheet, figures=figures_for(sheet, 40), **told)
    a_signed_report(world, 1)
    a_report_on_behalf(world, 2, cuoc=Reached(value=Fraction(3)), hoc_tap=Reached(is_met=False))
    return world


def where(world, ending=""):
    return f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/tien-do{ending}"


def board(world, language="vi", **asked):
    answer = client_of(world.officers[1], language).get(where(world), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_cell_shows_the_share_the_figure_and_how_the_target_arises(world):
    page = board(world)
    # 40 registered, 91 of 366 days gone: 9,95 by the end of March.
    assert "12\N{NO-BREAK SPACE}cuộc trên mục tiêu 9,95\N{NO-BREAK SPACE}cuộc: 121 %" in page
    assert "đăng ký 40\N{NO-BREAK SPACE}cuộc × 24,86 % số ngày của năm đã qua" in page
    assert "Mục tiêu là cả mức đăng ký, 40\N{NO-BREAK SPACE}%, không chia theo ngày." in page
    assert "Chỉ số này càng thấp càng tốt." in page
    assert "chưa đạt" in page


def test_marks_tell_who_was_entered_for_and_who_is_overdue(world):
    page = board(world)
    assert page.count("có báo cáo nhập thay") == 2  # in the table and on the phone's card
    assert 'quá hạn <span lang="vi">Quý I</span>' in page
    assert 'tr class="mine"' in page


def test_a_unit_without_a_signed_report_has_no_figures(world):
    row = board(world, tim=world.units[0].short_name).split("<tbody>")[1].split("</tbody>")[0]
    assert "chưa có" in row
    assert row.count("trên mục tiêu") == 0


def test_before_any_period_counts_a_unit_stands_with_dashes(world, settings):
    settings.DEMO_DAY = date(2016, 4, 1)
    row = board(world, tim=world.units[0].short_name).split("<tbody>")[1].split("</tbody>")[0]
    assert "chưa có" not in row
    assert '<td class="num sum">–</td>' in row


def test_a_cells_course_is_drawn_and_told_period_by_period(world):
    a_signed_report(world, 1, "quy-2", JULY, cuoc=Reached(value=Fraction(20)))
    page = board(world)
    course = page.split("Quý I</span> <b>12</b>")[1].split("</p>")[0]
    assert '<span lang="vi">Quý II</span> <b>32</b>' in course
    assert "nét đứt: đăng ký cả năm 40\N{NO-BREAK SPACE}cuộc" in course


def test_the_board_sorts_by_a_content_and_what_is_missing_stays_last(world):
    names = [unit.short_name for unit in world.units]

    def order(**asked):
        body = board(world, **asked).split("<tbody>")[1].split("</tbody>")[0]
        return sorted(range(3), key=lambda place: body.index(f">{names[place]}</a>"))

    assert order() == [0, 1, 2]
    assert order(xep="cuoc") == [2, 1, 0]
    assert order(xep="-cuoc") == [1, 2, 0]
    assert order(xep="-dat") == [1, 2, 0]
    assert order(xep="bua") == [0, 1, 2]


def test_one_content_alone_tells_every_units_target_in_a_column(world):
    page = board(world, **{"noi-dung": "cuoc"})
    assert "Mục tiêu tính thế nào" in page
    assert "121 %" in page
    assert "Tồn đọng" not in page.split("<tbody>")[1]


def test_an_earlier_period_can_be_asked_for(world):
    assert 'Bảng tiến độ, <span lang="vi">Quý I</span>' in board(world, ky="quy-1")


def test_the_workbook_holds_figures_as_numbers(world):
    answer = client_of(world.officers[1]).get(where(world, ".xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(place for place, row in enumerate(rows) if row[0] == "Đơn vị")
    first = rows[at].index("Tuyên truyền (cuộc)")
    mine = next(row for row in rows if row[0] == world.units[1].short_name)
    assert rows[at + 1][first : first + 3] == ["kết quả", "mục tiêu", "% mục tiêu"]
    assert mine[first : first + 3] == [12, 9.95, 120.66]
    assert mine[rows[at].index("Học tập")] == "đạt"
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_workbook_is_ready_to_be_read_and_printed(world):
    answer = client_of(world.officers[1]).get(where(world, ".xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    heads = next(cell.row for cell in sheet["A"] if cell.value == "Đơn vị")
    formats = {cell.value: cell.number_format for cell in sheet[heads + 3]}
    assert sheet.title == "Bảng tiến độ"
    assert sheet.freeze_panes == f"B{heads + 2}"
    assert sheet.print_title_rows == f"${heads}:${heads + 1}"
    assert sheet.auto_filter.ref.startswith(f"A{heads + 1}:")
    assert (formats[12], formats[120.66]) == ("#,##0", "#,##0.00")
    assert sheet.cell(sheet.max_row - 2, 1).value == "Cả khối"
    assert sheet.cell(sheet.max_row - 2, 1).font.b


@pytest.mark.parametrize(("language", "delimiter", "share"), [("vi", ";", "120,66"), ("en", ",", "120.66")])
def test_the_csv_is_parted_as_the_readers_spreadsheet_expects(world, language, delimiter, share):
    answer = client_of(world.officers[1], language).get(where(world, ".csv"))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=delimiter))
    mine = next(row for row in rows if row[0] == world.units[1].short_name)
    assert share in mine


def test_who_has_no_part_gets_the_same_as_for_nothing(world):
    stranger = client_of(world.outsider)
    assert [stranger.get(where(world, ending)).status_code for ending in ("", ".xlsx", ".csv")] == [404, 404, 404]


def test_the_board_speaks_english(world):
    page = board(world, "en")
    assert "Progress board" in page
    assert "The target is the registered figure itself" in page
    assert "Phần trăm so với" not in page


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(100), "100"),
        (Fraction(997, 10), "99,7"),
        (Fraction(10004, 100), "100,04"),
        (Fraction(99999, 1000), "<100"),
        (Fraction(1041, 10), "104"),
    ],
)
def test_a_percentage_never_rounds_across_one_hundred(value, shown):
    assert percent(value) == shown


def test_a_share_is_in_percent_of_the_target():
    cell = Cell(None, Measured(value=Fraction(9)), Fraction(12), Fraction(6), False, Fraction(3, 2), (), ())
    assert cell.percent == 150
