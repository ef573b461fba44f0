"""A register of honours from Excel: read with kindness, faults by cell, taken over as a whole, withdrawn as a whole."""

from datetime import date

import pytest

from tests.factories.awards import a_form, a_rating, a_title, a_work, entered, someone_in
from tests.factories.registers import a_read_register, a_register, a_register_of_sheets
from tests.factories.seasons import BUILDER, NOON, a_key, a_season
from thidua.base.wording import say
from thidua.core.actor import PUBLIC
from thidua.core.answer import NotPossible, Unknown
from thidua.core.law.history import Level
from thidua.core.workflow.importing import RunState
from thidua.documents.forms.honours import Named, register_form
from thidua.records.awards.actions import mend
from thidua.records.awards.actions.registers import apply_register, cancel_register, undo_register
from thidua.records.awards.models import KINDS, Discipline, Honour, Leave, Rating, Work
from thidua.records.directory.models import Unit
from thidua.records.runs.models import RunFile, StagedRow

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_march(settings):
    settings.DEMO_DAY = date(2016, 3, 4)


@pytest.fixture
def unit():
    return a_season().units[1]


@pytest.fixture
def hoa(unit):
    return someone_in(unit)


def apply(run, unit):
    return apply_register(run, unit, by=BUILDER, at=NOON, key=a_key())


def faults_in(run):
    return [(fault.cell, say(fault.sentence)) for fault in RunFile.objects.get(run=run).told_faults]


def counts(run):
    return [row.outcome for row in StagedRow.objects.filter(file__run=run)]


def entries():
    return sum(kind.objects.count() for kind in KINDS)


def test_what_is_for_others_what_says_nothing_and_what_was_signed_too_early_is_told_by_its_cell(unit, hoa):
    heads = ("Họ và tên", "Loại mục", "Nội dung", "Năm", "Số quyết định", "Ngày ký")
    rows = [
        ("Lê Thị Hoa", None, "TTLĐXS", 2014, "12/QĐ-STP", "15/1/2015"),
        ("Lê Thị Hoa", "Sáng kiến", None, 2014, None, None),
        ("Lê Thị Hoa", None, None, None, None, None),
        ("Lê Thị Hoa", None, "LĐTT", 2014, "12/QĐ-STP", "15/1/2013"),
    ]
    told = dict(faults_in(a_read_register(unit, a_register(rows, heads), by=BUILDER)))
    assert sorted(told) == ["C3", "C4", "C6"]
    assert "không dành cho đối tượng này (Lê Thị Hoa)" in told["C3"]
    assert "chưa có nội dung" in told["C4"]
    assert "ký trước khi có năm 2014" in told["C6"]


def test_an_offices_own_book_is_read_with_its_abbreviations_and_days(unit, hoa):
    rows = [
        ("Bà Lê Thị Hoa", "LĐTT, CSTĐCS", 2015, "12/QĐ-STP", "15.01.2016"),
        (None, "HTXSNV", "Năm 2015", "QĐ số 13/QĐ-STP ngày 15 tháng 1 năm 2016", None),
        ("LÊ THỊ HOA", "BK TTg", None, "345/QĐ-TTg", date(2014, 12, 20)),
        (unit.name, "Tập thể LĐXS", 2015, "12/QĐ-STP", "15-1-2016"),
        ("Tổng cộng: 4", None, None, None, None),
    ]
    run = a_read_register(unit, a_register(rows), by=BUILDER)
    assert faults_in(run) == []
    assert counts(run) == ["new"] * 5
    apply(run, unit)
    assert {
        (one.award, one.year, one.number, one.decided_on, one.type) for one in Honour.objects.filter(person=hoa)
    } == {
        ("LDTT", 2015, "12/QĐ-STP", date(2016, 1, 15), ""),
        ("CSTDCS", 2015, "12/QĐ-STP", date(2016, 1, 15), ""),
        ("BK_TTG", None, "345/QĐ-TTg", date(2014, 12, 20), "UNKNOWN"),
    }
    assert Honour.objects.get(unit=unit).award == "TTLDXS"
    rating = Rating.objects.get(person=hoa)
    assert (rating.at_level, rating.year, rating.number, rating.decided_on) == (
        Level.HTXS, 2015, "13/QĐ-STP", date(2016, 1, 15),
    )  # fmt: skip


