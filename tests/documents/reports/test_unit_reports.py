"""A unit's report: every outline is filled by known parts, says its sources, and is set as the decree has it."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.documents.official.test_layout import AT, words
from tests.factories.results import JULY, a_season_of_results, a_signed_report
from tests.factories.seasons import World
from tests.factories.stories import a_nurtured_exemplar, a_recognised_exemplar
from tests.factories.written import a_signed_written, a_written, the_fields, the_member, the_topic
from thidua.base.library import report_kinds
from thidua.core.papers import FieldKind
from thidua.documents.official.layout import pdf_of
from thidua.documents.official.values import values_of
from thidua.documents.reports.said import NOTHING, sources_in
from thidua.documents.reports.unit_paper import paper_of
from thidua.documents.reports.unit_parts import PARTS

CODES = sorted(report_kinds())


@pytest.fixture
def world(db) -> World:
    return a_season_of_results()


@pytest.mark.parametrize("code", CODES)
def test_every_field_that_nobody_types_has_its_part(code):
    assert [
        name for name, field in report_kinds()[code].fields.items() if not field.is_typed and name not in PARTS
    ] == []


@pytest.mark.parametrize("code", CODES)
def test_every_heading_that_is_typed_stands_in_the_body_and_says_what_is_to_be_written(code):
    kind = report_kinds()[code]
    placed = {block.text for block in kind.body}
    assert [field.name for field in kind.typed if field.name not in placed or field.hint is None] == []


def text_of(world: World, report) -> str:
    topic = the_topic(world)
    values = values_of(topic.kind, paper_of(report, topic, on=JULY.date()))
    return words(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf_of(topic.kind, values, at=AT))).pages))


def test_the_pdf_says_what_was_written_what_the_records_say_and_who_signed(world):
    a_signed_report(world, period="quy-1")
    a_signed_report(world, period="quy-2", at=JULY)
    text = text_of(world, a_signed_written(world, chi_dao=["Mỗi phòng nhận một việc"]))
    member = the_member(world)
    for said in (
        "BÁO CÁO", "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2016", "Mỗi phòng nhận một việc",
        "Theo báo cáo kết quả Quý II đã ký ngày 05/7/2016", "97,5", "từ ngày 01/01/2016 đến ngày 30/6/2016", "GIÁM ĐỐC",
        "Lãnh Đạo B", member.name,
    ):  # fmt: skip
        assert "".join(said.split()) in "".join(text.split())


def test_sources_name_the_signed_report_with_its_day_and_lead_there(world):
    a_signed_report(world, period="quy-2", at=JULY)
    found = {one["text"]: one for one in sources_in(the_fields(world))}
    told = found["Báo cáo kết quả Quý II đã ký ngày 05/7/2016"]
    assert (told["place"], told["slugs"][-2:]) == ("report", ["quy-2", the_member(world).unit.slug])
    assert "theo_bao_cao" in told["fields"]


def test_before_the_figures_are_signed_it_says_by_which_reports_it_counts(world):
    told = the_fields(world)["theo_bao_cao"]
    assert told == "Theo các báo cáo kết quả đã ký, đơn vị đạt 0/0 chỉ tiêu có số liệu so với mức đến kỳ."


def test_a_table_without_rows_says_so(world):
    fields = the_fields(world)
    tables = [name for name, field in report_kinds()["so-ket"].fields.items() if field.kind is FieldKind.TABLE]
    assert {name: fields[name] for name in tables if name != "chi_tieu"} == {
        "phong_trao": [{"ten": NOTHING}], "dien_hinh": [{"ten": NOTHING}],
    }  # fmt: skip


def test_only_exemplars_that_are_told_outside_the_unit_stand_in_its_report(world):
    a_nurtured_exemplar(world, name="Người Chưa Giới Thiệu")
    a_recognised_exemplar(world)
    told = the_fields(world)
    assert [(row["ten"], row["muc"]) for row in told["dien_hinh"]] == [("Trần Thị Lan", "cấp tỉnh")]
    assert told["dem_dien_hinh"] == "Đã giới thiệu 01 điển hình tiên tiến, 01 được công nhận."


def test_a_draft_shows_the_figures_of_today(world):
    report = a_written(world)
    assert "97,5" not in text_of(world, report)
    a_signed_report(world, period="quy-2", at=JULY)
    assert "97,5" in text_of(world, report)
