"""Two acts at once on the money of one conference: one after the other, whoever comes first."""

import pytest

from tests.factories.conferences import a_held_conference, an_invited_conference
from tests.factories.money import (
    a_spending,
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
from tests.together import together
from thidua.records.councils.actions.contributions import receive_contribution
from thidua.records.councils.actions.estimates import submit_estimate
from thidua.records.councils.actions.spendings import correct_spending
from thidua.records.councils.models import Budget, Receipt, Spending
from thidua.records.councils.money_plan import ReceiptTold
from thidua.records.councils.queries.money import sealed_settlement, settlement_of_budget

pytestmark = pytest.mark.both


def test_of_two_who_begin_an_estimate_at_once_the_second_is_told(own_database):
    world = a_season()
    one = an_invited_conference(world)
    answers = together(*(lambda who=who: an_estimate(world, one, by=who) for who in (world.secretary, world.head)))
    assert answers.count(["shared.changed_since"]) == 1
    assert Budget.objects.get().lines.count() == 3


def test_of_two_who_correct_one_line_at_once_the_second_is_told(own_database):
    world = a_season()
    budget = an_approved_estimate(world, an_invited_conference(world))
    spent = a_spending(world, budget)
    answers = together(
        *(
            lambda who=who, dong=dong: correct_spending(
                spent, told=told(budget, dong=dong), seen_version=1, by=who, at=NOON, key=a_key()
            )
            for who, dong in ((world.secretary, 600_000), (world.head, 700_000))
        )
    )
    assert answers.count(["shared.changed_since"]) == 1
    assert Spending.objects.get().version == 2


def test_two_who_approve_at_once_approve_once(own_database):
    world = a_season()
    budget = an_estimate(world, an_invited_conference(world))
    budget = submit_estimate(budget, seen_version=budget.version, by=world.secretary, at=NOON, key=a_key())
    answers = together(*(lambda: approved(world, budget) for _ in range(2)))
    assert answers.count(["budget.is_approved"]) == 1


def test_two_closings_close_once(own_database):
    world = a_season()
    budget = settled(world, some_money(world, a_held_conference(world)))
    answers = together(*(lambda: closed(world, budget) for _ in range(2)))
    assert answers.count(["budget.is_closed"]) == 1


def test_money_spent_at_the_instant_of_the_settlement_counts_in_it_or_is_refused(own_database):
    world = a_season()
    budget = some_money(world, a_held_conference(world))
    before = settlement_of_budget(budget).spent_dong
    answer, _ = together(
        lambda: a_spending(world, budget, "Ăn trưa", 5_000_000), lambda: settled(world, Budget.objects.get())
    )
    budget = closed(world, Budget.objects.get())
    late = answer == ["budget.is_settling"]
    assert settlement_of_budget(budget).spent_dong == before + (0 if late else 5_000_000)
    assert budget.seal == sealed_settlement(budget).seal


def test_one_receipt_number_entered_by_two_at_once_is_taken_once(own_database):
    world = a_season()
    budget = asked(world, an_approved_estimate(world, an_invited_conference(world)))
    shares = [share_of(world, budget, place) for place in (1, 2)]
    answers = together(
        *(
            lambda one=one: receive_contribution(
                one, told=ReceiptTold("PT01", TODAY, 1_000_000), by=world.secretary, at=NOON, key=a_key()
            )
            for one in shares
        )
    )
    assert answers.count(["budget.receipt_twice"]) == 1
    assert Receipt.objects.count() == 1
