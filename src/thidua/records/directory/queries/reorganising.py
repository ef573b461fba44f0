"""What stands against a reorganisation as it is planned, told all at once; the posts and units that it would move."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from thidua.core.actor import PostKind
from thidua.core.answer import Sentence
from thidua.records.directory.models import Post, Reorganisation, Succession, Unit
from thidua.records.directory.queries import by_kind, in_force
from thidua.records.directory.queries.descent import heirs_of
from thidua.records.directory.reorganising import DISSOLVED, MERGED, SPLIT, NewUnit, Reorganising

NAMED_AT_MOST = 5


def posts_from(units: Sequence[Unit], on: date) -> QuerySet[Post]:
    """Posts in the units themselves that are held on that day or later: leaders first."""
    held = Post.objects.filter(Q(until_on=None) | Q(until_on__gte=on), unit__in=units).select_related("person", "unit")
    return held.order_by("unit__path", by_kind(), "person__name_key", "pk")


def children_of(units: Sequence[Unit]) -> QuerySet[Unit]:
    """Units directly below that stand; those among `units` themselves left out."""
    below = Unit.objects.filter(parent__in=units, dissolved_on=None).exclude(pk__in=[unit.pk for unit in units])
    return below.select_related("parent").order_by("path")


def reorganisations() -> QuerySet[Reorganisation]:
    """All of them with both sides, the newest day first; two queries."""
    lines = Succession.objects.select_related("predecessor__parent", "successor__parent").order_by("pk")
    return Reorganisation.objects.prefetch_related(Prefetch("lines", lines))


def reorganisations_of(unit: Unit) -> QuerySet[Reorganisation]:
    """Those in which a unit ended, was split, or took over, annulled ones too: the newest first."""
    found = Reorganisation.objects.filter(Q(lines__predecessor=unit) | Q(lines__successor=unit))
    return found.select_related("file").distinct()


def faults_of(plan: Reorganising, *, today: date) -> list[Sentence]:
    """Every reason against it, in the order in which an officer would mend them."""
    checks = (_of_shape, _of_days, _of_units, _of_successors, _of_posts, _of_leaders, _of_children)
    return [fault for check in checks for fault in check(plan, today)]


def _of_shape(plan: Reorganising, today: date) -> Iterator[Sentence]:
    named = [*plan.units, *plan.standing]
    for group in (plan.units, plan.standing):
        for unit, times in Counter(group).items():
            if times > 1:
                yield Sentence("succession.twice", unit=unit.name)
    if plan.kind == MERGED and not plan.ending:
        yield Sentence("succession.nothing_ends")
    if plan.kind == SPLIT and len(plan.into) < (2 if plan.units_end else 1):
        yield Sentence("succession.needs_parts")
    if plan.kind == SPLIT and any(unit in plan.units for unit in plan.into):
        yield Sentence("succession.part_of_itself", unit=named[0].name)


def _of_days(plan: Reorganising, today: date) -> Iterator[Sentence]:
    if plan.on > today:
        yield Sentence("unit.day_to_come", on=plan.on)
    if plan.ground.dated_on is not None and plan.ground.dated_on > today:
        yield Sentence("succession.decision_from_later", number=plan.ground.number, on=plan.ground.dated_on)


def _of_units(plan: Reorganising, today: date) -> Iterator[Sentence]:
    """Units that end, or from which parts are split off."""
    for unit in plan.units:
        if unit in plan.into:
            continue
        if unit.dissolved_on is not None:
            heirs = tuple(heir.name for heir in heirs_of(unit))
            key = "unit.has_passed" if heirs else "unit.has_ended"
            yield Sentence(key, name=unit.name, on=unit.dissolved_on, **({"heirs": heirs} if heirs else {}))
        elif (since := _named_since(unit)) is not None and since >= plan.on:
            yield Sentence("succession.before_founding", unit=unit.name, on=plan.on, since=since)


def _named_since(unit: Unit) -> date | None:
    """The first day of the present name, or of the unit itself where it has had no other."""
    row = unit.names.filter(until_on=None).order_by("-pk").first()
    return row.from_on if row else None


def _of_successors(plan: Reorganising, today: date) -> Iterator[Sentence]:
    paths = [unit.path for unit in plan.ending]
    for unit in plan.into:
        if isinstance(unit, NewUnit):
            yield from _of_new_unit(unit, paths)
            continue
        first = unit.names.order_by("pk").first()
        if unit.dissolved_on is not None:
            yield Sentence("succession.successor_ended", unit=unit.name, on=unit.dissolved_on)
        elif first and first.from_on and first.from_on > plan.on:
            yield Sentence("succession.successor_later", unit=unit.name, on=plan.on, since=first.from_on)
        if any(unit.path.startswith(path) for path in paths):
            yield Sentence("succession.into_below", unit=unit.name)


def _of_new_unit(unit: NewUnit, ending: list[str]) -> Iterator[Sentence]:
    if Unit.objects.filter(code=unit.code).exists():
        yield Sentence("unit.code_taken", code=unit.code)
    if Unit.objects.filter(slug=unit.slug).exists():
        yield Sentence("unit.slug_taken", slug=unit.slug)
    if unit.parent is not None and unit.parent.dissolved_on is not None:
        yield Sentence("unit.has_ended", name=unit.parent.name, on=unit.parent.dissolved_on)
    elif unit.parent is not None and any(unit.parent.path.startswith(path) for path in ending):
        yield Sentence("succession.into_below", unit=unit.name)


def _of_posts(plan: Reorganising, today: date) -> Iterator[Sentence]:
    for post in posts_from(plan.ending, plan.on).filter(from_on__gte=plan.on)[:NAMED_AT_MOST]:
        yield Sentence(
            "succession.post_after", name=post.person.full_name, unit=post.unit.name, since=post.from_on, on=plan.on
        )


def _of_leaders(plan: Reorganising, today: date) -> Iterator[Sentence]:
    """A successor is led by somebody as soon as a unit that passes into it was."""
    leading = Post.objects.filter(in_force(plan.on), kind=PostKind.LEADER.value)
    former = [post for post in leading.filter(unit__in=plan.ending) if plan.place_of_post(post.pk) is not None]
    replaced = 0
    for place, unit in enumerate(plan.into):
        now = leading.filter(unit=unit).first() if isinstance(unit, Unit) else None
        named = plan.leaders.get(place)
        stands = isinstance(unit, NewUnit) or (place == 0 and unit.dissolved_on is None)
        if named is None and now is None and former and stands:
            yield Sentence("succession.needs_leader", unit=unit.name)
        if named is not None and now is not None and now.person_id != named.person.pk:
            replaced += 1
    people = {named.person.pk for named in plan.leaders.values()}
    stepping_back = [post for post in former if post.person_id not in people]
    if (stepping_back or replaced) and not plan.former_leaders_title:
        yield Sentence("succession.needs_former_title", count=len(stepping_back) + replaced)


def _of_children(plan: Reorganising, today: date) -> Iterator[Sentence]:
    children = children_of(plan.ending)
    if plan.kind == DISSOLVED and (count := children.count()):
        names = tuple(children.values_list("name", flat=True)[:NAMED_AT_MOST])
        yield Sentence("succession.has_children", unit=plan.units[0].name, count=count, names=names)
    for child in children.filter(parents__until_on=None, parents__from_on__gte=plan.on)[:NAMED_AT_MOST]:
        yield Sentence("succession.child_after", unit=child.name, on=plan.on)
