"""The rules: for each address who gets what is there, who may act, and who is told why not."""

from dataclasses import dataclass, replace

from tests.pages.walk.people import (
    BELOW,
    DELEGATE,
    DEPUTY,
    FAR,
    HEAD,
    INSPECTOR,
    KEEPER,
    LAST_YEAR,
    LEADER,
    OBSERVER,
    OFFICER,
    OTHER_UNITS,
    OWN_UNIT,
    PARTS,
    PAST,
    PAST_UNITS,
    PUBLIC_AT_LARGE,
    SECRETARY,
    Circle,
)
from thidua.core.workflow.stages import Stage
from thidua.pages.history.objects import OBJECTS, name_of

NOBODY: Circle = frozenset()
MEMBERS = PARTS | OWN_UNIT | OTHER_UNITS | KEEPER  # who reads what a season holds, but for the score cards
SWEEPERS = frozenset({HEAD, DEPUTY, SECRETARY}) | FAR | KEEPER
HOUSE = MEMBERS | FAR | PAST | PAST_UNITS
ALL = HOUSE | PUBLIC_AT_LARGE
CARD = PARTS | OWN_UNIT
VISITED = CARD | {INSPECTOR}
WITH_A_UNIT = MEMBERS - {DEPUTY, OBSERVER} - KEEPER
TYPES, SIGNS = frozenset({OFFICER, LEADER}), frozenset({LEADER, DELEGATE})
LEADS, SERVES, RUNS = frozenset({HEAD}), frozenset({SECRETARY}), frozenset({HEAD, SECRETARY})
INSPECTS = frozenset({HEAD, INSPECTOR})  # the head went with the team

PAGE, FILE = "page", "file"
WORKS = OWN_UNIT | OTHER_UNITS | RUNS  # in a member unit
KEEPS_ELSEWHERE = OTHER_UNITS | LEADS  # for units of their own
NAMES = SIGNS | TYPES  # of the unit, who reads its people's acts by name


@dataclass(frozen=True)
class Rule:
    """`reads` get what is there, `acts` may send something; the others of `reads`, and `knows`, are told why not.

    For all others there is nothing, and who is signed out is led to the door. `acts` None: nothing can be sent;
    `gives` is what stands there. `stage` is where the bloc stands while the address is looked at.
    """

    reads: Circle
    acts: Circle | None
    knows: Circle
    gives: str
    asks_to_sign_in: bool = True
    stage: Stage = Stage.RUNNING


def page(reads: Circle, *, acts: Circle | None = None, knows: Circle = NOBODY) -> Rule:
    return Rule(reads, acts, knows, PAGE)


def file(reads: Circle, *, acts: Circle | None = None, knows: Circle = NOBODY) -> Rule:
    """Something else than a page of its own: what is taken away, or what a script puts into a page."""
    return Rule(reads, acts, knows, FILE)


def act(acts: Circle, *, reads: Circle = MEMBERS, knows: Circle = NOBODY) -> Rule:
    """An address that only takes what is sent."""
    return Rule(reads, acts, knows, "")


def on_a_card(acts: Circle) -> Rule:
    return act(acts, reads=CARD, knows=MEMBERS)


def each(rule: Rule, names: str) -> dict[str, Rule]:
    return dict.fromkeys(names.split(), rule)


def during(stage: Stage, rules: dict[str, Rule]) -> dict[str, Rule]:
    return {name: replace(rule, stage=stage) for name, rule in rules.items()}


