"""What is in force is reckoned once for each day, and is gone with the library that it was reckoned by."""

import gc
import weakref
from datetime import date

from tests.factories.law import ABOUT, REGISTER, rule
from thidua.core.law.assembly import library_of
from thidua.core.law.history import Kind

DAY = date(2026, 3, 1)


def test_a_draft_that_was_looked_at_is_kept_by_nobody():
    draft = library_of({"L22/text.yaml": ABOUT, "L22/LDTT.yaml": rule("LDTT")}, REGISTER)
    assert draft.in_force("LDTT", Kind.INDIVIDUAL, DAY) is draft.in_force("LDTT", Kind.INDIVIDUAL, DAY)
    known = weakref.ref(draft)
    del draft
    gc.collect()
    assert known() is None
