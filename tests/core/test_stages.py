import pytest

from thidua.core.workflow.handing_in import Handing, Move, after, may, may_enter
from thidua.core.workflow.stages import ORDER, Stage, is_at_least, is_before, next_stage, path


def test_a_bloc_walks_every_stage_in_order():
    stage, walked = Stage.PLANNED, [Stage.PLANNED]
    while (stage := next_stage(stage)) is not None:
        walked.append(stage)
    assert tuple(walked) == ORDER


def test_cross_scoring_may_be_left_out_and_signing_may_not():
    assert next_stage(Stage.SELF_SCORING, (Stage.CROSS_SCORING,)) is Stage.VERIFYING
    with pytest.raises(ValueError, match="signed"):
        path((Stage.SIGNED,))


def test_stages_compare_by_their_place_in_the_year():
    assert is_before(Stage.LAUNCHED, Stage.RUNNING)
    assert is_at_least(Stage.RUNNING, Stage.RUNNING)
    assert not is_at_least(Stage.SIGNED, Stage.RUNNING)


def test_only_what_was_submitted_can_be_signed_or_returned():
    signable = {state for state in Handing if after(state, Move.SIGN)}
    assert signable == {Handing.SUBMITTED} == {state for state in Handing if after(state, Move.RETURN)}
    assert may(Handing.DRAFT, Move.SIGN).because.key == "handing.not_sign"


def test_figures_are_typed_in_a_draft_or_a_returned_sheet_only():
    assert {state for state in Handing if may_enter(state).is_yes} == {Handing.DRAFT, Handing.RETURNED}
