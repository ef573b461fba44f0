"""Which forms ask for the second factor, by the name of their address: what signs, and what administers."""

SIGNING = frozenset(
    {
        "sign_commitments", "sign_pact", "sign_by_file", "sign_annex", "sign_annex_as_head", "sign_report",
        "sign_correction",
        "sign_what_waits", "sign_card", "close_signing", "lock_signing_list", "lock_ranking",
        "lock_ranking_on_paper",
        "report_visit", "answer_minutes", "register_exemplar", "introduce_exemplar", "sign_initiative",
        "sign_written", "sign_evaluation", "sign_handover_given", "sign_handover_received", "sign_paper",
        "approve_estimate", "close_settlement",
    }
)  # fmt: skip
ADMINISTERING = frozenset(
    {
        "open_account", "invite_account", "close_account", "reopen_account", "reset_second_factor",
        "keep_unit", "rename_unit", "move_unit", "keep_person", "change_email", "give_post", "end_post",
        "delegations", "withdraw_delegation", "attach_letter", "change_officer",
        "merge_units", "split_unit", "dissolve_unit", "annul_reorganisation",
        "found_cluster", "season_roles", "end_role",
        "begin_region", "withdraw_region", "apply_unit_list", "undo_unit_list", "invite_units", "house_address",
    }
)  # fmt: skip
# Of one's own second factor: asked only once there is one, else nobody could begin.
OWN = frozenset(
    {"set_up_codes", "remove_codes", "add_passkey", "rename_passkey", "remove_passkey", "recovery_codes"}
)  # fmt: skip
