"""Seats people in order of protocol, and changes two of them."""

from thidua.core.answer import refuse
from thidua.core.workflow.conferences import Coming, Hall
from thidua.records.councils.models import Conference, Seat
from thidua.records.councils.queries.conferences import invitations_of


def people_who_come(conference: Conference) -> list[tuple[str, str]]:
    """Name and organisation, guests first, then heads of delegations before the people who come with them."""
    letters = list(invitations_of(conference).filter(coming=Coming.COMES.value))
    guests = [one for one in letters if one.membership is None]
    units = [one for one in letters if one.membership is not None]
    seated = [(person.name, one.short_name) for one in guests for person in one.delegates.all()]
    heads = [(person.name, one.short_name) for one in units for person in one.delegates.all() if person.is_head]
    others = [(person.name, one.short_name) for one in units for person in one.delegates.all() if not person.is_head]
    return [*seated, *heads, *others]


def write_seats(conference: Conference, hall: Hall) -> None:
    """Raises NotPossible for a hall without sense, where nobody comes, or for too few seats."""
    if not hall.is_possible:
        raise refuse("conference.not_a_hall", rows=Hall.MOST_ROWS, seats=Hall.MOST_SEATS)
    people = people_who_come(conference)
    if not people:
        raise refuse("conference.nobody_comes")
    if len(people) > hall.size:
        raise refuse("conference.too_few_seats", people=len(people), seats=hall.size)
    conference.seats.all().delete()
    seated = dict(zip(hall.places(), people, strict=False))
    Seat.objects.bulk_create(
        Seat(conference=conference, row=row, number=number, name=name, organisation=organisation)
        for (row, number) in hall.places()
        for name, organisation in [seated.get((row, number), ("", ""))]
    )


def seat_named(conference: Conference, typed: str) -> Seat:
    """A seat by its label, as A1. Raises NotPossible for none."""
    label = typed.strip().upper()
    row, number = label[:1], label[1:].strip()
    if "A" <= row <= "Z" and number.isascii() and number.isdigit() and len(number) < 4:
        found = conference.seats.filter(row=ord(row) - ord("A") + 1, number=int(number)).first()
        if found is not None:
            return found
    raise refuse("conference.no_such_seat", typed=typed[:20])


def swap(one: Seat, other: Seat) -> None:
    """Who sits on one sits on the other; either may be free."""
    one.name, one.organisation, other.name, other.organisation = (
        other.name, other.organisation, one.name, one.organisation,
    )  # fmt: skip
    for seat in (one, other):
        seat.save(update_fields=["name", "organisation"])
