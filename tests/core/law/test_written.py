from datetime import date

from thidua.base.law import law
from thidua.core.law.explain import explain
from thidua.core.law.history import Asked, History, Level, row_of
from thidua.core.law.written import as_written
from thidua.core.law.years import years


def test_an_answer_keeps_every_year_that_it_was_reckoned_from_however_long_ago():
    history = History(ratings={1975: Level.HTXS, 2024: Level.HTT}, titles={"LDTT": years([1960, 1984, 2024])})
    asked = Asked(2024, date(2025, 3, 1))
    standard = law().standard_for("LDTT", history.kind, asked)
    found = explain(standard, law().general(asked.on, history.kind), history, asked)
    facts = as_written(found, law(), row_of(history, asked), version="1", say=str)["facts"]
    assert (facts["title.LDTT"], facts["rated.HTXS"]) == ([1960, 1984, 2024], [1975])
