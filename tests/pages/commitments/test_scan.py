"""The scan of the paper from which the secretariat entered a unit's sheet."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import PDF
from tests.factories.seasons import a_season_registering
from tests.pages.clients import client_of
from tests.pages.commitments.test_commitments import address, typed

pytestmark = pytest.mark.django_db
PAPER = {
    "paper_source": "Bản đăng ký thi đua", "paper_number": "12/STP-VP", "paper_dated_on": "15/2/2016",
    "paper_signer": "Nguyễn Thị Thắm", "paper_title": "Giám đốc",
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))


def test_the_scan_comes_with_the_entry_and_is_read_by_who_reads_the_sheet():
    world = a_season_registering()
    scan = SimpleUploadedFile("đăng ký.pdf", PDF)
    sent = client_of(world.secretary).post(address(world, 1, "nhap-thay"), typed(world, **PAPER, paper_file=scan))
    assert sent.status_code == 303
    other = client_of(world.officers[2])
    assert f'href="{address(world, 1, "van-ban")}"' in other.get(address(world, 1)).content.decode()
    answer = other.get(address(world, 1, "van-ban"))
    assert b"".join(answer.streaming_content) == PDF
    assert client_of(world.outsider).get(address(world, 1, "van-ban")).status_code == 404


def test_an_entry_without_a_scan_has_none_to_show():
    world = a_season_registering()
    secretary = client_of(world.secretary)
    assert secretary.post(address(world, 1, "nhap-thay"), typed(world, **PAPER)).status_code == 303
    assert secretary.get(address(world, 1, "van-ban")).status_code == 404


def test_a_refused_entry_keeps_the_scan_that_came():
    world = a_season_registering()
    secretary = client_of(world.secretary)
    scan = SimpleUploadedFile("đăng ký.pdf", PDF)
    wrong = typed(world, **{**PAPER, "paper_number": ""}, paper_file=scan)
    page = secretary.post(address(world, 1, "nhap-thay"), wrong).content.decode()
    mark = page.split('name="paper_file_kept" value="')[1].split('"')[0]
    assert (
        secretary.post(address(world, 1, "nhap-thay"), typed(world, **PAPER, paper_file_kept=mark)).status_code == 303
    )
    assert secretary.get(address(world, 1, "van-ban")).status_code == 200
