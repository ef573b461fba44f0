"""Every address × everybody: what is there, or why not, or the very same answer as for nothing.

`make test` asks at each address one who is let in and one who is not, others with every commit, in one of the two
languages, and a share of what is no way, on PostgreSQL at a few; `make prove` asks everybody everything. The rules are
in walk/rules.py.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable

import pytest
from django.db import connection
from django.test import Client

from tests.factories.seasons import World, a_key, a_pact_open_for_signing
from tests.pages.axe import LANGUAGES
from tests.pages.clients import client_of
from tests.pages.walk.addresses import addresses, form_for, form_of, patterns, words_of
from tests.pages.walk.answers import GET, POST, Told, Walker, expected, fault
from tests.pages.walk.people import walkers
from tests.pages.walk.rules import MEMBERS, RULES
from tests.pages.walk.season import SECRET, a_season_with_everything, at_stage
from tests.turning import turning
from thidua.site import live

REFUSING = "vi"  # the language in which the walk knows a refusal for want of rights
NO_WAYS = 24  # addresses at which a method is no way that are asked all the same
A_FEW = 24  # addresses that are looked at on PostgreSQL


@pytest.fixture
def world(db, tmp_path, monkeypatch, caplog) -> World:
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    for noisy in ("django.request", "axes"):
        caplog.set_level(logging.CRITICAL, noisy)
    return a_season_with_everything()


def everybody(world: World) -> list[Walker]:
    people = walkers(world)
    return [Walker(who, client_of(actor) if actor.is_signed_in else Client()) for who, actor in people.items()]


def one_of_each(walking: Iterable[Walker], name: str, method: str) -> list[Walker]:
    """One who is let in, and one of those who are not, whoever they are."""
    alike: dict[bool, list[Walker]] = defaultdict(list)
    for one in walking:
        alike[expected(RULES[name], one.who, method) is Told.OBJECT].append(one)
    return [turning(each, 1, lambda one: f"{method} {name} {one.who}")[0] for each in alike.values()]


def one_language(name: str) -> str:
    return turning(LANGUAGES, 1, lambda each: f"{each} {name}")[0]


def faults(
    world: World, method: str, names: Iterable[str] = RULES, *, all_of_them: bool = False, language: str = ""
) -> list[str]:
    """`language` of those who ask; "" for one of the two, another at each address."""
    walking, found, form, wrong = everybody(world), addresses(world, words_of(world)), form_of(world), []
    for name in names:
        rule = RULES[name]
        at_stage(world, rule.stage)
        for one in walking if all_of_them else one_of_each(walking, name, method):
            one.language = language or one_language(name)
            if said := fault(rule, one, method, found[name], form_for(name, form), SECRET):
                wrong.append(f"{method} {name}: the {one.who}, who reads {one.language}, {said}")
    return wrong


def ways(method: str) -> list[str]:
    """Addresses at which somebody may ask so."""
    return [name for name, rule in RULES.items() if (rule.gives if method == GET else rule.acts is not None)]


def nothing(wrong: list[str]) -> None:
    """Fails with one line for each fault."""
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


def test_no_address_is_without_a_rule():
    assert {name for name, _ in patterns()} == set(RULES)


@pytest.mark.both
@pytest.mark.parametrize(("method", "language"), [(GET, ""), (POST, REFUSING)])
def test_every_address_answers_everybody_as_its_rule_says(world, method, language):
    no_ways = set(RULES) - set(ways(method))
    every = [*ways(method), *turning(no_ways, NO_WAYS)] if connection.vendor == "sqlite" else turning(RULES, A_FEW)
    nothing(faults(world, method, every, language=language))


@pytest.mark.long
@pytest.mark.parametrize(("method", "language"), [*((GET, each) for each in LANGUAGES), (POST, REFUSING)])
def test_every_address_answers_each_of_everybody_as_its_rule_says(world, method, language):
    nothing(faults(world, method, all_of_them=True, language=language))


def test_who_may_not_watch_hears_no_bell(world):
    season = f"{live.PREFIX}{world.season.cluster.slug}/{world.season.slug}"
    hearing = {one.who for one in everybody(world) if live._may_watch(asked(season, one.client))}
    assert hearing == MEMBERS


def asked(address: str, client: Client) -> dict[str, object]:
    """What the server hands to the live part when a browser opens a stream."""
    cookies = client.cookies.output(header="", sep=";").encode()
    return {"type": "http", "method": "GET", "path": address, "query_string": b"", "headers": [(b"cookie", cookies)]}


def test_a_refused_act_answers_422_with_its_sentence_and_what_was_typed(db):
    world = a_pact_open_for_signing(members=2)
    address = f"{addresses(world)['pact']}/ky-giay"
    typed = {"unit": world.units[1].slug, "signer": "Trần Huy Bách", "title": "", "capacity": "leader"}
    answer = client_of(world.secretary).post(address, typed | {"key": a_key()})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Thiếu “Chức vụ người ký”" in page
    assert 'value="Trần Huy Bách"' in page
