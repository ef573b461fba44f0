"""Acts on accounts, their passwords and second factors, and delegations of a leader's signature."""

from thidua.records.accounts.actions.accounts import close_account, open_account, open_first_account, reopen_account
from thidua.records.accounts.actions.delegations import attach_letter, delegate_signature, withdraw_delegation
from thidua.records.accounts.actions.factors import (
    add_code_app,
    add_passkey,
    make_recovery_codes,
    prove_by_code,
    prove_by_passkey,
    remove_code_app,
    remove_passkey,
    rename_passkey,
)
from thidua.records.accounts.actions.passwords import change_password, set_password_by_link

__all__ = [
    "add_code_app",
    "add_passkey",
    "attach_letter",
    "change_password",
    "close_account",
    "delegate_signature",
    "make_recovery_codes",
    "open_account",
    "open_first_account",
    "prove_by_code",
    "prove_by_passkey",
    "remove_code_app",
    "remove_passkey",
    "rename_passkey",
    "reopen_account",
    "set_password_by_link",
    "withdraw_delegation",
]
