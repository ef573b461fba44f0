"""The records of honours in March 2016, looked at by the officer who keeps those of a unit."""

from datetime import date

import pytest


@pytest.fixture(autouse=True)
def in_march(settings):
    settings.DEMO_DAY = date(2016, 3, 4)


@pytest.fixture
def world():
    from tests.factories.seasons import a_season  # here: this file is read before the settings are

    return a_season()


@pytest.fixture
def officer(world):
    from tests.pages.clients import client_of

    return client_of(world.officers[1])
