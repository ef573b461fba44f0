"""The ladder of an explanation: flat enough to be read from the back of a hall."""

from datetime import date

import pytest

from thidua.base.law import law, register
from thidua.core.law.conditions import Case
from thidua.core.law.explain import explained
from thidua.core.law.history import Asked, History, Kind, Level, row_of
from thidua.pages.law.ladder import Ladder, ladder_of


def ladder(award: str, history: History, on: date) -> Ladder:
    asked = Asked(on.year - 1, on)
    standard = law().standard_for(award, history.kind, asked)
    assert standard is not None
    case = Case(row_of(history, asked), asked)
    return ladder_of(explained(standard, law().general(on, history.kind), case), law(), history, register())


def test_what_asks_for_several_says_how_many_lack_above_and_its_parts_stand_side_by_side():
    merit = ladder("BK_TTG", History(ratings={2025: Level.HTT}), date(2026, 3, 1)).ways[0]
    assert merit.gist == "Thiếu 2 trong 3 điều kiện"
    assert [rung.depth for rung in merit.rungs] == [0, 0, 1, 1, 0]
    assert [rung.same_source for rung in merit.rungs] == [False, True, True, True, True]


def test_a_standard_that_can_be_met_in_several_ways_says_so_in_one_line():
    [way] = ladder("CSTDCS", History(), date(2026, 3, 1)).ways
    [one] = [rung.says for rung in way.rungs if "“Lao động tiên tiến”" in rung.says]
    assert one.endswith("Chưa đáp ứng điều kiện nào trong 2 điều kiện (chỉ cần một)")


@pytest.mark.parametrize("kind", Kind)
def test_nothing_that_is_asked_now_is_deeper_than_three_steps(kind):
    for award in law().awards_on(date(2026, 3, 1), kind):
        found = ladder(award, History(kind=kind), date(2026, 3, 1))
        assert max(rung.depth for way in found.ways for rung in way.rungs) <= 3, award
