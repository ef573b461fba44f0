"""Inspections, exemplars, initiatives: the object, a refusal with its reason, or the same answer as for nothing."""

import pytest

from tests.factories.field import names_of, with_a_field
from tests.factories.people import an_administrator
from tests.factories.seasons import a_key, a_pact_open_for_signing
from tests.pages.clients import client_of
from tests.pages.walk.addresses import addresses
from tests.pages.walk.field import RULES, SOME


@pytest.fixture
def world(db):
    return with_a_field(a_pact_open_for_signing(members=2))


def walked(world):
    """The rooms' addresses by name."""
    found = addresses(world, vars(names_of(world)) | {"number": "1"})
    return {name: found[name] for name in RULES}


def same_page(body: bytes) -> list[bytes]:
    """The page without what differs by its own address: the form's token and the way back."""
    lines = body.split(b"\n")
    return [line for line in lines if b"csrfmiddlewaretoken" not in line and b'name="next"' not in line]


def test_who_has_a_part_sees_the_season_and_a_stranger_the_same_as_for_nothing(world, client):
    inside = {
        "head": world.head, "secretary": world.secretary, "leader": world.leaders[1], "officer": world.officers[0],
        "administrator": an_administrator(),
    }  # fmt: skip
    clients = {name: client_of(actor) for name, actor in inside.items()}
    stranger = client_of(world.outsider)
    nothing = stranger.get("/khong-co/nam-nao/").content
    for name, address in walked(world).items():
        rule = RULES[name]
        seen = {who: client.get(address).status_code for who, client in clients.items()}
        most, some = SOME.get(rule, ({"post": 405, "locked": 404}.get(rule, 200), {}))
        assert seen == dict.fromkeys(seen, most) | some, address
        if rule != "post":
            answer = stranger.get(address)
            assert answer.status_code == 404, address
            assert same_page(answer.content) == same_page(nothing), address
        assert client.get(address).status_code == (405 if rule == "post" else 302), address


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_answer_in_the_readers_language(world, language):
    client = client_of(world.secretary, language)
    for name, address in walked(world).items():
        if RULES[name] == "own" and not address.endswith(".xlsx"):
            assert f'<html lang="{language}"'.encode() in client.get(address).content, address


def test_a_stranger_may_not_act_and_learns_nothing(world):
    stranger = client_of(world.outsider)
    for name, address in walked(world).items():
        if RULES[name] == "post":
            assert stranger.post(address, {"key": a_key()}).status_code == 404, address
