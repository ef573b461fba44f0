"""Forms of results that came back: twenty-two good ones in one drop, and the awkward ones, each with its sentence."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from tests.factories.files import OLD_OFFICE, PDF, an_archive, an_excel_file
from tests.factories.results import (
    APRIL,
    JULY,
    a_season_of_results,
    a_submitted_report,
    a_wide_bloc,
    the_line,
    the_report,
)
from tests.factories.returned import (
    GOOD_CELLS,
    OWN_HEADS,
    OWN_ROWS,
    a_blank_form,
    a_drop,
    a_good_form,
    a_read_drop,
    an_own_table,
    changed,
)
from tests.factories.seasons import World, a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import FileState, RunState
from thidua.documents.forms.filling import filled_forms
from thidua.gateways.excel.reading import read_workbook
from thidua.gateways.returned import running
from thidua.gateways.returned.running import read_run
from thidua.records.conduct.actions.imports import cancel_import
from thidua.records.files.accepting import MOST_BYTES, accept
from thidua.records.results.actions import add_evidence, take_back_report, withdraw_evidence
from thidua.records.runs.models import Run, RunFile, StagedRow
from thidua.records.runs.queries import counts_of
from thidua.records.runs.steps.reading import file_begins, file_read, reading_begins
from thidua.records.seasons.models import Period

TITLE = "BÁO CÁO KẾT QUẢ THI ĐUA QUÝ I NĂM 2016"


@pytest.fixture
def world(db) -> World:
    return a_season_of_results(3)


def above(world: World) -> tuple[str, str]:
    return TITLE, f"Đơn vị: {world.units[1].name}"


def the_file(run: Run) -> RunFile:
    return run.files.get()


def said_of(run: Run) -> list[str]:
    """Every fault of a run's one file, with the cell in front."""
    return [" ".join(filter(None, (fault.cell, say(fault.sentence)))) for fault in the_file(run).told_faults]


def read(world: World, content: bytes, name: str = "bieu.xlsx", period: str = "quy-1") -> Run:
    return a_read_drop(world, {name: content}, period=period, at=APRIL)


def test_twenty_two_good_forms_are_read_in_one_drop(db):
    world = a_wide_bloc(22)
    period = Period.objects.get(bloc_season=world.bloc, slug="quy-2")
    members = list(world.bloc.members.select_related("unit"))
    forms = {
        f"{member.unit.slug}.xlsx": changed(form, GOOD_CELLS)
        for member, form in filled_forms(world.bloc, period, members)
    }
    run = a_read_drop(world, {"ca-khoi.zip": an_archive(forms)}, period="quy-2", at=JULY)
    counts = counts_of(run)
    assert (run.state, counts.of("read"), counts.of("faulty"), counts.in_all) == (RunState.READ, 22, 0, 22)
    assert (counts.rows["new"], counts.rows["changed"]) == (22 * 5, 0)


def test_a_good_form_tells_what_it_would_change_cell_by_cell_and_changes_nothing(world):
    run = read(world, a_good_form(world))
    rows = {row.key: (row.cell, row.outcome, row.values, row.before) for row in the_file(run).rows.all()}
    assert rows["cuoc"] == ("H12", "new", {"value": "12"}, {})
    assert rows["ty-le"] == ("F11", "new", {"numerator": "39", "denominator": "40"}, {})
    assert the_line(the_report(world), "cuoc").value is None
    assert the_file(run).told["dated_on"] == date(2016, 4, 4).isoformat()


def test_a_document_beside_a_line_is_read_by_number_and_day(world):
    run = read(world, a_good_form(world, J12="45/QĐ-STP", K12="1/4/2016", L12="Sở Tư pháp"))
    [row] = the_file(run).rows.filter(key="cuoc")
    assert row.values == {"value": "12", "proof": "45/QĐ-STP", "proof_day": "2016-04-01", "proof_by": "Sở Tư pháp"}


