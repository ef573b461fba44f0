"""How an entry on behalf is judged: every state against every judgement."""

import pytest

from thidua.core.workflow.on_behalf import EntryState, Judgement, after, may

S, J = EntryState, Judgement
STEPS = {
    (S.STANDING, J.CONFIRM): S.CONFIRMED_BY_UNIT,
    (S.STANDING, J.DISPUTE): S.DISPUTED,
    (S.CONFIRMED_BY_UNIT, J.DISPUTE): S.DISPUTED,
    (S.DISPUTED, J.CONFIRM): S.CONFIRMED_BY_UNIT,
    (S.DISPUTED, J.UPHOLD): S.CONFIRMED,
    (S.DISPUTED, J.REPLACE): S.REPLACED,
    (S.STANDING, J.WITHDRAW): S.WITHDRAWN,
}


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("judgement", list(J))
def test_a_judgement_leads_on_or_is_refused_with_what_stands(state, judgement):
    assert after(state, judgement) == STEPS.get((state, judgement))
    answer = may(state, judgement)
    assert answer.is_yes == ((state, judgement) in STEPS)
    assert answer.is_yes or answer.because.key == f"entry.is_{state}"


def test_what_the_secretariat_has_answered_is_answered_for_good():
    ended = (S.CONFIRMED, S.REPLACED, S.WITHDRAWN)
    assert not [judgement for judgement in J for state in ended if after(state, judgement)]
