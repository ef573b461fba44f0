from datetime import timedelta

import pytest

from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing, a_season_registering
from tests.together import together
from thidua.core.answer import NotPossible
from thidua.core.workflow.signing import PactStage
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import events_about, last_seq
from thidua.records.seasons.actions.calling import call_group, set_call_groups, void_signature
from thidua.records.seasons.actions.pacts import (
    PaperSignature,
    close_signing,
    open_signing,
    sign_on_paper,
    sign_pact,
    write_pact,
)
from thidua.records.seasons.actions.rehearsals import (
    end_rehearsal,
    rehearse_call,
    rehearse_signature,
    start_rehearsal,
    undo_rehearsed,
)
from thidua.records.seasons.models import Pact, Rehearsal, RehearsalLine, Signature
from thidua.records.seasons.queries.hall import groups_of, mark, standing_in
from thidua.records.seasons.queries.pacts import signatures_of

BY_HAND = PaperSignature("Trần Huy Bách", "Giám đốc", "leader")


def why(refused):
    return [sentence.key for sentence in refused.value.sentences]


def told(world, who=None):
    return {"by": who or world.secretary, "at": NOON, "key": a_key()}


def a_rehearsal(members=3):
    world = a_season_registering(members=members)
    return world, start_rehearsal(world.season, **told(world))


def test_units_are_called_in_fives_in_protocol_order(db):
    world = a_season_registering(members=12)
    groups = groups_of(world.bloc)
    assert [(group.number, len(group.members)) for group in groups] == [(1, 5), (2, 5), (3, 2)]
    assert [member.unit for group in groups for member in group.members] == world.units


def test_groups_typed_by_hand_come_first_and_the_rest_after_them(db):
    world = a_season_registering(members=7)
    members = {member.unit: member.pk for group in groups_of(world.bloc) for member in group.members}
    given = {members[world.units[6]]: 1, members[world.units[0]]: 2}
    set_call_groups(world.bloc, groups=given, seen_version=world.bloc.version, **told(world))
    groups = groups_of(world.bloc)
    assert [[member.unit for member in group.members] for group in groups] == [
        [world.units[6]], [world.units[0]], world.units[1:6],
    ]  # fmt: skip


def test_the_second_who_arranges_groups_is_told(db):
    world = a_season_registering(members=2)
    set_call_groups(world.bloc, groups={}, seen_version=world.bloc.version, **told(world))
    with pytest.raises(NotPossible) as refused:
        set_call_groups(world.bloc, groups={}, seen_version=world.bloc.version, **told(world))
    assert why(refused) == ["shared.changed_since"]


def test_a_group_is_called_while_the_signing_is_open(db):
    world = a_pact_open_for_signing(members=6)
    pact = call_group(world.pact(), group=2, **told(world))
    assert pact.calling == 2
    with pytest.raises(NotPossible) as refused:
        call_group(world.pact(), group=3, **told(world))
    assert why(refused) == ["hall.unknown_group"]


def test_a_press_taken_back_leaves_the_signature_void_and_the_unit_may_sign_again(db):
    world = a_pact_open_for_signing(members=3)
    signature = sign_on_paper(world.pact(), unit=world.units[1], signed=BY_HAND, **told(world))
    void_signature(signature, reason="Bấm nhầm", **told(world))
    assert not signatures_of(world.pact()).exists()
    assert "pact.signature_voided" in events_about(world.pact())
    sign_on_paper(world.pact(), unit=world.units[1], signed=BY_HAND, **told(world))
    assert [(one.unit_code, one.voided_at is None) for one in Signature.objects.order_by("pk")] == [
        (world.units[1].code, False), (world.units[1].code, True),
    ]  # fmt: skip


def test_what_a_unit_confirmed_itself_and_what_locked_the_pact_are_not_taken_back(db):
    world = a_pact_open_for_signing(members=2)
    own = sign_pact(world.pact(), unit=world.units[0], **told(world, world.leaders[0]))
    with pytest.raises(NotPossible) as refused:
        void_signature(own, reason="Bấm nhầm", **told(world))
    assert why(refused) == ["hall.only_in_ink"]
    last = sign_on_paper(world.pact(), unit=world.units[1], signed=BY_HAND, **told(world))
    assert world.pact().at_stage is PactStage.LOCKED
    with pytest.raises(NotPossible) as refused:
        void_signature(last, reason="Bấm nhầm", **told(world))
    assert why(refused) == ["hall.locked_by_last"]


def test_who_signs_after_the_closing_lights_up_and_the_last_locks(db):
    world = a_pact_open_for_signing(members=3)
    sign_on_paper(world.pact(), unit=world.units[0], signed=BY_HAND, **told(world))
    close_signing(world.pact(), **told(world, world.head))
    for place in (1, 2):
        later = told(world) | {"at": NOON + timedelta(days=7)}
        sign_on_paper(world.pact(), unit=world.units[place], signed=BY_HAND, **later)
    assert world.pact().at_stage is PactStage.LOCKED
    assert signatures_of(world.pact()).count() == 3


