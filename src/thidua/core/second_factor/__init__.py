"""The second factor: codes of an app, passkeys, recovery codes, and how long to wait after wrong ones."""

from enum import StrEnum


class Way(StrEnum):
    """By what somebody has shown to be the owner of an account, beside the password."""

    CODE = "code"
    PASSKEY = "passkey"
    RECOVERY = "recovery"
