"""Two acts at once on one season: on its pact, on the units of its blocs, on its contents."""

from dataclasses import replace

import pytest

from tests.factories.seasons import INDICATORS, NOON, a_key, a_season, a_season_registering, figures_for
from tests.together import queued
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.signing import PactStage
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.results.models import Report
from thidua.records.seasons.actions.blocs import set_indicators, set_members
from thidua.records.seasons.actions.clusters import rename_cluster
from thidua.records.seasons.actions.commitments import save_commitments, sign_commitments, submit_commitments
from thidua.records.seasons.actions.frame import set_contents
from thidua.records.seasons.actions.pacts import open_signing, write_pact
from thidua.records.seasons.actions.planning import plan_season
from thidua.records.seasons.models import Bloc, BlocSeason, Cluster, CommitmentSet, KeyContent, Membership, Pact
from thidua.records.seasons.plan import BlocPlan, ClusterNames, ContentPlan
from thidua.records.seasons.queries.plan import plan_of

pytestmark = pytest.mark.both


def written(world, preamble="MỞ ĐẦU", version=1):
    return write_pact(
        world.bloc, preamble=preamble, place="", seen_version=version, by=world.secretary, at=NOON, key=a_key()
    )


def opened(world, pact):
    return open_signing(pact, by=world.secretary, at=NOON, key=a_key())


def submitted(world):
    sheet, by = world.sheet(0), world.officers[0]
    saved = save_commitments(sheet, figures=figures_for(sheet), seen_version=sheet.version, by=by, at=NOON, key=a_key())
    return submit_commitments(saved, seen_version=saved.version, by=by, at=NOON, key=a_key())


def test_a_text_is_never_written_over_once_its_signing_is_open(own_database):
    world = a_season_registering(members=1)
    pact = written(world)
    answers = queued(
        Pact.objects.all(), lambda: opened(world, pact), lambda: written(world, "MỞ ĐẦU KHÁC", pact.version)
    )
    pact.refresh_from_db()
    assert pact.at_stage is PactStage.OPEN
    assert pact.preamble in pact.text
    assert (answers[1] == ["pact.text_is_fixed"]) is (pact.preamble == "MỞ ĐẦU")


def test_a_sheet_signed_while_the_text_is_fixed_stands_in_it(own_database):
    world = a_season_registering(members=1)
    sheet = submitted(world)
    answers = queued(
        CommitmentSet.objects.all(),
        lambda: sign_commitments([sheet], by=world.leaders[0], at=NOON, key=a_key()),
        lambda: opened(world, written(world)),
    )
    sheet.refresh_from_db()
    assert ("95 %" in world.pact().text) is (sheet.handing is Handing.SIGNED)
    assert answers[0] == [sheet] or answers[0] == ["commitments.text_is_open"]


def test_a_unit_belongs_to_one_bloc_of_a_season_whoever_sets_it_first(own_database):
    world = a_season(members=1)
    Bloc.objects.create(cluster=world.season.cluster, slug="khoi-hai", name="Khối hai", position=2)
    plan = plan_of(world.season)
    days = (plan.blocs[0].starts_on, plan.blocs[0].ends_on)
    blocs = tuple(BlocPlan(bloc, *days, members=()) for bloc in Bloc.objects.all())
    season = plan_season(
        world.season.cluster, plan=replace(plan, slug="nam-2017", blocs=blocs, campaigns=()), roles_of=world.season,
        by=world.head, at=NOON, key=a_key(),
    )  # fmt: skip
    unit = world.units[0]

    def sets(bloc):
        return lambda: set_members(bloc, units=[unit], seen_version=1, by=world.head, at=NOON, key=a_key())

    answers = queued(BlocSeason.objects.filter(season=season), *(sets(bloc) for bloc in season.blocs.all()))
    assert answers.count(["bloc.member_elsewhere"]) == 1
    assert Membership.objects.filter(unit=unit, bloc_season__season=season).count() == 1


def test_a_content_is_not_dropped_while_a_bloc_measures_it(own_database):
    world = a_season(members=1, indicators=())
    two = (ContentPlan(1, "Một", "Một"), ContentPlan(2, "Hai", "Hai"))
    set_contents(world.season, contents=two, seen_version=1, by=world.head, at=NOON, key=a_key())

    def drops():
        return set_contents(world.season, contents=two[:1], seen_version=2, by=world.head, at=NOON, key=a_key())

    def measures():
        one = replace(INDICATORS[0], content=2)
        return set_indicators(world.bloc, indicators=[one], seen_version=1, by=world.head, at=NOON, key=a_key())

    answers = queued(KeyContent.objects.filter(number=2), drops, measures)
    refusals = [answer for answer in answers if isinstance(answer, list)]
    assert refusals in ([["season.content_measured"]], [["indicator.no_content"]])


def test_a_bloc_launched_while_its_units_are_set_opens_the_reports_of_those_it_has(own_database):
    world = a_season(members=2)

    def launches():
        return move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=NOON, key=a_key())

    def sets():
        return set_members(world.bloc, units=world.units[:1], seen_version=1, by=world.head, at=NOON, key=a_key())

    answers = queued(BlocSeason.objects.all(), launches, sets)
    members = set(world.bloc.members.values_list("pk", flat=True))
    assert set(Report.objects.values_list("membership", flat=True)) == members
    assert (answers[1] in (["bloc.is_launched"], ["shared.changed_since"])) is (len(members) == 2)


def test_of_two_who_rename_a_cluster_at_once_one_is_told_and_no_name_is_of_the_other(own_database):
    world = a_season(members=1)
    cluster = world.season.cluster

    def renames(name):
        names = ClusterNames(name, name, "Cụm trưởng", "Cụm phó", {"khoi": f"Khối của {name}"})
        return lambda: rename_cluster(cluster, names=names, seen_version=1, by=world.head, at=NOON, key=a_key())

    answers = queued(Cluster.objects.all(), renames("Cụm một"), renames("Cụm hai"))
    assert sorted(answer == ["shared.changed_since"] for answer in answers) == [False, True]
    cluster.refresh_from_db()
    assert cluster.blocs.get().name == f"Khối của {cluster.name}"
