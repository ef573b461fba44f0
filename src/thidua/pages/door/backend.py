"""Signing in by address and password as Django has it; whoever has signed in is known by one quick question."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import account_by_key


class Backend(ModelBackend):
    """Every request of who has signed in asks for the account."""

    def get_user(self, user_id: Any) -> Account | None:
        account = account_by_key(user_id)
        return account if self.user_can_authenticate(account) else None


BACKEND = f"{__name__}.{Backend.__name__}"  # as whoever signs somebody in names it
