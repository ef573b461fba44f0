"""Copied by page: everything is seen before it is done, choices are kept, and what changed meanwhile is told."""

import re
from datetime import date

import pytest

from tests.factories.evaluations import POINTS, a_draft, a_ranked_season, an_observer
from tests.factories.handovers import a_prepared_handover
from tests.factories.people import an_administrator
from tests.factories.scores import DECEMBER, a_season_running, adopted
from tests.factories.seasons import NOON, a_key, a_season
from tests.pages.clients import client_of
from tests.pages.forms import forms_on
from thidua.core.workflow.evaluating import Section
from thidua.records.conduct.actions import sign_evaluation
from thidua.records.scores.models import AdoptedSheet, Ranking
from thidua.records.seasons.actions.campaigns import draft_campaign
from thidua.records.seasons.campaign_told import CampaignTold
from thidua.records.seasons.models import BlocSeason, Commitment, Season, SeasonRole

NEXT = "/cum-thu/nam-2016/nam-sau"


def a_planned_season():
    world = a_season()
    for kind, name in (("peak", "Cao điểm"), ("ad_hoc", "Sau bão")):
        told = CampaignTold(kind, name, date(2016, 3, 26), date(2016, 6, 30))
        draft_campaign(world.season, told=told, by=world.secretary, at=NOON, key=a_key())
    return world


def form_on(client, address=NEXT, to=""):
    answer = client.get(address)
    assert answer.status_code == 200
    return forms_on(answer.content)[to] | {"key": a_key()}


def test_the_form_as_it_stands_makes_the_next_season(db):
    world = a_planned_season()
    client = client_of(world.secretary)
    sent = client.post(NEXT, form_on(client))
    assert (sent.status_code, sent.headers["Location"]) == (303, "/cum-thu/nam-2017/")
    season = Season.objects.get(slug="nam-2017")
    assert season.name == "Năm thi đua 2017"
    assert [one.name for one in season.campaigns.all()] == ["Cao điểm"]  # what was ad hoc answered its own year
    assert season.blocs.get().members.count() == 3
    assert "Chép nữa là lập thêm một năm khác" in client.get(NEXT).content.decode()


def test_choices_are_looked_at_anew_before_anything_is_made(db):
    world = a_planned_season()
    client = client_of(world.head)
    form = form_on(client)
    form.pop("part-members")
    looked = client.post(NEXT, form | {"look": "1"})
    assert looked.status_code == 200
    assert 'name="part-members" value="1" checked' not in looked.content.decode()
    refused = client.post(NEXT, form)
    assert refused.status_code == 422
    assert "đã khác lúc bạn xem" in refused.content.decode()
    seen = forms_on(looked.content)[""]["seen"]
    assert client.post(NEXT, form | {"seen": seen, "key": a_key()}).status_code == 303
    assert Season.objects.get(slug="nam-2017").blocs.get().members.count() == 0


def test_a_wrong_day_is_told_and_nothing_typed_is_lost(db):
    world = a_planned_season()
    client = client_of(world.head)
    changed = {f"from-{world.bloc.bloc.pk}": "hôm nào", "name": "Năm mới", "head": "Ai Đó"}
    refused = client.post(NEXT, form_on(client) | changed)
    assert refused.status_code == 422
    page = refused.content.decode()
    for text in (
        "“hôm nào” không phải là ngày",
        'value="hôm nào"',
        'value="Năm mới"',
        'value="Ai Đó"',
        "không có người",
    ):
        assert text in page
    assert Season.objects.count() == 1


def test_the_next_head_is_named_with_the_decision(db):
    world = a_planned_season()
    client = client_of(world.head)
    named = {"head": world.leaders[1].name, "ground_number": "15/QĐ-BTP", "ground_dated_on": "1/12/2015"}
    assert client.post(NEXT, form_on(client) | named).status_code == 303
    head = SeasonRole.objects.get(season__slug="nam-2017", role="head")
    assert (head.person_id, head.unit, head.chosen) == (world.leaders[1].person, world.units[1], "appointed")
    assert head.ground.number == "15/QĐ-BTP"


