"""Money of conferences: estimated, approved, amended, asked of units, received, spent, settled, closed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, named, table
from thidua.core.actor import Actor
from thidua.records.councils.actions import contributions, estimates, settlements, spendings
from thidua.records.councils.models import Budget, Conference, Contribution
from thidua.records.councils.money_plan import LinePlan, ReceiptTold, SpendingTold
from thidua.records.seasons.models import Season

Told = Mapping[str, Any]
STEP = timedelta(minutes=4)


def events(cast: Cast, season: Season) -> list[Event]:
    """The money of each conference on its days."""
    return [event for told in table("money")["money"] for event in _Kept(cast, season, told).events()]


class _Kept:
    """The money of one conference of the files."""

    def __init__(self, cast: Cast, season: Season, told: Told) -> None:
        self.cast, self.season, self.told = cast, season, told

    def events(self) -> Iterable[Event]:
        told = self.told
        yield self._event(moment(told["written"]), self._wrote("written", told["lines"]))
        yield self._event(moment(told["submitted"]), self._submitted("submitted"))
        yield self._event(moment(told["approved"]), self._approved("approved"))
        if amended := told["amended"]:
            yield from self._amendment(amended)
        asked = moment(told["asked"]["on"])
        yield self._event(asked, self._ask)
        for place, (unit, dong) in enumerate(told["asked"]["more"].items(), 1):
            yield self._event(asked + STEP * place, self._asked_more(unit, dong))
        for place, one in enumerate(told["paid"]):
            yield self._event(moment(one[1]) + STEP * place, self._paid(one))
        for place, one in enumerate(told["spent"]):
            yield self._event(moment(one[1]) + timedelta(hours=7) + STEP * place, self._spent(one))
        for name, do in (("settled", self._settle), ("closed", self._close)):
            if told[name]:
                yield self._event(moment(told[name]), do)

    def _amendment(self, amended: Told) -> Iterable[Event]:
        at = moment(amended["on"])
        yield self._event(at, self._amend)
        yield self._event(at + STEP, self._wrote("added", [*self.told["lines"], *amended["added"]]))
        yield self._event(at + 2 * STEP, self._submitted("resubmitted"))
        yield self._event(moment(amended["approved"]), self._approved("amendment"))

    def _event(self, at: datetime, do: Callable[[datetime], object]) -> Event:
        return at, lambda: do(at)

    def _key(self, *more: str) -> str:
        return named(":".join(["money", self.told["conference"], *more]))

    def _secretary(self, at: datetime) -> Actor:
        return self.cast.actor(table("season")["roles"]["secretariat"][0], local_day(at))

    def _head(self, at: datetime) -> Actor:
        return self.cast.actor(table("season")["roles"]["head"], local_day(at))

    def _conference(self) -> Conference:
        return Conference.objects.get(cluster=self.season.cluster, slug=self.told["conference"])

    def _budget(self) -> Budget:
        return Budget.objects.get(conference=self._conference())

    def _wrote(self, name: str, lines: Sequence[Sequence[Any]]) -> Callable[[datetime], object]:
        def write(at: datetime) -> object:
            conference = self._conference()
            budget = Budget.objects.filter(conference=conference).first()
            kept = {one.item: one.public_id for one in budget.lines.all()} if budget else {}
            plans = [
                LinePlan(group, item, unit, Fraction(quantity), price, note, kept.get(item, ""))
                for group, item, unit, quantity, price, note in lines
            ]
            return estimates.write_estimate(
                conference, lines=plans, seen_version=budget.version if budget else 0, by=self._secretary(at), at=at,
                key=self._key(name),
            )  # fmt: skip

        return write

    def _submitted(self, name: str) -> Callable[[datetime], object]:
        def submit(at: datetime) -> object:
            budget = self._budget()
            return estimates.submit_estimate(
                budget, seen_version=budget.version, by=self._secretary(at), at=at, key=self._key(name)
            )

        return submit

    def _approved(self, name: str) -> Callable[[datetime], object]:
        def approve(at: datetime) -> object:
            budget = self._budget()
            return estimates.approve_estimate(
                budget, seen_version=budget.version, by=self._head(at), at=at, key=self._key(name)
            )

        return approve

    def _amend(self, at: datetime) -> object:
        because = self.told["amended"]["because"]
        return estimates.amend_estimate(
            self._budget(), because=because, by=self._secretary(at), at=at, key=self._key("amend")
        )

    def _ask(self, at: datetime) -> object:
        budget, asked = self._budget(), self.told["asked"]
        return contributions.ask_contributions(
            budget, dong=asked["dong"], by_day=day(asked["by"]), seen_version=budget.version, by=self._secretary(at),
            at=at, key=self._key("asked"),
        )  # fmt: skip

    def _of(self, unit: str) -> Contribution:
        return Contribution.objects.get(budget=self._budget(), membership__unit=self.cast.units[unit])

    def _asked_more(self, unit: str, dong: int) -> Callable[[datetime], object]:
        def ask(at: datetime) -> object:
            one = self._of(unit)
            return contributions.ask_another_sum(
                one, dong=dong, seen_version=one.version, by=self._secretary(at), at=at, key=self._key("more", unit)
            )

        return ask

    def _paid(self, told: Sequence[str]) -> Callable[[datetime], object]:
        unit, on, number = told

        def receive(at: datetime) -> object:
            one = self._of(unit)
            receipt = ReceiptTold(number, day(on), one.asked_dong)
            return contributions.receive_contribution(
                one, told=receipt, by=self._secretary(at), at=at, key=self._key("paid", unit)
            )

        return receive

    def _spent(self, told: Sequence[Any]) -> Callable[[datetime], object]:
        item, on, dong, what, number, payee = told

        def spend(at: datetime) -> object:
            budget = self._budget()
            line = budget.lines.get(item=item).public_id
            spending = SpendingTold(line, day(on), dong, what, number, payee)
            return spendings.enter_spending(
                budget, told=spending, by=self._secretary(at), at=at, key=self._key("spent", number)
            )

        return spend

    def _settle(self, at: datetime) -> object:
        budget = self._budget()
        return settlements.submit_settlement(
            budget, seen_version=budget.version, by=self._secretary(at), at=at, key=self._key("settle")
        )

    def _close(self, at: datetime) -> object:
        budget = self._budget()
        return settlements.close_settlement(
            budget, seen_version=budget.version, by=self._head(at), at=at, key=self._key("close")
        )
