"""Initiatives: drafted by anyone of a unit, signed by its leader, received into the season's book."""

from datetime import date

import pytest

from tests.factories.results import a_season_of_results
from tests.factories.seasons import a_key, an_actor
from tests.factories.stories import (
    A_REQUEST,
    JUNE,
    MAY,
    THE_DAY,
    a_signed_initiative,
    a_submitted_initiative,
    an_idea,
    an_initiative,
    the_member,
)
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.initiatives import InitiativeState, is_asked_late, last_day_to_ask
from thidua.records.desk.queries import entry_on_behalf_of, notices_for
from thidua.records.journal.queries import events_about
from thidua.records.results.access.initiatives import initiative_for, visible_initiatives
from thidua.records.results.actions.initiatives import (
    begin_initiative,
    enter_initiative_on_behalf,
    receive_initiatives,
    return_initiative,
    save_initiative,
    sign_initiatives,
    submit_initiative,
    take_back_initiative,
    withdraw_paper,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both]
S = InitiativeState


@pytest.fixture
def world():
    return a_season_of_results()


def keys(refused):
    return [sentence.key for sentence in refused.value]


def received(world, *initiatives):
    return receive_initiatives(list(initiatives), by=world.secretary, at=JUNE, key=a_key())


def test_recognition_is_asked_for_within_a_year_of_the_first_application():
    assert last_day_to_ask(date(2016, 3, 1)) == date(2017, 3, 1)
    assert last_day_to_ask(date(2016, 2, 29)) == date(2017, 2, 28)
    assert not is_asked_late(date(2016, 3, 1), asked_on=date(2017, 3, 1))
    assert is_asked_late(date(2016, 3, 1), asked_on=date(2017, 3, 2))


