"""Inspections, exemplars and initiatives of the founding season: their files agree, and the season plays them."""

from collections import Counter

import pytest

from tests.demo.founding import bloc_of, people, rows, table
from tests.played import LAST_DAY, MID_YEAR
from thidua.core.workflow.exemplars import KNOWN_TO_ALL
from thidua.core.workflow.inspecting import PlanState, VisitState
from thidua.records.journal.queries import first_faulty_line
from thidua.records.results.models import Exemplar, Initiative, Inspection, Visit, VisitFinding
from thidua.records.results.queries.exemplars import recognised_at_province
from thidua.records.seasons.models import Season

ROUNDS = table("inspections.yaml")["rounds"]


@pytest.mark.parametrize("told", ROUNDS, ids=lambda told: told["slug"])
def test_every_visit_says_something_to_every_content_and_mends_after_its_day(told):
    for visit in told["visits"]:
        assert bloc_of()[visit["unit"]] == told["bloc"]
        assert {one["content"] for one in visit["findings"]} == set(range(1, len(told["contents"]) + 1))
        for one in visit["findings"]:
            assert (one["outcome"] == "mend") == ("due" in one)
            assert str(one.get("due", "9")) > str(visit["on"])
            assert str(one.get("answered", "0")) <= str(one.get("closed", "9"))


@pytest.mark.parametrize("told", ROUNDS, ids=lambda told: told["slug"])
def test_nobody_looks_at_the_own_unit_and_no_two_look_at_each_other(told):
    looks = {
        (people()[code]["unit"], visit["unit"]) for visit in told["visits"] for code in told["teams"][visit["team"] - 1]
    }
    assert [pair for pair in looks if pair[::-1] in looks] == []


def test_each_unit_has_one_exemplar_at_provincial_level_and_none_introduces_three():
    listed = rows("exemplars.csv")
    assert Counter(row["unit"] for row in listed if row["level"] == "province") == dict.fromkeys(bloc_of(), 1)
    assert max(Counter(row["unit"] for row in listed if row["introduced_on"]).values()) <= 2
    for row in listed:
        steps = ("spotted_on", "registered_on", "support_on", "consent_on", "introduced_on", "recognised_on")
        days = [row[step] for step in steps if row[step]]
        assert days == sorted(days), row["code"]
        assert row["consent_on"] or not row["introduced_on"]
        assert not row["person"] or people()[row["person"]]["name"] == row["name"]


def test_models_are_adopted_by_other_units_and_shares_make_a_hundred():
    codes = {row["code"]: row["unit"] for row in rows("exemplars.csv")}
    assert all(codes[row["exemplar"]] != row["unit"] for row in rows("replications.csv"))
    for row in rows("initiatives.csv"):
        assert int(row["share"]) + int(row["share_2"] or 0) == 100
        assert people()[row["author"]]["unit"] == row["unit"]


def test_on_the_morning_in_june_a_visit_is_due_and_much_is_on_its_way(stand_on):
    stand_on(MID_YEAR)
    assert [one.at_state for one in Inspection.objects.order_by("pk")] == [PlanState.OPEN, PlanState.OPEN]
    today = Visit.objects.get(on=MID_YEAR)
    assert today.at_state is VisitState.PLANNED
    assert today.team.members.get(is_leader=True).person.full_name == people()["THADS-HN:O1"]["name"]
    points = Counter(one.state for one in VisitFinding.objects.exclude(state=""))
    assert points == {"open": 4, "answered": 1, "closed": 1}
    assert not Exemplar.objects.filter(state__in=KNOWN_TO_ALL, consent_on=None).exists()
    assert Initiative.objects.filter(received_at__isnull=False).count() == 8


def test_at_the_end_of_the_year_all_twenty_two_are_recognised_and_some_replicated(stand_on):
    stand_on(LAST_DAY)
    assert {one.at_state for one in Inspection.objects.all()} == {PlanState.CLOSED}
    assert recognised_at_province(Season.objects.get(slug="nam-2016")) == 22
    assert Exemplar.objects.filter(state="replicated").count() >= 3
    assert sorted(Initiative.objects.exclude(number=None).values_list("number", flat=True)) == list(range(1, 15))
    assert first_faulty_line() is None
