"""A draft laid over the law: who gains and who loses is counted, and the law itself stays as it is."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from tests.factories.histories import a_history
from tests.factories.law import text
from thidua.base.law import law, library_with
from thidua.core.law.conditions import Case
from thidua.core.law.explain import explained
from thidua.core.law.history import Asked, Kind, row_of
from thidua.core.law.library import Library
from thidua.core.law.sweep.arrays import rows_as_columns
from thidua.core.law.sweep.whatif import RANKED, WhatIf
from thidua.core.law.verdicts import Verdict

ASKED = Asked(2025, date(2026, 3, 1))
HARDER = "title: CSTD_BO\nsource: '1'\nall:\n  - titled: {title: CSTDCS, consecutive: 4}\n"
PEOPLE = 2000


@pytest.fixture(scope="module")
def draft(tmp_path_factory) -> Library:
    folder = tmp_path_factory.mktemp("draft")
    (folder / "X1").mkdir()
    (folder / "X1" / "text.yaml").write_text(text("X1", start="2026-01-01", more="amends: [L22]\n"), encoding="utf-8")
    (folder / "X1" / "CSTD_BO.yaml").write_text(HARDER, encoding="utf-8")
    return library_with(folder)


def test_who_gains_and_who_loses_is_who_is_explained_so(draft):
    chance = Random("difference")
    rows = [row_of(a_history(chance), ASKED) for _ in range(PEOPLE)]
    columns = rows_as_columns(rows, sorted({name for row in rows for name in row}))
    told = [tuple(_verdict(library, row) for library in (law(), draft)) for row in rows]
    changed = [one for one in told if one[0] is not one[1]]
    [found] = WhatIf(law(), draft, Kind.INDIVIDUAL, ASKED).differences(columns, PEOPLE)
    assert (found.award, found.changes) == ("CSTD_BO", Counter(changed))
    assert [found.verdicts_of(row) for row in range(PEOPLE)] == told
    gain = [row for row, (then, now) in enumerate(told) if RANKED.index(now) > RANKED.index(then)]
    assert (found.gain.tolist(), len(found.lose)) == (gain, len(changed) - len(gain))
    assert gain
    assert len(found.lose), "the draft changes something both ways"


def _verdict(library: Library, row) -> Verdict:
    standard = library.standard_for("CSTD_BO", Kind.INDIVIDUAL, ASKED)
    assert standard is not None
    return explained(standard, library.general(ASKED.on, Kind.INDIVIDUAL), Case(row, ASKED)).verdict


def test_the_law_itself_knows_nothing_of_the_draft(draft):
    assert "X1" in draft.texts
    assert "X1" not in law().texts
