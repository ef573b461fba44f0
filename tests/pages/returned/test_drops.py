"""The secretariat takes forms away, drops those that came back, looks, applies and withdraws."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.files import OLD_OFFICE
from tests.factories.results import a_season_of_results, the_line, the_report
from tests.factories.returned import a_good_form
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from thidua.jobs.after import after
from thidua.records.journal.queries import lines_after
from thidua.records.runs.models import Run
from thidua.records.seasons.models import BlocSeason


@pytest.fixture(autouse=True)
def spring(settings):
    settings.DEMO_DAY = date(2016, 4, 5)


@pytest.fixture
def world(db):
    return a_season_of_results()


def at(world, name="forms", *more):
    return reverse(name, args=(*world.bloc.slugs, *more))


def dropped(world, **files):
    """As the browser sends several files in one field, and the jobs process reads them."""
    uploads = [SimpleUploadedFile(f"{name}.xlsx", content) for name, content in files.items()]
    form = {"key": a_key(), "part": "quy-1", "forms": uploads}
    answer = client_of(world.secretary).post(at(world, "drop_forms"), form)
    after(lines_after(0))
    return answer


def act(world, name, **form):
    [run] = Run.objects.all()
    return client_of(world.secretary).post(at(world, name, run.public_id), {"key": a_key(), **form})


def test_forms_come_back_are_looked_at_applied_and_withdrawn(world):
    answer = dropped(world, mot=a_good_form(world, 1), hai=a_good_form(world, 2, H12="mười"), ba=OLD_OFFICE)
    assert answer.status_code == 303
    shown = client_of(world.secretary).get(answer["Location"]).content.decode()
    assert '<b><span lang="vi">Kết quả</span> H12</b>: “mười” không phải là số.' in shown
    assert "Tệp “ba.xlsx” là Word, Excel kiểu cũ" in shown

    assert act(world, "apply_import").status_code == 422
    assert act(world, "apply_import", without_faulty="1").status_code == 303
    assert the_line(the_report(world, 1), "cuoc").value == 12
    assert act(world, "undo_import", reason="Thả nhầm").status_code == 303
    assert the_line(the_report(world, 1), "cuoc").value is None


def test_without_scripts_a_field_for_files_is_explained_in_the_language_of_the_page(world):
    page = client_of(world.secretary).get(at(world)).content.decode()
    told = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "Bấm nút trong ô này để chọn tệp trên máy" in told


def test_a_file_shows_its_rows_beside_what_stands(world):
    dropped(world, mot=a_good_form(world))
    [run] = Run.objects.all()
    opened = at(world, "import_run", run.public_id) + f"?tep={run.files.get().public_id}"
    shown = client_of(world.secretary).get(opened).content.decode()
    assert "39/40 (97,5\N{NO-BREAK SPACE}%)" in shown
    assert "38/BC-STP" in shown


def test_progress_is_a_part_of_the_page_and_asks_for_the_whole_once_it_is_over(world):
    dropped(world, mot=a_good_form(world))
    [run] = Run.objects.all()
    Run.objects.filter(pk=run.pk).update(state="reading")
    client = client_of(world.secretary)
    part = client.get(at(world, "import_progress", run.public_id))
    assert ("<html" in part.content.decode(), "HX-Refresh" in part.headers) == (False, False)
    Run.objects.filter(pk=run.pk).update(state="read")
    assert client.get(at(world, "import_progress", run.public_id))["HX-Refresh"] == "true"


def test_a_stage_at_which_no_forms_come_back_is_told_in_place_of_the_field(world):
    open_now = client_of(world.secretary).get(at(world)).content.decode()
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage="verifying")
    closed = client_of(world.secretary).get(at(world)).content.decode()
    assert ['id="forms"' in shown for shown in (open_now, closed)] == [True, False]
    assert ["Lúc này không nhận lại biểu:" in shown for shown in (open_now, closed)] == [False, True]
    assert "thả tệp vào ô ở trên" not in closed


def test_where_no_file_could_be_read_the_count_is_nought_and_the_way_back_is_shown(world):
    shown = client_of(world.secretary).get(dropped(world, ba=OLD_OFFICE)["Location"]).content.decode()
    assert "<dt>Tệp đọc được</dt><dd>0</dd>" in shown
    assert f'<a href="{at(world)}">Thả biểu</a>' in shown


def test_nothing_chosen_is_told_where_it_is_to_be_chosen(world):
    answer = client_of(world.secretary).post(at(world, "drop_forms"), {"key": a_key(), "part": "quy-1"})
    assert (answer.status_code, "Chưa chọn tệp nào." in answer.content.decode()) == (422, True)


def test_the_archive_holds_the_form_of_every_unit(world):
    answer = client_of(world.leaders[2]).get(at(world, "all_result_forms", "quy-1"))
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted(f"quy-1-{unit.slug}.xlsx" for unit in world.units)


def test_a_run_of_another_bloc_is_not_there(world):
    dropped(world, mot=a_good_form(world))
    [run] = Run.objects.all()
    Run.objects.filter(pk=run.pk).update(within="blocseason:khac")
    assert client_of(world.secretary).get(at(world, "import_run", run.public_id)).status_code == 404


def test_a_period_that_has_just_begun_takes_no_forms_and_says_from_which_day(world, settings):
    settings.DEMO_DAY = date(2016, 3, 16)
    assert dropped(world, mot=a_good_form(world)).status_code == 422
    assert not Run.objects.exists()
    page = client_of(world.secretary).get(at(world), {"ky": "quy-1"}).content.decode()
    assert 'id="forms"' not in page
    assert "nhận biểu từ ngày 17/3/2016" in page
    settings.DEMO_DAY = date(2016, 3, 17)
    assert dropped(world, mot=a_good_form(world)).status_code == 303
