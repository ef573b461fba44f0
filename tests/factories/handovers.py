"""A ranked season handed over to the second unit, whose leader heads the next year."""

from datetime import date

from tests.factories.evaluations import a_ranked_season
from tests.factories.scores import DECEMBER
from tests.factories.seasons import World, a_key
from thidua.core.actor import Actor
from thidua.core.workflow.handing_over import Reply, Side
from thidua.records.conduct.actions import prepare_handover, reply_to_item, sign_handover, tick_items
from thidua.records.conduct.handing_over import SignedMinutes, Signer
from thidua.records.conduct.models import Handover, HandoverItem
from thidua.records.directory.models import Person
from thidua.records.papers.steps import Shown
from thidua.records.seasons.heading import Heading

NEXT = 1  # the place of the unit that takes over
IN_JANUARY = date(2017, 1, 15)
DECISION = Shown("Quyết định phân công", "25/QĐ-BTP", date(2016, 11, 25))
MINUTES = SignedMinutes(
    "3/BB-BG", date(2016, 11, 30), Signer("Vũ Đình Khang", "Giám đốc"), Signer("Trần Thị Bích Liên", "Giám đốc")
)


def told(by: Actor) -> dict[str, object]:
    return {"by": by, "at": DECEMBER, "key": a_key()}


def a_heading(world: World, place: int = NEXT) -> Heading:
    return Heading(Person.objects.get(pk=world.leaders[place].person), world.units[place], DECISION)


def a_prepared_handover(world: World | None = None) -> tuple[World, Handover]:
    world = world or a_ranked_season()
    given = {"heading": a_heading(world), "due_on": date(2016, 12, 20), **told(world.head)}
    return world, prepare_handover(world.season, **given)


def ticked(world: World, handover: Handover, *sides: Side) -> Handover:
    """Every item, by each of the sides in turn."""
    for side in sides or tuple(Side):
        by = world.secretary if side is Side.GIVER else world.officers[NEXT]
        picked = [one.public_id for one in handover.items.all()]
        handover = tick_items(handover, side=side, picked=picked, **told(by))
    return handover


def missing(
    world: World, item: HandoverItem, *, by: Actor | None = None, remark: str = "Còn nợ bản gốc"
) -> HandoverItem:
    """By the receiver, owed until the middle of January."""
    by = by or world.officers[NEXT]
    said = {"reply": Reply.MISSING, "remark": remark, "due_on": IN_JANUARY, "seen_version": item.version}
    return reply_to_item(item, **said, **told(by))


def signed(world: World, handover: Handover, *sides: Side) -> Handover:
    for side in sides or tuple(Side):
        by = world.head if side is Side.GIVER else world.leaders[NEXT]
        handover = sign_handover(handover, side=side, seen_version=handover.version, **told(by))
    return handover
