"""A signed-in browser without a browser: Django's test client for an actor of the factories."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.test import Client

from thidua.core.actor import Actor
from thidua.records.accounts.models import Account


def client_of(actor: Actor, language: str = "vi") -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(Account.objects.get(pk=actor.account), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["language"] = language
    return client


@contextmanager
def for_a_while() -> Iterator[None]:
    """What is written inside is undone at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
