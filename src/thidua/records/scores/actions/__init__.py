"""Acts on scores: adopting a sheet, filling and signing cards, verifying them, locking the ranking."""

from thidua.records.scores.actions.cards import (
    correct_card,
    enter_card_on_behalf,
    refill_card,
    return_card,
    save_card,
    sign_cards,
    submit_card,
    take_back_card,
)
from thidua.records.scores.actions.evidence import (
    add_line_evidence,
    attach_papers_to_card,
    show_by_result,
    withdraw_line_evidence,
)
from thidua.records.scores.actions.ranking import exclude_unit, lift_exclusion, lock_ranking, lock_ranking_on_paper
from thidua.records.scores.actions.sheets import adopt_sheet
from thidua.records.scores.actions.verifying import finish_verification, reopen_verification, verify_line

__all__ = [
    "add_line_evidence", "adopt_sheet", "attach_papers_to_card", "correct_card", "enter_card_on_behalf",
    "exclude_unit", "finish_verification", "lift_exclusion", "lock_ranking", "lock_ranking_on_paper", "refill_card",
    "reopen_verification", "return_card", "save_card", "show_by_result", "sign_cards", "submit_card",
    "take_back_card", "verify_line", "withdraw_line_evidence",
]  # fmt: skip
