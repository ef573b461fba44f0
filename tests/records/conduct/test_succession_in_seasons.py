"""Units that end in the midst of a season: who leaves, who joins, what stands open; two acts at one instant."""

from datetime import date

import pytest

from tests.factories.people import a_unit_named
from tests.factories.results import APRIL, a_season_of_results
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing, a_season
from tests.records.conduct.test_succession import a_merger, a_new, annulled, done, refusal_of, told_of
from tests.together import together
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.actions import delegate_signature
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import actor_of
from thidua.records.conduct.actions import move_stage
from thidua.records.desk.queries import notices_for
from thidua.records.directory.models import Unit
from thidua.records.directory.queries import leader_of
from thidua.records.directory.reorganising import NewLeader
from thidua.records.journal.queries import events_about, first_faulty_line
from thidua.records.results.actions import save_report
from thidua.records.results.models import Report
from thidua.records.seasons.access import member_for, visible_seasons
from thidua.records.seasons.actions.blocs import set_members
from thidua.records.seasons.models import BlocSeason, Membership
from thidua.records.seasons.queries.frame import members_of, roles_of
from thidua.records.seasons.queries.pacts import units_still_to_sign
from thidua.records.seasons.queries.plan import plan_of

pytestmark = pytest.mark.both
DAY = date(2016, 3, 1)


def members(world):
    """Codes of the units that are members now, in protocol order."""
    return list(members_of(world.bloc).filter(left_on=None).values_list("unit__code", flat=True))


def merged(world, place=1, into=2, **given):
    return done(a_merger(world.units[place], into=world.units[into], **given))


def into_a_new_one(world, *places):
    first = world.units[places[0]]
    leader = NewLeader(leader_of(first, on=DAY).person, "Giám đốc")
    return done(a_merger(*(world.units[place] for place in places), into=a_new(), leader=leader))


def again(actor):
    """The same person with the posts that are held now."""
    return actor_of(Account.objects.get(pk=actor.account), on=TODAY)


def test_a_member_that_ends_leaves_and_its_successor_is_there_already(db):
    world = a_pact_open_for_signing()
    merged(world)
    left = Membership.objects.get(unit=world.units[1])
    assert left.left_on == DAY
    assert members(world) == [world.units[0].code, world.units[2].code]
    assert [member.unit for member in units_still_to_sign(world.pact())] == [world.units[0], world.units[2]]
    assert events_about(world.bloc)[-1] == "unit.merged"


def test_a_new_unit_takes_the_place_of_those_that_passed_into_it(db):
    world = a_pact_open_for_signing()
    into_a_new_one(world, 1, 2)
    assert members(world) == [world.units[0].code, "STP-MOI"]
    new = Membership.objects.get(unit__code="STP-MOI")
    assert (new.position, new.name) == (2, "Sở Tư pháp tỉnh Mới")
    assert new.commitment_set.handing is Handing.DRAFT
    assert list(new.reports.values_list("period__slug", flat=True)) == ["quy-1"]
    assert new.commitment_set.lines.count() == 2


def test_only_the_periods_that_end_after_that_day_are_asked_of_who_joins(db):
    world = a_season_of_results()
    leader = NewLeader(leader_of(world.units[1], on=DAY).person, "Giám đốc")
    plan = a_merger(world.units[1], into=a_new(), on=date(2016, 4, 20), leader=leader)
    move = done(plan, at=APRIL.replace(day=28))
    new = Membership.objects.get(unit__code="STP-MOI")
    asked = [period.slug for period in world.bloc.periods.all() if period.until_on >= move.on]
    assert list(new.reports.values_list("period__slug", flat=True)) == asked
    assert 0 < len(asked) < world.bloc.periods.count()


def test_people_of_the_successor_see_the_season_and_hand_in_what_was_left_open(db):
    world = a_season_of_results()
    report = Report.objects.get(membership__unit=world.units[1], period__slug="quy-1")
    into_a_new_one(world, 1)
    officer, leader = again(world.officers[1]), again(world.leaders[1])
    new = Unit.objects.get(code="STP-MOI")
    assert {post.unit for post in officer.posts} == {new.pk}
    assert world.season in visible_seasons(officer, on=TODAY)
    assert roles_of(officer, world.season, on=TODAY, unit=world.units[1]) >= {"member"}
    old = Unit.objects.get(pk=world.units[1].pk)
    assert "officer" in roles_of(officer, world.season, on=TODAY, unit=old)
    assert "leader" in roles_of(leader, world.season, on=TODAY, unit=old)
    assert "officer" not in roles_of(officer, world.season, on=TODAY, unit=world.units[0])
    slugs = (world.season.cluster.slug, world.season.slug, world.bloc.bloc.slug)
    assert member_for(officer, *slugs, old.slug, to="results.enter", on=TODAY).unit == old
    assert report.handing is Handing.DRAFT


def test_whoever_had_a_post_in_a_unit_that_goes_on_has_no_part_in_the_other(db):
    world = a_season(3)
    merged(world)
    stranger = world.outsider
    assert world.season not in visible_seasons(stranger, on=TODAY)
    assert roles_of(stranger, world.season, on=TODAY, unit=Unit.objects.get(pk=world.units[1].pk)) == {
        "public",
        "signed_in",
    }


