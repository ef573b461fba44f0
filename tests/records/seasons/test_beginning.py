"""A region is begun in one act out of a list, and taken back while nothing was built upon it."""

from datetime import date

import pytest

from tests.factories.beginnings import a_beginner, a_begun_region, again, an_applied_list
from tests.factories.seasons import BUILDER, NOON, TODAY, a_key
from thidua.base.wording import say
from thidua.base.workdays import is_near_tet, is_working_day
from thidua.core.answer import NotPossible
from thidua.records.accounts.actions import open_account
from thidua.records.accounts.queries import actor_of
from thidua.records.directory.actions.lists import undo_list
from thidua.records.directory.models import Unit
from thidua.records.journal.models import Entry
from thidua.records.seasons.access import visible_seasons
from thidua.records.seasons.actions.beginning import withdraw_region
from thidua.records.seasons.actions.blocs import Calendar, set_calendar
from thidua.records.seasons.actions.clusters import rename_cluster
from thidua.records.seasons.actions.frame import set_campaigns
from thidua.records.seasons.doubts import doubts_about
from thidua.records.seasons.models import Cluster, Season, SeasonRole
from thidua.records.seasons.plan import CampaignPlan, ClusterNames, PeriodPlan
from thidua.records.seasons.proposals import proposed_milestones, proposed_periods
from thidua.records.seasons.queries.beginning import season_in_hand

pytestmark = pytest.mark.django_db


def begun(head: str = "STP-ND"):
    by = a_beginner()
    run = an_applied_list(by)
    season = a_begun_region(by, head)
    return again(by), run, season


def test_who_begins_serves_the_region_and_the_leader_of_its_head_unit_heads_it():
    by, _, season = begun()

    parts = {(one.role, one.person.full_name, one.unit.code) for one in SeasonRole.objects.filter(season=season)}
    assert parts == {("head", "Vũ Đình Khang", "STP-ND"), ("secretariat", "Phạm Thị Thư", "STP-ND")}
    assert [(bloc.bloc.name, bloc.members.count()) for bloc in season.blocs.all()] == [
        ("Khối Sở", 2),
        ("Khối Thi hành án", 1),
    ]
    assert season_in_hand(by, on=TODAY) == season
    kinds = list(Entry.objects.order_by("-seq").values_list("kind", flat=True)[:5])
    assert kinds[::-1] == [
        "cluster.founded", "season.planned", "season.role_given", "season.role_given", "post.given",
    ]  # fmt: skip


def test_a_unit_without_a_leader_heads_nothing():
    by = a_beginner()
    an_applied_list(by)
    with pytest.raises(NotPossible) as refused:
        a_begun_region(by, head="CTHADS-ND")
    assert [one.key for one in refused.value] == ["begin.head_without_leader"]
    assert not Cluster.objects.exists()


def test_withdrawn_it_is_as_if_never_begun_and_the_same_name_is_free_again():
    by, _, season = begun()
    withdraw_region(season, by=by, at=NOON, key=a_key())

    assert (Season.objects.count(), Cluster.objects.count(), list(visible_seasons(by, on=TODAY))) == (0, 0, [])
    assert season_in_hand(by, on=TODAY) is None
    a_begun_region(by)
    assert Cluster.objects.get().slug == "khu-vuc"


def test_what_a_region_holds_is_named_and_after_the_region_the_list_can_be_withdrawn_too():
    by, run, season = begun()
    with pytest.raises(NotPossible) as refused:
        undo_list(run, by=by, at=NOON, key=a_key())
    assert {one.values["what"].key for one in refused.value.sentences[1:]} == {
        "list.built.membership", "list.built.seasonrole", "list.built.post",
    }  # fmt: skip
    withdraw_region(season, by=by, at=NOON, key=a_key())
    undo_list(run, by=by, at=NOON, key=a_key())
    assert (again(by).posts, Unit.objects.count()) == ((), 0)


def test_a_calendar_goes_with_it_and_a_campaign_keeps_it():
    by, _, season = begun()
    for bloc in season.blocs.all():
        periods = tuple(proposed_periods(bloc.starts_on, bloc.ends_on))
        milestones = tuple((kind, on, "") for kind, on in proposed_milestones(bloc.starts_on, bloc.ends_on, on=TODAY))
        calendar = Calendar(bloc.starts_on, bloc.ends_on, (), periods, milestones)
        set_calendar(bloc, calendar=calendar, seen_version=bloc.version, by=by, at=NOON, key=a_key())
    peak = CampaignPlan("peak", "Cao điểm", season.blocs.all()[0].starts_on, season.blocs.all()[0].ends_on)
    season.refresh_from_db()
    set_campaigns(
        season, movements=(), campaigns=[(None, peak)], seen_version=season.version, by=by, at=NOON, key=a_key()
    )

    with pytest.raises(NotPossible) as refused:
        withdraw_region(season, by=by, at=NOON, key=a_key())
    assert [one.key for one in refused.value] == ["begin.built_upon", "begin.built.campaign"]


