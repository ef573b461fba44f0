from datetime import date

import pytest

from tests.factories.people import a_unit_named
from tests.factories.seasons import NOON, a_key, an_actor
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible, Unknown
from thidua.records.accounts.actions import delegate_signature, withdraw_delegation
from thidua.records.accounts.queries import delegation_for
from thidua.records.directory.models import Person
from thidua.records.journal.queries import events_about

pytestmark = pytest.mark.both


class Office:
    def __init__(self):
        self.unit = a_unit_named("Sở Tư pháp", "so")
        self.leader = an_actor("Lê Văn Một", self.unit, PostKind.LEADER)
        self.deputy = an_actor("Lê Văn Hai", self.unit, PostKind.DEPUTY)
        self.clerk = an_actor("Lê Văn Ba", a_unit_named("Văn phòng", "van-phong", self.unit), PostKind.STAFF)
        self.stranger = an_actor("Người Ngoài", a_unit_named("Sở khác", "khac"), PostKind.LEADER)

    def letter(self, by=None, leader=None, delegate=None, until_on=date(2016, 3, 31)):
        return delegate_signature(
            self.unit,
            leader=Person.objects.get(pk=(leader or self.leader).person),
            delegate=Person.objects.get(pk=(delegate or self.deputy).person),
            letter_number="12/GUQ-STP",
            letter_dated_on=date(2016, 2, 29),
            from_on=date(2016, 3, 1),
            until_on=until_on,
            by=by or self.leader,
            at=NOON,
            key=a_key(),
        )


def test_a_letter_holds_from_its_first_to_its_last_day(db):
    office = Office()
    letter = office.letter()
    days = [date(2016, 2, 29), date(2016, 3, 1), date(2016, 3, 31), date(2016, 4, 1)]
    held = [delegation_for(office.deputy.person, office.unit, on=day) for day in days]
    assert held == [None, letter, letter, None]
    assert delegation_for(office.clerk.person, office.unit, on=days[1]) is None


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
    with pytest.raises(NotPossible):
        office.letter(by=office.deputy)
    with pytest.raises(Unknown):
        office.letter(by=office.stranger)


def test_a_withdrawn_letter_holds_no_more_and_is_withdrawn_once(db):
    office = Office()
    letter = office.letter()
    withdraw_delegation(letter, by=office.leader, at=NOON, key=a_key())
    assert delegation_for(office.deputy.person, office.unit, on=date(2016, 3, 4)) is None
    with pytest.raises(NotPossible) as refused:
        withdraw_delegation(letter, by=office.leader, at=NOON, key=a_key())
    assert refused.value.sentences[0].key == "delegation.withdrawn_before"
    assert events_about(letter) == ["delegation.given", "delegation.withdrawn"]