def test_anyone_of_the_unit_drafts_submits_and_the_leader_signs(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    draft = an_initiative(world, by=colleague)
    assert [(one.name, one.share_percent) for one in draft.authors.all()] == [("Tác Giả 1", 60), ("Tác Giả 2", 40)]
    submitted = submit_initiative(draft, seen_version=1, by=colleague, at=MAY, key=a_key())
    with pytest.raises(NotPossible) as refused:
        sign_initiatives([submitted], by=world.officers[1], at=MAY, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    [signed] = sign_initiatives([submitted], by=world.leaders[1], at=MAY, key=a_key())
    assert (signed.at_state, signed.handed_in_on) == (S.SIGNED, THE_DAY)
    assert events_about(signed) == ["initiative.begun", "initiative.submitted", "initiative.signed"]


def test_a_draft_may_lack_much_and_submitting_says_everything_that_is_missing(world):
    bare = an_idea(world, 30, applied_on=None, description="", benefit="")
    draft = begin_initiative(the_member(world, 1), told=bare, by=world.officers[1], at=MAY, key=a_key())
    with pytest.raises(NotPossible) as refused:
        submit_initiative(draft, seen_version=1, by=world.officers[1], at=MAY, key=a_key())
    assert keys(refused) == [
        "initiative.needs_day", "initiative.needs_description", "initiative.needs_benefit", "initiative.needs_paper",
        "initiative.shares_not_whole",
    ]  # fmt: skip
    assert refused.value.sentences[-1].values == {"total": 30}


def test_shares_above_a_hundred_and_days_to_come_are_refused_at_once(world):
    wrong = an_idea(world, 60, 60, applied_on=date(2016, 8, 1), title=" ")
    with pytest.raises(NotPossible) as refused:
        begin_initiative(the_member(world, 1), told=wrong, by=world.officers[1], at=MAY, key=a_key())
    assert keys(refused) == ["initiative.needs_title", "initiative.not_applied_yet", "initiative.shares_above"]


def test_a_colleagues_draft_is_changed_by_its_writer_the_officer_and_the_leader_only(world):
    writer, other = (an_actor(name, world.units[1], PostKind.STAFF) for name in ("Người Viết", "Người Khác"))
    draft = an_initiative(world, by=writer)

    def save(by, version):
        idea = an_idea(world, 100)
        return save_initiative(draft, told=idea, seen_version=version, by=by, at=MAY, key=a_key())

    with pytest.raises(NotPossible) as refused:
        save(other, 1)
    assert keys(refused) == ["initiative.of_a_colleague"]
    for version, by in enumerate((writer, world.officers[1], world.leaders[1]), 1):
        save(by, version)
    with pytest.raises(NotPossible) as refused:
        save(writer, 1)
    assert keys(refused) == ["shared.changed_since"]
    assert draft.authors.get().share_percent == 100


def test_a_submitted_initiative_is_taken_back_or_returned_with_a_remark(world):
    one = a_submitted_initiative(world)
    take_back_initiative(one, by=world.officers[1], at=MAY, key=a_key())
    one.refresh_from_db()
    assert one.at_state is S.DRAFT
    one = submit_initiative(one, seen_version=one.version, by=world.officers[1], at=MAY, key=a_key())
    return_initiative(one, remark="Nêu rõ số liệu", by=world.leaders[1], at=MAY, key=a_key())
    one.refresh_from_db()
    assert (one.at_state, one.remark) == (S.RETURNED, "Nêu rõ số liệu")


def test_a_leader_signs_only_the_version_that_was_shown(world):
    shown = a_submitted_initiative(world)
    now = take_back_initiative(shown, by=world.officers[1], at=MAY, key=a_key())
    submit_initiative(now, seen_version=now.version, by=world.officers[1], at=MAY, key=a_key())
    with pytest.raises(NotPossible) as refused:
        sign_initiatives([shown], by=world.leaders[1], at=MAY, key=a_key())
    assert keys(refused) == ["handing.changed_since"]


def test_what_is_received_gets_the_next_number_of_the_book_and_the_unit_is_told(world):
    first, second, third = (a_signed_initiative(world, place) for place in (1, 2, 1))
    received(world, second)
    numbers = [one.number for one in received(world, first, third)]
    assert numbers == [2, 3]
    told = notices_for(world.officers[2]).get(key="notice.initiative_received")
    assert (told.place, told.values["number"]) == ("initiative", "1")
    with pytest.raises(NotPossible) as refused:
        received(world, second)
    assert keys(refused) == ["initiative.received_already"]


def test_only_what_is_signed_is_received_and_only_by_the_secretariat(world):
    with pytest.raises(NotPossible) as refused:
        received(world, a_submitted_initiative(world))
    assert keys(refused) == ["initiative.not_signed"]
    signed = a_signed_initiative(world)
    with pytest.raises(NotPossible) as refused:
        receive_initiatives([signed], by=world.head, at=JUNE, key=a_key())
    assert keys(refused) == ["rights.not_yours"]


def test_others_read_what_is_signed_or_received_by_their_part(world):
    draft, signed = an_initiative(world), a_signed_initiative(world)
    done = a_signed_initiative(world)
    received(world, done)

    def seen_by(actor):
        return set(visible_initiatives(actor, world.season, on=JUNE.date()))

    assert seen_by(world.officers[1]) == {draft, signed, done}
    assert seen_by(world.secretary) == seen_by(world.head) == {signed, done}
    assert seen_by(world.officers[2]) == {done}
    with pytest.raises(Unknown):
        initiative_for(
            world.officers[2], world.season.cluster.slug, world.season.slug, signed.public_id, on=JUNE.date()
        )


def test_a_request_on_paper_is_entered_as_signed_and_is_evidence_itself(world):
    one = enter_initiative_on_behalf(
        the_member(world, 2), told=an_idea(world, 100), paper=A_REQUEST, by=world.secretary, at=MAY, key=a_key()
    )
    assert (one.at_state, one.signed_by["name"]) == (S.SIGNED, "Nguyễn Thị Thắm")
    assert one.papers.get().paper.number == "40/STP-VP"
    assert entry_on_behalf_of(one).signer_title == "Giám đốc"
    with pytest.raises(NotPossible) as refused:
        enter_initiative_on_behalf(
            the_member(world, 2), told=an_idea(world, 50), paper=A_REQUEST, by=world.secretary, at=MAY, key=a_key()
        )
    assert keys(refused) == ["initiative.shares_not_whole"]


def test_a_paper_put_beside_by_mistake_stays_readable_and_does_not_count(world):
    draft = an_initiative(world)
    withdraw_paper(draft.papers.get(), by=world.officers[1], at=MAY, key=a_key())
    with pytest.raises(NotPossible) as refused:
        submit_initiative(draft, seen_version=1, by=world.officers[1], at=MAY, key=a_key())
    assert keys(refused) == ["initiative.needs_paper"]
    assert draft.papers.count() == 1