@pytest.mark.parametrize(
    ("cells", "cell", "told"),
    [
        ({"J12": "45/QĐ-STP"}, "K12", "văn bản minh chứng cần cả số và ngày"),
        ({"K12": "1/4/2016"}, "J12", "văn bản minh chứng cần cả số và ngày"),
        ({"L12": "Sở Tư pháp"}, "J12", "văn bản minh chứng cần cả số và ngày"),
        ({"J12": "45/QĐ-STP", "K12": "1/4/2099"}, "K12", "1/4/2099"),
        ({"J12": "45/QĐ-STP", "K12": "hôm qua"}, "K12", "“hôm qua” không phải ngày. Ghi như 5/4/2016."),
    ],
)
def test_what_a_document_lacks_is_told_at_its_cell(world, cells, cell, told):
    [said] = said_of(read(world, a_good_form(world, **cells)))
    assert said.startswith(f"{cell} ")
    assert told in said


def test_a_document_that_stands_there_already_is_no_change(world):
    report = a_submitted_report(world)
    take_back_report(report, by=world.officers[1], at=APRIL, key=a_key())
    line = the_line(the_report(world), "cuoc")
    add_evidence(
        line, title="Kế hoạch", number="45/QĐ-STP", dated_on=date(2016, 4, 1), file=None, by=world.officers[1],
        at=APRIL, key=a_key(),
    )  # fmt: skip
    [row] = the_file(read(world, a_good_form(world, J12="45/QĐ-STP", K12="1/4/2016"))).rows.filter(key="cuoc")
    assert "proof" not in row.values
    [filled] = [cell.value for cell in load_workbook(BytesIO(a_blank_form(world))).worksheets[0]["J"] if cell.row == 12]
    assert filled == "45/QĐ-STP"


def test_a_document_that_the_form_brought_along_does_not_come_back_once_it_is_withdrawn(world):
    report = a_submitted_report(world)
    take_back_report(report, by=world.officers[1], at=APRIL, key=a_key())
    told = {"by": world.officers[1], "at": APRIL}
    shown = add_evidence(
        the_line(the_report(world), "cuoc"), title="Kế hoạch", number="45/QĐ-STP", dated_on=date(2016, 4, 1), file=None,
        **told, key=a_key(),
    )  # fmt: skip
    form = a_good_form(world)
    withdraw_evidence(shown, **told, key=a_key())
    [row] = the_file(read(world, form)).rows.filter(key="cuoc")
    assert "proof" not in row.values
    [row] = the_file(read(world, a_good_form(world, J12="45/QĐ-STP", K12="1/4/2016"))).rows.filter(key="cuoc")
    assert row.values["proof"] == "45/QĐ-STP"


def test_what_was_found_in_a_packed_file_is_told_in_the_reader_s_language(world):
    run = read(world, an_archive({"ds.xlsx": an_excel_file("022085001234")}), name="tat-ca.zip")
    [file] = run.files.exclude(state=FileState.UNPACKED)
    [fault] = file.told_faults
    assert "số căn cước, căn cước công dân" in say(fault.sentence)
    with override("en"):
        assert "citizen identity numbers" in say(fault.sentence)


def test_a_name_that_was_kept_in_one_language_reads_as_it_was_kept(world):
    kept = {"sheet": "", "cell": "", "key": "file.personal_packed", "values": {
        "name": "ds.xlsx", "count": {"figure": "1"}, "what": "số tài khoản", "first": "022…34",
    }}  # fmt: skip
    with override("en"):
        assert "số tài khoản" in say(Fault.from_written(kept).sentence)


def test_numbers_written_as_text_are_read_exactly(world):
    run = read(world, a_good_form(world, F11="1.170", G11=1200, H12="1.234,5", H13=" 1 200 ", H14="98,50 "))
    values = {row.key: row.values for row in the_file(run).rows.all()}
    assert (values["cuoc"], values["luy-ke"], values["ton-dong"]) == (
        {"value": "2469/2"}, {"value": "1200"}, {"value": "197/2"},
    )  # fmt: skip
    assert said_of(run) == ["F11 “1.170” có thể hiểu hai cách. Ghi 1170 nếu là số nguyên, 1,170 nếu là số lẻ."]


