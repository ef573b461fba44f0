from pathlib import Path

import pytest

from thidua.core.answer import YES, Outcome
from thidua.core.law.register import register_of
from thidua.core.law.using import may_use
from thidua.core.read import read_table

REGISTER = register_of(read_table((Path(__file__).parents[3] / "law/register.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("award", "earlier", "outcome"),
    [
        ("CSTDCS", [], Outcome.YES),
        ("CSTD_BO", ["CSTDCS"], Outcome.WARN),
        ("CSTDCS", ["CSTDCS"], Outcome.NOT_POSSIBLE),
        ("CSTD_BO", ["CSTDCS", "BK_BO"], Outcome.NOT_POSSIBLE),
        ("CSTDCS", ["BK_BO"], Outcome.NOT_POSSIBLE),
        ("BK_BO", ["CSTDCS"], Outcome.NOT_POSSIBLE),
    ],
)
def test_one_work_serves_one_decision_and_another_title_in_one_reading(award, earlier, outcome):
    assert may_use(REGISTER[award], [REGISTER[one] for one in earlier], name="Sổ").outcome is outcome


def test_a_refusal_names_the_work_and_what_it_was_used_for():
    because = may_use(REGISTER["BK_BO"], [REGISTER["CSTDCS"]], name="Sổ").because
    assert because is not None
    assert because.values == {"name": "Sổ", "by": (REGISTER["CSTDCS"].name,)}
    assert may_use(REGISTER["BK_BO"], [], name="Sổ") is YES