def test_a_sheet_for_each_year_gives_its_rows_their_year_and_the_file_stands_as_ground(unit, hoa):
    heads = ("Họ tên", "Danh hiệu", "Xếp loại")
    sheets = {"2014": [("Lê Thị Hoa", "LĐTT", "HTT")], "Năm 2015": [("Lê Thị Hoa", "CSTĐCS", "HTXS")]}
    run = a_read_register(unit, a_register_of_sheets(sheets, heads), by=BUILDER)
    assert faults_in(run) == []
    apply(run, unit)
    assert set(Honour.objects.values_list("award", "year")) == {("LDTT", 2014), ("CSTDCS", 2015)}
    assert set(Rating.objects.values_list("level", "year")) == {("HTT", 2014), ("HTXS", 2015)}
    assert Rating.objects.get(year=2014).source == "so-khen-thuong.xlsx, 2014, A3"


BY_YEAR = ("Lê Thị Hoa", "HTT, LĐTT", "HTXS\nCSTĐCS", "-", "trồng rừng")


@pytest.mark.parametrize(
    "over",
    [
        [("Họ và tên", 2013, "Năm 2014", 2015, "Ghi chú khác")],
        [("Họ và tên", "Xếp loại 2013", "Danh hiệu thi đua năm 2014", "Danh hiệu 2015", "Năm sinh 1980")],
        [("Họ và tên", "Danh hiệu các năm", None, None, None), (None, 2013, 2014, 2015, None)],
    ],
)
def test_a_book_with_a_column_for_each_year_gives_each_its_own(unit, hoa, over):
    heads, *more = over
    run = a_read_register(unit, a_register([*more, BY_YEAR], heads), by=BUILDER)
    assert faults_in(run) == []
    assert "2014" in " ".join(RunFile.objects.get(run=run).told["heads"]["read"])
    apply(run, unit)
    assert set(Rating.objects.values_list("level", "year")) == {("HTT", 2013), ("HTXS", 2014)}
    assert set(Honour.objects.values_list("award", "year")) == {("LDTT", 2013), ("CSTDCS", 2014)}


def test_what_a_column_of_a_year_says_wrongly_is_told_at_its_cell(unit, hoa):
    heads = ("Họ và tên", "2013", "2014", "Số quyết định", "Ngày ký")
    rows = [("Lê Thị Hoa", "LĐTT, CSTĐCSS", "BK TTg", "12/QĐ-STP", "15/1/2014")]
    told = dict(faults_in(a_read_register(unit, a_register(rows, heads), by=BUILDER)))
    assert sorted(told) == ["B3", "C3"]
    assert "Gần giống: Chiến sĩ thi đua cơ sở" in told["B3"]
    assert "chưa có ngày quyết định" in told["C3"]


def test_our_own_form_brings_every_kind_of_entry(unit, hoa):
    signed = {"name": "Lê Thị Hoa", "number": "12/QĐ-STP", "day": date(2016, 1, 15)}
    rows = [
        {"what": "Hoàn thành xuất sắc nhiệm vụ", "year": 2015, **signed},
        {"kind": "Sáng kiến", "what": "Sổ hẹn", "year": 2015, "detail": "cấp bộ, tỉnh", **signed},
        {"what": "Cảnh cáo", "from": date(2013, 5, 1), "until": date(2014, 4, 30), **signed},
        {"what": "Nghỉ thai sản", "year": 2012, "source": "Sổ nhân sự", "name": "Lê Thị Hoa"},
        {"what": "Bằng khen của bộ, ban, ngành, tỉnh", "detail": "Theo công trạng", "rewarded": "2013-2014", **signed},
    ]
    run = a_read_register(unit, register_form(unit.name, [Named("Lê Thị Hoa", unit.name)], rows), by=BUILDER)
    assert faults_in(run) == []
    apply(run, unit)
    assert Rating.objects.get().level == "HTXS"
    assert (Work.objects.get().name, Work.objects.get().recognised_by) == ("Sổ hẹn", "ministry")
    assert Discipline.objects.get().until_on == date(2014, 4, 30)
    assert Leave.objects.get().source == "Sổ nhân sự"
    assert (Honour.objects.get().type, Honour.objects.get().rewarded) == ("CONG_TRANG", [2013, 2014])


