"""Questions about a hand-over: its items in order, how far they are, what it waits for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Min, Q, QuerySet, SmallIntegerField, When

from thidua.core.workflow.handing_over import ItemKind, Reply, Turn, turn
from thidua.records.conduct.models import Handover, HandoverItem
from thidua.records.papers.steps import Shown
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Season, SeasonRole

TO_GIVE = Q(given_at=None, reply=Reply.NONE.value)
TO_RECEIVE = Q(given_at__isnull=False, reply=Reply.NONE.value)
OWED = Q(reply=Reply.MISSING.value, settled_at=None)
RELATED = ("season__cluster", "from_person", "from_unit", "to_person", "to_unit", "ground__file", "minutes__file")


@dataclass(frozen=True)
class Tally:
    """How many items there are, and how many of them wait for what; `next_due` is the first day of what is owed."""

    items: int
    to_give: int
    to_receive: int
    owed: int
    next_due: date | None

    @property
    def answered(self) -> int:
        return self.items - self.to_give - self.to_receive


def handover_of(season: Season) -> Handover | None:
    found = Handover.objects.filter(season=season).select_related(*RELATED).first()
    if found is not None:
        found.season = season
    return found


def items_of(handover: Handover) -> QuerySet[HandoverItem]:
    """In the order of the minutes."""
    order = Case(
        *(When(kind=kind.value, then=place) for place, kind in enumerate(ItemKind)), output_field=SmallIntegerField()
    )
    return handover.items.order_by(order, "position", "pk")


def tallies_of(handovers: Iterable[Handover]) -> dict[int, Tally]:
    """By key of the hand-over; one query for any number of them."""
    asked = list(handovers)
    counted = HandoverItem.objects.filter(handover__in=asked).order_by().values("handover")
    rows = counted.annotate(
        items=Count("pk"),
        to_give=Count("pk", filter=TO_GIVE),
        to_receive=Count("pk", filter=TO_RECEIVE),
        owed=Count("pk", filter=OWED),
        next_due=Min("due_on", filter=OWED),
    )
    found = {
        row["handover"]: Tally(row["items"], row["to_give"], row["to_receive"], row["owed"], row["next_due"])
        for row in rows
    }
    return {one.pk: found.get(one.pk, Tally(0, 0, 0, 0, None)) for one in asked}


def tally_of(handover: Handover) -> Tally:
    return tallies_of([handover])[handover.pk]


def turn_of(handover: Handover, tally: Tally) -> Turn:
    return turn(
        to_give=tally.to_give,
        to_receive=tally.to_receive,
        has_given=handover.given_at is not None,
        has_received=handover.received_at is not None,
    )


def next_heading(season: Season) -> Heading | None:
    """Whom the hand-over names as the next head, with the decision or the minutes; None while there is none."""
    one = Handover.objects.filter(season=season).select_related("to_person", "to_unit", "ground__file").first()
    if one is None or one.ground is None:
        return None
    ground = Shown(one.ground.title, one.ground.number, one.ground.dated_on, one.ground.file)
    return Heading(one.to_person, one.to_unit, ground, one.votes_for, one.votes_given)


def head_in_force(season: Season) -> SeasonRole | None:
    """Who heads a season until somebody else is named."""
    heads = SeasonRole.objects.filter(season=season, role=SeasonRole.Role.HEAD, until_on=None)
    return heads.select_related("person", "unit", "ground").first()
