"""Questions about a conference's money: lines with what was spent on them, units with what they paid, the whole."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from thidua.core.settling import Details, Item, Outlay, Payment, Settlement, Share, settlement_of
from thidua.records.councils.models import Budget, Conference, Contribution, EstimateLine, Spending


def budget_of(conference: Conference) -> Budget | None:
    found = Budget.objects.filter(conference=conference).first()
    if found is not None:
        found.conference = conference
    return found


def lines_of(budget: Budget) -> list[EstimateLine]:
    """Each with `spent`, in đồng."""
    standing = Q(spendings__withdrawn_because="")
    lines = budget.lines.annotate(spent=Coalesce(Sum("spendings__dong", filter=standing), 0))
    return list(lines.order_by("position", "pk"))  # a grouped query forgets the order of its model


def contributions_of(budget: Budget, *, owing_alone: bool = False) -> QuerySet[Contribution]:
    """Each with `paid` and `owing`, in đồng; in protocol order. `owing_alone`: those that have not paid all of it."""
    standing = Q(receipts__withdrawn_because="")
    found = budget.contributions.select_related("membership__unit").prefetch_related("receipts")
    paid = found.annotate(paid=Coalesce(Sum("receipts__dong", filter=standing), 0))
    both = paid.annotate(owing=F("asked_dong") - F("paid")).order_by("position", "pk")
    return both.filter(owing__gt=0) if owing_alone else both


def spendings_of(budget: Budget) -> QuerySet[Spending]:
    """Those that were withdrawn among them; by day."""
    return Spending.objects.filter(line__budget=budget).select_related("line", "file").order_by("spent_on", "pk")


def asked_dong(budget: Budget) -> int:
    return int(budget.contributions.aggregate(dong=Coalesce(Sum("asked_dong"), 0))["dong"])


def contributed_dong(budget: Budget) -> int:
    found = budget.contributions.filter(receipts__withdrawn_because="")
    return int(found.aggregate(dong=Coalesce(Sum("receipts__dong"), 0))["dong"])


def estimated_dong(lines: Iterable[EstimateLine]) -> int:
    return sum(line.dong for line in lines)


def grouped(lines: Iterable[EstimateLine]) -> list[tuple[str, list[EstimateLine], int]]:
    """Each group with its lines and its sum."""
    groups: dict[str, list[EstimateLine]] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line)
    return [(name, found, estimated_dong(found)) for name, found in groups.items()]


def settlement_of_budget(budget: Budget) -> Settlement:
    """As the money stands now; of a closed budget nothing changes any more."""
    items = [Item(line.group, line.item, line.dong, line.spent) for line in lines_of(budget)]  # type: ignore[attr-defined]
    return settlement_of(items, asked_dong=asked_dong(budget), contributed_dong=contributed_dong(budget))


def sealed_settlement(budget: Budget) -> Settlement:
    """The settlement with all that its sums are made of, as its seal holds it; three more queries."""
    return replace(settlement_of_budget(budget), details=_details(budget))


def _details(budget: Budget) -> Details:
    """What was withdrawn is in no sum, so in no seal."""
    asked = list(contributions_of(budget))
    receipts = [
        (one.membership.unit.code, receipt)
        for one in asked
        for receipt in one.receipts.all()
        if not receipt.withdrawn_because
    ]
    return Details(
        [Share(one.membership.unit.code, one.asked_dong) for one in asked],
        [Payment(unit, one.number, one.received_on, one.dong) for unit, one in receipts],
        [_outlay(one) for one in spendings_of(budget).filter(withdrawn_because="")],
    )


def _outlay(one: Spending) -> Outlay:
    file = one.file.sha256 if one.file else ""
    return Outlay(one.line.group, one.line.item, one.number, one.spent_on, one.what, one.payee, one.dong, file)


def own_contributions(budget: Budget, units: Iterable[int]) -> list[Contribution]:
    """What these units were asked and paid, by key of the unit."""
    return list(contributions_of(budget).filter(membership__unit__in=list(units)))