DOOR = {
    **each(page(ALL), "front"),
    **each(page(ALL, acts=ALL), "sign_in forgot_password accept_invitation reset_password"),
    **each(act(ALL, reads=ALL), "sign_in_by_passkey ask_passkey choose sign_out"),
    **each(replace(act(NOBODY, reads=NOBODY), asks_to_sign_in=False), "try_out"),  # in the demo only
}
OF_ONES_OWN = {
    **each(page(HOUSE), "today season scores plan_where own_account notices entries_on_behalf sign_many rights"),
    **each(page(HOUSE), "law law_award law_texts law_text law_money"),
    **each(file(HOUSE), "law_xlsx law_money_xlsx"),
    **each(page(HOUSE), "unit_standing unit_why"),
    **each(file(HOUSE), "unit_answer"),
    **each(file(PARTS | KEEPER | {LEADER, OFFICER}, knows=HOUSE), "person_answer person_serving_xlsx"),
    **each(page(PARTS | KEEPER | {LEADER, OFFICER}, knows=HOUSE), "person_standing person_why unit_sweep"),
    **each(page(PARTS | KEEPER | {LEADER, OFFICER}, knows=HOUSE), "person_serving"),
    **each(file(PARTS | KEEPER | {LEADER, OFFICER}, knows=HOUSE), "unit_sweep_xlsx"),
    **each(page(SWEEPERS, knows=HOUSE), "sweep_all"),
    **each(page(SWEEPERS, acts=SWEEPERS, knows=HOUSE), "law_whatif"),
    **each(file(SWEEPERS, knows=HOUSE), "sweep_all_xlsx"),
    **each(page(HOUSE), "second_factor"),
    **each(page(HOUSE, acts=HOUSE), "change_password set_up_codes add_passkey recovery_codes"),
    **each(file(HOUSE, acts=HOUSE), "drafts"),
    **each(file(HOUSE), "entries_workbook"),
    **each(act(HOUSE, reads=HOUSE), "read_notices sign_what_waits return_what_waits end_looking"),
    **each(act(HOUSE, reads=HOUSE), "remove_codes ask_new_passkey"),
    **each(act(NOBODY, reads=NOBODY), "rename_passkey remove_passkey"),  # of somebody who does not walk
    **each(act(OWN_UNIT - {BELOW}, reads=OWN_UNIT - {BELOW}), "open_notice"),
}
DIRECTORY = {
    **each(page(HOUSE), "units unit person find"),
    **each(file(HOUSE), "delegation_letter units_xlsx people_workbook"),
    **each(page(HOUSE), "reorganisations reorganisation"),
    **each(file(HOUSE), "reorganisation_decision"),
    **each(
        page(KEEPER, acts=KEEPER, knows=HOUSE), "keep_unit rename_unit move_unit keep_person change_email give_post"
    ),
    **each(page(KEEPER, acts=KEEPER, knows=HOUSE), "merge_units split_unit dissolve_unit"),
    **each(act(KEEPER, reads=HOUSE), "end_post annul_reorganisation"),
    **each(page(HOUSE, acts=KEEPER | {LEADER}), "delegations"),
    **each(act(KEEPER | {LEADER}, reads=HOUSE), "withdraw_delegation attach_letter"),
    **each(page(KEEPER | {LEADER}, acts=KEEPER | {LEADER}, knows=HOUSE), "change_officer"),
    **each(page(KEEPER), "accounts outbox"),
    **each(page(KEEPER, acts=KEEPER), "open_account found_cluster reset_second_factor"),
    **each(act(KEEPER, reads=KEEPER), "invite_account close_account reopen_account"),
}
RECORDS_READ, RECORDS_KEPT = PARTS | TYPES | KEEPER, SERVES | TYPES | KEEPER  # of the officer, by posts and parts
HONOURS = {
    **each(page(RECORDS_READ, knows=HOUSE), "person_honours"),
    **each(file(RECORDS_READ, knows=HOUSE), "person_honours_xlsx"),
    **each(page(HOUSE), "unit_honours"),
    **each(file(HOUSE), "unit_honours_xlsx"),
    **each(
        page(RECORDS_KEPT, acts=RECORDS_KEPT, knows=HOUSE),
        "enter_person_honour person_honour enter_unit_honour unit_honour",
    ),
    **each(act(RECORDS_KEPT, reads=HOUSE), "withdraw_person_honour withdraw_unit_honour"),
    **each(page(RECORDS_KEPT, acts=RECORDS_KEPT, knows=HOUSE), "honour_registers"),
    **each(page(RECORDS_KEPT, knows=HOUSE), "honour_register"),
    **each(file(RECORDS_KEPT, knows=HOUSE), "empty_honour_register example_honour_register honour_register_progress"),
    **each(act(RECORDS_KEPT, reads=HOUSE), "apply_honour_register undo_honour_register cancel_honour_register"),
    **each(page(SERVES | KEEPER, acts=SERVES | KEEPER, knows=HOUSE), "unit_remit"),
}
PLAN = {
    **each(page(MEMBERS), "one_season bloc guidance"),
    **each(file(MEMBERS), "guidance_file guidance_workbook"),
    **each(page(RUNS | KEEPER, acts=RUNS | KEEPER, knows=MEMBERS), "look_as"),
    **each(page(RUNS | KEEPER, acts=RUNS | KEEPER, knows=MEMBERS | {LAST_YEAR}), "plan_season rename_cluster"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS), "plan_contents plan_campaigns new_guidance extend_deadline"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS), "plan_members plan_indicators plan_calendar"),
    **each(page(MEMBERS, acts=RUNS), "one_guidance"),
    **each(act(RUNS), "amend_season move_stage withdraw_guidance"),
    **each(page(PARTS | KEEPER, knows=MEMBERS), "tracking"),
    **each(file(PARTS | KEEPER, knows=MEMBERS), "tracking_xlsx"),
    **each(page(MEMBERS), "campaigns year_calendar campaign"),
    **each(file(MEMBERS), "campaigns_workbook campaign_paper"),
    **each(page(RUNS | TYPES | OTHER_UNITS, knows=MEMBERS), "campaign_templates"),
    **each(page(RUNS | TYPES | OTHER_UNITS, acts=RUNS | TYPES | OTHER_UNITS, knows=MEMBERS), "draft_campaign"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS), "amend_campaign"),
    **each(act(RUNS), "submit_campaign return_campaign launch_campaign sum_up_campaign"),
    **each(page(SERVES, acts=SERVES, knows=MEMBERS), "enter_campaign_on_behalf"),
    **each(act(RUNS), "sum_up_campaign_on_behalf"),
    **each(act(RUNS), "call_off_campaign withdraw_campaign take_back_campaign"),
    **each(act(RUNS, reads=PARTS | KEEPER, knows=MEMBERS), "remind"),
    **each(page(MEMBERS, acts=LEADS | KEEPER), "season_roles"),
    **each(act(LEADS | KEEPER), "end_role name_head choose_head_selection"),
    **each(file(MEMBERS), "head_ground_file"),
}
BEGINNING = {
    **each(page(KEEPER), "begin begin_reminder"),
    **each(page(KEEPER, acts=KEEPER), "begin_region begin_calendar begin_plan"),
    **each(page(KEEPER, acts=KEEPER, knows=HOUSE), "begin_units house_address"),
    **each(page(KEEPER, knows=HOUSE), "unit_list"),
    **each(file(KEEPER, knows=HOUSE), "empty_unit_list example_unit_list unit_list_progress"),
    **each(act(KEEPER, reads=HOUSE), "apply_unit_list undo_unit_list cancel_unit_list"),
    **each(act(KEEPER, reads=KEEPER), "withdraw_region withdraw_calendar take_reminder"),
    **each(replace(file(NOBODY, acts=NOBODY), asks_to_sign_in=False), "first_account"),  # the house has accounts
    **each(page(ALL, acts=ALL), "come_in_by_code come_in"),
    **each(page(PARTS | KEEPER, knows=MEMBERS), "unit_invitations"),
    **each(act(RUNS, reads=MEMBERS), "invite_units mail_invitations revoke_invitation"),
    **each(file(RUNS, knows=MEMBERS), "invitation_letters"),
}
CONFERENCES = {
    **each(page(MEMBERS | {LAST_YEAR}), "conferences"),
    **each(file(MEMBERS | {LAST_YEAR}), "conferences_workbook"),
    **each(page(MEMBERS), "conference programme delegates conclusions seats name_plates"),
    **each(file(MEMBERS), "delegates_workbook talk_file"),
    **each(page(PARTS, knows=MEMBERS), "script presenter"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS | {LAST_YEAR}), "plan_conference"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS), "amend_conference edit_programme edit_script guests"),
    **each(page(MEMBERS, acts=TYPES), "invitation"),
    **each(page(MEMBERS, acts=RUNS), "talks"),
    **each(page(MEMBERS, acts=TYPES | RUNS), "talk"),
    **each(act(RUNS), "drop_talk arrange_seats swap_seats"),
    **each(act(RUNS), "hold_conference call_conference_off send_invitations remind_of_invitations"),
    **each(act(SERVES), "answer_invitation_on_behalf"),
    **each(act(RUNS), "conclude_conference"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS), "conference_paper note_nominated"),
    **each(file(MEMBERS), "conference_paper_file"),
}
MONEY = {
    **each(page(MEMBERS), "money"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS), "edit_estimate"),
    **each(act(RUNS), "submit_estimate amend_estimate"),
    **each(act(LEADS), "return_money approve_estimate"),
    **each(page(PARTS, acts=RUNS, knows=MEMBERS), "contributions contribution spending one_spending"),
    **each(act(RUNS), "receive_contribution withdraw_receipt withdraw_spending"),
    **each(file(PARTS, knows=MEMBERS), "spending_file estimate_workbook contributions_workbook spending_workbook"),
    **each(page(PARTS, knows=MEMBERS), "settlement"),
    **each(file(PARTS, knows=MEMBERS), "settlement_workbook"),
    **each(act(RUNS), "submit_settlement"),
    **each(act(LEADS), "close_settlement reopen_settlement"),
}
COMMITMENTS = {
    **each(page(MEMBERS), "commitments registered_titles commitment_sheet period_targets"),
    **each(file(MEMBERS), "commitment_scan commitments_xlsx titles_workbook"),
    **each(act(TYPES), "save_commitments submit_commitments take_back_commitments correct_commitments"),
    **each(act(TYPES | SERVES), "save_period_targets"),
    **each(act(SIGNS), "sign_commitments return_commitments"),
    **each(act(SERVES), "enter_commitments_on_behalf"),
}
PACT = {
    **each(page(MEMBERS), "signing_board pact signature digital_signing"),
    **each(file(MEMBERS), "pact_file pact_paper signature_scan"),
    **each(act(RUNS), "write_pact open_signing reopen_text close_signing"),
    **each(act(LEADS), "lock_signing_list"),
    **each(act(SIGNS), "sign_pact"),
    **each(act(RUNS), "hand_out_paper"),
    **each(act(TYPES | SIGNS | SERVES), "sign_by_file"),
    **each(act(SERVES), "sign_on_paper attach_scan"),
    **each(page(RUNS | {DEPUTY}, knows=MEMBERS), "hall call_groups"),
    **each(act(RUNS | {DEPUTY}), "call_group save_call_groups start_rehearsal end_rehearsal"),
    **each(act(SERVES), "light_unit undo_light"),
}
ANNEXES = {
    **each(page(MEMBERS), "annexes annex_form"),
    **each(act(TYPES), "propose_annex withdraw_annex"),
    **each(act(SIGNS), "sign_annex"),
    **each(act(LEADS), "sign_annex_as_head"),
    **each(act(SERVES), "enter_annex_on_behalf sign_annex_on_paper"),
}
RESULTS = {
    **each(page(MEMBERS), "results report correction"),
    **each(file(MEMBERS), "results_xlsx report_scan evidence"),
    **each(page(MEMBERS), "progress"),
    **each(file(MEMBERS), "progress_xlsx progress_csv"),
    **each(act(TYPES), "save_report fill_report submit_report take_back_report correct_result"),
    **each(act(SIGNS), "sign_report return_report sign_correction return_correction"),
    **each(act(SERVES), "enter_report_on_behalf correct_on_behalf"),
    **each(act(TYPES | SERVES), "add_evidence withdraw_evidence"),
    **each(page(TYPES | SERVES, acts=TYPES | SERVES, knows=MEMBERS), "attach_evidence"),
    **each(page(MEMBERS), "entry_on_behalf"),
    **each(file(MEMBERS), "entry_scan"),
    **each(act(TYPES), "confirm_entry dispute_entry"),
    **each(act(SERVES), "answer_entry"),
}
WRITTEN = {
    **each(page(MEMBERS), "written_reports"),
    **each(file(MEMBERS), "written_reports_xlsx"),
    **each(page(CARD, knows=MEMBERS), "written_report"),
    **each(file(CARD, knows=MEMBERS), "written_word written_pdf written_scan"),
    **each(act(CARD, knows=MEMBERS), "make_written_pdf"),
    **each(on_a_card(TYPES), "save_written submit_written take_back_written reopen_written number_written"),
    **each(on_a_card(SIGNS), "sign_written return_written"),
    **each(on_a_card(SERVES), "enter_written_on_behalf"),
}
RETURNED = {
    **each(page(MEMBERS), "forms"),
    **each(file(MEMBERS), "result_form all_result_forms registration_form all_registration_forms"),
    **each(act(SERVES), "drop_forms"),
    **each(page(SERVES, knows=MEMBERS), "import_run"),
    **each(file(SERVES, knows=MEMBERS), "import_progress"),
    **each(act(SERVES, reads=SERVES, knows=MEMBERS), "apply_import read_import_again cancel_import undo_import"),
    **each(act(SERVES, reads=SERVES, knows=MEMBERS), "leave_file_out"),
}
INSPECTIONS = {
    **each(page(MEMBERS), "inspections inspection"),
    **each(file(MEMBERS), "inspections_workbook"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS), "plan_inspection amend_inspection change_team"),
    **each(act(RUNS), "announce_inspection close_inspection"),
    **each(file(VISITED), "inspection_workbook finding_file mending_file"),
    **each(page(VISITED), "visit minutes point"),
    **each(act(INSPECTS, reads=VISITED), "note_finding add_photograph withdraw_finding"),
    **each(act(frozenset({INSPECTOR}), reads=VISITED), "report_visit"),  # the team's leader
    **each(act(RUNS, reads=VISITED), "move_visit cancel_visit"),
    **each(act(SIGNS, reads=VISITED), "answer_minutes"),
    **each(act(TYPES, reads=VISITED), "answer_point"),
    **each(act(SERVES, reads=VISITED), "answer_minutes_on_behalf answer_point_on_behalf"),
    **each(act(INSPECTS | SERVES, reads=VISITED), "close_point send_back_point"),
}
EXEMPLARS = {
    **each(page(MEMBERS), "exemplars exemplar"),
    **each(file(MEMBERS), "exemplars_workbook exemplar_file"),
    **each(file(OWN_UNIT | SERVES), "consent_slip"),
    **each(page(WITH_A_UNIT, acts=WITH_A_UNIT, knows=MEMBERS), "spot_exemplar begin_initiative"),
    **each(act(RUNS), "recognise_exemplar"),
    **each(act(SERVES), "check_exemplar"),
    **each(act(MEMBERS - OWN_UNIT | TYPES), "adopt_model"),  # for a unit of one's own
    # Not told outside the unit yet.
    **each(page(TYPES, acts=TYPES, knows=OWN_UNIT | SERVES), "amend_exemplar"),
    **each(act(SIGNS, reads=OWN_UNIT | SERVES), "register_exemplar introduce_exemplar withdraw_exemplar"),
    **each(act(TYPES, reads=OWN_UNIT | SERVES), "give_consent take_back_consent note_exemplar"),
}
INITIATIVES = {
    **each(page(MEMBERS), "initiatives initiative"),
    **each(file(MEMBERS), "initiatives_workbook initiative_file"),
    **each(page(SERVES, acts=SERVES, knows=MEMBERS), "enter_initiative_on_behalf"),
    **each(act(SERVES), "receive_initiatives receive_initiative"),
    **each(act(TYPES), "take_back_initiative withdraw_initiative_paper"),
    **each(act(SIGNS), "sign_initiative return_initiative"),
    **each(page(TYPES, acts=TYPES, knows=OWN_UNIT), "save_initiative"),  # a draft
}
CARDS = {
    **each(page(TYPES | SERVES, acts=TYPES | SERVES, knows=MEMBERS), "attach_line_evidence"),
    **each(page(CARD, knows=MEMBERS), "score_card verify_card"),
    **each(file(CARD, knows=MEMBERS), "unfolded_card line_evidence card_scan"),
    **each(on_a_card(CARD), "reckon_card"),
    **each(on_a_card(TYPES), "save_card submit_card take_back_card correct_card"),
    **each(on_a_card(TYPES | SERVES), "refill_card withdraw_line_evidence"),
    **each(on_a_card(SIGNS), "sign_card return_card"),
    **each(on_a_card(SERVES), "enter_card_on_behalf"),
}
RANKING = {
    **each(on_a_card(SERVES), "verify_line finish_verification reopen_verification"),
    **each(page(MEMBERS), "score_sheet score_cards"),
    **each(file(MEMBERS), "score_cards_workbook"),
    **each(file(MEMBERS), "score_sheet_file sheet_paper library_sheet"),
    **each(page(MEMBERS), "ranking"),
    **each(file(MEMBERS), "ranking_workbook ranking_csv ranking_file exclusion_paper ranking_paper"),
    **each(act(RUNS), "adopt_sheet exclude_unit lift_exclusion"),
    **each(act(LEADS), "lock_ranking"),
    **each(act(SERVES), "lock_ranking_on_paper"),
}
PARTICIPATION = {
    **each(page(ALL, acts=ALL), "join_by_code"),
    **each(page(ALL), "join joined"),
    **each(page(MEMBERS), "participation own_acts"),
    **each(file(MEMBERS), "participation_workbook"),
    **each(page(WORKS, acts=WORKS, knows=MEMBERS), "enter_act"),
    **each(page(PARTS | NAMES, knows=MEMBERS), "unit_acts"),
    **each(file(PARTS | NAMES, knows=MEMBERS), "unit_acts_workbook"),
    **each(act(TYPES, reads=PARTS | NAMES, knows=MEMBERS), "declare_total"),
    **each(page(TYPES | SERVES, knows=MEMBERS), "waiting_acts"),
    **each(page(TYPES | SERVES, acts=TYPES | SERVES, knows=MEMBERS), "join_codes"),
    **each(page(TYPES | SERVES, knows=MEMBERS), "join_code"),
    **each(act(TYPES | SERVES, reads=TYPES | SERVES, knows=MEMBERS), "attribute_acts reject_acts stop_code"),
    **each(act(TYPES | SERVES, reads=PARTS | NAMES), "withdraw_act"),
    **each(file(PARTS | NAMES), "act_photo"),
}
CHAPTERS = {
    **each(page(MEMBERS), "chapters chapter chapter_activity"),
    **each(file(MEMBERS), "chapters_workbook activities_workbook"),
    **each(file(MEMBERS), "activity_photo"),
    **each(page(TYPES | KEEPS_ELSEWHERE, acts=TYPES | KEEPS_ELSEWHERE, knows=MEMBERS), "keep_chapter"),
    **each(act(TYPES), "amend_chapter rename_chapter end_chapter"),
    **each(page(TYPES, acts=TYPES, knows=MEMBERS), "note_activity"),
    **each(act(TYPES), "note_attendance add_activity_photo withdraw_activity"),
    **each(act(TYPES | SERVES), "activity_code"),
}
YEAR_END = {
    **each(page(MEMBERS), "evaluation left_over"),
    **each(file(MEMBERS), "evaluation_file"),
    **each(act(frozenset({OBSERVER})), "save_evaluation sign_evaluation reopen_evaluation"),
    **each(act(SERVES), "enter_evaluation_on_behalf"),
    **each(page(RUNS | KEEPER, acts=RUNS | KEEPER, knows=MEMBERS), "next_season"),
    **each(act(NOBODY, reads=NOBODY), "answer_left_over"),  # of a year that does not walk
}
HANDOVER = {  # to the unit that the addresses name
    **each(page(MEMBERS), "handover handover_minutes handover_item"),
    **each(file(MEMBERS), "handover_minutes_file handover_ground_file"),
    **each(act(RUNS | KEEPER), "prepare_handover gather_handover"),
    **each(page(RUNS | KEEPER, acts=RUNS | KEEPER, knows=MEMBERS), "change_handover_receiver"),
    **each(act(RUNS), "add_handover_thing give_items take_back_given amend_handover_item"),
    **each(act(TYPES), "receive_items take_back_received"),
    **each(page(TYPES | SERVES, acts=TYPES | SERVES, knows=MEMBERS), "reply_to_handover_item"),
    **each(act(LEADS), "sign_handover_given"),
    **each(act(frozenset({LEADER})), "sign_handover_received"),
    **each(act(SERVES), "enter_handover_on_paper"),
    **each(act(RUNS | {LEADER}), "reopen_handover"),
    **each(act(TYPES | SERVES), "settle_handover_item"),  # it was signed on paper
}
PAPERS = {
    **each(page(MEMBERS), "papers season_paper"),
    **each(file(MEMBERS), "papers_workbook"),
    **each(file(MEMBERS), "paper_word paper_pdf signed_paper_file"),
    **each(act(RUNS), "draft_paper write_paper submit_paper issue_paper withdraw_paper"),
    **each(act(MEMBERS), "make_paper_pdf"),
    **each(act(LEADS), "return_paper sign_paper"),
    **each(page(PARTS, knows=MEMBERS), "merge_reports"),
    **each(act(RUNS, reads=PARTS, knows=MEMBERS), "take_texts"),
    **each(page(RUNS, acts=RUNS, knows=MEMBERS), "letterhead cluster_letterhead agency_letterhead paper_template"),
    **each(page(RUNS, knows=MEMBERS), "paper_templates"),
    **each(file(RUNS, knows=MEMBERS), "template_word"),
    **each(page(MEMBERS), "unit_papers"),
    **each(file(CARD, knows=MEMBERS), "unit_paper_word unit_paper_pdf"),
    **each(act(CARD, knows=MEMBERS), "make_unit_paper_pdf"),
    **each(page(TYPES, knows=MEMBERS), "unit_templates"),
    **each(page(TYPES, acts=TYPES, knows=MEMBERS), "unit_template"),
    **each(file(TYPES, knows=MEMBERS), "unit_template_word"),
}
RULES = {
    **DOOR, **OF_ONES_OWN, **DIRECTORY, **BEGINNING, **ANNEXES, **RESULTS, **WRITTEN, **RETURNED, **INSPECTIONS,
    **EXEMPLARS, **INITIATIVES, **PARTICIPATION, **CHAPTERS, **CONFERENCES, **MONEY, **YEAR_END, **HANDOVER, **PAPERS,
    **HONOURS,
    **during(Stage.REGISTERING, PLAN | COMMITMENTS | PACT),
    **during(Stage.SELF_SCORING, CARDS), **during(Stage.VERIFYING, RANKING),
}  # fmt: skip
# Whoever reads an object's page reads its history, and nobody else.
RULES |= {name_of(name): replace(RULES[name], acts=None) for name in OBJECTS}
RULES |= {f"{name_of(name)}_xlsx": replace(RULES[name], acts=None, gives=FILE) for name in OBJECTS}
