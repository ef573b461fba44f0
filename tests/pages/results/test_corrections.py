from datetime import date

import pytest

from tests.factories.results import a_report_on_behalf, a_season_of_results, a_signed_report, the_line, the_report
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.results.addresses import A_SOURCE, address
from thidua.records.results.models import Correction


@pytest.fixture(autouse=True)
def spring(settings):
    settings.DEMO_DAY = date(2016, 4, 20)


@pytest.fixture
def world(db):
    world = a_season_of_results()
    a_signed_report(world)
    return world


def where(world, place=1, act="", code="ty-le"):
    return address(world, place, f"dinh-chinh/{code}{f'/{act}' if act else ''}")


def proposed(world, place=1, top="40", why="Bổ sung một hồ sơ"):
    pk = the_line(the_report(world, place), "ty-le").pk
    return {"key": a_key(), f"numerator-{pk}": top, f"denominator-{pk}": "40", "reason": why}


def waiting():
    return Correction.objects.get(state="submitted").public_id


def test_an_officer_proposes_the_leader_signs_and_both_figures_stay_readable(world):
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    assert officer.post(where(world, act="trinh"), proposed(world)).status_code == 303
    assert the_line(the_report(world), "ty-le").numerator == 39
    assert "đính chính chờ ký" in officer.get(address(world, 1)).content.decode()
    assert leader.post(where(world, act="ky"), {"key": a_key(), "correction": waiting()}).status_code == 303
    assert the_line(the_report(world), "ty-le").numerator == 40
    for page in (address(world, 1), where(world)):
        shown = client_of(world.officers[2]).get(page).content.decode()
        assert "<s>39/40 (97,5\N{NO-BREAK SPACE}%)</s>" in shown
        assert "<b>40/40 (100\N{NO-BREAK SPACE}%)</b>" in shown
        assert "Bổ sung một hồ sơ" in shown
        assert world.leaders[1].name in shown


def test_a_refused_proposal_keeps_what_was_typed(world):
    answer = client_of(world.officers[1]).post(where(world, act="trinh"), proposed(world, top="41"))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "số đạt 41 lớn hơn tổng số 40" in shown
    assert 'value="41"' in shown
    assert ">Bổ sung một hồ sơ</textarea>" in shown
    assert not Correction.objects.exists()


def test_a_returned_proposal_says_why_and_another_may_follow(world):
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    officer.post(where(world, act="trinh"), proposed(world))
    named = {"key": a_key(), "correction": waiting()}
    assert leader.post(where(world, act="tra-lai"), named | {"remark": ""}).status_code == 422
    assert leader.post(where(world, act="tra-lai"), named | {"remark": "Đã tính ở quý sau"}).status_code == 303
    assert "Đã tính ở quý sau" in officer.get(address(world, 1)).content.decode()
    assert officer.post(where(world, act="trinh"), proposed(world)).status_code == 303


def test_signing_twice_with_one_form_gives_the_first_receipt(world):
    client_of(world.officers[1]).post(where(world, act="trinh"), proposed(world))
    form, leader = {"key": a_key(), "correction": waiting()}, client_of(world.leaders[1])
    assert [leader.post(where(world, act="ky"), form).status_code for _ in range(2)] == [303, 303]
    again = leader.post(where(world, act="ky"), form | {"key": a_key()})
    assert again.status_code == 422


def test_the_secretariat_corrects_only_what_it_entered_itself(world):
    secretary = client_of(world.secretary)
    assert secretary.post(where(world, 1, "nhap-thay"), proposed(world, 1) | A_SOURCE).status_code == 422
    a_report_on_behalf(world)
    refused = secretary.post(where(world, 2, "nhap-thay"), proposed(world, 2) | A_SOURCE | {"paper_signer": ""})
    assert refused.status_code == 422
    assert 'value="38/BC-STP"' in refused.content.decode()
    assert secretary.post(where(world, 2, "nhap-thay"), proposed(world, 2) | A_SOURCE).status_code == 303
    assert the_line(the_report(world, 2), "ty-le").numerator == 40
    assert (
        "nhập thay đính chính Đúng hạn, Nguyễn Thị Thắm ký trên giấy" in secretary.get(where(world, 2)).content.decode()
    )


def test_another_unit_reads_a_correction_and_cannot_touch_it(world):
    client_of(world.officers[1]).post(where(world, act="trinh"), proposed(world))
    other, stranger = client_of(world.leaders[2]), client_of(world.outsider)
    named = {"key": a_key(), "correction": waiting()}
    assert other.get(where(world)).status_code == 200
    assert other.post(where(world, act="ky"), named).status_code == 422
    assert other.post(where(world, act="trinh"), proposed(world)).status_code == 422
    assert stranger.get(where(world)).status_code == 404
    assert stranger.post(where(world, act="ky"), named).status_code == 404
    assert other.get(where(world, code="khong-co")).status_code == 404


def test_the_correction_of_another_line_is_the_same_as_none(world):
    client_of(world.officers[1]).post(where(world, act="trinh"), proposed(world))
    named = {"key": a_key(), "correction": waiting()}
    assert client_of(world.leaders[1]).post(where(world, act="ky", code="cuoc"), named).status_code == 404