def test_moved_columns_are_found_by_their_heads(world):
    heads = ("Ghi chú", "Số liệu", "Mẫu số", "Tử số", "Nội dung")
    moved = [(note, value, bottom, top, name) for _, name, top, bottom, value, note in OWN_ROWS]
    run = read(world, an_own_table(above(world), heads=(heads,), rows=moved))
    assert (the_file(run).about, said_of(run)) == (world.units[1].short_name, [])


def test_two_rows_of_heads_with_merged_cells_are_read_as_a_reader_sees_them(world):
    heads = (
        ("STT", "Chỉ tiêu", "Kết quả thực hiện", None, None, "Ghi chú"),
        (None, None, "Số đạt", "Tổng số", "Số liệu", None),
    )
    merged = ("A7:A8", "B7:B8", "C7:E7", "F7:F8")
    run = read(world, an_own_table(above(world), heads=heads, merged=merged))
    rows = {row.key: row.values for row in the_file(run).rows.all()}
    assert said_of(run) == []
    assert (rows["ty-le"], rows["cuoc"]) == ({"numerator": "39", "denominator": "40"}, {"value": "12"})


def test_headings_sums_and_signatures_between_the_rows_are_passed_over(world):
    rows = (("I", "CHỈ TIÊU CHUYÊN MÔN", None, None, None, None), *OWN_ROWS)
    run = read(world, an_own_table(above(world), rows=rows, below=((), (None, "GIÁM ĐỐC"), (None, "Nguyễn Thị Thắm"))))
    assert said_of(run) == []


def test_a_formula_without_its_value_is_told(world):
    run = read(world, a_good_form(world, H12="=6+6"))
    assert said_of(run) == [
        (
            "H12 Ô này là công thức chưa có kết quả hoặc đang báo lỗi. Mở trong Excel, để Excel tính xong rồi lưu lại, "
            "hoặc ghi số thay công thức."
        )
    ]


def test_a_unit_of_another_bloc_is_told(world):
    blank = changed(a_good_form(world), {"B6": "so-la", "B11": "Sở Lạ"}, sheet="_thidua")
    assert said_of(read(world, blank)) == ["Sở Lạ không có trong khối này năm nay. Kiểm tra lại biểu của đơn vị nào."]


def test_a_table_that_names_no_unit_or_several_is_told(world):
    assert said_of(read(world, an_own_table(("BÁO CÁO QUÝ I",)))) == [
        (
            "Không thấy tên đơn vị của khối ở phần đầu biểu hay trong tên tệp. Ghi “Đơn vị: …” vào dòng trên cùng rồi "
            "thả lại."
        )
    ]
    _, first, second = world.units
    both = an_own_table((*above(world), "Kính gửi: " + world.units[2].name))
    assert said_of(read(world, both)) == [
        f"Phần đầu biểu ghi nhiều đơn vị: {first.short_name}, {second.short_name}. Để lại một tên đơn vị rồi thả lại."
    ]


def test_a_unit_with_two_files_is_told_at_both_and_one_can_be_named_by_its_file(world):
    named = f"{world.units[2].short_name}.xlsx"
    files = {
        "mot.xlsx": a_good_form(world),
        "hai.xlsx": a_good_form(world),
        named: an_own_table(("BÁO CÁO",)),
    }
    run = a_read_drop(world, files, at=APRIL)
    states = {file.name: file.state for file in run.files.all()}
    assert states == {"mot.xlsx": "faulty", "hai.xlsx": "faulty", named: "read"}
    [fault] = run.files.get(name="mot.xlsx").told_faults
    assert say(fault.sentence) == (
        f"{world.units[1].short_name} có nhiều tệp trong đợt này; tệp khác: hai.xlsx. Bấm “Để lại” ở tệp không dùng."
    )


