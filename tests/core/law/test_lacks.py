"""What is missing is told of the way by merit, wherever a file has it, as the shelf is found by it."""

from datetime import date

import pytest

from tests.factories.law import ABOUT, REGISTER
from thidua.core.law.assembly import library_of
from thidua.core.law.explain import explain
from thidua.core.law.history import Asked, History, Kind, Level
from thidua.core.law.lacks import doubts_of, lacks_of
from thidua.core.law.shelf import Shelf, shelf_of

ASKED = Asked(2025, date(2026, 3, 1))
BY_FEAT = """\
  - branch: feat
    name: {vi: Thành tích đột xuất, en: A feat}
    type: DOT_XUAT
    judged: {word: feat, name: {vi: lập thành tích, en: a feat}}
"""
BY_MERIT = """\
  - branch: merit
    name: {vi: Công trạng, en: Merit}
    type: CONG_TRANG
    all:
      - rated: {at_least: HTT}
      - judged: {word: model, name: {vi: gương mẫu, en: a model}}
"""


@pytest.mark.parametrize("branches", [BY_MERIT + BY_FEAT, BY_FEAT + BY_MERIT], ids=["merit first", "merit last"])
def test_what_lacks_and_what_is_to_be_looked_at_is_told_of_the_way_by_merit(branches):
    files = {"L22/text.yaml": ABOUT, "L22/BK_BO.yaml": f"form: BK_BO\nsource: '74'\nbranches:\n{branches}"}
    library = library_of(files, REGISTER)
    standard = library.in_force("BK_BO", Kind.INDIVIDUAL, ASKED.on)
    assert standard is not None
    general = library.general(ASKED.on, Kind.INDIVIDUAL)
    short, to_judge = (
        explain(standard, general, History(ratings={2025: level}), ASKED) for level in (Level.HT, Level.HTT)
    )
    assert (shelf_of(short), [lack.says.key for lack in lacks_of(short)]) == (Shelf.NEAR, ["law.rated.not_met"])
    assert (shelf_of(to_judge), lacks_of(to_judge)) == (Shelf.WARN, ())
    [doubt] = doubts_of(to_judge)
    assert doubt.says.values["says"].en == "a model"
