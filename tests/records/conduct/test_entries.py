"""What the secretariat entered for a unit: confirmed or disputed by the unit, answered by the secretariat."""

from datetime import timedelta
from fractions import Fraction

import pytest

from tests.factories.people import an_administrator
from tests.factories.results import A_REPORT_ON_PAPER, APRIL, a_report_on_behalf, a_season_of_results, the_line
from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing, a_season
from thidua.core.answer import NotPossible, Unknown
from thidua.records.accounts.models import Account
from thidua.records.conduct.access import entry_for, visible_entries
from thidua.records.conduct.actions import answer_entry, confirm_entry, dispute_entry
from thidua.records.conduct.queries import behind
from thidua.records.conduct.tasks import tasks_of
from thidua.records.desk.models import EntryOnBehalf, Notice
from thidua.records.desk.queries import count_by_state, entry_on_behalf_of, notices_for
from thidua.records.desk.steps.notices import mark_read
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.results.actions import Reached, correct_on_behalf

pytestmark = [pytest.mark.django_db, pytest.mark.both]

WRONG = "Quý I có 14 cuộc, báo cáo ghi thiếu 2 cuộc tháng 3."
LATER = APRIL + timedelta(days=2)
STATES = EntryOnBehalf.State


@pytest.fixture
def world():
    return a_season_of_results()


@pytest.fixture
def entry(world):
    return entry_on_behalf_of(a_report_on_behalf(world, 2))


def confirmed(entry, by, at=APRIL):
    return confirm_entry(entry, by=by, at=at, key=a_key())


def disputed(entry, by, reason=WRONG, at=APRIL):
    return dispute_entry(entry, reason=reason, by=by, at=at, key=a_key())


def answered(entry, by, replaced=False, reason="Sổ theo dõi của đơn vị ghi 12 cuộc.", at=LATER):
    return answer_entry(entry, replaced=replaced, reason=reason, by=by, at=at, key=a_key())


def keys(refused):
    return [sentence.key for sentence in refused.value]


def test_the_unit_confirms_and_whoever_did_stands_beside_it(world, entry):
    confirmed(entry, world.officers[2])

    entry.refresh_from_db()
    assert (entry.state, entry.confirmed_at) == (STATES.CONFIRMED_BY_UNIT, APRIL)
    assert entry.confirmed_by["name"] == "Cán Bộ Một"
    assert events_about(entry) == ["entry.confirmed"]


def test_a_disputed_entry_stands_with_its_mark_and_the_secretariat_is_told_where(world, entry):
    disputed(entry, world.leaders[2])

    entry.refresh_from_db()
    assert (entry.state, entry.dispute) == (STATES.DISPUTED, WRONG)
    told = notices_for(world.secretary).get(key="notice.entry_disputed")
    assert (told.place, told.slugs) == ("entry_on_behalf", [entry.public_id])
    assert told.values == {"unit": world.units[2].name, "number": "38/BC-STP"}
    [line] = lines_about(entry)
    assert body_of(line)["reason"] == WRONG


def test_the_secretariat_upholds_with_its_reason_and_the_unit_is_told(world, entry):
    disputed(entry, world.leaders[2])

    answered(entry, world.secretary)

    entry.refresh_from_db()
    assert (entry.state, entry.answer) == (STATES.CONFIRMED, "Sổ theo dõi của đơn vị ghi 12 cuộc.")
    assert entry.dispute == WRONG
    assert Notice.objects.filter(unit=world.units[2], key="notice.entry_upheld").count() == 1
    assert events_about(entry) == ["entry.disputed", "entry.upheld"]


def test_replaced_counts_only_once_newer_figures_stand(world, entry):
    disputed(entry, world.leaders[2])

    with pytest.raises(NotPossible) as refused:
        answered(entry, world.secretary, replaced=True, reason="Theo công văn 41")
    assert keys(refused) == ["entry.nothing_newer"]

    correct_on_behalf(
        the_line(behind(entry).row, "cuoc"), reached=Reached(value=Fraction(14)), reason="Bổ sung",
        paper=A_REPORT_ON_PAPER, by=world.secretary, at=LATER, key=a_key(),
    )  # fmt: skip
    answered(entry, world.secretary, replaced=True, reason="Theo công văn 41")

    entry.refresh_from_db()
    assert entry.state == STATES.REPLACED


def test_a_unit_may_take_its_dispute_back(world, entry):
    disputed(entry, world.leaders[2])

    confirmed(entry, world.officers[2], at=LATER)

    entry.refresh_from_db()
    assert (entry.state, entry.dispute) == (STATES.CONFIRMED_BY_UNIT, WRONG)