def test_of_many_files_for_one_unit_each_names_the_first_others(world):
    form = a_good_form(world)
    run = a_read_drop(world, {f"{place}.xlsx": form for place in range(8)}, at=APRIL)
    named = {file.name: file.told_faults[0].sentence.values["files"] for file in run.files.all()}
    assert list(named["0.xlsx"]) == ["1.xlsx", "2.xlsx", "3.xlsx", "4.xlsx", "5.xlsx"]
    assert list(named["7.xlsx"]) == ["0.xlsx", "1.xlsx", "2.xlsx", "3.xlsx", "4.xlsx"]


def test_a_file_of_an_archive_that_is_not_taken_stands_with_a_name_that_can_be_kept_and_shown(world):
    archive = an_archive({f"{'thu muc/' * 40}\u202ecu.doc": OLD_OFFICE, "lon.xlsx": b"0" * (MOST_BYTES + 9)})
    run = a_read_drop(world, {"bieu.zip": archive}, at=APRIL)
    told = {file.name: file.told_faults[0].sentence.key for file in run.files.exclude(state="unpacked")}
    assert told == {"cu.doc": "file.old", "lon.xlsx": "file.too_large"}


def test_the_form_of_an_old_season_is_told_by_its_mark_or_by_its_year(world):
    old = changed(a_good_form(world), {"B4": "2015", "B9": "Năm thi đua 2015"}, sheet="_thidua")
    told = "Biểu này của {}, không phải " + world.season.name + ". Tải biểu của năm nay rồi thả lại."
    assert said_of(read(world, old)) == [told.format("Năm thi đua 2015")]
    assert said_of(read(world, an_own_table(("BÁO CÁO NĂM 2015", above(world)[1])))) == [told.format("2015")]


def test_the_form_of_another_period_is_told(world):
    assert said_of(read(world, a_good_form(world, period="quy-2"))) == [
        "Biểu này của kỳ Quý II, không phải kỳ đã chọn. Chọn đúng kỳ rồi thả lại."
    ]


@pytest.mark.parametrize(
    ("typed", "letters"), [("Do ®¬n vÞ míi s¸p nhËp", "TCVN3 (ABC)"), ("Do ñôn vò môùi saùp nhaäp", "VNI")]
)
def test_text_in_the_fonts_of_before_unicode_is_told_with_what_it_reads(world, typed, letters):
    assert said_of(read(world, a_good_form(world, I12=typed))) == [
        f"I12 Chữ dùng bảng mã {letters}: “{typed}”, đọc là “Do đơn vị mới sáp nhập”. Chuyển sang Unicode rồi thả lại."
    ]


def test_cells_that_are_no_figure_are_all_told_at_once(world):
    wrong = {"F11": 41, "H12": "mười", "H13": -1, "H14": True, "H15": "tốt", "C6": "hôm qua", "C7": None}
    assert said_of(read(world, a_good_form(world, **wrong))) == [
        "F11 Tỷ lệ đúng hạn: số đạt 41 lớn hơn tổng số 40. Kiểm tra xem hai ô có bị đổi chỗ không.",
        "H12 “mười” không phải là số. Ghi số như 95, 9,5 hoặc 1.234,5.",
        "H13 Lũy kế kiểm tra: số không được âm.",
        "H14 “TRUE” không phải số. Ghi số, thí dụ 1.234,5.",
        "H15 “tốt”: ghi “đạt” hoặc “chưa đạt”.",
        "C6 “hôm qua” không phải ngày. Ghi như 5/4/2016.",
        "C7 Chưa có “Người ký”. Ghi như trên văn bản lãnh đạo đơn vị đã ký.",
    ]


def test_rows_that_are_missing_doubled_or_unknown_are_told(world):
    rows = (*OWN_ROWS[:4], OWN_ROWS[0], ("6", "Việc khác", None, None, 3, None))
    assert said_of(read(world, an_own_table(above(world), rows=rows))) == [
        "B12 “Tỷ lệ đúng hạn” có hai dòng, dòng trước ở B8. Bỏ một dòng.",
        "B13 “Việc khác” không phải chỉ tiêu của khối. Ghi tên chỉ tiêu như trong biểu mẫu, hoặc bỏ số ở dòng này.",
        "Thiếu dòng “Học tập”. Thêm dòng này như trong biểu mẫu.",
    ]


