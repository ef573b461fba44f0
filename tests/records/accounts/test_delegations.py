from datetime import date

import pytest

from tests.factories.files import PDF
from tests.factories.people import a_unit_named
from tests.factories.seasons import BUILDER, NOON, a_key, an_actor
from tests.together import together
from thidua.core.actor import PUBLIC, PostKind
from thidua.core.answer import NotPossible, Unknown
from thidua.core.rights.scopes import Scope
from thidua.records.accounts.actions import attach_letter, delegate_signature, withdraw_delegation
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import (
    Capacity,
    actor_of,
    delegated_scopes,
    delegation_for,
    letters_for,
    signer_of,
    signs_as,
)
from thidua.records.directory.actions import end_post
from thidua.records.directory.models import Person
from thidua.records.files.steps import keep_file
from thidua.records.journal.queries import events_about

pytestmark = pytest.mark.both


class Office:
    def __init__(self):
        self.unit = a_unit_named("Sở Tư pháp", "so")
        self.leader = an_actor("Lê Văn Một", self.unit, PostKind.LEADER)
        self.deputy = an_actor("Lê Văn Hai", self.unit, PostKind.DEPUTY)
        self.clerk = an_actor("Lê Văn Ba", a_unit_named("Văn phòng", "van-phong", self.unit), PostKind.STAFF)
        self.stranger = an_actor("Người Ngoài", a_unit_named("Sở khác", "khac"), PostKind.LEADER)

    def letter(self, by=None, leader=None, delegate=None, until_on=date(2016, 3, 31), number="12/GUQ-STP", **more):
        return delegate_signature(
            self.unit,
            leader=Person.objects.get(pk=(leader or self.leader).person),
            delegate=Person.objects.get(pk=(delegate or self.deputy).person),
            letter_number=number,
            letter_dated_on=date(2016, 2, 29),
            from_on=date(2016, 3, 1),
            until_on=until_on,
            by=by or self.leader,
            at=NOON,
            key=a_key(),
            **more,
        )


def test_a_letter_holds_from_its_first_to_its_last_day(db):
    office = Office()
    letter = office.letter()
    days = [date(2016, 2, 29), date(2016, 3, 1), date(2016, 3, 31), date(2016, 4, 1)]
    held = [delegation_for(office.deputy, office.unit, on=day) for day in days]
    assert held == [None, letter, letter, None]
    assert delegation_for(office.clerk, office.unit, on=days[1]) is None


def test_a_letter_names_someone_of_the_unit_or_below_it(db):
    office = Office()
    assert office.letter(delegate=office.clerk).delegate.full_name == "Lê Văn Ba"
    for given, key in (
        ({"delegate": office.stranger}, "delegation.not_of_unit"),
        ({"delegate": office.leader}, "delegation.to_oneself"),
        ({"leader": office.stranger}, "delegation.not_leader"),
        ({"until_on": date(2016, 2, 28)}, "delegation.backwards"),
    ):
        with pytest.raises(NotPossible) as refused:
            office.letter(**given)
        assert refused.value.sentences[0].key == key


def test_only_the_leader_lets_another_sign(db):
    office = Office()
    for other in (office.deputy, office.stranger):
        with pytest.raises(NotPossible) as refused:
            office.letter(by=other)
        assert refused.value.sentences[0].key == "rights.not_yours"
    with pytest.raises(Unknown):
        office.letter(by=PUBLIC)


def test_a_letter_is_worth_nothing_once_its_delegate_has_left_the_unit(db):
    office = Office()
    letter, on = office.letter(), date(2016, 3, 4)
    end_post(office.unit.posts.get(person=office.deputy.person), until_on=on, by=BUILDER, at=NOON, key=a_key())
    account = Account.objects.get(person=office.deputy.person)

    held = [delegation_for(actor_of(account, on=day), office.unit, on=day) for day in (on, date(2016, 3, 5))]

    assert held == [letter, None]
    assert list(letters_for(actor_of(account, on=date(2016, 3, 5)), on=date(2016, 3, 5))) == []


