"""What the secretariat is still told once the six steps of the first morning are done."""

import pytest

from tests.factories.beginnings import a_beginner, a_begun_region, again, an_applied_list
from tests.factories.papers import a_draft, an_issued
from tests.factories.people import GOOD_PASSWORD
from tests.factories.seasons import A_PAPER, NOON, TODAY, a_key, a_season
from thidua.base.wording import say
from thidua.core.actor import Actor, Channel
from thidua.records.conduct.tasks import tasks_of
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.steps.entries import note_on_behalf
from thidua.records.directory.models import Unit
from thidua.records.seasons.actions.invitations import come_in_by_invitation, invite_units, revoke_invitation
from thidua.records.seasons.models import Membership

pytestmark = pytest.mark.django_db


def told(actor) -> list[tuple[str, str]]:
    return [(say(task.title), task.place) for task in tasks_of(actor, on=TODAY)]


def test_blocs_without_indicators_are_named_until_they_have_some():
    by = a_beginner()
    an_applied_list(by)
    a_begun_region(by)
    asked = [task for task in tasks_of(again(by), on=TODAY) if task.place == "plan_indicators"]
    assert [say(task.about) for task in asked] == ["Khối Sở", "Khối Thi hành án"]
    assert [place for _, place in told(a_season(slug="cum-khac").secretary)] == ["bloc"]


def test_a_drafted_plan_waits_for_its_number():
    world = a_season()
    waits = ("Ghi số, ngày của kế hoạch đã ký", "season_paper")
    assert waits not in told(world.secretary)
    a_draft(world)
    assert waits in told(world.secretary)
    assert waits not in told(world.officers[1])
    an_issued(world)
    assert waits not in told(world.secretary)


def test_once_units_are_asked_in_those_are_counted_for_which_nobody_has_come():
    by = a_beginner()
    an_applied_list(by)
    season, by = a_begun_region(by), again(by)

    def out() -> list[str]:
        return [title for title, place in told(by) if place == "unit_invitations"]

    assert out() == []
    first, second = invite_units(
        season, units=Unit.objects.filter(code__in=["STP-QN", "CTHADS-ND"]), by=by, at=NOON, key=a_key()
    )
    assert out() == ["3 đơn vị chưa vào phần mềm"]  # the factory's secretary has no password
    bearer = Actor(token=first.token, channel=Channel.LINK)
    come_in_by_invitation(
        first, full_name="Trần Thu Hà", email="ha@example.vn", password=GOOD_PASSWORD, by=bearer, at=NOON, key=a_key()
    )
    assert out() == ["2 đơn vị chưa vào phần mềm"]
    revoke_invitation(second, by=by, at=NOON, key=a_key())
    assert out() == ["2 đơn vị chưa vào phần mềm"]


def test_a_unit_that_works_on_paper_need_not_come_in():
    by = a_beginner()
    an_applied_list(by)
    season, by = a_begun_region(by), again(by)
    invite_units(season, units=Unit.objects.filter(code="STP-QN"), by=by, at=NOON, key=a_key())
    member = Membership.objects.get(unit__code="STP-QN")
    out = ("3 đơn vị chưa vào phần mềm", "unit_invitations")
    assert out in told(by)

    note_on_behalf(member, member.unit, A_PAPER, within=member.bloc_season, by=by, at=NOON)
    assert ("2 đơn vị chưa vào phần mềm", "unit_invitations") in told(by)
    EntryOnBehalf.objects.update(state="withdrawn")
    assert out in told(by)
