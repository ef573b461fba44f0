"""A signed-in browser without a browser: Django's test client for an actor of the factories."""

from django.test import Client

from thidua.core.actor import Actor
from thidua.records.accounts.models import Account


def client_of(actor: Actor, language: str = "vi") -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(Account.objects.get(pk=actor.account), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["language"] = language
    return client
