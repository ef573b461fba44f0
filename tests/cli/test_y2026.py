"""Both seasons as they are played: the mergers of 2025 unit by unit, and the morning of 26 June 2026."""

import csv
from collections import Counter
from datetime import date

import pytest

from tests.played import AFTER_THE_MERGERS as DAY
from thidua.base.places import library
from thidua.core.actor import PostKind
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.queries import actor_of, demo_accounts
from thidua.records.conduct.tasks import tasks_of
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.directory.models import Unit
from thidua.records.directory.naming import unit_named
from thidua.records.directory.queries import leader_of, units
from thidua.records.directory.queries.descent import heirs_of, history_of
from thidua.records.journal.queries import first_faulty_line
from thidua.records.results.models import Correction, Report, Result
from thidua.records.scores.models import Ranking
from thidua.records.seasons.models import BlocSeason, Membership, Pact

EVE = date(2025, 6, 30)
with (library("demo") / "founding" / "succession_2025.csv").open(encoding="utf-8", newline="") as handle:
    SUCCESSIONS = list(csv.DictReader(handle))


@pytest.fixture
def played(stand_on):
    """Both seasons, played once for the whole run."""
    return stand_on(DAY)


def today(code):
    unit = Unit.objects.get(code=code)
    return unit if unit.dissolved_on is None else heirs_of(unit).get()


@pytest.mark.parametrize("told", SUCCESSIONS, ids=lambda told: told["unit"])
def test_each_unit_of_2016_is_what_became_of_it_in_2025(played, told):
    before, now = Unit.objects.get(code=told["unit"]), today(told["unit"])
    assert now.name == told["name_from_2025"]
    assert before in history_of(now)
    assert before.dissolved_on in (None, date.fromisoformat(told["from"]))
    assert unit_named(told["name_from_2025"]) == now
    assert now in (before, *heirs_of(before))
    assert leader_of(now, on=DAY) is not None
    led_before = leader_of(before, on=EVE)
    assert led_before is not None
    held = led_before.person.posts.filter(until_on=None).get()
    assert (held.unit, held.kind in (PostKind.LEADER, PostKind.DEPUTY)) == (now, True)


def test_the_provinces_that_passed_into_one_passed_with_both_their_agencies(played):
    of_one_province = Counter((told["province_from_2025"], today(told["unit"]).pk) for told in SUCCESSIONS)
    assert Counter(province for province, _ in of_one_province) == dict.fromkeys(
        {told["province_from_2025"] for told in SUCCESSIONS}, 2
    )
    for told in SUCCESSIONS:
        assert told["province_from_2025"] in today(told["unit"]).name


def test_old_names_are_found(played):
    assert Unit.objects.get(code="THADS-HN") in units("cục thi hành án dân sự thành phố Hà Nội")
    assert Unit.objects.get(code="STP-ND") in units("so tu phap tinh nam dinh")


def test_divisions_of_one_name_are_one_after_the_mergers(played):
    for code in ("STP-NB", "THA-NB", "THA-HP"):
        names = Counter(Unit.objects.get(code=code).children.filter(dissolved_on=None).values_list("name", flat=True))
        assert set(names.values()) == {1}


def test_the_founding_season_stays_as_it_was_with_its_ranking(played):
    assert Ranking.objects.filter(bloc_season__season__slug="nam-2016").count() == 2
    members = Membership.objects.filter(bloc_season__season__slug="nam-2016")
    assert (members.count(), members.filter(left_on=None).count()) == (22, 22)


def test_where_a_file_is_asked_for_the_units_own_reports_show_one(played):
    asking = Result.objects.filter(indicator__needs_file=True, report__membership__bloc_season__starts_on__year=2026)
    signed = asking.filter(report__state=Handing.SIGNED.value).select_related("report")
    entered = set(EntryOnBehalf.objects.values_list("subject", flat=True))
    own = [line for line in signed if line.report.token not in entered]
    assert own
    assert all(line.evidence.filter(paper__file__isnull=False).exists() for line in own)


def test_on_the_morning_of_26_june_one_report_waits_here_and_one_was_returned_there(played):
    blocs = BlocSeason.objects.filter(season__slug="nam-2026").order_by("bloc__position")
    assert [bloc.at_stage for bloc in blocs] == [Stage.RUNNING, Stage.RUNNING]
    assert list(Pact.objects.filter(bloc_season__in=blocs).values_list("stage", flat=True)) == ["locked", "locked"]
    reports = Report.objects.filter(membership__bloc_season__in=blocs)
    under_way = Counter(reports.filter(period__until_on="2026-06-30").values_list("state", flat=True))
    assert under_way == {Handing.SIGNED: 5, Handing.SUBMITTED: 2, Handing.RETURNED: 1, Handing.DRAFT: 4}
    assert set(reports.filter(period__until_on__lt="2026-06-30").values_list("state", flat=True)) == {Handing.SIGNED}
    assert sum(report.was_late for report in reports.select_related("period")) == 2
    entered = EntryOnBehalf.objects.filter(within__in=[bloc.token for bloc in blocs]).values_list("subject", flat=True)
    assert Counter(subject.split(":")[0] == "writtenreport" for subject in entered) == {False: 24, True: 3}
    assert Correction.objects.filter(state=Handing.SUBMITTED.value).count() == 1
    assert first_faulty_line() is None


def test_the_one_click_roles_have_something_to_do(played):
    waiting = {account.demo_role: len(tasks_of(actor_of(account, on=DAY), on=DAY)) for account in demo_accounts()}
    assert len(waiting) == 9
    busy = {"truong-khu-vuc", "thuong-truc", "lanh-dao-don-vi", "can-bo-don-vi", "can-bo-thi-hanh-an"}
    assert {role for role, count in waiting.items() if count} >= busy
