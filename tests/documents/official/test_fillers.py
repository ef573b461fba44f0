"""What each paper takes from the records: every field that nobody types, and no other."""

import pytest

from tests.factories.conferences import a_held_conference, a_paper_of, a_talk, an_invited_conference
from tests.factories.inspections import a_season_inspected
from tests.factories.money import an_approved_estimate, asked
from tests.factories.papers import a_campaign, the_fields
from tests.factories.people import a_unit_named
from tests.factories.scores import DECEMBER, a_season_verifying, the_member, verified
from tests.factories.seasons import NOON, TODAY, a_key, a_season_registering
from thidua.base.library import paper_kinds
from thidua.core.papers import COMMON, Per
from thidua.documents.official.fillers import FILLERS, units
from thidua.documents.official.fillers.told import points
from thidua.documents.official.fillers.units import later_day
from thidua.records.accounts.actions import delegate_signature
from thidua.records.councils.actions.running import note_nominated
from thidua.records.councils.actions.talks import drop_talk
from thidua.records.councils.plan import NominatedTold
from thidua.records.directory.models import Person
from thidua.records.papers.queries import letterhead_of
from thidua.records.scores.actions import lock_ranking
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import Bloc, BlocSeason


def test_every_paper_has_its_filler():
    assert set(FILLERS) == {code for code, kind in paper_kinds().items() if not kind.merges}


@pytest.mark.parametrize("code", sorted(paper_kinds()))
def test_a_filler_fills_what_nobody_types_and_nothing_else(db, code):
    kind = paper_kinds()[code]
    if kind.per is Per.INSPECTION:
        world, visit = a_season_inspected()
        subject = visit.inspection
    else:
        world = a_season_registering()
        subject = {
            Per.SEASON: lambda: world.season,
            Per.BLOC: lambda: world.bloc,
            Per.CONFERENCE: lambda: a_held_conference(world),
            Per.CAMPAIGN: lambda: a_campaign(world),
            Per.UNIT: lambda: the_member(world, 1),
            Per.PERIOD: lambda: world.bloc.periods.get(),
        }[kind.per]()
    fields = {name for name in the_fields(world, code, subject) if not name.startswith("_")} - set(COMMON)
    assert fields == {field.name for field in kind.fields.values() if not field.is_typed}


def test_the_plan_holds_what_is_due_in_the_order_of_days(db):
    world = a_season_registering()
    rows = the_fields(world)["lich"]
    due = [("Hạn đăng ký thi đua", "19/02/2016"), ("Báo cáo Quý I", "08/4/2016")]
    assert [(row["viec"], row["han"]) for row in rows] == due


def test_what_is_due_in_every_bloc_on_one_day_stands_once(db):
    world = a_season_registering()
    alone = the_fields(world)["lich"]
    other = Bloc.objects.create(cluster=world.season.cluster, slug="khoi-hai", name="Khối Hai", position=9)
    beside = BlocSeason.objects.create(
        season=world.season, bloc=other, starts_on=world.bloc.starts_on, ends_on=world.bloc.ends_on
    )
    for one in world.bloc.milestones.all():
        beside.milestones.create(kind=one.kind, due_on=one.due_on)
    rows = the_fields(world)["lich"]
    assert [row["khoi"] for row in rows] == ["Các khối", world.bloc.bloc.name]
    assert [(row["viec"], row["han"]) for row in rows] == [(row["viec"], row["han"]) for row in alone]


def test_a_reminder_names_who_owes_and_what(db):
    world = a_season_registering()
    fields = the_fields(world, "cong-van-don-doc", world.bloc)
    assert fields["so_don_vi"] == "03"
    assert [row["don_vi"] for row in fields["con_thieu"]] == [unit.name for unit in world.units]
    assert {row["han"] for row in fields["con_thieu"]} == {"19/02/2016"}


def test_minutes_hold_text_and_nominations(db):
    world = a_season_registering()
    one = a_held_conference(world)
    a_paper_of(one, world, text="Khai mạc.\n\nThảo luận.", number="", dated_on=None)
    rows = [NominatedTold("STP Bắc Ninh", "Cờ thi đua", 20, 22)]
    note_nominated(one.matters.get(), rows=rows, by=world.secretary, at=NOON, key=a_key())
    fields = the_fields(world, "bien-ban-hoi-nghi", one)
    assert fields["dien_bien"] == ["Khai mạc.", "Thảo luận."]
    assert fields["ten_thu_ky"] == world.secretary.name
    assert fields["suy_ton"] == [{"ten": "STP Bắc Ninh", "gi": "Cờ thi đua", "phieu": "20/22"}]


def test_the_estimate_holds_its_groups_with_their_sums_and_its_total_in_words(db):
    world = a_season_registering()
    one = a_held_conference(world)
    assert the_fields(world, "du-toan", one)["khoan"] == []
    asked(world, an_approved_estimate(world, one))
    fields = the_fields(world, "du-toan", one)
    assert [(row["stt"], row["noi_dung"], row["thanh_tien"]) for row in fields["khoan"]] == [
        ("1", "HỘI TRƯỜNG", "3.700.000"), ("1.1", "Thuê màn hình", "3.000.000"), ("1.2", "Hoa", "700.000"),
        ("2", "ĐẠI BIỂU", "6.000.000"), ("2.1", "Ăn trưa", "6.000.000"),
    ]  # fmt: skip
    assert (fields["tong"], fields["bang_chu"]) == ("9.700.000", "Chín triệu bảy trăm nghìn đồng")
    assert fields["dong_gop"] == ["Mức đóng góp: 03 đơn vị, mỗi đơn vị 3.300.000 đồng. Hạn đóng góp: 09/3/2016."]


