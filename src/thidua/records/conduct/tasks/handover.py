"""Tasks of a hand-over: prepared and ticked by those who serve, signed by those who lead; what is owed afterwards."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from thidua.base.library import rights
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_over import Turn
from thidua.records.conduct.models import Handover
from thidua.records.conduct.queries.handover import Tally, tallies_of, turn_of
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.conduct.tasks.year_end import of_season, ranked_seasons
from thidua.records.seasons.models import Membership
from thidua.records.seasons.queries.frame import POST_ROLES, parts_held

# What the page is narrowed to.
SHOWN = {
    "give_items": "loc=cho-giao", "receive_items": "loc=cho-nhan", "bring_owed_items": "loc=con-thieu",
    "settle_items": "loc=con-thieu",
}  # fmt: skip
SERVES, LEADS = frozenset({"secretariat", "officer"}), frozenset({"head", "leader"})


def tasks(desk: Desk) -> Iterator[Task]:
    """One query; two where there is a hand-over of one's season, or to or from one's unit, three of one gone by."""
    handovers = _known(desk)
    prepared = {one.season_id for one in handovers}
    for season in ranked_seasons(desk).values():
        if season.pk not in prepared and "secretariat" in desk.roles[season.pk]:
            yield of_season(season, Sentence("task.prepare_handover"), "handover")
    if not handovers:
        return
    tallies, gone = tallies_of(handovers), prepared - set(desk.roles)
    held = parts_held(desk.actor, gone, on=desk.on) if gone else {}
    for one in handovers:
        parts = desk.roles.get(one.season_id) or frozenset(held.get(one.season_id, ()))
        yield from _of_one(one, tallies[one.pk], parts | _towards(desk, one))


def _known(desk: Desk) -> list[Handover]:
    """Also of seasons that have left the desk: what is missing is owed on."""
    units = [post.unit for post in desk.actor.posts]
    found = Handover.objects.filter(Q(season__in=desk.roles) | Q(to_unit__in=units) | Q(from_unit__in=units))
    if desk.actor.eyes is not None:
        found = found.filter(season=desk.actor.eyes.season)
    members = Membership.objects.filter(bloc_season__season=OuterRef("season"), unit=OuterRef("to_unit"))
    return list(found.annotate(is_to_member=Exists(members)).select_related("season__cluster"))


def _towards(desk: Desk, one: Handover) -> frozenset[str]:
    """What the actor is in the unit that takes over; an outsider of the season signs on paper only."""
    is_known = getattr(one, "is_to_member", False)
    return frozenset(POST_ROLES[post.kind] for post in desk.actor.posts if is_known and post.unit == one.to_unit_id)


def _of_one(one: Handover, tally: Tally, roles: frozenset[str]) -> Iterator[Task]:
    for act, who, key, count in _asked(one, tally):
        if roles & who and rights().answer(act, roles).is_yes:
            title = Sentence(f"task.{key}", count=count) if count else Sentence(f"task.{key}")
            due = tally.next_due if one.is_signed else one.due_on
            about = Sentence("task.of_season", season=one.season.name)
            slugs = (one.season.cluster.slug, one.season.slug)
            yield Task(due, title, about, "handover", slugs, SHOWN.get(key, ""))


def _asked(one: Handover, tally: Tally) -> Iterator[tuple[str, frozenset[str], str, int]]:
    """By the right that it needs: who is asked, for what, of how many items."""
    if one.is_signed and tally.owed:
        yield "handover.give", SERVES, "bring_owed_items", tally.owed
        yield "handover.settle", SERVES, "settle_items", tally.owed
    elif one.given_at is None:
        if tally.to_give:
            yield "handover.give", SERVES, "give_items", tally.to_give
        if tally.to_receive:
            yield "handover.receive", SERVES, "receive_items", tally.to_receive
        if turn_of(one, tally) is Turn.SIGN_GIVEN:
            yield "handover.sign_given", LEADS, "sign_given", 0
    elif not one.is_signed:
        yield "handover.sign_received", LEADS, "sign_received", 0
