import re
from datetime import date
from fractions import Fraction

from tests.factories.seasons import (
    A_PAPER,
    NOON,
    a_key,
    a_pact_open_for_signing,
    a_season_registering,
    figures_for,
)
from tests.pages.clients import client_of
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.seasons.actions.commitments import Decided, assign_targets, enter_commitments_on_behalf
from thidua.records.seasons.actions.pacts import reopen_text


def address(world, place=None, act=""):
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/dang-ky"
    sheet = "" if place is None else f"/{world.units[place].slug}"
    return f"{base}{sheet}{f'/{act}' if act else ''}"


def typed(world, place=1, registered="95", **more):
    sheet = world.sheet(place)
    ratio, judged = sheet.lines.get(indicator__code="ty-le"), sheet.lines.get(indicator__code="hoc-tap")
    return {
        "key": a_key(),
        "version": sheet.version,
        f"registered-{ratio.pk}": registered,
        f"last-{ratio.pk}": "90,5",
        f"reason-{ratio.pk}": "Giữ vững kết quả",
        f"registered-{judged.pk}": "met",
        **more,
    }


def test_an_officer_types_and_submits_and_the_leader_signs(db):
    world = a_season_registering()
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    assert officer.post(address(world, 1, "luu"), typed(world)).status_code == 303
    line = world.sheet(1).lines.get(indicator__code="ty-le")
    assert (line.registered, line.last_year, line.reason) == (95, Fraction(181, 2), "Giữ vững kết quả")
    version = world.sheet(1).version
    assert officer.post(address(world, 1, "trinh"), {"key": a_key(), "version": version}).status_code == 303
    assert leader.post(address(world, 1, "ky"), {"key": a_key()}).status_code == 303
    assert world.sheet(1).handing is Handing.SIGNED
    assert world.leaders[1].name in leader.get(address(world, 1)).content.decode()


def test_a_leader_returns_the_sheet_and_the_officer_reads_why(db):
    world = a_season_registering()
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    officer.post(address(world, 1, "luu"), typed(world))
    officer.post(address(world, 1, "trinh"), {"key": a_key(), "version": world.sheet(1).version})
    assert leader.post(address(world, 1, "tra-lai"), {"key": a_key(), "remark": "  "}).status_code == 422
    assert leader.post(address(world, 1, "tra-lai"), {"key": a_key(), "remark": "Xem lại mức"}).status_code == 303
    assert world.sheet(1).handing is Handing.RETURNED
    assert "Xem lại mức" in officer.get(address(world, 1)).content.decode()


def test_a_refused_save_shows_its_sentence_once_and_what_was_typed(db):
    world = a_season_registering()
    decided = Decided("Quyết định giao chỉ tiêu", "2167/QĐ-BTP", date(2015, 12, 9))
    line = world.sheet(1).lines.get(indicator__code="ty-le")
    assign_targets(world.sheet(1), targets={line.pk: (Fraction(96), decided)}, by=world.secretary, at=NOON, key=a_key())
    answer = client_of(world.officers[1]).post(address(world, 1, "luu"), typed(world, registered="93,25"))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert shown.count('role="alert"') == 1
    assert "2167/QĐ-BTP" in shown.split('role="alert"')[1].split("</main>")[0]
    assert f'name="registered-{line.pk}" value="93,25"' in shown
    assert '<option value="met" selected>' in shown
    assert world.sheet(1).lines.get(pk=line.pk).registered is None


def test_every_field_that_is_no_figure_is_named(db):
    world = a_season_registering()
    answer = client_of(world.officers[1]).post(address(world, 1, "luu"), typed(world, registered="chín lăm"))
    assert answer.status_code == 422
    assert "“chín lăm” không phải là số" in answer.content.decode()


def test_the_second_saver_is_told_and_keeps_what_was_typed(db):
    world = a_season_registering()
    late = typed(world, registered="99")
    client_of(world.officers[1]).post(address(world, 1, "luu"), typed(world, registered="95"))
    answer = client_of(world.leaders[1]).post(address(world, 1, "luu"), late)
    assert answer.status_code == 422
    assert "Có người đã lưu thay đổi" in answer.content.decode()
    assert 'value="99"' in answer.content.decode()
    assert world.sheet(1).lines.get(indicator__code="ty-le").registered == 95


def test_a_refused_submission_shows_the_saved_figures_and_not_an_empty_sheet(db):
    world = a_season_registering()
    officer = client_of(world.officers[1])
    judged = world.sheet(1).lines.get(indicator__code="hoc-tap")
    officer.post(address(world, 1, "luu"), typed(world, **{f"registered-{judged.pk}": ""}))
    answer = officer.post(address(world, 1, "trinh"), {"key": a_key(), "version": world.sheet(1).version})
    assert answer.status_code == 422
    assert "Học tập: chưa có mức đăng ký" in answer.content.decode()
    line = world.sheet(1).lines.get(indicator__code="ty-le")
    assert f'name="registered-{line.pk}" value="95"' in answer.content.decode()
    assert f'name="last-{line.pk}" value="90,5"' in answer.content.decode()


