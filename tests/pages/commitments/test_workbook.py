"""The bloc's registrations as a workbook: units × indicators, last year's figure and the assigned one beside it."""

import io

import openpyxl

from tests.factories.results import a_season_of_results
from tests.factories.seasons import A_PAPER, NOON, a_key, figures_for
from tests.pages.clients import client_of
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf


def test_every_unit_stands_with_what_it_has_registered(db):
    world = a_season_of_results(2)
    sheet = world.sheet(1)
    act = {"by": world.secretary, "at": NOON, "key": a_key()}
    enter_commitments_on_behalf(sheet, figures=figures_for(sheet, 40), paper=A_PAPER, **act)
    cluster, season, bloc = world.bloc.slugs
    answer = client_of(world.leaders[0]).get(f"/{cluster}/{season}/{bloc}/dang-ky.xlsx")
    table = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = {row[0]: row for row in table.iter_rows(values_only=True) if row[0]}
    heads = [cell for row in table.iter_rows(values_only=True) for cell in row if cell == "Mức đăng ký"]
    assert len(heads) == 5
    assert rows[world.bloc.members.get(unit=world.units[1]).name][1] == "đã ký"
    assert rows[world.bloc.members.get(unit=world.units[1]).name][4] == 40
    assert rows[world.bloc.members.get(unit=world.units[0]).name][1] == "đang nhập"
