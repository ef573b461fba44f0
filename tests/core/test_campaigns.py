"""Templates of campaigns: a fault in the data is told with its line, and their days fall where they are meant."""

from datetime import date

import pytest

from thidua.base.library import campaign_templates, commendations, titles
from thidua.core.campaigns import commendations_of, templates_of
from thidua.core.read import ReadError, read_table
from thidua.core.workflow.campaigning import MOVES, CampaignMove, CampaignState, may_make

ONE = """
tuan:
  name: {vi: "Tuần", en: "Week"}
  about: {vi: "Bảy ngày", en: "Seven days"}
  kind: "peak"
  title: "Tuần lễ"
  days: 7
  audience: "all"
  method: "Mỗi ngày"
  proposes: ["GK"]
"""


def read(text):
    return templates_of(read_table(text), commendations())


def test_a_template_without_days_begins_a_week_after_it_is_opened():
    assert read(ONE)["tuan"].days_in(2016, on=date(2016, 3, 4)) == (date(2016, 3, 11), date(2016, 3, 17))


def test_a_template_with_days_falls_in_the_seasons_year():
    law_day = campaign_templates()["ngay-phap-luat"]
    assert law_day.days_in(2027, on=date(2026, 12, 1)) == (date(2027, 10, 15), date(2027, 11, 15))


@pytest.mark.parametrize(
    ("before", "after", "error"),
    [
        ('["GK"]', '["XX"]', ValueError),
        ("days: 7", 'from: "31/2"\n  until: "1/3"', ValueError),
        ("days: 7", "lasts: 7", ReadError),
        (', en: "Week"', "", ReadError),
    ],
)
def test_a_fault_in_the_data_is_no_template(before, after, error):
    with pytest.raises(error):
        read(ONE.replace(before, after))


def test_who_decides_is_told_for_every_form_and_no_cluster_does():
    assert all(one.decided_by for one in commendations().values())
    with pytest.raises(ReadError):
        commendations_of(read_table("GK: {}"), titles())
    with pytest.raises(ValueError, match="XX"):
        commendations_of(read_table("XX: {decided_by: [ministry]}"), titles())


@pytest.mark.parametrize("state", CampaignState)
def test_from_every_state_something_can_be_done_and_nothing_twice(state):
    possible = [move for move in CampaignMove if may_make(move, state).is_yes]
    assert possible
    assert all(MOVES[move][state] is not state for move in possible)
