"""A draft laid over the law: who gains and who loses is counted, and the law itself stays as it is."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from tests.factories.histories import a_history
from tests.factories.law import text
from thidua.base.law import law, library_with
from thidua.core.law.columns import names_in
from thidua.core.law.conditions import Case
from thidua.core.law.explain import explained
from thidua.core.law.history import Asked, Kind, row_of
from thidua.core.law.library import Library
from thidua.core.law.sweep.arrays import rows_as_columns
from thidua.core.law.sweep.difference import counted, difference
from thidua.core.law.sweep.questions import Questions, questions
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


def asks(library: Library) -> Questions:
    standard = library.in_force("CSTD_BO", Kind.INDIVIDUAL, ASKED.on)
    assert standard is not None
    return questions(standard, library.general(ASKED.on, Kind.INDIVIDUAL), ASKED)


def test_who_gains_and_who_loses_is_who_is_explained_so(draft):
    chance = Random("difference")
    rows = [row_of(a_history(chance), ASKED) for _ in range(PEOPLE)]
    before, after = asks(law()), asks(draft)
    columns = rows_as_columns(rows, sorted(names_in(*vars(before).values(), *vars(after).values())))
    one_by_one: Counter[tuple[Verdict, Verdict]] = Counter()
    for row in rows:
        told = [
            explained(
                library.in_force("CSTD_BO", Kind.INDIVIDUAL, ASKED.on),  # type: ignore[arg-type]
                library.general(ASKED.on, Kind.INDIVIDUAL),
                Case(row, ASKED),
            ).verdict
            for library in (law(), draft)
        ]
        one_by_one[told[0], told[1]] += 1
    assert difference(before, after, columns, PEOPLE) == one_by_one
    assert sum(counted(after, columns, PEOPLE).values()) == PEOPLE
    assert len(one_by_one) > 2, "the draft changes something"


def test_the_law_itself_knows_nothing_of_the_draft(draft):
    assert "X1" in draft.texts
    assert "X1" not in law().texts
