"""The menu shows a reader only places that exist and that open to that reader."""

import pytest
from django.test import Client

from tests.factories.people import an_account, an_administrator
from tests.factories.seasons import TODAY
from tests.pages.clients import client_of
from thidua.core.actor import PUBLIC
from thidua.pages.shared.menu import stops
from thidua.records.accounts.queries import actor_of


def keys(actor):
    return {stop.place.key for stop in stops(actor)}


def test_administration_opens_to_administrators_and_the_directory_to_who_signed_in(db):
    reader, administrator = actor_of(an_account(), on=TODAY), an_administrator()
    assert "directory" in keys(reader)
    assert keys(administrator) - keys(reader) == {"administration"}
    assert keys(PUBLIC) & {"today", "season", "directory", "administration"} == set()


@pytest.mark.parametrize("address", ["/don-vi", "/tim?q=a", "/tai-khoan"])
def test_the_head_offers_the_search_and_the_own_menu(db, address):
    page = client_of(actor_of(an_account(), on=TODAY)).get(address).content.decode()
    for text in ('class="find" action="/tim"', 'href="/tai-khoan"', 'href="/doi-mat-khau"'):
        assert text in page


def test_a_guest_is_offered_neither_search_nor_menu_and_may_ask_for_a_forgotten_password(db):
    page = Client(headers={"host": "localhost"}).get("/dang-nhap").content.decode()
    assert 'class="find"' not in page
    assert 'href="/tai-khoan"' not in page
    assert 'href="/quen-mat-khau"' in page
