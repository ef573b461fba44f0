"""Hôm nay: a letter to answer; letters to send, silent units, a conference that was held."""

from datetime import date

import pytest

from tests.factories.conferences import DAY, a_prepared_conference, an_answer, an_invited_conference
from tests.factories.seasons import NOON, TODAY, a_key, a_season
from thidua.records.conduct.access import entry_for
from thidua.records.conduct.tasks import tasks_of
from thidua.records.councils.actions.conferences import call_conference_off
from thidua.records.councils.actions.delegates import answer_invitation_on_behalf, send_invitations
from thidua.records.councils.plan import Person, Reply
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.desk.steps.entries import SourcePaper

pytestmark = pytest.mark.django_db
BY = date(2016, 3, 9)


def told(actor, on=TODAY):
    found = [task for task in tasks_of(actor, on=on) if task.place in ("invitation", "delegates", "conference")]
    return [(task.title.key.removeprefix("task."), task.due_on) for task in found]


def test_a_units_people_are_asked_to_answer_until_they_have():
    world = a_season()
    one = a_prepared_conference(world)
    assert told(world.officers[1]) == []
    one = send_invitations(one, by=world.secretary, at=NOON, key=a_key())
    assert told(world.officers[1]) == told(world.leaders[1]) == [("answer_invitation", BY)]
    an_answer(world, one)
    assert told(world.officers[1]) == []


def test_the_secretariat_sends_the_letters_then_chases_then_notes_that_it_was_held():
    world = a_season()
    one = a_prepared_conference(world)
    assert told(world.secretary) == [("send_invitations", BY)]
    one = send_invitations(one, by=world.secretary, at=NOON, key=a_key())
    assert told(world.secretary) == [("chase_answers", BY)]
    assert told(world.secretary, on=DAY) == [("hold_conference", DAY)]
    call_conference_off(one, because="Bão", by=world.secretary, at=NOON, key=a_key())
    assert told(world.secretary) == told(world.officers[1]) == []


def test_an_answer_from_paper_has_its_page_of_an_entry():
    world = a_season()
    one = an_invited_conference(world)
    invitation = one.invitations.get(membership__unit=world.units[1])
    paper = SourcePaper("Phiếu trả lời", "3/TL", TODAY, "Trần Huy Bách", "Giám đốc")
    answer_invitation_on_behalf(
        invitation, reply=Reply(True, [Person("Trần Huy Bách")]), paper=paper, by=world.secretary, at=NOON, key=a_key()
    )
    entry = entry_on_behalf_of(invitation)
    assert entry is not None
    _entry, behind = entry_for(world.officers[1], entry.public_id, on=TODAY)
    assert (behind.place, behind.slugs) == ("invitation", ("cum-thu", "hn", invitation.public_id))
