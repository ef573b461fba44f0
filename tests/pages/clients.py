"""A signed-in browser without a browser: Django's test client for an actor of the factories."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.test import Client

from thidua.core.actor import Actor
from thidua.pages.door.backend import BACKEND
from thidua.records.accounts.models import Account


def client_of(actor: Actor, language: str = "vi") -> Client:
    client = Client(headers={"host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(Account.objects.get(pk=actor.account))
    client.cookies["language"] = language
    return client


def session_of(account: Account) -> str:
    """The key of a session as signing in leaves it; to sign in as well writes and asks five times as much."""
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return session.session_key


@contextmanager
def for_a_while() -> Iterator[None]:
    """What is written inside is undone at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
