"""Writes the money of a conference: lines of the estimate, what units are asked and pay, what is spent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from thidua.base.days import local_day, written
from thidua.base.numbers import MOST_DONG
from thidua.base.rows import in_their_place
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.dong import amount_dong, written_dong
from thidua.core.texts import composed
from thidua.records.councils.models import Budget, Contribution, EstimateLine, Receipt, Spending
from thidua.records.councils.money_plan import LinePlan, ReceiptTold, SpendingTold
from thidua.records.councils.queries.money import lines_of
from thidua.records.councils.steps.conferences import slugs
from thidua.records.desk.steps.notices import notify_each, notify_people, notify_units
from thidua.records.journal.models import HasToken
from thidua.records.seasons.models import Membership, SeasonRole
from thidua.records.seasons.queries.frame import people_in_role

MOST_LINES = 100


def write_lines(budget: Budget, lines: Sequence[LinePlan]) -> None:
    """A line keeps its row, since spending hangs on it.

    Raises NotPossible for none, too many, the same item twice in a group, less than nought of something, or a line
    left out on which something was spent.
    """
    kept = {row.public_id: row for row in budget.lines.all()}
    told = {one.line for one in lines}
    gone = [row for row in kept.values() if row.public_id not in told]
    _require_sound(lines, gone)
    for row in gone:
        row.delete()
    for place, one in enumerate(_grouped(lines), 1):
        row = kept.get(one.line) or EstimateLine(budget=budget)
        row.position, row.group, row.item = place, composed(one.group), composed(one.item)
        row.unit, row.note = composed(one.unit), composed(one.note)
        row.quantity, row.price_dong = one.quantity, one.price_dong
        row.save()


def _require_sound(lines: Sequence[LinePlan], gone: Sequence[EstimateLine]) -> None:
    if not lines:
        raise refuse("budget.needs_lines")
    if len(lines) > MOST_LINES:
        raise refuse("budget.too_many_lines", most=MOST_LINES)
    names = [(one.group, one.item) for one in lines]
    faults = [Sentence("budget.item_twice", item=item) for at, (_, item) in enumerate(names) if names[at] in names[:at]]
    faults += [Sentence("budget.less_than_nought", item=one.item) for one in lines if one.quantity < 0]
    if sum(amount_dong(one.quantity, one.price_dong) for one in lines if one.quantity > 0) > MOST_DONG:
        faults.append(Sentence("figure.too_much_money", most=MOST_DONG))
    spent_on = set(Spending.objects.filter(line__in=gone).values_list("line", flat=True))
    faults += [Sentence("budget.line_is_spent_on", item=row.item) for row in gone if row.pk in spent_on]
    if faults:
        raise NotPossible(*faults)


def _grouped(lines: Sequence[LinePlan]) -> list[LinePlan]:
    """Lines of a group together, groups as they first stand."""
    groups = list(dict.fromkeys(one.group for one in lines))
    return sorted(lines, key=lambda one: groups.index(one.group))


def approve_lines(budget: Budget) -> int:
    """The sum of the estimate as it is approved now; each line keeps its own."""
    rows = list(budget.lines.all())
    for row in rows:
        row.approved_dong = row.dong
        row.save(update_fields=["approved_dong"])
    return sum(row.dong for row in rows)


def ask_members(budget: Budget, members: Sequence[Membership], dong: int) -> list[Contribution]:
    """Asks all of them for the same sum, whatever they were asked before; who has left keeps what was asked then.

    Gives whom it asks something new.
    """
    there = {row.membership.unit_id: row for row in budget.contributions.select_related("membership__unit")}
    new = [
        Contribution(budget=budget, membership=member, position=place, asked_dong=dong)
        for place, member in enumerate(members, 1)
        if member.unit_id not in there
    ]
    asked = {member.unit_id for member in members}
    changed = [row for unit, row in there.items() if unit in asked and row.asked_dong != dong]
    for row in changed:
        row.asked_dong = dong
        row.turn()
    Contribution.objects.bulk_create(changed, **in_their_place(["asked_dong", "version"]))
    return [*Contribution.objects.bulk_create(new, batch_size=500), *changed]


def ask_one(contribution: Contribution, dong: int) -> None:
    contribution.asked_dong = dong
    contribution.turn()
    contribution.save(update_fields=["asked_dong", "version"])


def enter_receipt(contribution: Contribution, told: ReceiptTold, *, today: date) -> Receipt:
    """Raises NotPossible for no money, a day to come, or a number that another receipt of the conference has."""
    if told.dong == 0:
        raise refuse("budget.no_money")
    if told.received_on > today:
        raise refuse("budget.from_later", on=told.received_on)
    number = composed(told.number)
    others = Receipt.objects.filter(contribution__budget=contribution.budget_id, number=number, withdrawn_because="")
    if (other := others.select_related("contribution__membership").first()) is not None:
        raise refuse("budget.receipt_twice", number=number, unit=other.contribution.membership.short_name)
    return Receipt.objects.create(
        contribution=contribution, number=number, received_on=told.received_on, dong=told.dong
    )


def write_spending(row: Spending, told: SpendingTold, *, budget: Budget, today: date) -> None:
    """A file that was kept before stays where none comes.

    Raises NotPossible for no money, a day to come, or a line that the estimate has not.
    """
    line = budget.lines.filter(public_id=told.line).first()
    if line is None:
        raise refuse("budget.no_such_line")
    if told.dong == 0:
        raise refuse("budget.no_money")
    if told.spent_on > today:
        raise refuse("budget.from_later", on=told.spent_on)
    row.line, row.spent_on, row.dong = line, told.spent_on, told.dong
    row.what, row.payee, row.number = composed(told.what), composed(told.payee), composed(told.number)
    row.file = told.file or row.file
    row.save()


def withdraw(row: Receipt | Spending, because: str) -> None:
    """Raises NotPossible without a reason, or when it was withdrawn before."""
    require_reason(because)
    require_standing(row)
    row.withdrawn_because = composed(because.strip())
    row.save(update_fields=["withdrawn_because"])


def require_standing(row: Receipt | Spending) -> None:
    if row.withdrawn_because:
        raise refuse("budget.withdrawn_before", reason=row.withdrawn_because)


def require_reason(because: str) -> None:
    if not because.strip():
        raise refuse("budget.needs_reason")


def keep(budget: Budget) -> None:
    budget.turn()
    budget.save()


def lines_told(budget: Budget) -> list[list[str]]:
    """The estimate as the journal keeps it."""
    return [
        [one.group, one.item, one.unit, str(one.quantity), str(one.price_dong), str(one.dong), one.note]
        for one in lines_of(budget)
    ]


def subjects_of(budget: Budget, *more: HasToken) -> list[HasToken]:
    return [*more, budget, budget.conference]


def spending_told(row: Spending) -> Mapping[str, str]:
    return {
        "line": row.line.item, "on": row.spent_on.isoformat(), "dong": str(row.dong), "what": row.what,
        "payee": row.payee, "number": row.number, "file": row.file.sha256 if row.file else "",
    }  # fmt: skip


def tell_people(budget: Budget, key: str, role: SeasonRole.Role, by: Actor, at: datetime) -> None:
    """Those who hold a part in the season on that day, but for the one who acts."""
    conference = budget.conference
    people = [one for one in people_in_role(conference.season, role, on=local_day(at)) if one.pk != by.person]
    told = Sentence(key, name=conference.name, reason=budget.returned_because)
    notify_people(people, told, at=at, place="money", slugs=slugs(conference))


def tell_asked(budget: Budget, asked: Iterable[Contribution], at: datetime) -> None:
    """The units that are asked for something, each with its sum."""
    conference, until = budget.conference, budget.contribute_by
    key = "notice.contribution_asked_by" if until else "notice.contribution_asked"
    more = {"until": written(until)} if until else {}
    told = [
        (
            one.membership.unit,
            Sentence(key, name=conference.name, dong=written_dong(one.asked_dong), **more),
            slugs(conference),
        )
        for one in asked
        if one.asked_dong
    ]
    notify_each(told, at=at, place="money")


def tell_units(budget: Budget, key: str, at: datetime, *, place: str, **more: str) -> None:
    """The units that were asked for money."""
    conference = budget.conference
    units = [one.membership.unit for one in budget.contributions.select_related("membership__unit")]
    notify_units(units, Sentence(key, name=conference.name, **more), at=at, place=place, slugs=slugs(conference))