def test_the_report_that_opens_the_discussion_names_the_talks_that_are_given(db):
    world = a_season_registering()
    one = an_invited_conference(world)
    a_talk(one, world, 1)
    drop_talk(a_talk(one, world, 2), because="Thôi", by=world.secretary, at=NOON, key=a_key())
    fields = the_fields(world, "bao-cao-de-dan", one)
    assert [(row["don_vi"], row["ten"]) for row in fields["tham_luan"]] == [(world.units[1].name, "Cách làm hay")]
    assert fields["so_don_vi"] == "3"


def test_a_units_own_paper_begins_with_its_own_letterhead_and_names_its_delegate(db):
    world = a_season_registering()
    fields = the_fields(world, "giay-uy-quyen", the_member(world, 2))
    assert (fields["co_quan"], fields["don_vi"]) == ("Sở Tư pháp", world.units[2].name)
    assert fields["nguoi_duoc"] == units.BLANK
    leader, officer = (Person.objects.get(pk=one.person) for one in (world.leaders[2], world.officers[2]))
    delegate_signature(
        world.units[2], leader=leader, delegate=officer, letter_number="12/GUQ", letter_dated_on=TODAY, from_on=TODAY,
        until_on=TODAY, by=world.leaders[2], at=NOON, key=a_key(),
    )  # fmt: skip
    fields = the_fields(world, "giay-uy-quyen", the_member(world, 2))
    assert fields["nguoi_duoc"] == officer.full_name
    assert (fields["tu_ngay"], fields["den_ngay"]) == ("04/3/2016", "04/3/2016")


def test_a_request_lists_what_has_not_left_the_unit(db):
    world = a_season_registering()
    fields = the_fields(world, "de-nghi-gia-han", the_member(world, 1))
    assert [row["han"] for row in fields["viec"]] == ["19/02/2016", "08/4/2016"]


def test_the_head_is_addressed_without_saying_the_clusters_first_words_twice(db):
    world = a_season_registering()
    cluster = world.season.cluster
    cluster.head_word, cluster.name = "Trưởng Khu vực", "Khu vực thi đua các cơ quan tư pháp"
    member = the_member(world, 1)
    assert later_day(world.season, member, TODAY)["kinh_gui"] == ["Trưởng Khu vực thi đua các cơ quan tư pháp"]


@pytest.mark.parametrize(
    ("over", "name", "short", "agency", "symbol"),
    [
        ("Ủy ban nhân dân tỉnh Hà Nam", "Sở Tư pháp tỉnh Hà Nam", "STP Hà Nam", "Sở Tư pháp", "STP"),
        ("Tổng cục Y", "Cục Y tỉnh Hà Nam", "Cục YTDP Hà Nam", "Cục Y tỉnh Hà Nam", "CYTDP"),
    ],
)
def test_a_letterhead_names_the_province_once(db, over, name, short, agency, symbol):
    unit = a_unit_named(name, "don-vi", a_unit_named(over, "cap-tren"))
    unit.short_name, unit.label = short, "Hà Nam"
    guessed = letterhead_of(unit)
    assert (guessed.over, guessed.agency, guessed.symbol, guessed.place) == (over, agency, symbol, "Hà Nam")


def test_confirmation_and_explanation_follow_the_card(db):
    world = a_season_verifying()
    verified(world, 0)
    member = the_member(world, 0)
    card = ScoreCard.objects.get(membership=member)
    confirmed = the_fields(world, "phieu-xac-nhan", member)
    assert confirmed["tong"] == points(card.self_total)
    assert confirmed["co_quan"] == "Cơ quan xác nhận"
    explained = the_fields(world, "ban-giai-trinh", member)
    assert explained["tong_tham_dinh"] == points(card.verified_total)
    before = the_fields(world, "ban-giai-trinh", the_member(world, 1))
    assert before["tong_tham_dinh"] == "chưa có"


def test_inspection_teams_are_named_with_their_leaders_first(db):
    world, visit = a_season_inspected()
    fields = the_fields(world, "doan-kiem-tra", visit.inspection)
    assert fields["thanh_vien"][0]["vai"] == "Trưởng đoàn"
    assert fields["lich"][0]["don_vi"] == visit.membership.name


def test_scores_come_from_verified_cards_and_the_locked_ranking(db):
    world = a_season_verifying()
    verified(world, 0, 1, 2)
    assert the_fields(world, "xep-hang", world.bloc)["hang"] == []
    lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())
    ranked = the_fields(world, "xep-hang", world.bloc)
    places = [(one.member_name, str(one.place)) for one in world.bloc.ranking.places.all()]
    assert [(row["don_vi"], row["hang"]) for row in ranked["hang"]] == places
    checked = the_fields(world, "bien-ban-tham-dinh", world.bloc)
    assert (checked["so_don_vi"], len(checked["diem"])) == ("03", 3)
    assert the_fields(world, "huong-dan-cham", world.bloc)["tieu_chi"]