def test_a_withdrawn_letter_holds_no_more_and_is_withdrawn_once(db):
    office = Office()
    letter = office.letter()
    withdraw_delegation(letter, by=office.leader, at=NOON, key=a_key())
    assert delegation_for(office.deputy, office.unit, on=date(2016, 3, 4)) is None
    with pytest.raises(NotPossible) as refused:
        withdraw_delegation(letter, by=office.leader, at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "delegation.withdrawn_before"
    assert events_about(letter) == ["delegation.given", "delegation.withdrawn"]


def refused(act) -> list[str]:
    with pytest.raises(NotPossible) as told:
        act()
    return [sentence.key for sentence in told.value]


def test_a_letter_lets_sign_what_it_names_and_nothing_else(db):
    office, on = Office(), date(2016, 3, 4)
    pacts = office.letter(scopes={Scope.PACT})
    held = {scope: delegation_for(office.deputy, office.unit, on=on, scope=scope) for scope in Scope}
    assert held == {Scope.PACT: pacts, Scope.REPORTS: None, Scope.CARDS: None}
    assert delegated_scopes(office.deputy, office.unit, on=on) == {Scope.PACT}
    office.letter(scopes={Scope.CARDS}, number="13/GUQ-STP")
    assert delegated_scopes(office.deputy, office.unit, on=on) == {Scope.PACT, Scope.CARDS}
    assert refused(lambda: office.letter(scopes=set())) == ["delegation.no_scope"]


def test_two_letters_to_one_person_do_not_let_sign_the_same_on_one_day(db):
    office = Office()
    first = office.letter(scopes={Scope.PACT, Scope.REPORTS})
    assert refused(lambda: office.letter(scopes={Scope.REPORTS})) == ["delegation.overlaps"]
    office.letter(delegate=office.clerk, scopes={Scope.REPORTS}, number="13/GUQ-STP")
    withdraw_delegation(first, by=office.leader, at=NOON, key=a_key())
    assert office.letter(number="14/GUQ-STP").scopes == set(Scope)


def test_a_deputy_signs_in_the_leaders_place_and_another_by_letter_each_naming_it(db):
    office, on = Office(), date(2016, 3, 4)
    office.letter()
    office.letter(delegate=office.clerk, number="13/GUQ-STP", scopes={Scope.CARDS})
    assert signs_as(office.leader, office.unit, Scope.PACT, on=on).capacity == Capacity.LEADER
    deputy = signs_as(office.deputy, office.unit, Scope.PACT, on=on)
    assert (deputy.capacity, deputy.letter) == (Capacity.SIGNING_FOR, "12/GUQ-STP, 29/02/2016")
    clerk = signs_as(office.clerk, office.unit, Scope.CARDS, on=on)
    assert (clerk.capacity, clerk.letter) == (Capacity.BY_LETTER, "13/GUQ-STP, 29/02/2016")
    assert "capacity" not in signer_of(office.leader, office.unit, Scope.PACT, on=on)
    assert signer_of(office.deputy, office.unit, Scope.PACT, on=on)["letter"] == "12/GUQ-STP, 29/02/2016"


def test_a_scan_is_attached_once_by_whoever_may_give_letters(db, tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    office = Office()
    letter = office.letter()
    scan = keep_file(name="giấy.pdf", content=PDF, at=NOON)

    def attach(by=office.leader):
        return attach_letter(letter, file=scan, by=by, at=NOON, key=a_key())

    assert refused(lambda: attach(office.deputy)) == ["rights.not_yours"]
    assert attach().letter_file == scan
    assert refused(attach) == ["delegation.has_a_scan"]


def test_one_letter_written_down_twice_at_one_instant_stands_once(own_database):
    office = Office()
    answers = together(*[lambda number=number: office.letter(number=f"{number}/GUQ") for number in range(3)])
    assert sorted(str(answer) for answer in answers).count("['delegation.overlaps']") == 2
