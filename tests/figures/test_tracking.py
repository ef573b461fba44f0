"""The tracking sheet's cells, sums and filters, and the reminder that it writes."""

from datetime import date

from tests.factories.papers import a_campaign
from tests.factories.results import (
    APRIL,
    a_report_on_behalf,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
)
from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing
from tests.factories.written import a_signed_written, a_submitted_written
from thidua.core.workflow.owing import Standing
from thidua.figures.tracking import members_tracked, reminder_text, rows_tracked, sums_tracked
from thidua.records.conduct.actions import extend_for
from thidua.records.conduct.debts import debts_of
from thidua.records.results.actions import return_report
from thidua.records.seasons.actions.pacts import PaperSignature, sign_on_paper, sign_pact

MID_APRIL = date(2016, 4, 14)


def row_of(world, place, on=MID_APRIL):
    debts = debts_of(world.bloc)
    members = world.bloc.members.filter(unit=world.units[place]).select_related("unit")
    [row] = rows_tracked(members, debts, on=on)
    return {cell.debt.slug: cell for cell in row.cells}


def late_units(world, owing, on=MID_APRIL):
    found = members_tracked(world.bloc, debts_of(world.bloc), on=on, owing=owing)
    return {member.unit for member in found}


def test_a_report_in_time_on_paper_waiting_and_late(db):
    world = a_season_of_results()
    a_signed_report(world, 0)
    a_report_on_behalf(world, 2)
    in_time, late, on_paper = (row_of(world, place)["bao-cao-quy-1"] for place in (0, 1, 2))
    assert (in_time.standing, in_time.on, in_time.look) == (Standing.DONE, APRIL.date(), "ok")
    assert (late.standing, late.days_late, late.look, late.is_owed) == (Standing.OPEN, 6, "late", True)
    assert (on_paper.on, on_paper.look) == (date(2016, 4, 4), "hand")
    a_submitted_report(world, 1)
    waiting = row_of(world, 1)["bao-cao-quy-1"]
    assert (waiting.standing, waiting.look) == (Standing.WAITING, "late")


def test_what_its_leader_has_sent_back_is_owed_before_its_day(db):
    world = a_season_of_results()
    report = a_submitted_report(world, 1)
    return_report(report, remark="Thiếu biểu 2", by=world.leaders[1], at=APRIL, key=a_key())
    cell = row_of(world, 1, on=APRIL.date())["bao-cao-quy-1"]
    assert (cell.standing, cell.look, cell.is_owed) == (Standing.RETURNED, "back", True)


def test_a_signature_shows_its_day_and_whether_it_was_on_paper(db):
    world = a_pact_open_for_signing()
    sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key=a_key())
    sign_on_paper(
        world.pact(), unit=world.units[2], signed=PaperSignature("Trần Huy Bách", "Giám đốc", "leader"),
        by=world.secretary, at=NOON, key=a_key(),
    )  # fmt: skip
    inside, on_paper, nothing = (row_of(world, place)["ky-giao-uoc"] for place in (1, 2, 0))
    assert [inside.look, on_paper.look, nothing.look] == ["ok", "hand", "wait"]


def test_the_sheet_is_narrowed_to_who_is_late_with_one_thing_or_anything(db):
    world = a_season_of_results()
    a_signed_report(world, 0)
    assert late_units(world, "bao-cao-quy-1") == {world.units[1], world.units[2]}
    assert late_units(world, "bao-cao-quy-2") == set()
    assert late_units(world, "tat-ca") == set(world.units)  # nobody has signed a registration
    assert late_units(world, "") == set(world.units)


def test_sums_count_the_whole_bloc(db):
    world = a_season_of_results()
    a_signed_report(world, 0)
    sums = {one.debt.slug: one for one in sums_tracked(world.bloc, debts_of(world.bloc), on=MID_APRIL)}
    assert (sums["bao-cao-quy-1"].done, sums["bao-cao-quy-1"].late, sums["bao-cao-quy-1"].units) == (1, 2, 3)
    assert (sums["dang-ky"].done, sums["dang-ky"].late) == (0, 3)
    assert sums["tu-cham"].late == 0


