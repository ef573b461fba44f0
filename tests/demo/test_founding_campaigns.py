"""Campaigns of the founding season: their files agree, and the season plays them on their own days."""

from collections import Counter

import pytest

from tests.demo.founding import bloc_of, table
from tests.played import LAST_DAY, MID_YEAR
from thidua.core.workflow.campaigning import Phase
from thidua.records.seasons.models import Campaign

PLANNED = {one["slug"]: one for one in table("movements.yaml")["campaigns"]}
TOLD = table("campaigns.yaml")


def test_every_campaign_of_the_plan_is_launched_before_it_begins_or_on_that_day_and_summed_up_after_it():
    assert {one["slug"] for one in TOLD["cluster"]} == set(PLANNED)
    for one in TOLD["cluster"]:
        planned = PLANNED[one["slug"]]
        assert one["launched"]["on"] <= planned["from"], one["slug"]
        assert "summed_up" not in one or one["summed_up"]["on"] > planned["until"], one["slug"]
        assert "summed_up" not in one or len(one["summed_up"]["reached"]) == len(one["goals"]), one["slug"]


def test_a_unit_decides_its_own_certificates_and_no_merit_certificate_of_the_ministry():
    for one in TOLD["units"]:
        assert one["unit"] in bloc_of()
        assert set(one.get("proposes", ())) <= {"GK"}
        assert one.get("decider", one["unit"]) == one["unit"]


def test_no_paper_launches_two_campaigns():
    papers = [
        (one.get("unit"), one["launched"]["number"]) for one in [*TOLD["cluster"], *TOLD["units"]] if "launched" in one
    ]
    assert max(Counter(papers).values()) == 1


@pytest.mark.parametrize(
    ("day", "phases"),
    [
        (MID_YEAR, {"running": 6, "summed_up": 3, "draft": 5, "submitted": 1}),
        (LAST_DAY, {"running": 1, "summed_up": 11, "over": 1, "draft": 1, "submitted": 1}),
    ],
)
def test_on_the_demos_mornings_campaigns_stand_where_their_days_put_them(stand_on, day, phases):
    stand_on(day)
    assert Counter(one.phase(on=day) for one in Campaign.objects.all()) == {Phase(k): n for k, n in phases.items()}