def test_a_column_that_is_missing_or_there_twice_is_told(world):
    heads = ("STT", "Nội dung", "Tử số", "Mẫu số", "Số", "Ghi chú")
    assert "Không thấy cột “Kết quả” (đã đọc 12 dòng đầu). Ghi tên cột như trong biểu mẫu." in said_of(
        read(world, an_own_table(above(world), heads=(heads,)))
    )
    twice = (*OWN_HEADS[:5], "Kết quả")
    assert "F7 Cột “Kết quả” có hai lần, ở E7, F7. Bỏ hoặc đổi tên một cột." in said_of(
        read(world, an_own_table(above(world), heads=(twice,)))
    )


def test_a_workbook_with_no_table_is_told(world):
    assert said_of(read(world, an_excel_file())) == [
        "Tệp “bieu.xlsx”: không thấy bảng có cột “Chỉ tiêu” và “Kết quả” trong 30 dòng đầu. Dùng biểu tải từ hệ thống."
    ]


def test_a_stray_cell_at_the_end_of_a_sheet_is_told_without_laying_the_sheet_out(world):
    assert said_of(read(world, a_good_form(world, XFD1048576="x"))) == [
        (
            "Tệp “bieu.xlsx”: trang tính “Kết quả” có quá nhiều dòng, cột (có thể do một ô lạc ở cuối trang). "
            "Chép riêng bảng số liệu sang tệp mới rồi thả lại."
        )
    ]