def test_sums_take_one_query_for_any_number_of_things_owed(db, django_assert_num_queries):
    world = a_season_of_results()
    a_campaign(world)
    debts = debts_of(world.bloc)
    assert sum(1 for debt in debts if debt.topic and debt.topic.campaign) == 1
    with django_assert_num_queries(1):
        sums_tracked(world.bloc, debts, on=MID_APRIL)


def test_reports_in_words_are_owed_beside_the_figures(db):
    world, on = a_season_of_results(), date(2016, 7, 14)
    a_signed_written(world, 0)
    a_submitted_written(world, 1)
    sent, waiting, nothing = (row_of(world, place, on)["van-ban-quy-2"] for place in (0, 1, 2))
    assert (sent.standing, sent.on, sent.look) == (Standing.DONE, date(2016, 7, 5), "ok")
    assert (waiting.standing, waiting.days_late) == (Standing.WAITING, 6)
    assert (nothing.standing, nothing.look, nothing.is_owed) == (Standing.OPEN, "late", True)
    assert late_units(world, "van-ban-quy-2", on) == {world.units[1], world.units[2]}
    [sum_of] = [
        one for one in sums_tracked(world.bloc, debts_of(world.bloc), on=on) if one.debt.slug == "van-ban-quy-2"
    ]
    assert (sum_of.done, sum_of.late) == (1, 2)


def test_a_unit_with_a_later_day_does_not_owe_its_words_until_then(db):
    world, later = a_season_of_results(), date(2016, 7, 20)
    members = list(world.bloc.members.filter(unit=world.units[2]).select_related("unit"))
    extend_for(
        world.bloc, members=members, debt="van-ban-quy-2", until_on=later, reason="Bão số 1", by=world.secretary,
        at=APRIL, key=a_key(),
    )  # fmt: skip
    cell = row_of(world, 2, date(2016, 7, 14))["van-ban-quy-2"]
    assert (cell.due_on, cell.extended, cell.is_owed) == (later, True, False)
    assert late_units(world, "van-ban-quy-2", date(2016, 7, 14)) == {world.units[0], world.units[1]}
    assert row_of(world, 2, date(2016, 7, 21))["van-ban-quy-2"].days_late == 1


def test_what_is_owed_stands_in_the_order_of_its_days_figures_before_words(db):
    world = a_season_of_results()
    slugs = [debt.slug for debt in debts_of(world.bloc)]
    assert slugs[:2] == ["dang-ky", "ky-giao-uoc"]
    assert [slug for slug in slugs if not slug.startswith("van-ban")][2:] == [
        "bao-cao-quy-1", "bao-cao-quy-2", "bao-cao-quy-3", "bao-cao-quy-4", "tu-cham",
    ]  # fmt: skip
    assert slugs.index("van-ban-quy-2") == slugs.index("bao-cao-quy-2") + 1


def test_the_reminder_names_who_owes_what_and_says_nothing_for_who_owes_nothing(db):
    world = a_season_of_results()
    a_signed_report(world, 0)
    debts = [debt for debt in debts_of(world.bloc) if debt.slug == "bao-cao-quy-1"]
    members = world.bloc.members.filter(unit__in=world.units[:2]).select_related("unit").order_by("position")
    rows = rows_tracked(members, debts, on=MID_APRIL)
    assert reminder_text(rows, on=MID_APRIL, until=date(2016, 4, 18)) == (
        "Kính gửi các đồng chí, đến ngày 14/4/2016 bộ phận thường trực chưa nhận đủ: "
        f"{world.units[1].short_name} (Báo cáo Quý I, hạn 8/4/2016). Đề nghị gửi trong ngày 18/4/2016."
    )
    assert reminder_text(rows[:1], on=MID_APRIL, until=date(2016, 4, 18)) == ""
