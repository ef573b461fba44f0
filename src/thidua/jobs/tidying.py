"""Lets go of what is kept for a term only: the access log, sessions that ran out, letters whose link opens no more."""

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings

from thidua.records.desk.steps.letters import let_go_of_dead_letters
from thidua.records.journal.steps import forget_access
from thidua.records.seasons.steps.invitations import let_go_of_dead_invitations

ACCESS_LOG_TERM = timedelta(days=730)


def tidy(*, at: datetime) -> None:
    forget_access(before=at - ACCESS_LOG_TERM)
    let_go_of_dead_letters(at=at)
    let_go_of_dead_invitations(at=at)
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
