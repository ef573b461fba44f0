from datetime import date

from tests.factories.people import a_unit_named, an_administrator
from tests.factories.results import APRIL, a_season_of_results, a_signed_report, a_submitted_report
from tests.factories.scores import DECEMBER, a_season_verifying, verified
from tests.factories.seasons import NOON, PERIODS, TODAY, a_key, a_season, a_season_registering, an_actor, figures_for
from tests.pages.clients import client_of
from thidua.core.actor import PostKind
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.results.actions import return_report
from thidua.records.scores.actions import lock_ranking
from thidua.records.seasons.actions.blocs import Calendar, set_calendars, set_members
from thidua.records.seasons.actions.commitments import return_commitments, save_commitments, submit_commitments
from thidua.records.seasons.actions.frame import set_campaigns
from thidua.records.seasons.models import CommitmentSet, Milestone
from thidua.records.seasons.plan import CampaignPlan


def today(settings, actor, on, language="vi"):
    settings.DEMO_DAY = on
    return client_of(actor, language).get("/hom-nay").content.decode()


def text_of(part):
    return " ".join(part.split())


def test_a_task_says_its_day_the_working_days_left_who_waits_and_what_to_do(db, settings):
    world = a_season_of_results()
    page = text_of(today(settings, world.officers[1], date(2016, 4, 5)))
    assert "Thứ Ba, 5/4/2016" in page
    assert "Thứ Sáu 8/4</span>" in page
    assert "<b>Nhập báo cáo kết quả Quý I và trình lãnh đạo ký</b>" in page
    assert "Còn 3 ngày làm việc. Lãnh đạo đơn vị chờ để ký." in page
    assert ">Nhập báo cáo</a>" in page
    assert ">Mở</a>" not in page


def test_an_overdue_task_counts_the_days_and_names_the_day_that_is_over(db, settings):
    page = text_of(today(settings, a_season_of_results().officers[1], date(2016, 4, 10)))
    assert "Quá hạn 2 ngày" in page
    assert "Hạn Thứ Sáu 8/4." in page


def test_days_of_the_week_are_words_in_english_too(db, settings):
    page = text_of(today(settings, a_season_of_results().officers[1], date(2016, 4, 5), "en"))
    assert "<h1>2 things are due today</h1>" in page
    assert "Tuesday, 5/4/2016" in page
    assert "3 working days left. The unit&#x27;s leader waits to sign it." in page


def test_a_unit_reads_of_its_own_bloc_how_it_stands_and_what_was_done(db, settings):
    world = a_season_of_results()
    report = a_submitted_report(world)
    return_report(report, remark="Thiếu tháng 3", by=world.leaders[1], at=APRIL, key=a_key())
    a_signed_report(world, 2)
    page = text_of(today(settings, world.officers[1], APRIL.date()))
    assert "Báo cáo kết quả đã ký</a></dt><dd>0<small> trên 1</small>" in page
    assert f'trả lại báo cáo kết quả <span lang="vi">(Quý I, {world.units[1].short_name})</span>' in page
    assert "Thiếu tháng 3" in page
    assert world.units[2].short_name not in page


def test_who_watches_one_cluster_reads_nothing_of_what_its_unit_does_in_another(db, settings):
    world, other = a_season_of_results(), a_season(slug="cum-khac")
    unit, officer, leader = world.units[1], world.officers[1], world.leaders[1]
    set_members(other.bloc, units=[unit], seen_version=1, by=other.head, at=NOON, key=a_key())
    for stage in (Stage.LAUNCHED, Stage.REGISTERING):
        move_stage(other.bloc, to=stage, by=other.secretary, at=NOON, key=a_key())
    sheet = CommitmentSet.objects.get(membership__bloc_season=other.bloc, membership__unit=unit)
    saved = save_commitments(sheet, figures=figures_for(sheet), seen_version=1, by=officer, at=NOON, key=a_key())
    submitted = submit_commitments(saved, seen_version=saved.version, by=officer, at=NOON, key=a_key())
    return_commitments(submitted, remark="Của cụm khác", by=leader, at=NOON, key=a_key())
    report = a_submitted_report(world)
    return_report(report, remark="Của cụm này", by=leader, at=APRIL, key=a_key())
    page = today(settings, world.head, APRIL.date())
    assert "Của cụm này" in page
    assert "Của cụm khác" not in page
    assert "Của cụm khác" in today(settings, other.head, APRIL.date())


def test_once_signed_the_unit_sees_how_many_contents_are_reached(db, settings):
    world = a_season_of_results()
    a_signed_report(world)
    page = text_of(today(settings, world.leaders[1], APRIL.date()))
    assert (
        'Nội dung đạt hoặc vượt mức đăng ký</a> <span class="small">đến hết Quý I</span></dt><dd>1<small> trên 1'
        in page
    )
    assert "Báo cáo kết quả đã ký</a></dt><dd>1<small> trên 1</small>" in page


def test_after_the_lock_a_unit_sees_its_place_and_the_secretariat_the_day(db, settings):
    world = a_season_verifying()
    verified(world)
    lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())
    own = text_of(today(settings, world.officers[1], DECEMBER.date()))
    assert "Xếp hạng trong khối</a>" in own
    assert "<small> trên 3</small>" in own
    assert "chốt bảng xếp hạng" in own
    kept = text_of(today(settings, world.secretary, DECEMBER.date()))
    assert f">chốt {DECEMBER.day}/12/2016</a>" in kept
    assert ">3/3</a>" in kept