def test_the_secretariat_is_asked_for_no_head(db):
    world = a_planned_season()
    assert 'name="head"' not in client_of(world.secretary).get(NEXT).content.decode()
    assert 'name="head"' in client_of(world.head).get(NEXT).content.decode()


def test_the_sheet_is_shown_with_where_it_comes_from_and_adopted_for_the_new_year(db):
    world = a_season_running()
    adopted(world)
    client = client_of(world.secretary)
    shown = client.get(NEXT).content.decode()
    assert "Bảng đủ cách tính" in shown
    assert "chép nguyên bản năm nay: thư viện không còn bảng hợp với khối" in shown
    assert client.post(NEXT, form_on(client)).status_code == 303
    sheet = client.get("/cum-thu/nam-2017/khoi/bang-diem").content.decode()
    assert "Bảng đủ cách tính" in sheet
    assert "chưa ghi văn bản ban hành" in sheet


def test_an_administrator_is_not_offered_the_sheet(db):
    world = a_season_running()
    adopted(world)
    assert 'name="part-sheets"' in client_of(world.head).get(NEXT).content.decode()
    client = client_of(an_administrator())
    assert 'name="part-sheets"' not in client.get(NEXT).content.decode()
    assert client.post(NEXT, form_on(client)).status_code == 303
    assert not AdoptedSheet.objects.filter(bloc_season__season__slug="nam-2017").exists()


def test_the_secretariat_stays_behind_where_another_unit_takes_over(db):
    world = a_ranked_season()
    client = client_of(world.head)
    assert re.search(r'name="part-secretariat"[^>]* checked', client.get(NEXT).content.decode())
    a_prepared_handover(world)
    shown = client.get(NEXT).content.decode()
    assert 'name="part-secretariat"' in shown
    assert not re.search(r'name="part-secretariat"[^>]* checked', shown)


def test_units_are_told_that_they_do_not_copy(db):
    world = a_planned_season()
    assert client_of(world.officers[1]).get(NEXT).status_code == 422
    assert client_of(world.outsider).get(NEXT).status_code == 404
    assert NEXT not in client_of(world.officers[1]).get("/cum-thu/nam-2016/").content.decode()


def test_from_the_locked_ranking_to_the_next_plan_with_what_is_left_and_last_years_figures(db):
    world = a_ranked_season()
    observer, secretary = an_observer(world), client_of(world.secretary)
    assert 'href="/cum-thu/nam-2016/nam-sau"' in secretary.get("/hom-nay").content.decode()
    draft = a_draft(world, observer)
    sign_evaluation(draft, seen_version=draft.version, by=observer, at=DECEMBER, key=a_key())
    assert secretary.post(NEXT, form_on(secretary)).status_code == 303
    assert 'href="/cum-thu/nam-2016/nam-sau"' not in secretary.get("/hom-nay").content.decode()
    assert POINTS[Section.LEFT][0] in secretary.get("/cum-thu/nam-2017/con-lai").content.decode()
    bloc = BlocSeason.objects.get(season__slug="nam-2017")
    assert not Ranking.objects.filter(bloc_season=bloc).exists()
    for stage in ("launched", "registering"):
        moved = secretary.post("/cum-thu/nam-2017/khoi/giai-doan", {"key": a_key(), "to": stage})
        assert moved.status_code == 303
    lines = Commitment.objects.filter(commitment_set__membership__bloc_season=bloc, last_year__isnull=False)
    assert lines.count() > 0
    assert not lines.filter(registered__isnull=False).exists()


@pytest.mark.parametrize("members", [2, 20])
def test_the_page_takes_as_many_queries_for_twenty_units_as_for_two(db, django_assert_num_queries, members):
    client = client_of(a_season(members).head)
    with django_assert_num_queries(37):
        assert client.get(NEXT).status_code == 200