def test_a_form_sent_twice_is_saved_once(db):
    world = a_season_registering()
    officer, form = client_of(world.officers[1]), typed(world)
    assert [officer.post(address(world, 1, "luu"), form).status_code for _ in range(2)] == [303, 303]
    assert world.sheet(1).version == form["version"] + 1


def test_the_secretariat_enters_from_a_paper_and_the_sheet_is_marked(db):
    world = a_season_registering()
    secretary = client_of(world.secretary)
    paper = {
        "paper_source": "Bản đăng ký thi đua", "paper_number": "12/STP-VP", "paper_dated_on": "15/2/2016",
        "paper_signer": "Nguyễn Thị Thắm", "paper_title": "Giám đốc",
    }  # fmt: skip
    refused = secretary.post(address(world, 1, "nhap-thay"), typed(world, **{**paper, "paper_number": ""}))
    assert refused.status_code == 422
    assert "Nguyễn Thị Thắm" in refused.content.decode()
    assert secretary.post(address(world, 1, "nhap-thay"), typed(world, **paper)).status_code == 303
    assert world.sheet(1).handing is Handing.SIGNED
    assert EntryOnBehalf.objects.get().dated_on == date(2016, 2, 15)
    assert "12/STP-VP" in client_of(world.leaders[1]).get(address(world, 1)).content.decode()


def test_looking_changes_nothing_and_others_see_no_fields_to_type_in(db):
    world = a_season_registering()
    other = client_of(world.leaders[2])
    shown = other.get(address(world, 1)).content.decode()
    assert world.sheet(1).version == 1
    assert 'name="registered-' not in shown
    assert other.post(address(world, 1, "luu"), typed(world)).status_code == 422
    assert other.get(address(world, 1, "luu")).status_code == 405


def test_the_english_sheet_is_english_round_vietnamese_names(db):
    world = a_season_registering()
    shown = client_of(world.officers[1], "en").get(address(world, 1)).content.decode()
    assert "Assigned" in shown
    assert '<span lang="vi">Tỷ lệ đúng hạn</span>' in shown
    assert "Mức được giao" not in shown


def test_the_list_is_narrowed_sorted_and_marks_what_was_entered_on_behalf(db):
    world = a_season_registering()
    sheet = world.sheet(2)
    enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )
    client = client_of(world.secretary)

    def listed(**asked):
        page = client.get(address(world), asked).content.decode()
        return re.findall(rf'<a href="{address(world)}/([a-z0-9-]+)">', page)

    first, second, third = (unit.slug for unit in world.units)
    assert listed() == [first, second, third]
    assert listed(loc="da-ky") == listed(loc="nhap-thay") == [third]
    assert listed(loc="dang-nhap") == [first, second]
    assert listed(tim=world.units[1].name) == [second]
    assert listed(xep="ngay-ky") == [third, first, second]
    assert listed(xep="-don-vi") == [third, second, first]
    assert listed(tim="khong co") == []
    page = " ".join(client.get(address(world)).content.decode().split())
    assert "Đã ký 1/3 bảng." in page
    assert page.count("nhập thay</span>") == 1


def test_a_signed_sheet_is_opened_for_mending_only_until_the_text_is_fixed(db):
    world = a_pact_open_for_signing()
    page = client_of(world.officers[1]).get(address(world, 1)).content.decode()
    assert "Mở sửa" not in page
    reopen_text(world.pact(), reason="Sai tên", by=world.secretary, at=NOON, key=a_key())
    assert "Mở sửa" in client_of(world.officers[1]).get(address(world, 1)).content.decode()


def test_what_is_typed_is_saved_before_it_is_submitted_and_stays_when_that_is_refused(db):
    world = a_season_registering()
    officer = client_of(world.officers[1])
    empty = officer.post(address(world, 1, "trinh"), typed(world, registered=""))
    assert empty.status_code == 422
    line = world.sheet(1).lines.get(indicator__code="ty-le")
    assert (line.registered, line.reason) == (None, "Giữ vững kết quả")
    assert f'name="version" value="{world.sheet(1).version}"' in empty.content.decode()
    assert officer.post(address(world, 1, "trinh"), typed(world)).status_code == 303
    assert world.sheet(1).handing is Handing.SUBMITTED
    assert world.sheet(1).lines.get(indicator__code="ty-le").registered == 95
