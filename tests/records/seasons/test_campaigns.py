"""Campaigns: drafted, launched by a paper, summed up; who may decide what they propose; how they cover the year."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories.chapters import a_chapter
from tests.factories.seasons import NOON, TODAY, a_key, a_season, an_actor
from tests.together import together
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible, Sentence
from thidua.core.workflow.campaigning import CampaignState, Phase
from thidua.figures.covering import told_gaps, told_overlaps
from thidua.records.conduct.queries import behind
from thidua.records.conduct.tasks import tasks_of
from thidua.records.desk.models import Notice
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.papers.steps import Shown
from thidua.records.seasons.actions import campaigns as acts
from thidua.records.seasons.actions.frame import set_campaigns
from thidua.records.seasons.campaign_access import visible_campaigns
from thidua.records.seasons.campaign_told import CampaignTold, GoalTold
from thidua.records.seasons.deciding import decider_named
from thidua.records.seasons.models import Campaign, Membership
from thidua.records.seasons.plan import CampaignPlan
from thidua.records.seasons.queries.campaigns import calendar_of

FIRST, LAST = date(2016, 3, 26), date(2016, 6, 30)
THE_DAY_AFTER = datetime(2016, 7, 1, 5, tzinfo=UTC)
A_PEAK = CampaignTold(
    "peak", "Cao điểm 1", FIRST, LAST, method="Báo cáo hằng tuần", goals=(GoalTold("200 cuộc về cơ sở"),)
)
A_PAPER = Shown("Kế hoạch phát động", "12/KH-TĐKV", TODAY)


def drafted(world, told=A_PEAK, *, place=None, by=None):
    member = None if place is None else Membership.objects.get(unit=world.units[place])
    by = by or (world.secretary if place is None else world.officers[place])
    return acts.draft_campaign(world.season, told=told, member=member, by=by, at=NOON, key=a_key())


def launched(world, one, *, by=None, shown=A_PAPER, at=NOON):
    return acts.launch_campaign(one, shown=shown, by=by or world.secretary, at=at, key=a_key())


def summed_up(world, one, *, by=None, at=THE_DAY_AFTER, result="Đủ 214 cuộc", reached=("214 cuộc",)):
    return acts.sum_up_campaign(
        one, result=result, reached=reached, shown=None, by=by or world.secretary, at=at, key=a_key()
    )


def refused_with(attempt) -> list[str]:
    with pytest.raises(NotPossible) as refused:
        attempt()
    return [sentence.key for sentence in refused.value.sentences]


def test_a_campaign_goes_from_draft_over_its_paper_and_its_days_to_its_result(db):
    world = a_season()
    one = launched(world, drafted(world))
    days = (TODAY, FIRST, LAST, LAST + timedelta(days=1))
    assert [one.phase(on=on) for on in days] == [Phase.LAUNCHED, Phase.RUNNING, Phase.RUNNING, Phase.OVER]
    one = summed_up(world, one)
    assert [goal.reached for goal in one.goals.all()] == ["214 cuộc"]
    assert (one.launched_on, one.summed_up_on, one.phase(on=TODAY)) == (TODAY, LAST + timedelta(days=1), "summed_up")
    assert events_about(one) == ["campaign.drafted", "campaign.launched", "campaign.summed_up"]


def test_a_launch_tells_the_units_for_which_it_runs(db):
    world = a_season(members=2)
    one = launched(world, drafted(world))
    told = Notice.objects.filter(key="notice.campaign_launched")
    assert {(notice.unit, notice.slugs[-1]) for notice in told} == {(unit, one.public_id) for unit in world.units}


def test_a_launch_needs_a_paper_that_has_been_issued_and_a_method(db):
    world = a_season()
    bare = drafted(world, replace(A_PEAK, method="", proposes=("GK",)))
    assert refused_with(lambda: launched(world, bare)) == ["campaign.needs_method", "campaign.needs_decider"]
    one = drafted(world)
    for shown, said in (
        (Shown("Kế hoạch", "", TODAY), "campaign.needs_paper"),
        (Shown("Kế hoạch", "1/KH"), "campaign.needs_paper"),
        (Shown("Kế hoạch", "1/KH", TODAY + timedelta(days=1)), "campaign.paper_to_come"),
    ):
        assert refused_with(lambda shown=shown: launched(world, one, shown=shown)) == [said]


def test_it_is_summed_up_from_its_last_day_with_a_result(db):
    world = a_season()
    one = launched(world, drafted(world))
    assert refused_with(lambda: summed_up(world, one, at=NOON)) == ["campaign.still_runs"]
    assert refused_with(lambda: summed_up(world, one, result=" ")) == ["campaign.needs_result"]
    assert refused_with(lambda: summed_up(world, drafted(world))) == ["campaign.not_now"]


def test_each_step_is_taken_back_with_its_reason(db):
    world = a_season()

    def back(one):
        return acts.take_back_campaign(one, reason="Ghi nhầm", by=world.head, at=NOON, key=a_key())

    def off(one):
        return acts.call_off_campaign(one, reason="Bão", by=world.head, at=NOON, key=a_key())

    one = back(summed_up(world, launched(world, drafted(world))))
    assert (one.state, one.summed_up_on, one.result) == ("launched", None, "Đủ 214 cuộc")
    one = back(off(one))
    assert one.state == "launched"
    one = back(one)
    assert (one.state, one.launch_paper, one.launched_on) == ("draft", None, None)
    one = acts.withdraw_campaign(one, reason="Thôi", by=world.head, at=NOON, key=a_key())
    assert back(one).state == "draft"
    assert body_of(lines_about(one)[0])["reason"] == "Ghi nhầm"
    assert refused_with(lambda: back(one)) == ["campaign.not_now"]


def test_nothing_is_stopped_without_a_reason(db):
    world = a_season()
    one = drafted(world)
    for attempt in (acts.withdraw_campaign, acts.take_back_campaign, acts.call_off_campaign):
        said = refused_with(lambda do=attempt: do(one, reason=" ", by=world.head, at=NOON, key=a_key()))
        assert said == ["campaign.needs_reason"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (replace(A_PEAK, ends_on=FIRST - timedelta(days=1)), "campaign.backwards"),
        (replace(A_PEAK, ends_on=date(2017, 1, 1)), "campaign.outside"),
        (replace(A_PEAK, waves=(LAST + timedelta(days=1),)), "campaign.wave_outside"),
    ],
)
def test_its_days_lie_in_the_year_and_run_forwards(db, told, said):
    world = a_season()
    assert refused_with(lambda: drafted(world, told)) == [said]


def test_a_cluster_decides_no_commendation_and_reads_who_does(db):
    world = a_season()
    for typed in ("Cụm thử", "khối thử", "Khu vực"):
        with pytest.raises(NotPossible) as refused:
            decider_named(world.season, typed, ["BK_BO"])
        [sentence] = refused.value.sentences
        assert sentence.key == "campaign.cluster_decides_nothing"
        assert sentence.values["who"] == tuple(Sentence(f"decides.{kind}") for kind in ("ministry", "province", "city"))


def test_a_unit_decides_what_its_kind_may(db):
    world = a_season()
    department = world.units[1]
    own = replace(A_PEAK, proposes=("GK",), decider=department)
    assert drafted(world, own).decider == department
    assert refused_with(lambda: drafted(world, replace(own, proposes=("GK", "BK_BO")))) == ["campaign.decides_not"]


def test_an_officer_drafts_for_the_unit_and_its_leader_launches(db):
    world = a_season()
    officer, leader = world.officers[1], world.leaders[1]
    one = drafted(world, place=1)
    with pytest.raises(NotPossible):
        launched(world, one, by=officer)
    one = acts.submit_campaign(one, by=officer, at=NOON, key=a_key())
    one = acts.return_campaign(one, remark="Thêm chỉ tiêu", by=leader, at=NOON, key=a_key())
    assert (one.state, one.remark) == ("draft", "Thêm chỉ tiêu")
    one = launched(world, acts.submit_campaign(one, by=officer, at=NOON, key=a_key()), by=leader)
    assert (one.state, one.remark) == ("launched", "")
    assert one.launch_paper.unit == world.units[1]
    assert summed_up(world, one, by=officer).state == "summed_up"


def test_a_unit_launches_no_campaign_of_the_cluster_nor_of_another_unit(db):
    world = a_season()
    of_the_cluster, of_another = drafted(world), drafted(world, place=1)
    for one in (of_the_cluster, of_another):
        with pytest.raises(NotPossible):
            launched(world, one, by=world.leaders[2])
    assert refused_with(
        lambda: acts.submit_campaign(of_the_cluster, by=world.secretary, at=NOON, key=a_key())
    ) == ["campaign.of_the_cluster"]  # fmt: skip


def test_a_units_draft_is_known_to_it_and_to_who_leads_the_season_until_it_is_launched(db):
    world = a_season()
    one = drafted(world, place=1)

    def readers():
        people = {"own": world.officers[1], "other": world.officers[2], "secretary": world.secretary}
        return {
            who for who, actor in people.items() if one in visible_campaigns(actor, world.season, on=TODAY)
        }  # fmt: skip

    assert readers() == {"own", "secretary"}
    launched(world, one, by=world.leaders[1])
    assert readers() == {"own", "other", "secretary"}


def test_a_second_saver_is_told_and_a_launched_campaign_keeps_its_first_day(db):
    world = a_season()
    one = drafted(world)

    def amended(version, **other):
        told = replace(A_PEAK, **other)
        return acts.amend_campaign(one, told=told, seen_version=version, by=world.secretary, at=NOON, key=a_key())

    assert amended(1, name="Cao điểm một", goals=()).name == "Cao điểm một"
    assert refused_with(lambda: amended(1)) == ["shared.changed_since"]
    launched(world, one)
    assert refused_with(lambda: amended(3, starts_on=TODAY)) == ["campaign.begins_as_launched"]
    assert amended(3, ends_on=date(2016, 7, 15)).ends_on == date(2016, 7, 15)


def test_the_table_of_the_plan_leaves_no_launched_campaign_out_and_no_line_of_a_draft(db):
    world = a_season()
    one, own = launched(world, drafted(world)), drafted(world, place=1)
    draft = drafted(world, replace(A_PEAK, name="Cao điểm 2"))

    def set_to(*campaigns):
        world.season.refresh_from_db()
        return set_campaigns(
            world.season, movements=[], campaigns=campaigns, seen_version=world.season.version, by=world.secretary,
            at=NOON, key=a_key(),
        )  # fmt: skip

    assert refused_with(set_to) == ["campaign.is_launched"]
    set_to((one.pk, CampaignPlan("peak", "Cao điểm 1", FIRST, LAST)))
    assert list(calendar_of(world.season)) == [one]
    assert {row.pk: row.state for row in Campaign.objects.all()} == {
        one.pk: "launched", own.pk: "draft", draft.pk: "withdrawn",
    }  # fmt: skip


def test_gaps_and_overlaps_are_told_with_their_days(db):
    world = a_season()
    drafted(world)
    drafted(world, replace(A_PEAK, kind="thematic", name="Án tồn", starts_on=date(2016, 6, 1)))
    drafted(world, replace(A_PEAK, kind="thematic", name="Thanh niên", run_by_youth=True))
    drafted(world, replace(A_PEAK, kind="contest", name="Hội thi"))
    rows = list(calendar_of(world.season))
    blocs = world.season.blocs.select_related("bloc")
    first, second = told_gaps(blocs, rows)
    assert [(gap.values["first"], gap.values["last"], gap.values["days"]) for gap in (first, second)] == [
        (date(2016, 1, 1), date(2016, 3, 25), 85),
        (date(2016, 7, 1), date(2016, 12, 31), 184),
    ]
    assert told_overlaps(rows) == [
        Sentence("covering.overlap", one="Cao điểm 1", other="Án tồn", first=date(2016, 6, 1), last=LAST, days=30)
    ]


def titles(actor, on=TODAY):
    return [(task.title.key, task.due_on) for task in tasks_of(actor, on=on) if task.place == "campaign"]


def test_tasks_ask_for_the_paper_the_draft_the_launch_and_the_summing_up(db):
    world = a_season()
    near = date(2016, 3, 14)
    one = drafted(world, replace(A_PEAK, starts_on=near))
    own = drafted(world, replace(A_PEAK, starts_on=near, ends_on=date(2016, 3, 31)), place=1)
    assert titles(world.secretary) == [("task.launch_campaign", near)]
    assert titles(world.officers[1]) == [("task.submit_campaign", near)]
    own = acts.submit_campaign(own, by=world.officers[1], at=NOON, key=a_key())
    assert titles(world.officers[1]) == []
    assert titles(world.leaders[1]) == [("task.launch_own_campaign", near)]
    launched(world, own, by=world.leaders[1])
    launched(world, one)
    assert titles(world.secretary) == titles(world.leaders[1]) == []
    # Ten working days after Thursday 31 March and Thursday 30 June; Thursday 14 April comes before Hùng Kings' day.
    assert titles(world.officers[1], on=date(2016, 4, 1)) == [("task.sum_up_campaign", date(2016, 4, 14))]
    assert titles(world.secretary, on=date(2016, 7, 1)) == [("task.sum_up_campaign", date(2016, 7, 14))]


def test_a_draft_whose_days_are_past_is_to_be_withdrawn_or_moved_and_not_launched(db):
    world = a_season()
    past = replace(A_PEAK, starts_on=date(2016, 2, 1), ends_on=date(2016, 3, 3))
    one, own = drafted(world, past), drafted(world, past, place=1)
    asked = [("task.mend_missed_campaign", None)]
    assert titles(world.secretary, on=past.ends_on) == [("task.launch_campaign", past.starts_on)]
    assert titles(world.secretary) == titles(world.officers[1]) == titles(world.leaders[1]) == asked
    acts.submit_campaign(own, by=world.officers[1], at=NOON, key=a_key())
    assert (titles(world.officers[1]), titles(world.leaders[1])) == ([], asked)
    acts.withdraw_campaign(one, reason="Không làm", by=world.secretary, at=NOON, key=a_key())
    assert titles(world.secretary) == []


@pytest.mark.both
def test_of_two_who_launch_at_once_one_is_first_and_the_other_reads_it(own_database):
    world = a_season(members=2)
    one = drafted(world)
    answers = together(*(lambda by=by: launched(world, one, by=by) for by in (world.head, world.secretary)))
    assert answers.count(["campaign.not_now"]) == 1
    one.refresh_from_db()
    assert one.at_state is CampaignState.LAUNCHED
    assert events_about(one) == ["campaign.drafted", "campaign.launched"]


A_UNITS_PAPER = SourcePaper("Kế hoạch", "21/KH-STP", TODAY, "Trần Huy Bách", "Giám đốc")


def test_the_secretariat_enters_what_a_unit_launched_and_summed_up_on_paper(db):
    world = a_season()
    member = Membership.objects.get(unit=world.units[1])
    by = {"paper": A_UNITS_PAPER, "by": world.secretary}
    one = acts.enter_campaign_on_behalf(world.season, told=A_PEAK, member=member, at=NOON, key=a_key(), **by)
    assert (one.state, one.launched_on, one.launch_paper.number) == ("launched", TODAY, "21/KH-STP")
    said = {"result": "Đủ", "reached": ("200 cuộc",)}
    one = acts.sum_up_campaign_on_behalf(one, at=THE_DAY_AFTER, key=a_key(), **said, **by)
    assert (one.state, one.result) == ("summed_up", "Đủ")
    assert events_about(one) == ["campaign.entered_on_behalf", "campaign.summed_up_on_behalf"]
    entry = entry_on_behalf_of(one)
    assert (entry.unit, entry.number) == (world.units[1], "21/KH-STP")
    assert behind(entry).place == "campaign"


def test_only_the_secretariat_enters_for_a_unit_and_never_for_the_cluster(db):
    world = a_season()
    member = Membership.objects.get(unit=world.units[1])

    def entered(by):
        return acts.enter_campaign_on_behalf(
            world.season, told=A_PEAK, member=member, paper=A_UNITS_PAPER, by=by, at=NOON, key=a_key()
        )

    for by in (world.head, world.officers[1], world.officers[2]):
        with pytest.raises(NotPossible):
            entered(by)
    of_the_cluster = launched(world, drafted(world))
    assert refused_with(
        lambda: acts.sum_up_campaign_on_behalf(
            of_the_cluster, result="Đủ", reached=(), paper=A_UNITS_PAPER, by=world.secretary, at=THE_DAY_AFTER,
            key=a_key(),
        )
    ) == ["campaign.of_the_cluster"]  # fmt: skip


def test_a_youth_chapters_secretary_drafts_for_the_chapter_and_the_leader_launches(db):
    world = a_season()
    secretary = an_actor("Bí thư", world.units[1], PostKind.STAFF)
    chapter = a_chapter(world, secretary)
    member = Membership.objects.get(unit=world.units[1])

    def drafted_by(by, member=member, chapter=chapter):
        return acts.draft_campaign(
            world.season, told=A_PEAK, member=member, chapter=chapter, by=by, at=NOON, key=a_key()
        )  # fmt: skip

    one = drafted_by(secretary)
    assert (one.chapter, one.membership, one.run_by_youth) == (chapter, member, True)
    one = acts.submit_campaign(one, by=secretary, at=NOON, key=a_key())
    with pytest.raises(NotPossible):
        launched(world, one, by=secretary)
    assert launched(world, one, by=world.leaders[1]).state == "launched"
    with pytest.raises(NotPossible):
        drafted_by(secretary, chapter=None)
    elsewhere = Membership.objects.get(unit=world.units[2])
    assert refused_with(lambda: drafted_by(world.officers[2], elsewhere)) == ["campaign.chapter_elsewhere"]
