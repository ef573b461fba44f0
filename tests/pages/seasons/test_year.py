from datetime import date

import pytest

from tests.factories.seasons import TODAY, a_key, a_season
from tests.pages.clients import client_of
from thidua.pages.seasons.year import short_name, year_of
from thidua.records.seasons.actions.frame import set_campaigns
from thidua.records.seasons.models import Bloc, BlocSeason, Milestone
from thidua.records.seasons.plan import CampaignPlan


def a_season_with_campaigns():
    world = a_season()
    plans = [
        CampaignPlan("peak", "Cao điểm 1", date(2016, 3, 26), date(2016, 6, 30)),
        CampaignPlan("regular", "Thường xuyên", date(2016, 1, 1), date(2016, 12, 31)),
        CampaignPlan("thematic", "Tháng Thanh niên", date(2016, 3, 1), date(2016, 3, 31), run_by_youth=True),
    ]
    set_campaigns(
        world.season, movements=[], campaigns=[(None, plan) for plan in plans], seen_version=world.season.version,
        by=world.secretary, at=world.bloc.stage_since, key=a_key(),
    )  # fmt: skip
    return world


def test_the_strip_has_a_row_for_each_kind_that_occurs_and_marks_what_falls_due(db):
    season = a_season_with_campaigns().season
    year = year_of(season, season.campaigns.all(), season.blocs.all(), on=TODAY)
    assert [(row.name, [(bar.label, bar.colour) for bar in row.bars]) for row in year.rows] == [
        ("Thường xuyên", [("Thường xuyên", "ink")]),
        ("Cao điểm", [("Cao điểm 1", "son")]),
        ("Chuyên đề", [("Tháng Thanh niên", "jade")]),
    ]
    assert [(mark.label, mark.on) for mark in year.marks] == [("Hạn đăng ký thi đua", date(2016, 2, 19))]
    assert (year.first, year.last, year.today) == (date(2016, 1, 1), date(2016, 12, 31), TODAY)
    assert year_of(season, [], [], on=date(2017, 1, 1)).today is None


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Cao điểm 1", "Cao điểm 1"),
        ("Đợt thi đua cao điểm 1: pháp luật về cơ sở, hướng về người dân", "Đợt thi đua cao điểm 1"),
        ("Chiến dịch cao điểm về giải quyết án dân sự tồn đọng", "Chiến dịch cao điểm về giải quyết án dân sự …"),
    ],
)
def test_a_long_name_is_cut_where_it_reads(name, short):
    assert short_name(name) == short


def test_the_seasons_page_shows_the_strip(db):
    page = client_of(a_season_with_campaigns().head).get("/cum-thu/nam-2016/").content.decode()
    assert '<svg class="year"' in page
    assert "Cao điểm 1" in page


def test_blocs_with_different_days_for_one_thing_are_named_beside_it(db):
    world = a_season()
    bloc = Bloc.objects.create(cluster=world.season.cluster, slug="khoi-hai", name="Khối hai", position=2)
    other = BlocSeason.objects.create(
        season=world.season, bloc=bloc, starts_on=date(2016, 1, 1), ends_on=date(2016, 12, 31)
    )
    Milestone.objects.create(bloc_season=other, kind="registration", due_on=date(2016, 2, 26))
    for one in (world.bloc, other):
        Milestone.objects.create(bloc_season=one, kind="signing", due_on=date(2016, 3, 4))
    marks = year_of(world.season, [], [world.bloc, other], on=TODAY).marks
    assert [mark.label for mark in marks] == [
        "Hạn đăng ký thi đua (Khối thử)",
        "Hạn đăng ký thi đua (Khối hai)",
        "Ký giao ước",
    ]


def test_head_and_deputy_are_called_as_the_cluster_calls_them(db):
    world = a_season()
    page = client_of(world.officers[1]).get("/cum-thu/nam-2016/").content.decode()
    assert ">Cụm trưởng</span>" in page
    assert ">Bộ phận thường trực</span>" in page
    english = client_of(world.officers[1], "en").get("/cum-thu/nam-2016/").content.decode()
    assert "Cụm trưởng" not in english
