"""An officer's own form in Excel fills the draft of the unit's report."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.results import a_season_of_results, a_signed_report, the_line, the_report
from tests.factories.returned import a_good_form
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.results.addresses import address


@pytest.fixture(autouse=True)
def spring(settings):
    settings.DEMO_DAY = date(2016, 4, 5)


@pytest.fixture
def world(db):
    return a_season_of_results()


def sent(world, content, version=1, place=1):
    form = {"key": a_key(), "version": str(version), "form": SimpleUploadedFile("bieu.xlsx", content)}
    return client_of(world.officers[place]).post(address(world, place, "bieu"), form)


def test_the_form_fills_the_draft_and_what_has_no_figure_yet_stays_empty(world):
    assert sent(world, a_good_form(world, H13=None, C7=None)).status_code == 303
    report = the_report(world)
    assert (report.state, the_line(report, "cuoc").value, the_line(report, "luy-ke").value) == ("draft", 12, None)


def test_a_document_in_the_form_becomes_evidence_of_the_draft(world):
    assert sent(world, a_good_form(world, J12="45/QĐ-STP", K12="1/4/2016")).status_code == 303
    [shown] = the_line(the_report(world), "cuoc").evidence.select_related("paper")
    assert (shown.paper.number, shown.paper.dated_on) == ("45/QĐ-STP", date(2016, 4, 1))


def test_faults_are_told_by_cell_and_nothing_is_filled_in(world):
    answer = sent(world, a_good_form(world, H12="mười"))
    assert answer.status_code == 422
    assert "Ô H12: “mười” không phải là số. Ghi số như 95, 9,5 hoặc 1.234,5." in answer.content.decode()
    assert the_line(the_report(world), "luy-ke").value is None


def test_the_form_of_another_unit_is_told(world):
    first, second = world.units[1].short_name, world.units[2].short_name
    told = f"Biểu này của {second}, không phải {first}. Chọn đúng biểu của đơn vị."
    assert told in sent(world, a_good_form(world, 2)).content.decode()


def test_a_form_that_crosses_another_saving_and_one_for_a_signed_report_are_refused(world):
    assert sent(world, a_good_form(world), version=7).status_code == 422
    a_signed_report(world)
    assert sent(world, a_good_form(world), version=the_report(world).version).status_code == 422
