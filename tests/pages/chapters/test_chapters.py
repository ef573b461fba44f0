"""Pages of youth chapters: added by the officer, told of by their secretary, seen by everybody of the season."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.chapters import a_chapter, a_secretary, an_activity
from tests.factories.files import a_png
from tests.factories.results import a_season_of_results
from tests.factories.seasons import TODAY, a_key, an_actor
from tests.pages.clients import client_of
from thidua.core.actor import PostKind
from thidua.core.workflow.participation import as_read
from thidua.records.directory.models import YouthChapter
from thidua.records.results.models import ActivityPhoto, ChapterActivity, JoinCode, Participation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_march(settings):
    settings.DEMO_DAY = TODAY


@pytest.fixture
def world():
    return a_season_of_results(members=3)


@pytest.fixture
def secretary(world):
    return a_secretary(world)


def room(world, more=""):
    return f"/{world.season.cluster.slug}/{world.season.slug}/chi-doan{more}"


def page_of(client, address, **form):
    return client.post(address, form | {"key": a_key()}, follow=True).content.decode()


def test_the_officer_adds_a_chapter_and_changes_its_secretary(world, secretary):
    officer = client_of(world.officers[1])
    form = {"name": "Chi đoàn Một", "unit": world.units[1].slug, "secretary": "Bí Thư Một", "members": "24"}
    assert "Đã ghi Chi đoàn Một." in page_of(officer, room(world, "/moi"), on="4/3/2016", **form)
    assert "Chi đoàn Một" in officer.get(room(world)).content.decode()
    at = room(world, f"/{YouthChapter.objects.get().public_id}")
    page = page_of(officer, f"{at}/doi", secretary="Bí Thư Một", members="25", on="4/3/2016")
    assert "25 đoàn viên" in page
    answer = officer.post(f"{at}/doi", {"key": a_key(), "secretary": "Không Ai", "members": "x", "on": ""})
    assert answer.status_code == 422
    assert "Danh bạ không có người “Không Ai”" in answer.content.decode()


def test_the_secretary_tells_of_an_activity_with_people_and_a_photograph(world, secretary):
    chapter = a_chapter(world, secretary)
    phone = client_of(secretary)
    form = {"title": "Chủ nhật xanh", "on": "4/3/2016", "place": "Xã Số 1", "people": "30", "campaign": ""}
    assert "Đã ghi hoạt động." in page_of(phone, room(world, f"/{chapter.public_id}/hoat-dong-moi"), **form)
    activity = ChapterActivity.objects.get()
    at = room(world, f"/hoat-dong/{activity.public_id}")
    page = page_of(phone, f"{at}/co-mat", names="Cán Bộ Một\nNgười Mới")
    assert "Đã ghi 1 người có mặt; 1 tên chưa có trong danh bạ" in page
    assert "1 người có tên trong danh bạ; chi đoàn khai 30 người đến." in page
    photo = SimpleUploadedFile("anh.png", a_png(), "image/png")
    page = page_of(phone, f"{at}/anh", alt="Đoàn viên dọn kênh", photo=photo)
    assert 'alt="Đoàn viên dọn kênh"' in page
    shown = phone.get(f"{at}/anh/{ActivityPhoto.objects.get().public_id}")
    assert shown.headers["Content-Type"] == "image/png"
    assert "Rút hoạt động này" not in page_of(phone, f"{at}/rut", because="Ghi nhầm")


def test_a_photograph_needs_its_words_and_a_file(world, secretary):
    activity = an_activity(world, a_chapter(world, secretary), secretary)
    answer = client_of(secretary).post(room(world, f"/hoat-dong/{activity.public_id}/anh"), {"key": a_key(), "alt": ""})
    assert answer.status_code == 422
    assert "Thiếu “Ảnh chụp gì”" in answer.content.decode()


def test_whoever_scans_the_code_of_an_activity_waits_as_present(world, secretary, client):
    activity = an_activity(world, a_chapter(world, secretary), secretary)
    page = page_of(client_of(world.officers[1]), room(world, f"/hoat-dong/{activity.public_id}/ma"))
    code = JoinCode.objects.get()
    assert as_read(code.code) in page
    form = {"name": "Cán Bộ Một", "unit": world.units[1].slug, "on": "4/3/2016", "text": "Có đi", "key": a_key()}
    client.post(f"/tham-gia/{code.code}", form)
    one = Participation.objects.get()
    assert (one.activity, one.state) == (activity, "unclaimed")


def test_another_unit_reads_what_was_done_and_no_names(world, secretary):
    activity = an_activity(world, a_chapter(world, secretary), secretary)
    at = room(world, f"/hoat-dong/{activity.public_id}")
    an_actor("Người Có Mặt", world.units[1], PostKind.STAFF)
    assert "Người Có Mặt" in page_of(client_of(secretary), f"{at}/co-mat", names="Người Có Mặt")
    page = client_of(world.officers[2]).get(at).content.decode()
    assert "Ra quân ngày chủ nhật xanh" in page
    assert "1 người có tên trong danh bạ" in page
    assert "Người Có Mặt" not in page


def test_the_officer_renames_a_chapter_and_ends_it_and_all_of_it_stays_readable(world, secretary, settings):
    chapter = a_chapter(world, secretary)
    officer, at = client_of(world.officers[1]), room(world, f"/{chapter.public_id}")
    settings.DEMO_DAY = date(2016, 3, 20)
    typed = {"new_name": "Chi đoàn Hai", "named_on": "hôm nọ", "named_because": "Sáp nhập phòng"}
    refused = officer.post(f"{at}/doi-ten", typed | {"key": a_key()})
    assert refused.status_code == 422
    assert 'value="Sáp nhập phòng"' in refused.content.decode()
    page = page_of(officer, f"{at}/doi-ten", **typed | {"named_on": "11/3/2016"})
    assert ">Chi đoàn Hai<" in page
    assert "Tên “Chi đoàn Một” đến 10/3/2016" in page
    page = page_of(officer, f"{at}/ket-thuc", ended_on="15/3/2016", ended_because="Nhập vào chi đoàn cơ quan")
    assert "Chi đoàn đã kết thúc từ 15/3/2016" in page
    for word in ("doi", "doi-ten", "ket-thuc", "hoat-dong-moi"):
        assert f'{at}/{word}"' not in page
    listed = client_of(world.officers[2]).get(room(world)).content.decode()
    assert "Chi đoàn Hai" in listed
    assert "kết thúc 15/3/2016" in listed
    assert officer.post(f"{at}/doi-ten", typed | {"named_on": "16/3/2016", "key": a_key()}).status_code == 422
