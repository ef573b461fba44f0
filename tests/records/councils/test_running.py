"""Running order, minutes and conclusions, who was nominated; and the conference that is closed with them."""

import pytest

from tests.factories.conferences import (
    a_held_conference,
    a_paper_of,
    a_prepared_conference,
    an_invited_conference,
    at,
    lines,
    with_a_script,
)
from tests.factories.seasons import NOON, TODAY, a_key, a_season
from thidua.core.answer import NotPossible
from thidua.core.workflow.conferences import ConferenceState, MatterKind
from thidua.records.conduct.tasks import tasks_of
from thidua.records.councils.access import may
from thidua.records.councils.actions.running import conclude_conference, keep_paper, note_nominated, set_script
from thidua.records.councils.plan import MatterPlan, NominatedTold, PaperTold, ScriptPlan
from thidua.records.councils.queries.running import item_of
from thidua.records.desk.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_season()


def keys(refused):
    return [one.key for one in refused.value]


def by(world):
    return {"by": world.secretary, "at": NOON, "key": a_key()}


def test_lines_stand_in_the_order_of_their_minutes_under_the_item_that_holds_them(world):
    one = with_a_script(a_prepared_conference(world), world)
    items = list(one.items.all())
    found = [(line.words, item_of(line, items).text) for line in one.script.all()]
    assert found == [("Chào cờ", "Khai mạc"), ("Mời nhóm thứ nhất lên ký", "Ký giao ước")]


def test_a_line_of_another_day_is_named(world):
    one = a_prepared_conference(world)
    with pytest.raises(NotPossible) as refused:
        set_script(one, lines=[*lines(), ScriptPlan(at(8, on=TODAY))], seen_version=one.version, **by(world))
    assert keys(refused) == ["conference.line_outside"]


def test_a_members_people_read_no_running_order(world):
    one = an_invited_conference(world)
    assert not may(world.officers[1], "conference.read_script", one, on=TODAY).is_yes
    assert may(world.secretary, "conference.read_script", one, on=TODAY).is_yes


def test_papers_come_after_the_conference_and_have_number_and_day_together(world):
    one = an_invited_conference(world)
    with pytest.raises(NotPossible) as refused:
        a_paper_of(one, world)
    assert keys(refused) == ["conference.is_invited"]
    held = a_held_conference(world, slug="hn-cu")
    for told, key in (
        ({"number": "", "dated_on": TODAY}, "number_and_day"),
        ({"dated_on": TODAY.replace(day=1)}, "paper_of_another_day"),
        ({"dated_on": TODAY.replace(day=20)}, "paper_of_another_day"),
    ):
        with pytest.raises(NotPossible) as refused:
            a_paper_of(held, world, **told)
        assert keys(refused) == [f"conference.{key}"]
    assert not held.papers.exists()


def test_of_two_who_write_the_minutes_the_second_is_told(world):
    held = a_held_conference(world)
    draft = a_paper_of(held, world, number="", dated_on=None)
    assert not draft.is_issued
    with pytest.raises(NotPossible) as refused:
        a_paper_of(held, world)
    assert keys(refused) == ["shared.changed_since"]
    told = PaperTold("Thống nhất", "02/BB", TODAY)
    assert keep_paper(held, kind="minutes", told=told, seen_version=draft.version, **by(world)).is_issued


def test_nobody_gets_more_votes_than_were_cast_and_a_matter_that_nominates_nobody_takes_none(world):
    held = a_held_conference(world)
    matter = held.matters.get()
    with pytest.raises(NotPossible) as refused:
        note_nominated(matter, rows=[NominatedTold("STP Số 1", "Cờ", 10, 9)], **by(world))
    assert keys(refused) == ["conference.more_votes_than_cast"]
    note_nominated(matter, rows=[NominatedTold("STP Số 1", "Cờ", 9, 9)], **by(world))
    assert list(matter.nominated.values_list("name", "votes", "of")) == [("STP Số 1", 9, 9)]
    signing = a_held_conference(
        world, slug="hn-cu", matters=[MatterPlan(MatterKind.SIGNING, "Ký", bloc=world.bloc)]
    ).matters.get()
    with pytest.raises(NotPossible) as refused:
        note_nominated(signing, rows=[NominatedTold("STP Số 1", "Cờ", 9, 9)], **by(world))
    assert keys(refused) == ["conference.nominates_nobody"]


def test_a_conference_is_closed_with_both_papers_and_the_units_are_told(world):
    held = a_held_conference(world)
    a_paper_of(held, world)
    with pytest.raises(NotPossible) as refused:
        conclude_conference(held, **by(world))
    assert keys(refused) == ["conference.needs_conclusions"]
    a_paper_of(held, world, kind="conclusions", number="31/TB")
    assert conclude_conference(held, **by(world)).at_state is ConferenceState.CONCLUDED
    assert Notice.objects.filter(key="notice.conference_concluded").count() == 3
    with pytest.raises(NotPossible) as refused:
        a_paper_of(held, world)
    assert keys(refused) == ["conference.is_concluded"]


def test_minutes_are_due_within_three_working_days(world):
    a_held_conference(world)
    [task] = [task for task in tasks_of(world.secretary, on=TODAY) if task.place == "conclusions"]
    assert task.due_on == TODAY.replace(day=8)  # held on a Thursday