USING = ("Họ và tên", "Loại mục", "Nội dung", "Năm", "Sáng kiến đã dùng", "Số quyết định", "Ngày ký")


def test_an_honour_names_the_work_that_it_used_by_name_or_by_number_in_the_record_or_in_the_book(unit, hoa):
    [there] = entered(hoa, a_work(year=2013, name="Sổ hẹn"))
    rows = [
        ("Lê Thị Hoa", None, "CSTĐCS", 2014, "15/QĐ-STP", "12/QĐ-STP", "15/1/2015"),
        ("Lê Thị Hoa", "Sáng kiến", "Mẫu đơn", 2014, None, "15/QĐ-STP", "10/1/2015"),
        ("Lê Thị Hoa", None, "BK TTg", None, "sổ hẹn", "345/QĐ-TTg", "20/12/2014"),
    ]
    run = a_read_register(unit, a_register(rows, USING), by=BUILDER)
    assert faults_in(run) == []
    apply(run, unit)
    assert [one.name for one in Honour.objects.get(award="CSTDCS").works.all()] == ["Mẫu đơn"]
    assert list(Honour.objects.get(award="BK_TTG").works.all()) == [there]
    again = a_read_register(unit, a_register(rows, USING), by=BUILDER, name="so-khen-thuong-2.xlsx")
    assert (faults_in(again), counts(again)) == ([], ["same"] * 3)


def test_a_work_that_nobody_has_that_was_used_or_that_several_awards_name_is_told_at_its_cell(unit, hoa):
    [there] = entered(hoa, a_work(year=2013, name="Sổ hẹn"))
    entered(hoa, a_form(works=(there,)))
    rows = [
        ("Lê Thị Hoa", None, "CSTĐCS", 2014, "Sổ họp", "12/QĐ-STP", "15/1/2015"),
        ("Lê Thị Hoa", None, "BK TTg", None, "Sổ hẹn", "345/QĐ-TTg", "20/12/2014"),
        ("Lê Thị Hoa", None, "LĐTT, CSTĐCS", 2013, "Sổ hẹn", "12/QĐ-STP", "15/1/2014"),
        ("Lê Thị Hoa", "Sáng kiến", "Mẫu đơn", 2014, None, None, None),
        ("Lê Thị Hoa", None, "CSTĐCS", 2015, "Mẫu đơn", "12/QĐ-STP", "15/1/2016"),
        ("Lê Thị Hoa", None, "BK TTg", None, "Mẫu đơn", "346/QĐ-TTg", "20/1/2016"),
    ]
    told = dict(faults_in(a_read_register(unit, a_register(rows, USING), by=BUILDER)))
    assert sorted(told) == ["E3", "E4", "E5", "E8"]
    assert "Không thấy sáng kiến, đề tài “Sổ họp”" in told["E3"]
    assert "Sổ hẹn" in told["E4"]
    assert "một dòng riêng" in told["E5"]


def test_faults_name_their_cell_and_what_may_be_meant(unit, hoa):
    rows = [
        ("Lê Thị Hoà", "LĐTT", 2015, "", ""),
        ("Lê Thi Hoàn", "LĐTT", 2015, "", ""),
        ("Lê Thị Hoa", "CSTĐCSS", 2015, "", ""),
        ("Lê Thị Hoa", "BK TTg", 2014, "345/QĐ-TTg", ""),
        ("Lê Thị Hoa", "LĐTT", "hai nghìn", "", "32/1/2016"),
    ]
    run = a_read_register(unit, a_register(rows), by=BUILDER)
    told = faults_in(run)
    at = unit.short_name
    assert told[0][0] == "B4"
    assert told[0][1].startswith(f"“Lê Thi Hoàn” chưa có trong danh bạ của {at}. Gần giống: Lê Thị Hoa ({at}).")
    assert told[1][0] == "C5"
    assert "Gần giống: Chiến sĩ thi đua cơ sở" in told[1][1]
    assert told[2] == ("F6", "“Bằng khen của Thủ tướng Chính phủ” chưa có ngày quyết định. Ghi ngày như 15/1/2016.")
    assert {cell for cell, _ in told[3:]} == {"D7", "F7"}
    with pytest.raises(NotPossible, match=r"register\.has_faults"):
        apply(run, unit)
    assert entries() == 0