def test_whoever_works_in_a_part_of_a_unit_reads_how_the_unit_stands(db, settings):
    world = a_season_registering()
    office = a_unit_named("Văn phòng", "van-phong", world.units[1])
    page = text_of(today(settings, an_actor("Người Cơ Sở", office, PostKind.STAFF), TODAY))
    assert f'Tình hình đơn vị <span class="small" lang="vi">{world.units[1].short_name}</span>' in page
    assert f"Văn phòng, {world.units[1].short_name}" in page


def test_who_belongs_to_nothing_reads_that_nothing_waits(db, settings):
    world = a_season_registering()
    page = today(settings, world.outsider, TODAY)
    assert "Hôm nay không có việc nào chờ bạn" in page
    assert "Khối thử" not in page
    assert "Mới cập nhật" not in page


def test_the_strip_of_the_year_stands_where_campaigns_are_planned(db, settings):
    world = a_season_registering()
    assert '<svg class="year"' not in today(settings, world.officers[1], TODAY)
    plan = CampaignPlan("peak", "Cao điểm 1", date(2016, 3, 26), date(2016, 6, 30))
    set_campaigns(
        world.season, movements=[], campaigns=[(None, plan)], seen_version=world.season.version, by=world.secretary,
        at=NOON, key=a_key(),
    )  # fmt: skip
    page = today(settings, world.officers[1], TODAY)
    assert "Lịch thi đua năm 2016" in page
    assert "Cao điểm 1" in page


def test_an_administrator_who_has_no_part_reads_where_the_blocs_are(db, settings):
    a_season_registering()
    page = today(settings, an_administrator(), TODAY)
    assert "Khối thử đang ở giai đoạn <b>đăng ký</b>" in text_of(page)


def test_the_secretary_sees_who_owes_what_and_ticks_whom_to_remind(db, settings):
    world = a_season_of_results()
    a_signed_report(world, 1)
    owing = owed_on(settings, world, date(2016, 4, 10))
    ticked = [unit for unit in world.units if f'name="chon" value="{unit.slug}"' in owing]
    assert ticked == list(world.units)  # without a pact yet
    assert f"{len(ticked)} đơn vị còn nợ" in owing
    assert owing.count("quá hạn 2 ngày") == len(ticked) - 1
    assert "nộp 5/4" in owing
    chosen = client_of(world.secretary).get(f"{where_tracked(world)}?chon={ticked[0].slug}").content.decode()
    assert f"chưa nhận đủ: {ticked[0].short_name} (" in chosen


def test_a_report_presses_from_a_week_before_its_day_until_all_units_have_sent_it(db, settings):
    world = a_season_of_results()
    head = "Báo cáo Quý I<small>hạn 8/4</small>"
    assert head not in owed_on(settings, world, date(2016, 3, 31))
    assert head in owed_on(settings, world, date(2016, 4, 1))
    for place in range(len(world.units)):
        a_signed_report(world, place)
    assert head not in owed_on(settings, world, date(2016, 4, 10))


def test_where_nobody_owes_anything_the_whole_sheets_are_one_click_away(db, settings):
    world = a_season_of_results()
    Milestone.objects.all().delete()
    page = owed_on(settings, world, date(2016, 3, 1))
    assert "Không đơn vị nào còn nợ" in page
    assert f'href="{where_tracked(world)}"' in page


def test_a_unit_is_not_shown_what_others_owe(db, settings):
    world = a_season_of_results()
    assert owed_on(settings, world, date(2016, 4, 10), world.officers[1]) == ""


def owed_on(settings, world, on, reader=None):
    """What Hôm nay shows of the tracking sheet."""
    page = text_of(today(settings, reader or world.secretary, on))
    return page.partition("Sổ theo dõi <span")[2].partition("</section>")[0]


def where_tracked(world):
    return f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/theo-doi"


def test_a_unit_with_nothing_to_do_reads_its_next_days_and_what_opens_them(db, settings):
    world, before = a_season(), date(2016, 2, 10)
    days = (("registration", date(2016, 2, 19), ""), ("signing", date(2016, 3, 11), ""))
    calendar = Calendar(date(2016, 1, 1), date(2016, 12, 31), (Stage.CROSS_SCORING,), PERIODS, days)
    set_calendars([(world.bloc, calendar, 1)], by=world.secretary, at=NOON, key=a_key())
    page = text_of(today(settings, world.officers[1], before))
    assert "<h1>Đơn vị chưa phải làm gì hôm nay</h1>" in page
    first = 'Thứ Sáu 19/2</span> <div><b>Hạn đăng ký thi đua</b><p class="small">{}</p>'
    assert first.format("Mở khi cụm, khu vực phát động.") in page
    assert "<b>Báo cáo Quý I</b>" in page
    assert "Đã xong" not in page

    world.bloc.refresh_from_db()
    move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key())
    page = text_of(today(settings, world.officers[1], before))
    assert first.format("Mở khi khối sang giai đoạn đăng ký.") in page
    assert '<b>Ký giao ước</b><p class="small">Mở khi bộ phận thường trực mở ký giao ước.</p>' in page


def test_the_ways_to_own_honours_and_to_who_of_the_unit_may_be_proposed_start_here(db, settings):
    world = a_season_of_results()
    officer = today(settings, world.officers[1], date(2016, 4, 5))
    assert "Quá trình khen thưởng của tôi" in officer
    assert "Tôi đủ điều kiện gì, còn thiếu gì" in officer
    assert f"/don-vi/{world.units[1].slug}/ra-soat" in officer
    assert "Rà soát toàn ngành" not in officer
    assert "Rà soát toàn ngành" in today(settings, world.secretary, date(2016, 4, 5))