def test_parts_letters_and_notices_pass_to_the_successor(db):
    world = a_pact_open_for_signing()
    officer = world.units[0].posts.get(kind="officer").person
    delegate_signature(
        world.units[0], leader=leader_of(world.units[0], on=TODAY).person, delegate=officer, letter_number="1/GUQ",
        letter_dated_on=DAY, from_on=DAY, until_on=date(2016, 12, 31), by=world.leaders[0], at=NOON, key=a_key(),
    )  # fmt: skip
    plan = a_merger(world.units[0], into=world.units[2])
    assert ("consequence.letters", 1) in told_of(plan)
    assert ("consequence.parts_pass", 2) in told_of(plan)
    done(plan)
    standing = world.season.roles.filter(until_on=None).order_by("pk")
    assert [(part.role, part.unit) for part in standing] == [("head", world.units[2]), ("secretariat", world.units[2])]
    assert not world.units[0].delegations.filter(withdrawn_at=None).exists()
    assert notices_for(world.leaders[2])[0].key == "notice.took_over"
    assert "head" in roles_of(again(world.head), world.season, on=TODAY)


def test_a_bloc_that_scores_ranks_the_units_that_ran_its_year(db):
    world = a_pact_open_for_signing()
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=Stage.SELF_SCORING.value)
    plan = a_merger(world.units[1], into=world.units[2])
    assert ("consequence.is_ranked", None) in told_of(plan)
    done(plan)
    assert len(members(world)) == 3


def test_a_year_that_was_over_by_then_is_left_as_it_was(db):
    world = a_pact_open_for_signing()
    BlocSeason.objects.filter(pk=world.bloc.pk).update(ends_on=date(2016, 2, 20))
    merged(world)
    assert len(members(world)) == 3


def test_a_copied_season_names_the_unit_of_today_and_refuses_one_that_ended(db):
    world = a_season(3)
    into_a_new_one(world, 1, 2)
    assert [unit.code for unit in plan_of(world.season).blocs[0].members] == [world.units[0].code, "STP-MOI"]
    world.bloc.refresh_from_db()
    ended = [Unit.objects.get(pk=unit.pk) for unit in world.units]
    refusal = refusal_of(
        set_members, world.bloc, units=ended, seen_version=world.bloc.version, by=world.secretary, at=NOON, key=a_key()
    )
    assert refusal == ["bloc.member_ended", "bloc.member_ended"]


def test_every_consequence_in_a_season_is_told_with_its_count(db):
    world = a_pact_open_for_signing()
    leader = NewLeader(leader_of(world.units[1], on=DAY).person, "Giám đốc")
    plan = a_merger(world.units[1], into=a_new(), leader=leader)
    assert told_of(plan) == [
        ("consequence.ends", None),
        ("consequence.founded", None),
        ("consequence.leader", None),
        ("consequence.posts_pass", 1),
        ("consequence.accounts", 2),
        ("consequence.leaves", None),
        ("consequence.commitments_stand", None),
        ("consequence.reports_open", 1),
        ("consequence.joins", None),
        ("consequence.reports_opened", 1),
        ("consequence.text_is_fixed", None),
        ("consequence.entries", 1),
    ]


def test_memberships_and_parts_return_with_an_annulment(db):
    world = a_pact_open_for_signing()
    before = members(world), list(world.season.roles.values_list("role", "unit", "until_on"))
    row = into_a_new_one(world, 0, 1)
    assert members(world) != before[0]
    annulled(row)
    kept = [part for part in world.season.roles.values_list("role", "unit", "until_on") if part[2] is None]
    assert (members(world), kept) == before
    into_a_new_one(world, 0, 1)
    assert members(world) == ["STP-MOI", world.units[2].code]


def test_what_the_successor_has_entered_keeps_a_reorganisation_standing(db):
    world = a_season_of_results()
    row = into_a_new_one(world, 1)
    report = Report.objects.filter(membership__unit__code="STP-MOI").first()
    save_report(report, figures={}, note="Đang làm", seen_version=1, by=again(world.officers[1]), at=APRIL, key=a_key())
    assert set(refusal_of(annulled, row)) == {"succession.used", "succession.member_has_acted"}


def test_of_two_orders_for_one_unit_at_one_instant_one_is_carried_out(own_database):
    world = a_pact_open_for_signing()
    first, second, third = world.units
    answers = together(
        lambda: done(a_merger(first, into=second)),
        lambda: done(a_merger(first, into=third)),
    )
    assert answers.count(["unit.has_passed"]) == 1
    assert Unit.objects.get(pk=first.pk).successions.count() == 1
    assert len(members(world)) == 2
    assert first_faulty_line() is None


def test_two_units_never_pass_into_each_other_at_one_instant(own_database):
    first, second = a_unit_named("Sở Một", "mot"), a_unit_named("Sở Hai", "hai")
    answers = together(
        lambda: done(a_merger(first, into=second)),
        lambda: done(a_merger(second, into=first)),
    )
    refused = [answer for answer in answers if isinstance(answer, list)]
    assert refused in ([["unit.has_passed"]], [["succession.successor_ended"]])
    assert Unit.objects.filter(dissolved_on=None).count() == 1


def test_a_stage_does_not_move_between_the_leaving_and_the_joining(own_database):
    world = a_season(3)
    answers = together(
        lambda: into_a_new_one(world, 1, 2),
        lambda: move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key()),
    )
    assert not any(isinstance(answer, list) for answer in answers)
    world.bloc.refresh_from_db()
    assert world.bloc.at_stage is Stage.LAUNCHED
    reported = Report.objects.filter(membership__left_on=None).values_list("membership__unit__code", flat=True)
    assert sorted(reported) == sorted(members(world))
