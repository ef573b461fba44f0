"""Acts that need all other records: stages, deadlines, reminders, entries on behalf judged, units reorganised."""

from thidua.records.conduct.actions.deadlines import extend_for, extend_for_all
from thidua.records.conduct.actions.entries import answer_entry, confirm_entry, dispute_entry
from thidua.records.conduct.actions.evaluation import (
    answer_left_over,
    enter_evaluation_on_behalf,
    reopen_evaluation,
    save_evaluation,
    sign_evaluation,
)
from thidua.records.conduct.actions.first_plan import FirstPlan, draft_first_plan
from thidua.records.conduct.actions.handover import (
    change_receiver,
    enter_signed_minutes,
    gather_again,
    prepare_handover,
    reopen_handover,
    sign_handover,
)
from thidua.records.conduct.actions.handover_items import (
    add_thing,
    amend_item,
    reply_to_item,
    settle_item,
    take_back_ticks,
    tick_items,
)
from thidua.records.conduct.actions.next_season import copy_season
from thidua.records.conduct.actions.officers import Successor, change_officer
from thidua.records.conduct.actions.paper_office import (
    adopt_template,
    adopt_unit_template,
    keep_allowed_letterhead,
    keep_letterhead,
)
from thidua.records.conduct.actions.paper_pdfs import ask_pdf, ask_report_pdf, ask_unit_pdf
from thidua.records.conduct.actions.papers import (
    draft_paper,
    issue_paper,
    return_paper,
    sign_paper,
    submit_paper,
    withdraw_paper,
    write_paper,
)
from thidua.records.conduct.actions.reminders import remind
from thidua.records.conduct.actions.stages import move_stage
from thidua.records.conduct.actions.succession import annul_reorganisation, reorganise_units

__all__ = [
    "FirstPlan",
    "Successor",
    "add_thing",
    "adopt_template",
    "adopt_unit_template",
    "amend_item",
    "annul_reorganisation",
    "answer_entry",
    "answer_left_over",
    "ask_pdf",
    "ask_report_pdf",
    "ask_unit_pdf",
    "change_officer",
    "change_receiver",
    "confirm_entry",
    "copy_season",
    "dispute_entry",
    "draft_first_plan",
    "draft_paper",
    "enter_evaluation_on_behalf",
    "enter_signed_minutes",
    "extend_for",
    "extend_for_all",
    "gather_again",
    "issue_paper",
    "keep_allowed_letterhead",
    "keep_letterhead",
    "move_stage",
    "prepare_handover",
    "remind",
    "reopen_evaluation",
    "reopen_handover",
    "reorganise_units",
    "reply_to_item",
    "return_paper",
    "save_evaluation",
    "settle_item",
    "sign_evaluation",
    "sign_handover",
    "sign_paper",
    "submit_paper",
    "take_back_ticks",
    "tick_items",
    "withdraw_paper",
    "write_paper",
]
