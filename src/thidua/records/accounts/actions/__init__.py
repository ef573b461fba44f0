"""Acts on accounts, their passwords, and delegations of a leader's signature."""

from thidua.records.accounts.actions.accounts import close_account, open_account, reopen_account
from thidua.records.accounts.actions.delegations import delegate_signature, withdraw_delegation
from thidua.records.accounts.actions.passwords import change_password, set_password_by_link

__all__ = [
    "change_password",
    "close_account",
    "delegate_signature",
    "open_account",
    "reopen_account",
    "set_password_by_link",
    "withdraw_delegation",
]