def test_what_has_been_answered_is_disputed_no_more(world, entry):
    disputed(entry, world.leaders[2])
    answered(entry, world.secretary)

    with pytest.raises(NotPossible) as refused:
        disputed(entry, world.leaders[2])

    assert keys(refused) == ["entry.is_confirmed"]


def test_a_unit_cannot_dispute_without_saying_what_is_wrong(world, entry):
    with pytest.raises(NotPossible) as refused:
        disputed(entry, world.leaders[2], reason="  ")

    assert keys(refused) == ["entry.needs_reason_to_dispute"]


def test_the_secretariat_cannot_answer_without_a_reason(world, entry):
    disputed(entry, world.leaders[2])

    with pytest.raises(NotPossible) as refused:
        answered(entry, world.secretary, reason="  ")

    assert keys(refused) == ["entry.needs_reason_to_uphold"]


def test_another_unit_and_the_secretariat_cannot_speak_for_the_unit(world, entry):
    for actor in (world.secretary, world.head, world.leaders[1]):
        with pytest.raises(NotPossible) as refused:
            confirmed(entry, actor)
        assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        disputed(entry, world.outsider)


def test_the_unit_cannot_answer_itself(world, entry):
    disputed(entry, world.leaders[2])

    with pytest.raises(NotPossible):
        answered(entry, world.leaders[2])


def test_who_reads_the_figures_reads_the_entry_and_a_stranger_learns_nothing(world, entry):
    found, what = entry_for(world.officers[2], entry.public_id, on=APRIL.date())
    assert (found, what.place, what.member.unit, what.detail) == (entry, "report", world.units[2], "Quý I")
    assert what.slugs == ("cum-thu", "nam-2016", "khoi", "quy-1", world.units[2].slug)
    with pytest.raises(Unknown):
        entry_for(world.outsider, entry.public_id, on=APRIL.date())


def test_an_entry_of_commitments_leads_to_the_units_sheet():
    world = a_pact_open_for_signing(members=2)
    entry = entry_on_behalf_of(world.sheet(1))

    found = behind(entry)

    assert (found.place, found.slugs[-1]) == ("commitment_sheet", world.units[1].slug)
    assert entry.within == world.bloc.token


def test_a_list_shows_a_unit_its_own_entries_and_the_secretariat_all_of_its_season(world, entry):
    a_report_on_behalf(world, 1)
    elsewhere = a_season(members=1, slug="cum-khac")

    def seen(actor):
        return {one.unit for one in visible_entries(actor, on=APRIL.date())}

    assert seen(world.officers[2]) == {world.units[2]}
    assert seen(world.secretary) == seen(world.head) == {world.units[1], world.units[2]}
    assert seen(world.outsider) == set()
    assert seen(elsewhere.secretary) == set()
    assert count_by_state(visible_entries(world.secretary, on=APRIL.date())) == {"standing": 2}


def test_an_administrators_list_names_no_entry_that_an_administrator_may_not_read(world, entry):
    EntryOnBehalf.objects.create(
        unit=world.units[2], subject=f"scorecard:{entry.public_id}", within=world.bloc.token, source="Bảng chấm",
        number="1", dated_on=APRIL.date(), entered_at=APRIL, entered_by={},
    )  # fmt: skip

    assert list(visible_entries(an_administrator(), on=APRIL.date())) == [entry]


def told(actor):
    of_entries = [task for task in tasks_of(actor, on=APRIL.date()) if task.place == "entries_on_behalf"]
    return [(task.title.key, task.title.values["count"], task.asked) for task in of_entries]


def test_the_unit_is_asked_to_confirm_until_it_has_said_its_word(world, entry):
    waiting = [("task.confirm_entries", 1, "loc=cho-y-kien")]
    assert told(world.officers[2]) == told(world.leaders[2]) == waiting
    assert told(world.officers[1]) == told(world.secretary) == []

    confirmed(entry, world.officers[2])

    assert told(world.leaders[2]) == []


def test_the_secretariat_is_asked_to_answer_a_dispute_until_it_has(world, entry):
    disputed(entry, world.leaders[2])
    assert told(world.secretary) == [("task.answer_disputes", 1, "loc=khong-dong-y")]
    assert told(world.head) == []

    answered(entry, world.secretary)

    assert told(world.secretary) == []


def test_a_notice_is_read_by_each_account_for_itself(world, entry):
    officer, leader = world.officers[2], world.leaders[2]
    [notice] = notices_for(officer)
    assert (notice.place, notice.slugs, notice.is_read) == ("entry_on_behalf", [entry.public_id], False)

    for _twice in range(2):
        mark_read([notice], Account.objects.get(pk=officer.account), at=NOON)

    assert [one.is_read for one in notices_for(officer)] == [True]
    assert [one.is_read for one in notices_for(leader)] == [False]
