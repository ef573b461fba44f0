"""The progress board of the founding season, against a reckoning by hand."""

import pytest

from tests.demo.founding import bloc_of
from tests.figures import by_hand
from tests.played import LAST_DAY, MID_YEAR
from thidua.core.measuring import Standing
from thidua.figures.progress import progress_board
from thidua.records.results.queries import year_facts
from thidua.records.seasons.models import BlocSeason


@pytest.mark.parametrize("on", [MID_YEAR, LAST_DAY])
def test_the_founding_season_stands_on_the_board_as_reckoned_by_hand(stand_on, on):
    stand_on(on)
    for bloc in BlocSeason.objects.all():
        facts = year_facts(bloc)
        for row in progress_board(bloc, on=on).rows:
            unit = row.member.unit.code
            for one in row.cells:
                code = one.indicator.code
                figure = by_hand.figure(unit, code, on)
                target = by_hand.target(unit, code, row.through.slug)
                shown = (
                    figure if one.indicator.kind == "number" else {None: None, "đạt": True, "chưa đạt": False}[figure]
                )
                assert (one.figure if one.is_met is None else one.is_met) == shown, (unit, code)
                assert one.target == target, (unit, code)
                assert one.share == (figure / target if figure is not None and target else None), (unit, code)
                fact = facts[row.member.pk][code]
                assert (fact.figure if fact.is_met is None else fact.is_met) == shown, (unit, code)


def test_at_mid_year_the_founding_board_shows_what_is_missing_late_and_entered_on_behalf(stand_on):
    stand_on(MID_YEAR)
    rows = {
        row.member.unit.code: row for bloc in BlocSeason.objects.all() for row in progress_board(bloc, on=MID_YEAR).rows
    }
    assert sorted(rows) == sorted(bloc_of())
    [settled] = [one for one in rows["STP-ND"].cells if one.indicator.code == "hoa-giai"]
    assert (settled.figure, settled.standing) == (None, Standing.NONE)
    assert [period.slug for period in settled.missing] == ["quy-1", "quy-2"]
    assert {unit for unit, row in rows.items() if row.late} == {"THADS-HY"}
    assert sum(row.on_behalf for row in rows.values()) == 17
    assert (rows["STP-ND"].reached, rows["STP-ND"].known) == (6, 7)
