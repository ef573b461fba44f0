"""The register of units as a workbook, narrowed as the page is."""

import io

import openpyxl

from tests.factories.results import a_season_of_results
from tests.pages.clients import client_of


def test_the_register_is_taken_away_as_it_is_asked_for(db):
    world = a_season_of_results(3)
    reader = client_of(world.leaders[0])
    answer = reader.get("/don-vi.xlsx", {"q": world.units[1].code})
    table = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    codes = {row[0] for row in table.iter_rows(values_only=True)}
    assert world.units[1].code in codes
    assert not {world.units[0].code, world.units[2].code} & codes
    shown = reader.get("/don-vi", {"q": world.units[1].code}).content.decode()
    assert f'href="/don-vi.xlsx?q={world.units[1].code}"' in shown