@pytest.mark.both
def test_a_rehearsal_changes_nothing_and_leaves_one_line_without_names(db):
    world = a_season_registering(members=3)
    before, lines = last_seq(), Entry.objects.count()
    rehearsal = start_rehearsal(world.season, **told(world))
    rehearse_call(rehearsal, world.bloc, group=1, **told(world))
    rehearse_signature(rehearsal, world.bloc, unit=world.units[0], **told(world, world.leaders[0]))
    rehearse_signature(rehearsal, world.bloc, unit=world.units[1], **told(world))
    undo_rehearsed(rehearsal, world.bloc, unit=world.units[1], **told(world))
    assert last_seq() == before
    assert set(standing_in(rehearsal).signed) == {world.sheet(0).membership_id}
    assert not Signature.objects.exists()
    end_rehearsal(world.season, **told(world, world.head))
    assert (Rehearsal.objects.count(), RehearsalLine.objects.count()) == (0, 0)
    assert Entry.objects.count() == lines + 1
    entry = Entry.objects.order_by("-seq").first()
    assert (entry.kind, entry.subjects) == ("rehearsal.ended", [world.season.token])
    assert '"lit":"1"' in entry.body.text
    assert '"lines":"4"' in entry.body.text
    assert not any(unit.name in entry.body.text for unit in world.units)


def test_live_pages_follow_the_rehearsals_own_log(db):
    world = a_season_registering(members=3)
    seq, before = mark()
    rehearsal = start_rehearsal(world.season, **told(world))
    at_first = mark()[1]
    assert (before, at_first > 0) == (0, True)
    rehearse_signature(rehearsal, world.bloc, unit=world.units[0], **told(world))
    assert mark()[0] == seq
    assert mark()[1] > at_first
    end_rehearsal(world.season, **told(world))
    assert mark() == (seq + 1, 0)


def test_no_rehearsal_begins_once_a_press_signs(db):
    world = a_pact_open_for_signing(members=2)
    with pytest.raises(NotPossible) as refused:
        start_rehearsal(world.season, **told(world))
    assert why(refused) == ["rehearsal.signing_is_open"]


def test_no_signing_opens_and_no_second_rehearsal_begins_during_one(db):
    world, _ = a_rehearsal()
    with pytest.raises(NotPossible) as refused:
        start_rehearsal(world.season, **told(world))
    assert why(refused) == ["rehearsal.goes_on"]
    pact = write_pact(world.bloc, preamble="GIAO ƯỚC", place="", seen_version=1, **told(world))
    with pytest.raises(NotPossible) as refused:
        open_signing(pact, **told(world))
    assert why(refused) == ["rehearsal.ends_first"]
    end_rehearsal(world.season, **told(world))
    open_signing(Pact.objects.get(pk=pact.pk), **told(world))


def test_only_who_could_sign_in_earnest_rehearses(db):
    world, rehearsal = a_rehearsal()
    with pytest.raises(NotPossible):
        rehearse_signature(rehearsal, world.bloc, unit=world.units[0], **told(world, world.leaders[1]))
    rehearse_signature(rehearsal, world.bloc, unit=world.units[0], **told(world, world.leaders[0]))
    with pytest.raises(NotPossible) as refused:
        rehearse_signature(rehearsal, world.bloc, unit=world.units[0], **told(world))
    assert why(refused) == ["rehearsal.lit_already"]


def test_a_press_that_comes_after_the_end_is_told_so(db):
    world, rehearsal = a_rehearsal()
    end_rehearsal(world.season, **told(world))
    with pytest.raises(NotPossible) as refused:
        rehearse_signature(rehearsal, world.bloc, unit=world.units[0], **told(world))
    assert why(refused) == ["rehearsal.none"]


@pytest.mark.both
def test_two_presses_for_one_unit_at_once_light_it_once(own_database):
    world, rehearsal = a_rehearsal()

    def press(who):
        return lambda: rehearse_signature(rehearsal, world.bloc, unit=world.units[0], **told(world, who))

    assert sorted(map(str, together(press(world.secretary), press(world.leaders[0])))) == [
        "None", "['rehearsal.lit_already']",
    ]  # fmt: skip
    assert RehearsalLine.objects.count() == 1


@pytest.mark.both
def test_of_two_who_begin_at_once_one_is_told(own_database):
    world = a_season_registering(members=2)

    def begin(who):
        return lambda: start_rehearsal(world.season, **told(world, who))

    answers = together(begin(world.secretary), begin(world.head))
    assert ["rehearsal.goes_on"] in answers
    assert Rehearsal.objects.count() == 1
