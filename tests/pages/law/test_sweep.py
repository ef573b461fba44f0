"""Rà soát: of a unit's people who is within reach of what, for those who may read their records."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.awards import a_rating, a_title, a_work, entered, someone_in
from tests.factories.seasons import a_season_registering
from tests.pages.clients import client_of
from thidua.core.law.history import Level, Recognition
from thidua.records.journal.models import AccessLine

ASKED = "?nam=2015&ngay=2016-03-04"


@pytest.fixture
def world(db):
    return a_season_registering()


@pytest.fixture
def client(world):
    return client_of(world.officers[1])


def with_base_titles(unit, *years):
    person = someone_in(unit)
    entered(person, *(a_rating(year) for year in years), *(a_title(year=year) for year in years))
    return person


def at(world, place, more=""):
    return reverse("unit_sweep", args=(world.units[place].slug,)) + ASKED + more


def rows_of(answer):
    return {row.post.person.pk: {one.award.code: one.shelf for one in row.found} for row in answer.context["rows"]}


def test_who_meets_a_standard_and_who_is_one_condition_short_stand_in_it(world, client):
    ready, short = (
        with_base_titles(world.units[1], 2013, 2014, 2015),
        with_base_titles(world.units[1], 2012, 2013, 2015),
    )
    for person in (ready, short):
        entered(person, a_work("Cổng tra cứu hồ sơ", 2014, Recognition.MINISTRY))
    found = rows_of(client.get(at(world, 1)))
    assert (found[ready.pk]["CSTD_BO"], found[short.pk]["CSTD_BO"]) == ("eligible", "near")


def test_an_award_is_counted_and_asked_for_alone(world, client):
    person = with_base_titles(world.units[1], 2013, 2014, 2015)
    answer = client.get(at(world, 1))
    [tally] = [one for one in answer.context["tallies"] if one.award.code == "LDTT"]
    assert tally.eligible == 1
    alone = rows_of(client.get(at(world, 1, "&danh-hieu=LDTT")))
    assert alone == {person.pk: {"LDTT": "eligible"}}


def test_people_of_another_unit_do_not_stand_in_it(world, client):
    other = with_base_titles(world.units[2], 2013, 2014, 2015)
    assert other.pk not in rows_of(client.get(at(world, 1)))


def test_the_officer_of_another_unit_is_refused_and_the_reading_is_noted(world, client):
    assert client.get(at(world, 2)).status_code == 422
    client.get(at(world, 1))
    assert AccessLine.objects.filter(kind="read_people").count() == 1


def test_an_empty_record_leads_to_where_it_is_written(world, client):
    assert "Ghi xếp loại, danh hiệu" in client.get(at(world, 1)).content.decode()


def test_it_takes_as_many_queries_for_many_people_as_for_one(world, client, django_assert_num_queries):
    with_base_titles(world.units[1], 2015)
    with CaptureQueriesContext(connection) as one:
        client.get(at(world, 1))
    for _ in range(5):
        entered(someone_in(world.units[1]), a_rating(2015, Level.HTXS))
    with django_assert_num_queries(len(one)):
        client.get(at(world, 1))


def test_who_lacks_years_and_times_besides_is_not_nearly_there(world, client):
    person = with_base_titles(world.units[1], 2013, 2014, 2015)
    assert "BK_TTG" not in rows_of(client.get(at(world, 1)))[person.pk]
