"""The next season out of this one: what comes along, what becomes of days and units; nothing that was reached."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.factories.evaluations import an_observer
from tests.factories.people import a_unit_named
from tests.factories.results import a_season_of_results, a_signed_report
from tests.factories.scores import DECEMBER
from tests.factories.seasons import BUILDER, NOON, TODAY, a_key, a_season, an_actor
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible
from thidua.core.workflow.copying import Part
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import copy_season, move_stage, reorganise_units
from thidua.records.conduct.next_season import BlocWish, Wish, prepared
from thidua.records.directory.models import Person
from thidua.records.directory.reorganising import Ground, merging
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.papers.steps import Shown
from thidua.records.seasons.actions.campaigns import draft_campaign
from thidua.records.seasons.campaign_told import CampaignTold, GoalTold
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import BlocSeason, Commitment, CommitmentSet, Season
from thidua.records.seasons.queries.roles import heads_of, parts_of

GROUND = Ground("Nghị quyết sắp xếp", "202/NQ", TODAY, "Quốc hội")


def a_wish(world, **changed):
    bloc = BlocWish(date(2017, 1, 1), date(2017, 12, 31), (Stage.CROSS_SCORING,))
    campaigns = frozenset(one.public_id for one in world.season.campaigns.all())
    whole = Wish(
        "nam-2017", "Năm thi đua 2017", 2017, "Đoàn kết", {world.bloc.bloc.slug: bloc}, frozenset(Part), campaigns
    )
    return replace(whole, **changed)


def copied(world, wish=None, *, by=None, head=None, seen=None):
    wish, by = wish or a_wish(world), by or world.head
    seal = prepared(world.season, wish, on=DECEMBER.date()).seal if seen is None else seen
    return copy_season(world.season, wish=wish, head=head, seen=seal, by=by, at=DECEMBER, key=a_key())


def why(world, wish=None, **named):
    with pytest.raises(NotPossible) as refused:
        copied(world, wish, **named)
    return [sentence.key for sentence in refused.value]


def merged(units, into, on=date(2016, 7, 1)):
    plan = merging(tuple(units), into, on=on, ground=GROUND, former_leaders_title="Phó Giám đốc")
    reorganise_units(plan, by=BUILDER, at=DECEMBER, key=a_key())
    into.refresh_from_db()


def registering(season, world):
    for stage in (Stage.LAUNCHED, Stage.REGISTERING):
        move_stage(BlocSeason.objects.get(season=season), to=stage, by=world.secretary, at=DECEMBER, key=a_key())
    return CommitmentSet.objects.filter(membership__bloc_season__season=season)


@pytest.mark.both
def test_everything_that_was_planned_comes_along_a_year_later(db):
    world = a_season()
    goal = GoalTold("Mỗi đơn vị một việc", world.bloc.indicators.first())
    told = CampaignTold(
        "peak", "Cao điểm 2016", date(2016, 3, 26), date(2016, 6, 30), contents=list(world.season.contents.all()),
        method="Ra quân", waves=(date(2016, 6, 1),), goals=(goal,),
    )  # fmt: skip
    draft_campaign(world.season, told=told, by=world.secretary, at=NOON, key=a_key())
    season = copied(world)
    bloc = season.blocs.get()
    assert (season.emulation_year, bloc.at_stage, bloc.starts_on) == (2017, Stage.PLANNED, date(2017, 1, 1))
    assert [member.unit for member in bloc.members.all()] == world.units
    assert [one.code for one in bloc.indicators.all()] == ["ty-le", "hoc-tap"]
    campaign = season.campaigns.get()
    assert (campaign.name, campaign.starts_on, campaign.method) == ("Cao điểm 2017", date(2017, 3, 26), "Ra quân")
    assert (campaign.waves, campaign.state) == (["2017-06-01"], "draft")
    goal = campaign.goals.get()
    assert (goal.indicator.bloc_season, goal.reached) == (bloc, "")
    assert {(part.role, part.person_id) for part in parts_of(season)} == {
        ("head", world.head.person), ("secretariat", world.secretary.person),
    }  # fmt: skip
    assert events_about(season) == ["season.copied"]
    assert body_of(lines_about(season)[0])["from"] == "nam-2016"


def test_only_what_was_chosen_comes_along(db):
    world = a_season()
    parts = frozenset({Part.CONTENTS, Part.SECRETARIAT})
    season = copied(world, a_wish(world, parts=parts, campaigns=frozenset()))
    bloc = season.blocs.get()
    assert season.contents.count() == 1
    assert [rows.count() for rows in (bloc.members, bloc.indicators, bloc.periods, season.campaigns)] == [0] * 4


def test_a_campaign_that_was_not_ticked_stays_behind(db):
    world = a_season()
    for name in ("Cao điểm", "Sau bão"):
        told = CampaignTold("ad_hoc", name, date(2016, 3, 26), date(2016, 6, 30))
        draft_campaign(world.season, told=told, by=world.secretary, at=NOON, key=a_key())
    peak = world.season.campaigns.get(name="Cao điểm")
    season = copied(world, a_wish(world, campaigns=frozenset({peak.public_id})))
    assert [one.name for one in season.campaigns.all()] == ["Cao điểm"]


def test_due_days_fall_on_working_days_and_the_page_says_which_moved(db):
    world = a_season()
    told = prepared(world.season, a_wish(world), on=TODAY)
    # 8 April 2017 is a Saturday, 19 February 2017 a Sunday.
    assert [(day.period or day.milestone, day.after, day.was_off) for day in told.days] == [
        ("Quý I", date(2017, 4, 10), True),
        ("registration", date(2017, 2, 20), True),
    ]
    assert copied(world).blocs.get().periods.get().due_on == date(2017, 4, 10)


@pytest.mark.both
def test_units_come_along_as_what_became_of_them(db):
    world = a_season(4)
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=Stage.REVIEWING.value)
    merged(world.units[1:3], world.units[1])
    heir = a_unit_named("Sở Kế Tục", "so-ke-tuc")
    an_actor("Lãnh Đạo Mới", heir, PostKind.LEADER)
    merged([world.units[3]], heir)
    told = prepared(world.season, a_wish(world), on=TODAY)
    assert [(one.how, one.after) for one in told.members] == [
        ("passed", (world.units[1].name,)),
        ("passed", ("Sở Kế Tục",)),
    ]
    members = copied(world).blocs.get().members.order_by("position")
    assert [member.name for member in members] == [world.units[0].name, world.units[1].name, "Sở Kế Tục"]


@pytest.mark.both
def test_last_years_results_stand_beside_the_figures_when_registering_begins(db):
    world = a_season_of_results()
    a_signed_report(world, 1)
    season = copied(world)
    assert Commitment.objects.filter(commitment_set__membership__bloc_season__season=season).count() == 0
    sheet = registering(season, world).get(membership__unit=world.units[1])
    known = {line.indicator.code: line.last_year for line in sheet.lines.select_related("indicator")}
    assert known.pop("hoc-tap") is None
    assert known == {
        "ty-le": Fraction(195, 2), "cuoc": Fraction(12), "luy-ke": Fraction(5), "ton-dong": Fraction(8),
    }  # fmt: skip
    assert sheet.lines.filter(registered__isnull=False).count() == 0
    other = CommitmentSet.objects.get(membership__bloc_season__season=season, membership__unit=world.units[2])
    assert other.lines.filter(last_year__isnull=False).count() == 0


def test_a_unit_that_took_over_has_the_sums_of_all_but_no_running_total(db):
    world = a_season_of_results()
    for place in (1, 2):
        a_signed_report(world, place)
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=Stage.REVIEWING.value)
    merged(world.units[1:3], world.units[1])
    sheet = registering(copied(world), world).get(membership__unit=world.units[1])
    known = {line.indicator.code: line.last_year for line in sheet.lines.select_related("indicator")}
    assert (known["cuoc"], known["ty-le"]) == (Fraction(24), Fraction(195, 2))
    assert (known["luy-ke"], known["ton-dong"]) == (None, None)


def test_without_last_years_figures_the_lines_stay_empty(db):
    world = a_season_of_results()
    a_signed_report(world, 1)
    sheets = registering(copied(world, a_wish(world, parts=frozenset(Part) - {Part.BASELINES})), world)
    assert Commitment.objects.filter(commitment_set__in=sheets, last_year__isnull=False).count() == 0


def test_what_cannot_be_is_told_all_at_once(db):
    world = a_season()
    short = {world.bloc.bloc.slug: BlocWish(date(2017, 3, 1), date(2017, 12, 31))}
    wish = a_wish(world, year=2016, blocs=short, parts=frozenset(Part) - {Part.CONTENTS})
    assert why(world, wish) == ["next_season.not_later", "next_season.needs", "period.outside"]
    assert why(world, a_wish(world, blocs={})) == ["season.no_bloc"]
    assert why(world, a_wish(world, slug="nam-2016")) == ["season.slug_taken"]


def test_a_season_is_copied_only_as_it_was_told(db):
    world = a_season()
    seen = prepared(world.season, a_wish(world), on=TODAY).seal
    merged([world.units[2]], world.units[1])
    assert why(world, seen=seen) == ["next_season.told_otherwise"]
    assert not Season.objects.filter(slug="nam-2017").exists()


def test_the_new_head_comes_with_the_decision_and_the_old_one_goes(db):
    world = a_season()
    person = Person.objects.get(pk=world.leaders[1].person)
    ground = Shown("Quyết định phân công Trưởng Khu vực", "15/QĐ-BTP", date(2016, 12, 1))
    season = copied(world, head=Heading(person, world.units[1], ground))
    assert {(part.role, part.person_id) for part in parts_of(season)} == {
        ("head", person.pk), ("secretariat", world.secretary.person),
    }  # fmt: skip
    assert [head.person_id for head in heads_of(season.cluster)] == [person.pk, world.head.person]
    assert why(world, a_wish(world, slug="nam-2018"), head=Heading(person, world.units[1], Shown("Quyết định"))) == [
        "head.needs_decision"
    ]


def test_the_secretariat_copies_but_names_no_head(db):
    world = a_season()
    person = Person.objects.get(pk=world.leaders[1].person)
    ground = Shown("Quyết định", "15/QĐ-BTP", date(2016, 12, 1))
    assert why(world, by=world.secretary, head=Heading(person, world.units[1], ground)) == ["rights.not_yours"]
    season = copied(world, a_wish(world, parts=frozenset({Part.CONTENTS})), by=world.secretary)
    assert [part.role for part in parts_of(season)] == ["head", "secretariat"]


def test_units_and_observers_copy_no_season(db):
    world = a_season()
    observer = an_observer(world)
    for who in (world.officers[1], observer):
        assert why(world, by=who) == ["rights.not_yours"]
