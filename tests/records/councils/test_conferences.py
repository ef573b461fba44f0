"""Conferences: planned by who leads a season, known to the others once the letters are out, held, called off."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.factories.conferences import (
    DAY,
    a_plan,
    a_planned_conference,
    a_prepared_conference,
    an_answer,
    an_invited_conference,
    at,
    items,
    the_letter,
)
from tests.factories.seasons import A_PAPER, NOON, TODAY, a_key, a_season
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.conferences import Coming, ConferenceState, MatterKind
from thidua.records.councils.access import conference_for, visible_conferences
from thidua.records.councils.actions.conferences import (
    amend_conference,
    call_conference_off,
    hold_conference,
    plan_conference,
    set_programme,
)
from thidua.records.councils.actions.delegates import (
    answer_invitation,
    answer_invitation_on_behalf,
    list_guests,
    remind_of_invitations,
    send_invitations,
)
from thidua.records.councils.plan import Guest, ItemPlan, MatterPlan, Person, Reply
from thidua.records.councils.queries.conferences import members_concerned, replies_to, unanswered
from thidua.records.desk.models import EntryOnBehalf, Notice
from thidua.records.journal.queries import lines_about
from thidua.records.seasons.actions.planning import plan_season
from thidua.records.seasons.models import Bloc, BlocSeason, Membership, Season
from thidua.records.seasons.plan import BlocPlan, SeasonPlan

pytestmark = pytest.mark.django_db
AFTER = at(11, 40)


@pytest.fixture
def world():
    return a_season()


def keys(refused):
    return [one.key for one in refused.value]


def by(world):
    return {"by": world.secretary, "at": NOON, "key": a_key()}


def test_what_is_planned_is_known_only_to_who_leads_the_season(world):
    one = a_planned_conference(world)
    assert conference_for(world.secretary, "cum-thu", "hn", on=TODAY) == one
    with pytest.raises(Unknown):
        conference_for(world.officers[1], "cum-thu", "hn", on=TODAY)
    assert list(visible_conferences(world.officers[1], world.season.cluster, on=TODAY)) == []
    with pytest.raises(NotPossible):
        plan_conference(world.season, slug="khac", plan=a_plan(world), by=world.officers[1], at=NOON, key=a_key())


def test_once_the_letters_are_out_every_member_reads_it_and_a_stranger_does_not(world):
    one = an_invited_conference(world)
    assert conference_for(world.officers[1], "cum-thu", "hn", on=TODAY) == one
    assert list(visible_conferences(world.officers[1], world.season.cluster, on=TODAY)) == [one]
    with pytest.raises(Unknown):
        conference_for(world.outsider, "cum-thu", "hn", on=TODAY)


def test_every_fault_of_a_plan_is_told_at_once(world):
    foreign = a_season(slug="cum-khac").season
    faulty = a_plan(
        world, ends_at=at(7), answer_by=DAY + timedelta(days=1), talks_by=DAY + timedelta(days=2),
        matters=[MatterPlan(MatterKind.REVIEW, "Tổng kết", season=foreign)],
    )  # fmt: skip
    with pytest.raises(NotPossible) as refused:
        plan_conference(world.season, slug="hn", plan=faulty, **by(world))
    assert keys(refused) == [
        "conference.backwards", "conference.answers_too_late", "conference.talks_too_late",
        "conference.season_of_another_cluster",
    ]  # fmt: skip


def test_two_conferences_of_a_cluster_have_two_addresses(world):
    a_planned_conference(world)
    for slug in ("hn", "lap"):
        with pytest.raises(NotPossible) as refused:
            plan_conference(world.season, slug=slug, plan=a_plan(world), **by(world))
        assert keys(refused) == ["conference.slug_taken"]


def test_a_programme_stands_in_the_order_of_its_hours_with_its_matters(world):
    one = a_prepared_conference(world)
    assert list(one.items.values_list("text", "matter__position")) == [("Khai mạc", None), ("Ký giao ước", 1)]
    with pytest.raises(NotPossible) as refused:
        set_programme(
            one, items=[ItemPlan(at(10), at(9), "Ngược"), ItemPlan(at(8, on=TODAY), at(9, on=TODAY), "Hôm khác")],
            seen_version=one.version, **by(world),
        )  # fmt: skip
    assert keys(refused) == ["conference.item_backwards", "conference.item_outside"]


def test_a_matter_that_is_written_anew_keeps_its_row_and_the_programme_its_link(world):
    one = a_prepared_conference(world)
    matter = one.matters.get()
    plan = a_plan(world, matters=[MatterPlan(MatterKind.SIGNING, "Ký giao ước hai khối", bloc=world.bloc)])
    amend_conference(one, plan=plan, seen_version=one.version, **by(world))
    assert one.matters.get().pk == matter.pk
    assert one.items.get(position=2).matter.text == "Ký giao ước hai khối"


def test_letters_wait_for_hall_matters_programme_and_the_day_to_answer(world):
    one = a_planned_conference(world, hall="", matters=[], answer_by=None)
    with pytest.raises(NotPossible) as refused:
        send_invitations(one, **by(world))
    assert keys(refused) == [f"conference.needs_{what}" for what in ("hall", "matters", "programme", "answer_day")]


def test_every_member_that_the_matters_concern_is_invited_once_and_told(world):
    one = an_invited_conference(world)
    assert one.at_state is ConferenceState.INVITED
    assert one.invitations.filter(membership__isnull=False).count() == 3
    assert set(Notice.objects.filter(key="notice.invited").values_list("unit", flat=True)) == {
        unit.pk for unit in world.units
    }
    with pytest.raises(NotPossible) as refused:
        send_invitations(one, **by(world))
    assert keys(refused) == ["conference.all_invited"]


def test_a_unit_of_both_seasons_gets_one_letter_as_a_member_of_the_newer(world):
    last = Season.objects.create(cluster=world.season.cluster, slug="nam-2015", name="Năm 2015", emulation_year=2015)
    bloc = BlocSeason.objects.create(
        season=last, bloc=Bloc.objects.get(), starts_on=date(2015, 1, 1), ends_on=date(2015, 12, 31)
    )
    first, _second, third = world.units
    for unit in (first, third):
        Membership.objects.create(bloc_season=bloc, unit=unit, position=1, name=unit.name, short_name=unit.short_name)
    Membership.objects.filter(bloc_season=world.bloc, unit=third).delete()
    one = a_planned_conference(
        world,
        matters=[
            MatterPlan(MatterKind.REVIEW, "Tổng kết năm 2015", season=last),
            MatterPlan(MatterKind.SIGNING, "Ký giao ước", bloc=world.bloc),
        ],
    )
    found = members_concerned(one, one.matters.all())
    assert [(member.unit_id, member.bloc_season_id) for member in found] == [
        (first.pk, world.bloc.pk), (world.units[1].pk, world.bloc.pk), (third.pk, bloc.pk),
    ]  # fmt: skip


def test_a_unit_answers_who_comes_and_may_think_again_until_it_was_held(world):
    one = an_invited_conference(world)
    invitation = an_answer(world, one)
    assert [(person.name, person.signs, person.is_head) for person in invitation.delegates.all()] == [
        ("Trần Huy Bách", "leader", True), ("Lê Thị Mai", "", False),
    ]  # fmt: skip
    invitation = an_answer(world, one, comes=False, people=(), remark="Trùng họp tỉnh")
    assert (invitation.answer, invitation.delegates.count()) == (Coming.STAYS_AWAY, 0)
    hold_conference(one, by=world.secretary, at=AFTER, key=a_key())
    with pytest.raises(NotPossible) as refused:
        an_answer(world, one)
    assert keys(refused) == ["conference.is_held"]


@pytest.mark.parametrize(
    ("people", "key"),
    [
        ([], "conference.who_comes"),
        ([Person("A", signs="letter")], "conference.letter_without_number"),
        ([Person("A", signs="leader"), Person("B", signs="leader")], "conference.one_signs"),
        ([Person(f"Người {n}") for n in range(21)], "conference.too_many_people"),
    ],
)
def test_an_answer_without_sense_is_refused(world, people, key):
    one = an_invited_conference(world)
    with pytest.raises(NotPossible) as refused:
        an_answer(world, one, people=people)
    assert keys(refused) == [key]
    assert the_letter(one, world).answer is Coming.WAITING


def test_another_units_officer_answers_nothing_and_a_guest_is_answered_by_the_secretariat(world):
    one = an_invited_conference(world)
    reply = Reply(True, [Person("Ai Đó")])
    for invitation in (the_letter(one, world, 2), one.invitations.get(organisation="Bộ Tư pháp")):
        with pytest.raises(NotPossible):
            answer_invitation(invitation, reply=reply, seen_version=1, by=world.officers[1], at=NOON, key=a_key())
    answer_invitation(
        one.invitations.get(organisation="Bộ Tư pháp"), reply=reply, seen_version=1, by=world.secretary, at=NOON,
        key=a_key(),
    )  # fmt: skip
    assert replies_to(one).come == 1


def test_an_answer_from_paper_is_marked_and_the_unit_is_told(world):
    one = an_invited_conference(world)
    invitation = the_letter(one, world)
    reply = Reply(True, [Person("Trần Huy Bách")])
    answer_invitation_on_behalf(invitation, reply=reply, paper=A_PAPER, **by(world))
    entry = EntryOnBehalf.objects.get(subject=invitation.token)
    assert entry.unit == world.units[1]
    assert [line.kind for line in lines_about(invitation)] == ["conference.answered_on_behalf"]
    guest = one.invitations.get(organisation="Bộ Tư pháp")
    with pytest.raises(NotPossible) as refused:
        answer_invitation_on_behalf(guest, reply=reply, paper=A_PAPER, **by(world))
    assert keys(refused) == ["conference.guest_has_no_unit"]


def test_only_units_that_are_silent_are_reminded(world):
    one = an_invited_conference(world)
    an_answer(world, one)
    remind_of_invitations(one, **by(world))
    told = set(Notice.objects.filter(key="notice.invitation_waits").values_list("unit", flat=True))
    assert told == {world.units[0].pk, world.units[2].pk}
    for place in (0, 2):
        an_answer(world, one, place)
    assert unanswered(one) == []
    with pytest.raises(NotPossible) as refused:
        remind_of_invitations(one, **by(world))
    assert keys(refused) == ["conference.all_answered"]


def test_a_guest_who_stays_on_the_list_keeps_the_answer(world):
    one = an_invited_conference(world)
    ministry = one.invitations.get(organisation="Bộ Tư pháp")
    reply = Reply(True, [Person("Thứ trưởng")])
    answer_invitation(ministry, reply=reply, seen_version=1, **by(world))
    one.refresh_from_db()
    list_guests(one, guests=[Guest("Sở Nội vụ"), Guest("Bộ Tư pháp")], seen_version=one.version, **by(world))
    assert list(one.invitations.filter(membership=None, withdrawn_at=None).values_list("organisation", "coming")) == [
        ("Sở Nội vụ", "waiting"),
        ("Bộ Tư pháp", "comes"),
    ]
    one.refresh_from_db()
    with pytest.raises(NotPossible) as refused:
        list_guests(one, guests=[Guest("Sở Nội vụ"), Guest("Sở Nội Vụ")], seen_version=one.version, **by(world))
    assert keys(refused) == ["conference.guest_twice"]


def test_another_day_is_told_to_those_who_were_invited(world):
    one = an_invited_conference(world)
    later = replace(a_plan(world), starts_at=at(13), ends_at=at(16))
    amend_conference(one, plan=later, seen_version=one.version, **by(world))
    assert Notice.objects.filter(key="notice.conference_moved").count() == 3
    one.refresh_from_db()
    amend_conference(one, plan=replace(later, chair="Trưởng cụm"), seen_version=one.version, **by(world))
    assert Notice.objects.filter(key="notice.conference_moved").count() == 3


def test_it_is_held_from_its_own_day_on_and_then_stands(world):
    one = an_invited_conference(world)
    with pytest.raises(NotPossible) as refused:
        hold_conference(one, **by(world))
    assert keys(refused) == ["conference.not_yet"]
    one = hold_conference(one, by=world.secretary, at=AFTER, key=a_key())
    with pytest.raises(NotPossible) as refused:
        set_programme(one, items=items(), seen_version=one.version, by=world.secretary, at=AFTER, key=a_key())
    assert keys(refused) == ["conference.is_held"]


def test_it_is_called_off_with_a_reason_that_the_invited_are_told(world):
    one = an_invited_conference(world)
    with pytest.raises(NotPossible) as refused:
        call_conference_off(one, because=" ", **by(world))
    assert keys(refused) == ["conference.needs_reason"]
    one = call_conference_off(one, because="Bão số 1", **by(world))
    assert Notice.objects.filter(key="notice.conference_called_off").count() == 3
    with pytest.raises(NotPossible) as refused:
        an_answer(world, one)
    assert keys(refused) == ["conference.is_called_off"]


def test_no_season_takes_the_word_of_the_conferences(world):
    bloc = BlocPlan(Bloc.objects.get(), date(2017, 1, 1), date(2017, 12, 31), tuple(world.units), (), (), (), ())
    plan = SeasonPlan(slug="hoi-nghi", name="Hội nghị", emulation_year=2017, motto="", blocs=(bloc,))
    with pytest.raises(NotPossible) as refused:
        plan_season(world.season.cluster, plan=plan, **by(world))
    assert keys(refused) == ["season.slug_taken"]
