"""Planning a season: copied or afresh, its parts set while they may be, each change with before and after."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories.people import a_person, a_unit_named
from tests.factories.seasons import BUILDER, NOON, TODAY, a_key, a_season, an_actor
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.directory.models import Person
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.seasons.access import cluster_for, clusters_to_plan
from thidua.records.seasons.actions.blocs import Calendar, set_calendar, set_indicators, set_members
from thidua.records.seasons.actions.frame import set_campaigns, set_contents
from thidua.records.seasons.actions.planning import end_role, found_cluster, give_role, plan_season
from thidua.records.seasons.models import BlocSeason, Campaign, SeasonRole
from thidua.records.seasons.plan import CampaignPlan, ContentPlan, IndicatorPlan, PeriodPlan, SeasonPlan, shifted
from thidua.records.seasons.queries.frame import planned_parts, roles_of
from thidua.records.seasons.queries.plan import plan_of
from thidua.records.seasons.queries.roles import likely_holders, parts_of

pytestmark = pytest.mark.both
YEAR = (date(2016, 1, 1), date(2016, 12, 31))


def refusals_of(act, *given, **named):
    with pytest.raises(NotPossible) as refused:
        act(*given, **named)
    return [sentence.key for sentence in refused.value]


def as_secretary(world, row, **more):
    row.refresh_from_db()
    return {"seen_version": row.version, "by": world.secretary, "at": NOON, "key": a_key()} | more


def a_campaign(**given):
    plan = CampaignPlan("peak", "Cao điểm 1", date(2016, 3, 26), date(2016, 6, 30), contents=(1,), movement=0)
    return replace(plan, **given)


def test_a_copied_plan_is_the_same_a_year_later(db):
    world = a_season()
    set_campaigns(
        world.season, movements=["Phong trào năm 2016"],
        campaigns=[(None, a_campaign(name="Thi đua năm 2016", ends_on=date(2016, 6, 30)))],
        **as_secretary(world, world.season),
    )  # fmt: skip
    plan = plan_of(world.season)
    later = shifted(plan, 1)
    assert shifted(later, -1) == plan
    assert later.emulation_year == 2017
    assert [one.name for one in later.campaigns] == ["Thi đua năm 2017"]
    [bloc] = later.blocs
    assert (bloc.starts_on, bloc.ends_on) == (date(2017, 1, 1), date(2017, 12, 31))
    assert bloc.members == tuple(world.units)
    assert bloc.periods[0].due_on == date(2017, 4, 8)


def test_the_last_day_of_february_is_the_last_a_year_later():
    plan = SeasonPlan("a", "A", 2016, "", (), campaigns=(a_campaign(starts_on=date(2016, 2, 29)),))
    assert shifted(plan, 1).campaigns[0].starts_on == date(2017, 2, 28)


def test_a_season_copied_with_its_roles_is_planned_by_the_same_people(db):
    world = a_season()
    plan = replace(shifted(plan_of(world.season), 1), slug="nam-2017")
    season = plan_season(
        world.season.cluster, plan=plan, roles_of=world.season, by=world.secretary, at=NOON, key=a_key()
    )
    held = {(part.role, part.person_id) for part in parts_of(season)}
    assert held == {("head", world.head.person), ("secretariat", world.secretary.person)}
    assert "secretariat" in roles_of(world.secretary, season, on=TODAY)
    parts = planned_parts(season)[season.blocs.get().pk]
    assert (parts.members, parts.indicators, parts.periods, parts.milestones) == (3, 2, 1, 1)


def test_who_plans_without_keeping_the_roles_keeps_the_own_part(db):
    world = a_season()
    plan = replace(shifted(plan_of(world.season), 1), slug="nam-2017")
    season = plan_season(world.season.cluster, plan=plan, by=world.secretary, at=NOON, key=a_key())
    assert [(part.role, part.person_id) for part in parts_of(season)] == [("secretariat", world.secretary.person)]


def test_who_had_a_part_once_plans_no_more(db):
    world = a_season()
    part = SeasonRole.objects.get(season=world.season, role="secretariat")
    end_role(part, until_on=date(2016, 3, 3), by=world.head, at=NOON, key=a_key())
    assert clusters_to_plan(world.secretary, on=TODAY) == []
    plan = replace(plan_of(world.season), slug="nam-2017")
    with pytest.raises(NotPossible) as refused:
        plan_season(world.season.cluster, plan=plan, by=world.secretary, at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "rights.not_yours"


def test_only_those_who_serve_a_cluster_and_administrators_may_plan_its_seasons(db):
    world = a_season()
    cluster = world.season.cluster
    assert clusters_to_plan(world.head, on=TODAY) == clusters_to_plan(BUILDER, on=TODAY) == [cluster]
    assert cluster_for(world.head, cluster.slug, on=TODAY) == cluster
    assert refusals_of(cluster_for, world.officers[1], cluster.slug, on=TODAY) == ["rights.not_yours"]
    for actor, slug in ((world.outsider, cluster.slug), (world.head, "khong-co")):
        with pytest.raises(Unknown):
            cluster_for(actor, slug, on=TODAY)


def test_a_cluster_has_a_bloc(db):
    given = {"name": "A", "short_name": "A", "head_word": "A", "deputy_word": "A", "authority": None, "blocs": []}
    assert refusals_of(found_cluster, slug="a", **given, by=BUILDER, at=NOON, key=a_key()) == ["season.no_bloc"]


def test_contents_are_set_by_number_and_the_journal_keeps_before_and_after(db):
    world = a_season()
    plans = [ContentPlan(1, "Hoàn thành nhiệm vụ được giao", "Nhiệm vụ"), ContentPlan(2, "Sáng kiến", "Sáng kiến")]
    first = world.season.contents.get()
    season = set_contents(world.season, contents=plans, **as_secretary(world, world.season))
    assert [(one.number, one.short_name) for one in season.contents.all()] == [(1, "Nhiệm vụ"), (2, "Sáng kiến")]
    assert season.contents.get(number=1) == first
    body = body_of(lines_about(season)[0])
    assert body["before"] == ["1. Hoàn thành nhiệm vụ (Nhiệm vụ)"]
    assert body["after"][1] == "2. Sáng kiến (Sáng kiến)"
    set_contents(season, contents=plans[:1], **as_secretary(world, season))
    assert season.contents.count() == 1


def test_a_content_that_is_measured_is_not_dropped(db):
    world = a_season()
    named = {"contents": [ContentPlan(2, "Khác", "Khác")], **as_secretary(world, world.season)}
    assert refusals_of(set_contents, world.season, **named) == ["season.content_measured"]
    assert [one.number for one in world.season.contents.all()] == [1]


def test_contents_stay_once_a_bloc_registers_and_the_second_saver_is_told(db):
    world = a_season()
    plans = [ContentPlan(1, "A", "A")]
    seen = as_secretary(world, world.season)
    set_contents(world.season, contents=plans, **seen)
    late = seen | {"key": a_key()}
    assert refusals_of(set_contents, world.season, contents=plans, **late) == ["shared.changed_since"]
    for stage in (Stage.LAUNCHED, Stage.REGISTERING):
        move_stage(world.bloc, to=stage, by=world.secretary, at=NOON, key=a_key())
    named = {"contents": plans, **as_secretary(world, world.season)}
    assert refusals_of(set_contents, world.season, **named) == ["season.contents_fixed"]


def test_only_head_and_secretariat_plan(db):
    world = a_season()
    for actor in (world.officers[0], BUILDER):
        named = {"contents": [], **as_secretary(world, world.season, by=actor)}
        assert refusals_of(set_contents, world.season, **named) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        set_members(world.bloc, units=[], **as_secretary(world, world.bloc, by=world.outsider))


def set_to(world, *campaigns, movements=("Học tập", "Thanh niên")):
    return set_campaigns(
        world.season, movements=list(movements), campaigns=campaigns, **as_secretary(world, world.season)
    )


def test_campaigns_keep_their_rows_and_belong_to_movements_and_contents(db):
    world = a_season()
    set_to(world, (None, a_campaign()), (None, a_campaign(name="Thanh niên", movement=1, run_by_youth=True)))
    first, second = world.season.campaigns.order_by("pk")
    assert (first.movement.name, second.movement.name) == ("Học tập", "Thanh niên")
    assert [content.number for content in first.contents.all()] == [1]
    set_to(world, (second.pk, a_campaign(name="Tên mới", movement=0)), movements=["Học tập"])
    [kept] = world.season.campaigns.all()
    assert (kept.pk, kept.name, kept.movement.name) == (second.pk, "Tên mới", "Học tập")
    assert [movement.name for movement in world.season.movements.all()] == ["Học tập"]


def test_days_of_campaigns_run_forwards_inside_the_year(db):
    world = a_season()
    wrong = [
        (None, a_campaign(starts_on=date(2016, 7, 1))),
        (None, a_campaign(ends_on=date(2017, 1, 1))),
    ]
    with pytest.raises(NotPossible) as refused:
        set_to(world, *wrong)
    assert [sentence.key for sentence in refused.value] == ["campaign.backwards", "campaign.outside"]
    assert not Campaign.objects.exists()


def test_a_campaign_that_has_begun_stays_once_a_bloc_is_launched(db):
    world = a_season()
    set_to(world, (None, a_campaign(starts_on=date(2016, 3, 1))))
    move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key())
    assert refusals_of(set_to, world) == ["campaign.has_begun"]
    later = world.season.campaigns.get()
    set_to(world, (later.pk, a_campaign(starts_on=date(2016, 3, 1), ends_on=date(2016, 5, 1))))
    later.refresh_from_db()
    assert later.ends_on == date(2016, 5, 1)


def test_members_stand_in_the_order_given_with_the_names_of_now(db):
    world = a_season()
    new = a_unit_named("Sở Tư pháp tỉnh Mới", "so-moi")
    kept = world.bloc.members.get(unit=world.units[2])
    set_members(world.bloc, units=[new, world.units[2]], **as_secretary(world, world.bloc))
    rows = list(world.bloc.members.all())
    assert [(row.position, row.unit, row.name) for row in rows] == [
        (1, new, new.name),
        (2, world.units[2], world.units[2].name),
    ]
    assert rows[1].pk == kept.pk
    assert body_of(lines_about(world.bloc)[0])["after"] == [
        f"1. {new.code} {new.name}",
        f"2. {world.units[2].code} {world.units[2].name}",
    ]


def test_a_unit_stands_once_in_one_bloc_of_a_season(db):
    world = a_season()
    other_bloc = world.season.cluster.blocs.create(slug="khoi-hai", name="Khối hai", position=2)
    other = BlocSeason.objects.create(season=world.season, bloc=other_bloc, starts_on=YEAR[0], ends_on=YEAR[1])
    units = [world.units[0], world.units[0]]
    assert refusals_of(set_members, other, units=units, **as_secretary(world, other)) == [
        "bloc.member_twice", "bloc.member_elsewhere",
    ]  # fmt: skip


AN_INDICATOR = IndicatorPlan("ty-le", 1, "Tỷ lệ", "Tỷ lệ", "%", "number", "higher", "ratio", "Sổ")


def test_indicators_are_known_by_code(db):
    world = a_season()
    kept = world.bloc.indicators.get(code="ty-le")
    plans = [replace(AN_INDICATOR, code="moi", name="Mới"), replace(AN_INDICATOR, name="Tên khác")]
    set_indicators(world.bloc, indicators=plans, **as_secretary(world, world.bloc))
    rows = list(world.bloc.indicators.all())
    assert [(row.code, row.name, row.position) for row in rows] == [("moi", "Mới", 1), ("ty-le", "Tên khác", 2)]
    assert rows[1].pk == kept.pk


def test_an_indicator_may_ask_for_the_file_of_its_evidence(db):
    world = a_season()
    set_indicators(world.bloc, indicators=[replace(AN_INDICATOR, needs_file=True)], **as_secretary(world, world.bloc))
    assert world.bloc.indicators.get().needs_file is True


def test_indicators_measure_contents_that_there_are(db):
    world = a_season()
    plans = [AN_INDICATOR, AN_INDICATOR, replace(AN_INDICATOR, code="la", content=7)]
    named = {"indicators": plans, **as_secretary(world, world.bloc)}
    assert refusals_of(set_indicators, world.bloc, **named) == ["indicator.twice", "indicator.no_content"]


Q1 = PeriodPlan("quy-1", "Quý I", date(2016, 1, 1), date(2016, 3, 31), date(2016, 4, 8))
Q2 = PeriodPlan("quy-2", "Quý II", date(2016, 4, 1), date(2016, 6, 30), date(2016, 7, 8))
REGISTRATION = ("registration", date(2016, 2, 19), "")
CALENDAR = Calendar(*YEAR, (Stage.CROSS_SCORING,), (Q1,), (REGISTRATION,))


def test_a_calendar_is_set_whole_before_the_launch(db):
    world = a_season()
    first = world.bloc.periods.get()
    asked = replace(
        CALENDAR, ends_on=date(2016, 11, 30), left_out=(), periods=(Q1, Q2), milestones=(("signing", TODAY, "Hà Nội"),)
    )
    bloc = set_calendar(world.bloc, calendar=asked, **as_secretary(world, world.bloc))
    bloc.refresh_from_db()
    assert (bloc.ends_on, bloc.stages_left_out) == (date(2016, 11, 30), ())
    assert [period.slug for period in bloc.periods.all()] == ["quy-1", "quy-2"]
    assert bloc.periods.first() == first
    assert [(one.kind, one.due_on, one.place) for one in bloc.milestones.all()] == [("signing", TODAY, "Hà Nội")]


def test_after_the_launch_due_days_move_and_nothing_else(db):
    world = a_season()
    move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key())
    moved = replace(CALENDAR, periods=(replace(Q1, due_on=date(2016, 4, 15)),), milestones=())
    set_calendar(world.bloc, calendar=moved, **as_secretary(world, world.bloc))
    assert world.bloc.periods.get().due_on == date(2016, 4, 15)
    assert not world.bloc.milestones.exists()
    before, after = (body_of(lines_about(world.bloc)[0])[word] for word in ("before", "after"))
    assert ("2016-04-08" in before[1], "2016-04-15" in after[1]) == (True, True)
    for other in (
        replace(CALENDAR, periods=(Q1, Q2)),
        replace(CALENDAR, periods=(replace(Q1, name="Quý một"),)),
        replace(CALENDAR, ends_on=date(2016, 11, 30)),
        replace(CALENDAR, left_out=()),
    ):
        named = {"calendar": other, **as_secretary(world, world.bloc)}
        assert refusals_of(set_calendar, world.bloc, **named) == ["bloc.only_due_days"]


def test_units_and_indicators_stay_after_the_launch(db):
    world = a_season()
    move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key())
    named = as_secretary(world, world.bloc)
    assert refusals_of(set_members, world.bloc, units=[], **named) == ["bloc.is_launched"]
    assert refusals_of(set_indicators, world.bloc, indicators=[], **named) == ["bloc.is_launched"]


@pytest.mark.parametrize(
    ("periods", "key"),
    [
        ((replace(Q1, until_on=date(2015, 12, 31)),), "period.backwards"),
        ((replace(Q1, from_on=date(2015, 12, 31)),), "period.outside"),
        ((Q1, replace(Q2, from_on=date(2016, 3, 31))), "period.overlaps"),
        ((Q1, replace(Q2, slug="quy-1")), "period.twice"),
    ],
)
def test_periods_follow_each_other_inside_the_year(db, periods, key):
    world = a_season()
    named = {"calendar": replace(CALENDAR, periods=periods), **as_secretary(world, world.bloc)}
    assert refusals_of(set_calendar, world.bloc, **named) == [key]


def test_a_year_runs_forwards(db):
    world = a_season()
    named = {"calendar": replace(CALENDAR, ends_on=YEAR[0]), **as_secretary(world, world.bloc)}
    assert refusals_of(set_calendar, world.bloc, **named) == ["bloc.year_backwards"]


def test_a_bloc_is_not_launched_before_its_units_indicators_and_periods_are_planned(db):
    world = a_season()
    set_members(world.bloc, units=[], **as_secretary(world, world.bloc))
    set_calendar(world.bloc, calendar=replace(CALENDAR, periods=()), **as_secretary(world, world.bloc))
    with pytest.raises(NotPossible) as refused:
        move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key())
    [sentence] = refused.value
    assert sentence.key == "stage.needs_plan"
    assert [one.key for one in sentence.values["missing"]] == ["plan.members", "plan.periods"]


def test_a_deputy_stands_for_one_bloc_and_leaves_on_a_day(db):
    world = a_season()
    person = Person.objects.get(pk=world.leaders[1].person)
    given = give_role(
        world.season, role="deputy", person=person, unit=world.units[1], from_on=None, bloc=world.bloc, by=world.head,
        at=NOON, key=a_key(),
    )  # fmt: skip
    assert given.bloc_season == world.bloc
    assert "deputy" in roles_of(world.leaders[1], world.season, on=TODAY)
    end_role(given, until_on=date(2016, 3, 3), by=world.head, at=NOON, key=a_key())
    assert "deputy" not in roles_of(world.leaders[1], world.season, on=TODAY)
    assert events_about(person)[-2:] == ["season.role_given", "season.role_ended"]
    named = {"until_on": TODAY, "by": world.head, "at": NOON}
    assert refusals_of(end_role, given, **named, key=a_key()) == ["season.part_ended"]


def test_a_head_follows_once_the_one_before_has_a_last_day(db):
    world = a_season()
    head = SeasonRole.objects.get(season=world.season, role="head")
    person = Person.objects.get(pk=world.leaders[1].person)
    named = {"role": "head", "person": person, "unit": world.units[1], "from_on": TODAY, "by": BUILDER, "at": NOON}
    assert refusals_of(give_role, world.season, **named, key=a_key()) == ["season.has_head"]
    end_role(head, until_on=date(2016, 6, 30), by=BUILDER, at=NOON, key=a_key())
    for begins in (TODAY, None, date(2016, 6, 30)):  # while the one before still heads
        assert refusals_of(give_role, world.season, **named | {"from_on": begins}, key=a_key()) == ["season.has_head"]
    named["from_on"] = date(2016, 7, 1)
    give_role(world.season, **named, key=a_key())
    assert [part.person for part in parts_of(world.season)][:2] == [person, head.person]


def test_likely_holders_are_leaders_deputies_and_officers_of_the_member_units(db):
    world = a_season(members=1)
    a_person("Ai Đó")
    an_actor("Chuyên Viên", world.units[0], PostKind.STAFF)
    kinds = {post.kind for post in likely_holders(world.season, on=TODAY)}
    assert kinds == {"leader", "officer"}
