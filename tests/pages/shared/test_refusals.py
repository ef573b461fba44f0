"""Pages that say that something could not be shown or done."""

import pytest
from django.test import Client

from tests.databases import pointed_at
from tests.factories.seasons import a_season
from tests.pages.clients import client_of

AWAY = "postgresql://nobody@127.0.0.1:1/none"
NO_SESSION = "a" * 32


@pytest.mark.parametrize("session", ["", NO_SESSION])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_while_the_database_is_away_every_reader_gets_the_page_that_says_so(django_db_blocker, session, language):
    browser = Client(headers={"host": "localhost"}, raise_request_exception=False)
    browser.cookies["language"] = language
    if session:
        browser.cookies["sessionid"] = session
    with django_db_blocker.unblock(), pointed_at(AWAY):
        answer = browser.get("/")
    assert answer.status_code == 500
    assert {"vi": "Hệ thống gặp trục trặc", "en": "Something went wrong"}[language] in answer.content.decode()
    assert "OperationalError" not in answer.content.decode()


def test_a_forms_address_that_is_typed_or_reloaded_says_that_nothing_has_changed(db):
    world = a_season()
    answer = client_of(world.secretary).get("/cum-thu/nam-2016/khoi/giai-doan")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "Địa chỉ này chỉ để gửi biểu mẫu" in answer.content.decode()