def test_two_of_one_name_are_told_apart_by_their_place(unit, hoa):
    other = someone_in(unit)
    run = a_read_register(unit, a_register([("Lê Thị Hoa", "LĐTT", 2015, "", "")]), by=BUILDER)
    [(cell, told)] = faults_in(run)
    assert cell == "B3"
    assert "Có nhiều người tên “Lê Thị Hoa”" in told
    assert other.full_name == hoa.full_name


def test_what_stands_already_is_kept_and_what_stands_otherwise_is_a_fault(unit, hoa):
    entered(hoa, a_rating(2014, Level.HTT), a_rating(2015, Level.HTT), a_title())
    same = [("Lê Thị Hoa", "CSTĐCS", 2015, "", ""), ("Lê Thị Hoa", "HTT", 2014, "", "")]
    run = a_read_register(unit, a_register(same), by=BUILDER)
    assert counts(run) == ["same", "same"]
    with pytest.raises(NotPossible, match=r"register\.nothing_new"):
        apply(run, unit)
    other = a_read_register(unit, a_register([("Lê Thị Hoa", "HTXS", 2015, "", "")] * 2), by=BUILDER)
    assert [cell for cell, _ in faults_in(other)] == ["C3", "C4"]


def test_it_is_withdrawn_as_a_whole_unless_something_was_mended_since(unit, hoa):
    [kept] = entered(hoa, a_title(year=2013))
    run = a_read_register(unit, a_register([("Lê Thị Hoa", "LĐTT; HTXS", 2015, "", "")]), by=BUILDER)
    assert faults_in(run) != []  # a rating is no honour
    rows = [("Lê Thị Hoa", "LĐTT", 2015, "", ""), ("Lê Thị Hoa", "HTXS", 2015, "", "")]
    run = apply(a_read_register(unit, a_register(rows), by=BUILDER), unit)
    rating = Rating.objects.get()
    mended = mend(rating, told=a_rating(2015, Level.HTT), seen_version=1, by=BUILDER, at=NOON, key=a_key())
    with pytest.raises(NotPossible, match=r"register\.built_upon"):
        undo_register(run, unit, because="nhầm tệp", by=BUILDER, at=NOON, key=a_key())
    assert entries() == 3
    Rating._base_manager.filter(pk=mended.pk).update(version=1)
    undo_register(run, unit, because="nhầm tệp", by=BUILDER, at=NOON, key=a_key())
    assert list(Honour.objects.all()) == [kept]
    assert Rating.objects.count() == 0
    run.refresh_from_db()
    assert run.at_state is RunState.UNDONE


def test_a_register_can_be_dropped_again_after_it_was_cancelled_or_withdrawn(unit, hoa):
    book = a_register([("Lê Thị Hoa", "LĐTT", 2015, "", "")])
    cancel_register(a_read_register(unit, book, by=BUILDER), unit, by=BUILDER, at=NOON, key=a_key())
    run = apply(a_read_register(unit, book, by=BUILDER), unit)
    undo_register(run, unit, because="nhầm", by=BUILDER, at=NOON, key=a_key())
    apply(a_read_register(unit, book, by=BUILDER), unit)
    assert Honour.objects.count() == 1


def test_whoever_does_not_keep_the_units_records_drops_nothing(unit, hoa):
    with pytest.raises(Unknown):
        a_read_register(unit, a_register([("Lê Thị Hoa", "LĐTT", 2015, "", "")]), by=PUBLIC)
    assert entries() == 0


def test_the_same_register_applied_twice_enters_once(unit, hoa):
    rows = [("Lê Thị Hoa", "LĐTT", 2015, "", "")]
    first = a_read_register(unit, a_register(rows), by=BUILDER)
    second = a_read_register(unit, a_register(rows), by=BUILDER)
    apply(first, unit)
    with pytest.raises(NotPossible, match=r"honours\.stands_already"):
        apply(second, unit)
    assert Honour.objects.count() == 1


def test_a_register_is_taken_over_into_its_own_unit_only(unit, hoa):
    run = a_read_register(unit, a_register([("Lê Thị Hoa", "LĐTT", 2015, "", "")]), by=BUILDER)
    with pytest.raises(Unknown):
        apply(run, Unit.objects.exclude(pk=unit.pk).earliest("pk"))
    assert entries() == 0