def test_the_proposed_days_are_working_days_in_their_order():
    first, last = TODAY.replace(month=1, day=1), TODAY.replace(month=12, day=31)
    days = [on for _, on in proposed_milestones(first, last, on=TODAY)]
    assert days == sorted(days)
    assert all(day.weekday() < 5 for day in days)
    assert [(one.slug, one.from_on.month, one.until_on.day) for one in proposed_periods(first, last)] == [
        ("quy-1", 1, 31), ("quy-2", 4, 30), ("quy-3", 7, 30), ("quy-4", 10, 31),
    ]  # fmt: skip


@pytest.mark.parametrize("year", range(2024, 2041))
def test_nobody_is_proposed_to_sign_on_a_day_of_rest_or_round_tet(year):
    days = proposed_milestones(date(year, 1, 1), date(year, 12, 31), on=date(year - 1, 11, 28))
    assert [kind for kind, on in days if is_near_tet(on) or not is_working_day(on)] == []
    periods = proposed_periods(date(year, 1, 1), date(year, 12, 31))
    assert doubts_about(dict(days), periods, starts_on=date(year, 1, 1), ends_on=date(year, 12, 31)) == []


def test_the_signing_of_2027_waits_until_offices_are_back_from_tet():
    days = dict(proposed_milestones(date(2027, 1, 1), date(2027, 12, 31), on=date(2026, 11, 28)))
    assert (days["registration"], days["signing"]) == (date(2027, 1, 22), date(2027, 2, 15))


def test_days_of_rest_and_days_out_of_order_are_doubted_each_in_one_sentence():
    year = {"starts_on": date(2027, 1, 1), "ends_on": date(2027, 12, 31)}
    days = {
        "signing": date(2027, 1, 17), "registration": date(2027, 2, 8), "self_score": date(2027, 9, 2),
        "verification": date(2027, 12, 11), "ranking": date(2072, 12, 20),
    }  # fmt: skip
    first = PeriodPlan("quy-1", "Quý I", date(2027, 1, 1), date(2027, 3, 31), date(2027, 3, 31))
    assert [say(one) for one in doubts_about(days, [first], **year)] == [
        "“Ký giao ước” (17/1/2027) sớm hơn “Hạn đăng ký thi đua” (8/2/2027).",
        "Báo cáo Quý I nộp ngày 31/3/2027, khi kỳ chưa hết (31/3/2027).",
        "Chốt bảng xếp hạng: ngày 20/12/2072 xa năm thi đua này. Xem lại năm đã gõ.",
        "Hạn đăng ký thi đua: ngày 8/2/2027 là mùng 3 Tết.",
        "Ký giao ước: ngày 17/1/2027 là Chủ nhật.",
        "Hạn tự chấm điểm: ngày 2/9/2027 là ngày nghỉ lễ.",
        "Hạn thẩm định điểm: ngày 11/12/2027 là thứ Bảy.",
    ]


def test_an_account_without_a_person_begins_nothing():
    an_applied_list(a_beginner())
    told = {"by": BUILDER, "at": NOON, "key": a_key()}
    account = open_account(person=None, email="may@example.vn", is_administrator=True, **told)
    with pytest.raises(NotPossible) as refused:
        a_begun_region(actor_of(account, on=TODAY))
    assert [one.key for one in refused.value] == ["begin.no_person"]


def test_of_two_who_rename_a_cluster_the_second_is_told_and_nothing_of_hers_is_kept():
    by, _, season = begun()
    cluster = season.cluster
    blocs = {"khoi-so": "Khối Sở", "khoi-tha": "Khối Thi hành án"}
    first = ClusterNames("Cụm một", "Cụm một", "Cụm trưởng", "Cụm phó", blocs)
    rename_cluster(cluster, names=first, seen_version=cluster.version, by=by, at=NOON, key=a_key())
    second = ClusterNames("Cụm hai", "Cụm hai", "Cụm trưởng", "Cụm phó", blocs | {"khoi-so": "Khối A"})
    with pytest.raises(NotPossible) as refused:
        rename_cluster(cluster, names=second, seen_version=cluster.version, by=by, at=NOON, key=a_key())
    assert [one.key for one in refused.value] == ["shared.changed_since"]
    cluster.refresh_from_db()
    assert (cluster.name, [bloc.name for bloc in cluster.blocs.all()]) == ("Cụm một", list(blocs.values()))
