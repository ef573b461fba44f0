"""Money of a conference: estimated, approved, asked of units, received, spent, settled and closed."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from tests.factories.conferences import DAY, a_held_conference, a_prepared_conference, an_invited_conference
from tests.factories.money import (
    ESTIMATED,
    LINES,
    a_receipt,
    a_spending,
    a_submitted_estimate,
    an_approved_estimate,
    an_estimate,
    approved,
    asked,
    closed,
    settled,
    share_of,
    some_money,
    told,
)
from tests.factories.seasons import NOON, TODAY, a_key, a_season
from thidua.core.answer import NotPossible
from thidua.core.workflow.budgeting import BudgetState
from thidua.records.conduct.tasks import tasks_of
from thidua.records.councils.actions.contributions import ask_another_sum, withdraw_receipt
from thidua.records.councils.actions.estimates import amend_estimate, return_money, submit_estimate
from thidua.records.councils.actions.settlements import reopen_settlement
from thidua.records.councils.actions.spendings import correct_spending, withdraw_spending
from thidua.records.councils.models import Budget
from thidua.records.councils.money_plan import LinePlan
from thidua.records.councils.queries.money import contributions_of, lines_of, sealed_settlement, settlement_of_budget
from thidua.records.desk.models import Notice
from thidua.records.journal.queries import events_about
from thidua.records.seasons.models import Membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_season()


@pytest.fixture
def one(world):
    return an_invited_conference(world)


def keys(refused):
    return [one.key for one in refused.value]


def by(who):
    return {"by": who, "at": NOON, "key": a_key()}


def kept(budget):
    """The lines as a form would send them back."""
    return [
        LinePlan(row.group, row.item, row.unit, row.quantity, row.price_dong, row.note, row.public_id)
        for row in budget.lines.all()
    ]


def titles(actor, on=TODAY):
    return {one.title.key for one in tasks_of(actor, on=on)}


def test_lines_of_a_group_stand_together_and_their_sums_are_exact(world, one):
    budget = an_estimate(world, one)
    assert [(row.item, row.dong) for row in budget.lines.all()] == [
        ("Thuê màn hình", 3_000_000), ("Hoa", 700_000), ("Ăn trưa", 6_000_000),
    ]  # fmt: skip
    assert settlement_of_budget(budget).estimated_dong == ESTIMATED


def test_every_fault_of_the_lines_is_told_at_once(world, one):
    lines = [*LINES, LINES[0], replace(LINES[1], item="Nước", quantity=Fraction(-1))]
    with pytest.raises(NotPossible) as refused:
        an_estimate(world, one, lines)
    assert keys(refused) == ["budget.item_twice", "budget.less_than_nought"]
    with pytest.raises(NotPossible) as refused:
        an_estimate(world, one, [])
    assert keys(refused) == ["budget.needs_lines"]
    assert not Budget.objects.exists()


def test_the_head_alone_approves_and_the_secretary_is_told(world, one):
    budget = a_submitted_estimate(world, one)
    assert "task.approve_estimate" in titles(world.head)
    for who in (world.secretary, world.officers[1], world.leaders[1]):
        with pytest.raises(NotPossible):
            approved(world, budget, by=who)
    budget = approved(world, budget)
    assert (budget.at_state, budget.approved_dong) == (BudgetState.APPROVED, ESTIMATED)
    assert [row.approved_dong for row in budget.lines.all()] == [row.dong for row in budget.lines.all()]
    assert Notice.objects.filter(key="notice.estimate_approved", person=world.secretary.person).exists()
    assert events_about(budget) == ["budget.written", "budget.submitted", "budget.approved"]


def test_what_is_submitted_is_not_written_and_what_is_returned_is(world, one):
    budget = a_submitted_estimate(world, one)
    with pytest.raises(NotPossible) as refused:
        an_estimate(world, one, seen_version=budget.version)
    assert keys(refused) == ["budget.is_submitted"]
    with pytest.raises(NotPossible) as refused:
        return_money(budget, because=" ", seen_version=budget.version, **by(world.head))
    assert keys(refused) == ["budget.needs_reason"]
    with pytest.raises(NotPossible) as refused:
        return_money(budget, because="Bớt hoa", seen_version=budget.version - 1, **by(world.head))
    assert keys(refused) == ["shared.changed_since"]
    budget = return_money(budget, because="Bớt hoa", seen_version=budget.version, **by(world.head))
    assert "task.mend_money" in titles(world.secretary)
    budget = an_estimate(world, one, kept(budget)[:2], seen_version=budget.version)
    budget = submit_estimate(budget, seen_version=budget.version, **by(world.secretary))
    assert budget.returned_because == ""


def test_a_sum_that_nobody_can_mean_is_told_and_nothing_is_kept(world, one):
    with pytest.raises(NotPossible) as refused:
        an_estimate(world, one, [replace(LINES[0], quantity=Fraction(10**8), price_dong=10**11)])
    assert keys(refused) == ["figure.too_much_money"]
    assert not Budget.objects.exists()


def test_an_approved_estimate_changes_by_an_amendment_only(world, one):
    budget = an_approved_estimate(world, one)
    with pytest.raises(NotPossible) as refused:
        an_estimate(world, one, kept(budget), seen_version=budget.version)
    assert keys(refused) == ["budget.is_approved"]
    budget = amend_estimate(budget, because="Thêm khách", **by(world.secretary))
    more = [*kept(budget), LinePlan("Đại biểu", "Nước", "người", Fraction(40), 20_000)]
    budget = an_estimate(world, one, more, seen_version=budget.version)
    assert (budget.amendment, budget.approved_dong) == (1, ESTIMATED)
    a_spending(world, budget)  # money is kept meanwhile
    budget = submit_estimate(budget, seen_version=budget.version, **by(world.secretary))
    assert approved(world, budget).approved_dong == ESTIMATED + 800_000


def test_a_line_keeps_its_row_and_is_not_dropped_once_something_was_spent_on_it(world, one):
    budget = an_approved_estimate(world, one)
    a_spending(world, budget)
    budget = amend_estimate(budget, because="Đổi hoa", **by(world.secretary))
    lines = kept(budget)
    with pytest.raises(NotPossible) as refused:
        an_estimate(world, one, [row for row in lines if row.item != "Hoa"], seen_version=budget.version)
    assert keys(refused) == ["budget.line_is_spent_on"]
    renamed = [replace(row, item="Hoa tươi") if row.item == "Hoa" else row for row in lines]
    budget = an_estimate(world, one, renamed, seen_version=budget.version)
    assert {row.item: row.spent for row in lines_of(budget)}["Hoa tươi"] == 800_000


def test_nothing_is_asked_or_spent_before_the_estimate_was_approved(world, one):
    budget = a_submitted_estimate(world, one)
    for act in (asked, a_spending):
        with pytest.raises(NotPossible) as refused:
            act(world, budget)
        assert keys(refused) == ["budget.not_approved"]


def test_every_member_unit_is_asked_for_the_same_and_told_until_when(world, one):
    budget = asked(world, an_approved_estimate(world, one))
    assert [row.asked_dong for row in budget.contributions.all()] == [3_300_000] * 3
    notice = Notice.objects.get(key="notice.contribution_asked_by", unit=world.units[2])
    assert notice.values == {"name": one.name, "dong": "3.300.000", "until": "9/3/2016"}
    [task] = [task for task in tasks_of(world.officers[2], on=TODAY) if task.title.key == "task.pay_contribution"]
    assert (task.due_on, task.title.values["dong"]) == (TODAY + timedelta(days=5), 3_300_000)
    with pytest.raises(NotPossible) as refused:
        asked(world, budget)
    assert keys(refused) == ["budget.asked_already"]


def test_a_unit_that_has_left_keeps_what_it_was_asked(world, one):
    budget = asked(world, an_approved_estimate(world, one))
    Membership.objects.filter(unit=world.units[2]).update(left_on=TODAY - timedelta(days=1))
    asked(world, budget, 3_000_000)
    assert [row.asked_dong for row in budget.contributions.all()] == [3_000_000, 3_000_000, 3_300_000]


def test_one_unit_may_be_asked_for_another_sum_until_all_are_asked_anew(world, one):
    budget = asked(world, an_approved_estimate(world, one))
    mine = share_of(world, budget)
    ask_another_sum(mine, dong=5_000_000, seen_version=mine.version, **by(world.secretary))
    assert [row.asked_dong for row in budget.contributions.all()] == [3_300_000, 5_000_000, 3_300_000]
    budget.refresh_from_db()
    asked(world, budget, 3_000_000)
    assert [row.asked_dong for row in budget.contributions.all()] == [3_000_000] * 3


def test_what_came_is_counted_and_a_receipt_has_its_number_once(world, one):
    budget = asked(world, an_approved_estimate(world, one))
    a_receipt(world, budget, 1, 2_000_000)
    for other, key in (
        ({"number": "PT01", "place": 2}, "budget.receipt_twice"),
        ({"number": "PT02", "dong": 0}, "budget.no_money"),
        ({"number": "PT02", "on": TODAY + timedelta(days=1)}, "budget.from_later"),
    ):
        with pytest.raises(NotPossible) as refused:
            a_receipt(world, budget, **other)
        assert keys(refused) == [key]
    a_receipt(world, budget, 1, 1_300_000, "PT02")
    assert {row.membership.unit_id: row.paid for row in contributions_of(budget)} == {
        world.units[0].pk: 0, world.units[1].pk: 3_300_000, world.units[2].pk: 0,
    }  # fmt: skip
    assert "task.pay_contribution" not in titles(world.officers[1])


def test_a_receipt_that_is_withdrawn_counts_no_more_and_frees_its_number(world, one):
    budget = asked(world, an_approved_estimate(world, one))
    receipt = a_receipt(world, budget)
    withdraw_receipt(receipt, because="Nhầm đơn vị", **by(world.secretary))
    assert settlement_of_budget(budget).contributed_dong == 0
    a_receipt(world, budget, 2)
    with pytest.raises(NotPossible) as refused:
        withdraw_receipt(receipt, because="Lần nữa", **by(world.secretary))
    assert keys(refused) == ["budget.withdrawn_before"]


def test_more_than_a_line_says_is_let_through_and_told(world, one):
    budget = an_approved_estimate(world, one)
    spent = a_spending(world, budget)
    assert [(item.name, item.over_dong) for item in settlement_of_budget(budget).over] == [("Hoa", 100_000)]
    correct_spending(spent, told=told(budget, dong=650_000), seen_version=1, **by(world.secretary))
    assert settlement_of_budget(budget).over == []
    spent.refresh_from_db()
    withdraw_spending(spent, because="Trả lại hoa", **by(world.secretary))
    assert settlement_of_budget(budget).spent_dong == 0
    with pytest.raises(NotPossible) as refused:
        correct_spending(spent, told=told(budget), seen_version=spent.version, **by(world.secretary))
    assert keys(refused) == ["budget.withdrawn_before"]


def test_of_two_who_correct_one_spending_the_second_is_told(world, one):
    budget = an_approved_estimate(world, one)
    spent = a_spending(world, budget)
    correct_spending(spent, told=told(budget, dong=650_000), seen_version=1, **by(world.secretary))
    with pytest.raises(NotPossible) as refused:
        correct_spending(spent, told=told(budget, dong=1), seen_version=1, **by(world.head))
    assert keys(refused) == ["shared.changed_since"]


def test_nothing_is_settled_before_the_conference_was_held(world, one):
    budget = some_money(world, one)
    with pytest.raises(NotPossible) as refused:
        settled(world, budget)
    assert keys(refused) == ["budget.conference_to_come"]


def test_closed_money_is_sealed_and_changes_no_more(world):
    budget = some_money(world, a_held_conference(world))
    assert "task.settle_money" in titles(world.secretary)
    budget = settled(world, budget)
    assert "task.close_settlement" in titles(world.head)
    with pytest.raises(NotPossible) as refused:
        a_spending(world, budget)
    assert keys(refused) == ["budget.is_settling"]
    budget = closed(world, budget)
    assert budget.seal == sealed_settlement(budget).seal
    assert budget.seal != settlement_of_budget(budget).seal  # who paid and each spending are under it
    for act in (asked, a_spending, a_receipt):
        with pytest.raises(NotPossible) as refused:
            act(world, budget)
        assert keys(refused) == ["budget.is_closed"]
    assert Notice.objects.filter(key="notice.settlement_closed").count() == 3


def test_reopened_with_a_reason_the_seal_is_gone_and_the_units_are_told(world):
    budget = closed(world, settled(world, some_money(world, a_held_conference(world))))
    with pytest.raises(NotPossible):
        reopen_settlement(budget, because="Sót phiếu chi", **by(world.secretary))
    budget = reopen_settlement(budget, because="Sót phiếu chi", **by(world.head))
    assert (budget.at_state, budget.seal) == (BudgetState.APPROVED, "")
    assert Notice.objects.filter(key="notice.settlement_reopened").count() == 3
    a_spending(world, budget, "Ăn trưa", 5_000_000)
    again = closed(world, settled(world, budget))
    assert again.seal == sealed_settlement(again).seal


def test_a_settlement_that_is_sent_back_may_be_mended(world):
    budget = settled(world, some_money(world, a_held_conference(world)))
    budget = return_money(budget, because="Thiếu hóa đơn", seen_version=budget.version, **by(world.head))
    assert (budget.at_state, budget.returned_because) == (BudgetState.APPROVED, "Thiếu hóa đơn")
    a_spending(world, budget, "Ăn trưa", 5_000_000)
    assert closed(world, settled(world, budget)).returned_because == ""


def test_only_who_writes_sees_the_task_and_a_conference_to_come_is_not_settled(world, one):
    some_money(world, one)
    assert "task.settle_money" not in titles(world.secretary)
    assert "task.settle_money" not in titles(world.officers[1], on=DAY + timedelta(days=30))


def test_a_conference_that_is_still_planned_has_an_estimate_already(world):
    assert an_estimate(world, a_prepared_conference(world)).at_state is BudgetState.DRAFT
