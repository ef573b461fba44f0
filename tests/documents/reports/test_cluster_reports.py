"""Reports of the cluster: figures sum themselves and name their sources; the same queries for any number of units."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.documents.official.test_layout import AT, words
from tests.factories.papers import a_draft
from tests.factories.results import JULY, a_season_of_results, a_signed_report, a_wide_bloc
from tests.factories.seasons import World
from tests.factories.written import a_signed_written
from thidua.base.library import paper_kinds, report_kinds
from thidua.documents.official.layout import pdf_of
from thidua.documents.official.values import values_of
from thidua.documents.reports.cluster_paper import cluster_fields
from thidua.documents.reports.cluster_parts import PARTS
from thidua.documents.reports.said import sources_in

MERGED = sorted(code for code, kind in paper_kinds().items() if kind.merges)
QUERIES = {"bao-cao-so-ket": 25, "bao-cao-tong-ket": 26}  # of one bloc


@pytest.fixture
def world(db) -> World:
    return a_season_of_results()


def fields(world: World, code: str = "bao-cao-so-ket", subject=None):
    return cluster_fields(paper_kinds()[code], world.season, subject or world.season, on=JULY.date())


@pytest.mark.parametrize("code", MERGED)
def test_every_field_that_nobody_types_has_its_part(code):
    kind = paper_kinds()[code]
    assert [name for name, field in kind.fields.items() if not field.is_typed and name not in PARTS] == []


@pytest.mark.parametrize("code", MERGED)
def test_every_heading_that_is_merged_is_one_of_the_units_outline(code):
    kind = paper_kinds()[code]
    theirs = {field.name for field in report_kinds()[kind.merges].typed}
    assert [field.name for field in kind.typed if field.name not in theirs] == []


def test_figures_of_all_units_are_summed_and_those_who_sent_nothing_are_named(world):
    for place in (1, 2):
        a_signed_report(world, place, period="quy-2", at=JULY)
    a_signed_written(world, 1)
    told = fields(world)
    by_name = {row["ten"]: row for row in told["chi_tieu_chung"]}
    assert by_name["Số cuộc tuyên truyền (cuộc)"]["thuc_hien"] == "24"
    assert by_name["Tỷ lệ đúng hạn (%)"]["thuc_hien"] == "97,5"
    assert by_name["Học tập"]["don_vi_dat"] == "2/2"
    names = [member.name for member in world.bloc.members.order_by("position")]
    assert told["so_gui"] == f"1/3 đơn vị đã gửi báo cáo. Chưa gửi: {names[0]}, {names[2]}."
    assert [row["gui"] for row in told["tung_don_vi"]] == ["chưa gửi", "05/7/2016", "chưa gửi"]


def test_sources_lead_to_the_books_they_come_from(world):
    a_signed_report(world, 1, period="quy-2", at=JULY)
    places = {one["place"] for one in sources_in(fields(world))}
    assert {"progress", "participation", "written_reports", "exemplars"} <= places


def test_the_paper_says_what_was_summed_and_is_signed_for_the_cluster(world):
    a_signed_written(world, 1)
    paper = a_draft(world, "bao-cao-so-ket")
    kind = paper_kinds()[paper.code]
    text = words(" ".join(
        page.extract_text() for page in PdfReader(BytesIO(pdf_of(kind, values_of(kind, paper), at=AT))).pages
    ))  # fmt: skip
    for said in ("BÁO CÁO", "Sơ kết phong trào thi đua 6 tháng đầu năm 2016", "1/3 đơn vị đã gửi báo cáo", "Phụ lục",
                 "TM. CỤM THỬ", "CỤM TRƯỞNG"):  # fmt: skip
        assert "".join(said.split()) in "".join(text.split())


@pytest.mark.parametrize("code", sorted(QUERIES))
@pytest.mark.parametrize("members", [22, 700])
def test_a_report_takes_the_same_queries_for_any_number_of_units(db, django_assert_num_queries, code, members):
    world = a_wide_bloc(members)
    with django_assert_num_queries(QUERIES[code]):
        rows = fields(world, code)["tung_don_vi"]
    assert len(rows) == members