def with_sheet(book: bytes, rows: str, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The workbook with these rows in its first sheet, as no spreadsheet but any program may write them."""
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}'
    parts = parts_of(book)
    del parts["xl/worksheets/sheet1.xml"]
    return an_archive({**parts, part: f"{sheet}</sheetData></worksheet>".encode()})


def parts_of(book: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


FAR = "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='ZZZ2'><v>1</v></c></row>"
CELL = "<c><v>1</v></c>"


@pytest.mark.parametrize(
    "rows",
    [
        FAR,
        FAR.replace("'", '"').replace("ZZZ", "zzz"),
        FAR.replace("'", '"').replace("=", " = "),
        f"<row>{CELL * 500}</row><row>{CELL}</row>",
        f"<row><c><v> r='A1'</v></c>{CELL * 500}</row>",
        f"<row>{CELL}</row>" * 120_001,
    ],
)
def test_a_sheet_is_measured_however_its_references_are_written(world, rows):
    with pytest.raises(NotPossible) as refused:
        read_workbook("bieu.xlsx", BytesIO(with_sheet(a_good_form(world), rows)))
    assert [sentence.key for sentence in refused.value] == ["import.sheet_too_large"]


def test_a_sheet_whose_part_is_named_in_other_letters_is_measured_too(world):
    with pytest.raises(NotPossible) as refused:
        read_workbook("bieu.xlsx", BytesIO(with_sheet(a_good_form(world), FAR, "xl/worksheets/Sheet1.xml")))
    assert [sentence.key for sentence in refused.value] == ["import.sheet_too_large"]


def test_a_sheet_that_cannot_be_looked_through_is_not_laid_out(world):
    parts = parts_of(a_good_form(world))
    parts["xl/_Rels/workbook.xml.rels"] = parts.pop("xl/_rels/workbook.xml.rels")
    with pytest.raises(NotPossible) as refused:
        read_workbook("bieu.xlsx", BytesIO(an_archive(parts)))
    assert [sentence.key for sentence in refused.value] == ["file.broken"]


def test_cells_without_references_are_read_in_their_order(world):
    book = read_workbook("bieu.xlsx", BytesIO(with_sheet(a_good_form(world), f"<row>{CELL * 3}</row>")))
    assert book.grids[0].rows == [[1, 1, 1]]


def test_a_password_macros_and_thirty_megabytes_are_refused_before_anything_is_read(db):
    def refused(content: bytes) -> str:
        with pytest.raises(NotPossible) as caught:
            accept("bieu.xlsx", content, archives=True)
        return say(caught.value.sentences[0])

    locked = OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")
    macros = an_archive({"[Content_Types].xml": b"", "xl/vbaProject.bin": b"x"})
    assert refused(locked) == "Tệp “bieu.xlsx” có mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi chọn lại."
    assert refused(macros).startswith("Tệp “bieu.xlsx” có macro nên không nhận.")
    assert refused(b"0" * 30_000_000).startswith(f"Tệp “bieu.xlsx” lớn hơn {MOST_BYTES // 1_000_000} MB.")
    assert refused(an_archive({"to": b"0" * 400_000_000})).startswith("Tệp “bieu.xlsx” chứa quá nhiều dữ liệu nén.")


def test_a_file_of_another_kind_stands_in_the_run_with_its_sentence(world):
    run = a_read_drop(world, {"quyet-dinh.pdf": PDF, "bieu.xlsx": a_good_form(world)}, at=APRIL)
    assert {file.name: file.state for file in run.files.all()} == {"quyet-dinh.pdf": "faulty", "bieu.xlsx": "read"}
    [fault] = run.files.get(name="quyet-dinh.pdf").told_faults
    assert say(fault.sentence) == ("Tệp “quyet-dinh.pdf” không phải Excel (.xlsx). Mở ra, lưu thành .xlsx rồi thả lại.")


def test_a_reader_that_is_killed_goes_on_where_it_was(world, monkeypatch):
    run = a_drop(world, {"a.xlsx": a_good_form(world, 1), "b.xlsx": a_good_form(world, 2)}, at=APRIL)
    second = run.files.last()

    class Killed(BaseException):
        """As a process that ends: nothing catches it."""

    def read_the_first_alone(file, read):
        if file.pk == second.pk:
            raise Killed
        file_read(file, read)

    monkeypatch.setattr(running, "file_read", read_the_first_alone)
    with pytest.raises(Killed):
        read_run(run.token)
    run.refresh_from_db()
    assert (run.state, [file.state for file in run.files.all()]) == (RunState.READING, ["read", "waiting"])

    monkeypatch.undo()
    read_run(run.token)
    run.refresh_from_db()
    assert (run.state, [file.state for file in run.files.all()]) == (RunState.READ, ["read", "read"])
    assert [file.attempts for file in run.files.all()] == [1, 2]
    assert StagedRow.objects.filter(file__run=run).count() == 10


def test_a_file_at_which_the_reader_ended_three_times_is_told_and_not_begun_again(world):
    run = a_drop(world, {"a.xlsx": a_good_form(world)}, at=APRIL)
    reading_begins(run)
    assert [file_begins(the_file(run)) for _ in range(4)] == [True, True, True, False]
    read_run(run.token)
    run.refresh_from_db()
    assert run.state == RunState.READ
    assert said_of(run) == [
        "Đọc tệp “a.xlsx” ba lần đều bị ngắt. Chép bảng số liệu sang biểu mới tải từ hệ thống rồi thả lại."
    ]


def test_a_cancelled_run_is_read_no_further(world):
    run = a_drop(world, {"a.xlsx": a_good_form(world)}, at=APRIL)
    cancel_import(run, by=world.secretary, at=APRIL, key=a_key())
    read_run(run.token)
    run.refresh_from_db()
    assert (run.state, the_file(run).state) == (RunState.CANCELLED, FileState.WAITING)


def test_a_blank_form_lacks_every_figure_and_every_fact_of_the_paper(world):
    cells = [said.split()[0] for said in said_of(read(world, a_blank_form(world)))]
    assert cells == ["F11", "H12", "H13", "H14", "H15", "C5", "C6", "C7", "C8"]
