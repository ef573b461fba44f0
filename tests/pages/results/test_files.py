from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import PDF, PROGRAM
from tests.factories.results import a_season_of_results, a_signed_report, the_line, the_report
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.results.addresses import A_SOURCE, address, typed
from thidua.records.files.models import StoredFile
from thidua.records.results.models import Evidence


@pytest.fixture(autouse=True)
def spring(settings):
    settings.DEMO_DAY = date(2016, 4, 5)


@pytest.fixture
def world(db):
    return a_season_of_results()


def a_file(name="bao cao.pdf", content=PDF):
    return SimpleUploadedFile(name, content, "application/octet-stream")


def field(world, place=1):
    return f"paper-file-{the_line(the_report(world, place), 'cuoc').pk}"


def test_a_file_alone_is_evidence_and_is_read_by_who_may_read_the_report(world):
    officer = client_of(world.officers[1])
    form = typed(the_report(world)) | {field(world): a_file()}
    assert officer.post(address(world, 1, "luu"), form).status_code == 303
    [one] = Evidence.objects.all()
    where = address(world, 1, f"minh-chung/{one.public_id}")
    assert f'href="{where}"' in officer.get(address(world, 1)).content.decode()
    answer = client_of(world.leaders[2]).get(where)
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert client_of(world.outsider).get(where).status_code == 404
    assert officer.get(address(world, 2, f"minh-chung/{one.public_id}")).status_code == 404


def test_a_wrong_file_is_told_with_its_line_and_nothing_typed_is_lost(world):
    form = typed(the_report(world), value_cuoc="33") | {field(world): a_file("bang.exe", PROGRAM)}
    answer = client_of(world.officers[1]).post(address(world, 1, "luu"), form)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Số cuộc tuyên truyền: Không nhận được tệp “bang.exe”" in shown
    assert 'value="33"' in shown
    assert not StoredFile.objects.exists()


def test_a_file_beside_a_wrong_figure_need_not_be_chosen_again(world):
    officer = client_of(world.officers[1])
    form = typed(the_report(world), value_cuoc="ba") | {field(world): a_file()}
    shown = officer.post(address(world, 1, "luu"), form).content.decode()
    assert 'Đã nhận tệp <b lang="vi">bao cao.pdf</b>' in shown
    mark = shown.split(f'name="{field(world)}_kept" value="')[1].split('"')[0]
    again = typed(the_report(world)) | {f"{field(world)}_kept": mark}
    assert officer.post(address(world, 1, "luu"), again).status_code == 303
    assert Evidence.objects.get().paper.file.name == "bao cao.pdf"


def test_a_file_sent_with_a_report_that_is_saved_but_too_early_is_attached_once(world, settings):
    settings.DEMO_DAY = date(2016, 3, 4)
    officer = client_of(world.officers[1])
    form = typed(the_report(world)) | {field(world): a_file()}
    answer = officer.post(address(world, 1, "trinh"), form)
    assert answer.status_code == 422
    assert "_kept" not in answer.content.decode()
    assert Evidence.objects.count() == 1


def test_the_scan_of_an_entry_on_behalf_is_read_from_the_report(world):
    secretary = client_of(world.secretary)
    form = typed(the_report(world, 2)) | A_SOURCE | {"paper_file": a_file("quet.pdf")}
    assert secretary.post(address(world, 2, "nhap-thay"), form).status_code == 303
    where = address(world, 2, "van-ban")
    assert f'href="{where}"' in client_of(world.leaders[2]).get(address(world, 2)).content.decode()
    assert b"".join(client_of(world.leaders[2]).get(where).streaming_content) == PDF
    assert client_of(world.outsider).get(where).status_code == 404
    assert secretary.get(address(world, 1, "van-ban")).status_code == 404


def test_evidence_without_a_file_has_no_file_to_read(world):
    report = a_signed_report(world)
    pk = the_line(report, "cuoc").pk
    paper = {f"paper-number-{pk}": "17/BC-STP", f"paper-date-{pk}": "31/3/2016"}
    officer = client_of(world.officers[1])
    assert officer.post(address(world, 1, "minh-chung-them/cuoc"), {"key": a_key()} | paper).status_code == 303
    one = Evidence.objects.get()
    assert officer.get(address(world, 1, f"minh-chung/{one.public_id}")).status_code == 404
