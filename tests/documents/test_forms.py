"""Forms for units: what may be typed, the hidden mark, as many queries for thirty units as for three."""

import io

from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from tests.factories.results import a_season_of_results, a_wide_bloc
from tests.factories.returned import a_blank_form, a_blank_registration
from thidua.core.returned.forms import MARK_SHEET
from thidua.documents.forms.filling import filled_forms, registration_forms
from thidua.records.seasons.models import Period


def opened(book: bytes):
    return load_workbook(io.BytesIO(book))


def open_cells(sheet) -> set[str]:
    """Cells that a unit may type into."""
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}


def test_only_what_the_unit_fills_in_is_open(db):
    sheet = opened(a_blank_form(a_season_of_results(2))).worksheets[0]
    assert sheet.protection.sheet
    assert open_cells(sheet) == {
        "C5", "C6", "C7", "C8", "F11", "G11", "H12", "H13", "H14", "H15",
        *(f"{column}{row}" for column in "IJKL" for row in range(11, 16)),
    }  # fmt: skip


def test_what_is_judged_is_chosen_from_a_list_and_figures_are_checked(db):
    sheet = opened(a_blank_form(a_season_of_results(2))).worksheets[0]
    checks = {str(check.sqref): (check.type, check.formula1) for check in sheet.data_validations.dataValidation}
    assert (checks["H15"], checks["H12"], checks["F11"]) == (
        ("list", '"đạt,chưa đạt"'), ("decimal", "0"), ("whole", "0"),
    )  # fmt: skip


def test_the_mark_is_hidden_from_the_menu_too_and_names_the_unit(db):
    world = a_season_of_results(2)
    book = opened(a_blank_registration(world))
    told = {row[0].value: row[1].value for row in book[MARK_SHEET].iter_rows()}
    assert book[MARK_SHEET].sheet_state == "veryHidden"
    assert (told["form"], told["unit"], told["season"]) == ("commitments", world.units[1].slug, world.season.slug)
    assert book.sheetnames == ["Đăng ký", "Hướng dẫn", MARK_SHEET]


def test_all_forms_of_a_bloc_take_as_many_queries_as_a_few(db):
    world = a_wide_bloc(30)
    assert world.bloc.slugs  # the bloc brings its names along, as it does from its address
    period = Period.objects.get(bloc_season=world.bloc, slug="quy-1")
    members = list(world.bloc.members.select_related("unit"))
    for count in (3, 30):
        with CaptureQueriesContext(connection) as results:
            assert len(list(filled_forms(world.bloc, period, members[:count]))) == count
        with CaptureQueriesContext(connection) as registrations:
            assert len(list(registration_forms(world.bloc, members[:count]))) == count
        assert (len(results), len(registrations)) == (3, 1)
