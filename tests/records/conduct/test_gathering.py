"""What is found to be handed over: from each record its papers, and what is not done yet."""

import pytest

from tests.factories.conferences import a_held_conference, a_paper_of
from tests.factories.inspections import a_reported_visit, a_season_inspected
from tests.factories.papers import a_signed, an_issued
from tests.factories.results import APRIL, a_season_of_results, a_signed_report
from tests.factories.scores import a_season_verifying
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing, a_season
from thidua.base.wording import say
from thidua.core.texts import in_groups
from thidua.records.conduct.actions import remind
from thidua.records.conduct.gathering import gathered
from thidua.records.seasons.actions.pacts import PaperSignature, sign_on_paper, sign_pact
from thidua.records.seasons.models import Season


def found(world, kind):
    return [say(one.what) for one in gathered(world.season, on=TODAY) if one.kind == kind]


def test_a_season_that_is_only_planned_has_its_people_and_an_open_ranking(db):
    world = a_season()
    assert found(world, "tasks") == ["Khối thử: chưa chốt bảng xếp hạng"]
    assert {one.kind for one in gathered(world.season, on=TODAY)} == {"tasks", "contacts", "parts"}
    assert found(world, "parts")[0].startswith(f"{world.head.name}, STP Số ")


@pytest.mark.both
def test_of_a_pact_its_hash_and_signatures_and_what_is_still_owed(db):
    world = a_pact_open_for_signing()
    by = {"at": NOON, "key": a_key()}
    sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], **by)
    ink = PaperSignature("Trần Huy Bách", "Giám đốc", "leader")
    sign_on_paper(world.pact(), unit=world.units[2], signed=ink, by=world.secretary, at=NOON, key=a_key())
    assert found(world, "pacts") == [
        f"Bản giao ước Khối thử, mã xác thực {in_groups(world.pact().text_hash)}",
        "Chữ ký giao ước Khối thử: 2/3 đơn vị, 0 bản quét và tệp ký số",
    ]
    assert found(world, "tasks")[:2] == [
        "Khối thử: 1 đơn vị chưa ký giao ước",
        "Khối thử: 1 chữ ký giao ước chưa có bản quét",
    ]


@pytest.mark.both
def test_reports_are_counted_by_period_and_those_that_lack_are_open_tasks(db):
    world = a_season_of_results()
    a_signed_report(world, 1, "quy-1", APRIL)
    assert "Báo cáo Quý I, Khối thử: 1/3 đơn vị đã ký" in found(world, "results")
    assert "Khối thử: 2 báo cáo Quý I chưa ký" in found(world, "tasks")


def test_score_cards_are_counted_with_those_that_are_verified(db):
    world = a_season_verifying()
    assert "Bảng chấm Khối thử: 3/3 đơn vị đã ký, 0 bảng đã thẩm định" in found(world, "scores")


def test_an_inspection_counts_its_minutes_and_what_is_to_be_mended(db):
    world, visit = a_season_inspected()
    a_reported_visit(world, visit)
    assert [one for one in found(world, "results") if one.endswith("1 biên bản kiểm tra")]
    assert "Khối thử: 1 việc phải khắc phục sau kiểm tra chưa xong" in found(world, "tasks")


def test_a_conference_gives_its_numbered_papers_and_is_open_until_it_is_concluded(db):
    world = a_season()
    one = a_held_conference(world)
    a_paper_of(one, world)
    assert found(world, "papers") == [f"Biên bản {one.name}, số 02/BB ngày 4/3/2016"]
    assert f"{one.name} đã họp, biên bản hoặc kết luận chưa có số" in found(world, "tasks")


def test_papers_that_were_issued_have_their_number(db):
    world = a_season()
    a_signed(world)
    assert found(world, "papers") == []
    one = an_issued(a_season(slug="cum-hai"), number="05/KH-STP")
    season = Season.objects.get(public_id=one.frame)
    [told] = [say(item.what) for item in gathered(season, on=TODAY) if item.kind == "papers"]
    assert "số 05/KH-STP ngày" in told


def test_reminders_are_counted(db):
    world = a_season_of_results()
    members = list(world.bloc.members.select_related("unit"))
    remind(world.bloc, members=members, text="Gửi báo cáo", by_mail=False, by=world.secretary, at=NOON, key=a_key())
    assert found(world, "papers") == ["Lời nhắc đã gửi đơn vị, Khối thử: 1 lần"]


def test_every_item_has_a_page_and_is_told_apart_from_all_others(db):
    world = a_season_verifying()
    items = gathered(world.season, on=TODAY)
    assert len({one.source for one in items}) == len(items)


@pytest.mark.parametrize("members", [2, 20])
def test_gathering_takes_as_many_queries_for_twenty_units_as_for_two(db, django_assert_num_queries, members):
    world = a_season_verifying(members)
    with django_assert_num_queries(26):
        gathered(world.season, on=TODAY)
