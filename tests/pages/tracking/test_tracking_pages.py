"""The tracking sheet as the secretary uses it: tick, remind, extend, take away."""

import io
from datetime import date

import openpyxl
import pytest

from tests.factories.results import a_season_of_results, a_signed_report
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from thidua.records.desk.models import Notice, OutMail
from thidua.records.results.models import Report


def where(world, *more):
    return "/".join(("", world.season.cluster.slug, world.season.slug, world.bloc.bloc.slug, "theo-doi", *more))


@pytest.fixture
def world(db):
    return a_season_of_results()


def test_every_cell_leads_to_the_thing_itself(world):
    a_signed_report(world, 1)
    shown = client_of(world.secretary).get(where(world)).content.decode()
    unit = world.units[1].slug
    for place in (f"ket-qua/quy-1/{unit}", f"dang-ky/{unit}"):
        assert f'href="/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/{place}"' in shown
    assert "nộp 5/4/2016" in shown or "nộp 5/4" in shown


def test_ticked_units_are_kept_and_the_reminder_is_written_for_them(world):
    unit = world.units[1]
    shown = client_of(world.secretary).get(where(world), {"chon": unit.slug}).content.decode()
    assert f'value="{unit.slug}" aria-label="{unit.short_name}" checked' in shown
    assert "Nhắc 1 đơn vị đã chọn" in shown
    assert f"chưa nhận đủ: {unit.short_name} (Đăng ký" in shown


def test_a_reminder_goes_out_and_an_empty_one_is_kept_with_its_ticks(world):
    secretary, unit = client_of(world.secretary), world.units[1]
    refused = secretary.post(where(world, "nhac"), {"key": a_key(), "chon": unit.slug, "text": " "})
    assert refused.status_code == 422
    assert f'value="{unit.slug}" aria-label="{unit.short_name}" checked' in refused.content.decode()
    sent = {"key": a_key(), "chon": unit.slug, "text": "Đề nghị gửi báo cáo.", "by_mail": "1"}
    assert secretary.post(where(world, "nhac"), sent).status_code == 303
    assert Notice.objects.get(key="notice.reminded").unit == unit
    assert OutMail.objects.count() == 2
    told = client_of(world.officers[1]).get("/thong-bao/").content.decode()
    assert "Đề nghị gửi báo cáo." in told


def test_a_deadline_is_extended_by_page_and_a_refusal_keeps_what_was_typed(world):
    secretary, unit = client_of(world.secretary), world.units[1]
    typed = {"key": a_key(), "debt": "bao-cao-quy-1", "until_on": "1/4/2016", "reason": "Bão", "chon": unit.slug}
    refused = secretary.post(where(world, "gia-han"), typed | {"for_all": ""})
    assert refused.status_code == 422
    shown = refused.content.decode()
    assert "Ghi một ngày muộn hơn" in shown
    assert 'value="1/4/2016"' in shown
    assert f'value="{unit.slug}" checked' in shown
    done = secretary.post(where(world, "gia-han"), typed | {"key": a_key(), "for_all": "", "until_on": "20/4/2016"})
    assert done.status_code == 303
    assert [str(one.extended_to) for one in Report.objects.exclude(extended_to=None)] == ["2016-04-20"]
    told = client_of(world.officers[1], "en").get("/thong-bao/").content.decode()
    assert "your unit has until 20/4/2016" in told
    assert "Report Quý I" in told


def test_a_report_in_words_is_a_column_whose_day_moves_by_page(world, settings):
    settings.DEMO_DAY = date(2016, 7, 14)
    secretary, unit = client_of(world.secretary), world.units[1]
    page = secretary.get(where(world)).content.decode()
    assert "Sơ kết 6 tháng<small>hạn 8/7</small>" in page
    assert f"/bao-cao/quy-2/{unit.slug}" in page
    typed = {"key": a_key(), "debt": "van-ban-quy-2", "until_on": "20/7/2016", "reason": "Bão", "chon": unit.slug}
    assert secretary.post(where(world, "gia-han"), typed | {"for_all": ""}).status_code == 303
    assert "gia hạn 20/7" in secretary.get(where(world)).content.decode()
    report = client_of(world.officers[1]).get(where(world)[: -len("theo-doi")] + f"bao-cao/quy-2/{unit.slug}")
    assert "hạn gửi 20/7/2016" in report.content.decode()


def test_the_whole_bloc_is_taken_away_as_a_workbook(world):
    answer = client_of(world.secretary).get(where(world) + ".xlsx")
    [sheet] = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads = next(row for row in rows if row[0] == "Đơn vị")
    assert [head.partition(",")[0] for head in heads[1:4]] == ["Đăng ký", "Giao ước", "Báo cáo Quý I"]
    assert heads[3] == "Báo cáo Quý I, hạn 8/4/2016"
    assert [row[0] for row in rows[rows.index(heads) + 1 :]] == [*(unit.name for unit in world.units), "Đã nộp"]
    assert rows[-1][3].endswith(f"/{len(world.units)}")


def test_what_a_period_to_come_will_ask_for_is_not_called_missing(world, settings):
    settings.DEMO_DAY = date(2016, 4, 20)
    page = client_of(world.secretary).get(where(world)).content.decode()
    assert page.count("chưa đến kỳ") == 4 * len(world.units)  # quarters III and IV, half-year and year in words


def test_members_are_told_that_the_sheet_is_not_theirs(world):
    for answer in (
        client_of(world.officers[1]).get(where(world)),
        client_of(world.officers[1]).post(where(world, "nhac"), {"key": a_key()}),
    ):
        assert answer.status_code == 422
    assert client_of(world.outsider).get(where(world)).status_code == 404
