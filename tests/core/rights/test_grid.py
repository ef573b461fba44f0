import pytest

from thidua.base.wording import say
from thidua.core.answer import UNKNOWN, YES, Outcome, not_possible
from thidua.core.rights import either, grid_of
from thidua.core.workflow.stages import Stage

GRID = grid_of({"pact.open": {"may": ["head"], "sees": ["member"], "stages": ["registering"]}})


def test_the_three_answers_of_the_grid():
    assert GRID.answer("pact.open", {"head"}, Stage.REGISTERING).outcome is Outcome.YES
    assert GRID.answer("pact.open", {"member"}, Stage.REGISTERING).because.key == "rights.not_yours"
    assert GRID.answer("pact.open", {"head"}, Stage.RUNNING).because.key == "rights.not_now"
    assert GRID.answer("pact.open", {"signed_in"}, Stage.REGISTERING).outcome is Outcome.UNKNOWN


def test_a_refusal_names_who_may_the_nearest_first_and_parts_names_that_have_a_comma():
    grid = grid_of({"honours.keep": {"may": ["administrator", "head", "officer", "secretariat"], "sees": ["member"]}})
    refusal = grid.answer("honours.keep", {"member"}).because
    assert say(refusal) == (
        "Việc này do cán bộ thi đua, khen thưởng của đơn vị; bộ phận thường trực; Trưởng cụm, khu vực; "
        "người quản trị hệ thống làm."
    )


def test_an_act_without_a_rule_is_an_error_and_not_a_yes():
    with pytest.raises(KeyError):
        GRID.answer("pact.burn", {"head"})


NOT_YOURS, NOT_NOW = not_possible("rights.not_yours"), not_possible("rights.not_now")


@pytest.mark.parametrize(
    ("own", "on_behalf", "answer"),
    [
        (YES, NOT_YOURS, YES),
        (NOT_YOURS, YES, YES),
        (NOT_YOURS, NOT_NOW, NOT_NOW),
        (NOT_NOW, NOT_YOURS, NOT_NOW),
        (NOT_YOURS, UNKNOWN, NOT_YOURS),
        (UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_of_two_ways_the_open_one_or_what_shuts_the_way_that_is_ones_own(own, on_behalf, answer):
    assert either(own, on_behalf) == answer


@pytest.mark.parametrize("wrong", [{"may": ["king"]}, {"may": ["head"], "stage": []}, {"may": [], "stages": ["noon"]}])
def test_a_wrong_word_in_the_grid_is_refused_naming_the_act(wrong):
    with pytest.raises(ValueError, match=r"pact\.open|noon"):
        grid_of({"pact.open": wrong})
