"""The money of a conference, brought as far as a test needs, by the ordinary acts."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from tests.factories.seasons import NOON, TODAY, World, a_key
from thidua.core.actor import Actor
from thidua.records.councils.actions import contributions, estimates, settlements, spendings
from thidua.records.councils.models import Budget, Conference, Contribution, Receipt, Spending
from thidua.records.councils.money_plan import LinePlan, ReceiptTold, SpendingTold
from thidua.records.files.models import StoredFile

LINES = (
    LinePlan("Hội trường", "Thuê màn hình", "ngày", Fraction(3, 2), 2_000_000),
    LinePlan("Đại biểu", "Ăn trưa", "suất", Fraction(40), 150_000, "cả khách mời"),
    LinePlan("Hội trường", "Hoa", "lẵng", Fraction(2), 350_000),
)
ESTIMATED = 9_700_000


def an_estimate(world: World, one: Conference, lines: Sequence[LinePlan] = LINES, **other: object) -> Budget:
    given = {"seen_version": 0, "by": world.secretary, "at": NOON, "key": a_key()} | other
    return estimates.write_estimate(one, lines=lines, **given)  # type: ignore[arg-type]


def a_submitted_estimate(world: World, one: Conference, lines: Sequence[LinePlan] = LINES) -> Budget:
    budget = an_estimate(world, one, lines)
    return estimates.submit_estimate(budget, seen_version=budget.version, by=world.secretary, at=NOON, key=a_key())


def approved(world: World, budget: Budget, **other: object) -> Budget:
    given = {"seen_version": budget.version, "by": world.head, "at": NOON, "key": a_key()} | other
    return estimates.approve_estimate(budget, **given)  # type: ignore[arg-type]


def an_approved_estimate(world: World, one: Conference, lines: Sequence[LinePlan] = LINES) -> Budget:
    return approved(world, a_submitted_estimate(world, one, lines))


def asked(world: World, budget: Budget, dong: int = 3_300_000, **other: object) -> Budget:
    given = {
        "dong": dong, "by_day": TODAY + timedelta(days=5), "seen_version": budget.version, "by": world.secretary,
        "at": NOON, "key": a_key(),
    } | other  # fmt: skip
    return contributions.ask_contributions(budget, **given)  # type: ignore[arg-type]


def share_of(world: World, budget: Budget, place: int = 1) -> Contribution:
    return budget.contributions.get(membership__unit=world.units[place])


def a_receipt(
    world: World, budget: Budget, place: int = 1, dong: int = 3_300_000, number: str = "PT01", on: date = TODAY
) -> Receipt:
    return contributions.receive_contribution(
        share_of(world, budget, place), told=ReceiptTold(number, on, dong), by=world.secretary, at=NOON, key=a_key()
    )


def told(budget: Budget, item: str = "Hoa", dong: int = 800_000, **other: object) -> SpendingTold:
    given = {
        "line": budget.lines.get(item=item).public_id, "spent_on": TODAY, "dong": dong, "what": "Mua hoa",
        "number": "PC01",
    } | other  # fmt: skip
    return SpendingTold(**given)  # type: ignore[arg-type]


def a_spending(
    world: World, budget: Budget, item: str = "Hoa", dong: int = 800_000, file: StoredFile | None = None,
    what: str = "Mua hoa",
) -> Spending:  # fmt: skip
    return spendings.enter_spending(
        budget, told=told(budget, item, dong, file=file, what=what), by=world.secretary, at=NOON, key=a_key()
    )


def settled(world: World, budget: Budget) -> Budget:
    budget.refresh_from_db()
    return settlements.submit_settlement(budget, seen_version=budget.version, by=world.secretary, at=NOON, key=a_key())


def closed(world: World, budget: Budget, by: Actor | None = None) -> Budget:
    return settlements.close_settlement(budget, seen_version=budget.version, by=by or world.head, at=NOON, key=a_key())


def some_money(world: World, one: Conference, file: StoredFile | None = None, what: str = "Mua hoa") -> Budget:
    """Approved, asked of all units, one of which has paid, and something spent beyond its line."""
    budget = asked(world, an_approved_estimate(world, one))
    a_receipt(world, budget)
    a_spending(world, budget, file=file, what=what)
    return budget


def wide_money(world: World, one: Conference) -> Budget:
    """All member units were asked and have paid a part of it, each on its own receipt; as many sums were spent."""
    budget = asked(world, an_approved_estimate(world, one))
    shares = list(budget.contributions.all())
    Receipt.objects.bulk_create(
        Receipt(contribution=share, number=f"PT{at:04}", received_on=TODAY, dong=1_000_000)
        for at, share in enumerate(shares)
    )
    line = budget.lines.get(item="Hoa")
    Spending.objects.bulk_create(
        Spending(line=line, spent_on=TODAY, dong=10_000, what="Mua hoa", number=f"PC{at:04}")
        for at in range(len(shares))
    )
    return budget
