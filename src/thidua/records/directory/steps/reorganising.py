"""Carries a reorganisation out in the directory, and takes it back; the caller has checked it and holds the locks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q

from thidua.core.actor import PostKind
from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.records.directory.models import (
    Descent,
    Person,
    Post,
    Reorganisation,
    Succession,
    Unit,
    UnitName,
    UnitParent,
)
from thidua.records.directory.queries.reorganising import children_of, posts_from
from thidua.records.directory.reorganising import RENAMED, Ground, NewUnit, Reorganising
from thidua.records.directory.steps.tree import ROWS_A_BATCH, end_dated_row, move_in_tree, pass_child, write_unit


def lock_units(*units: Unit) -> dict[int, Unit]:
    """Units by key, read anew under lock with the topmost above each: changes of a tree come one after the other.

    Raises NotPossible if a tree was hung under another one while this waited.
    """
    above = {_top(unit) for unit in units}
    asked = sorted({*above, *(unit.pk for unit in units)})
    list(Unit.objects.select_for_update().filter(pk__in=asked).order_by("pk").values_list("pk"))
    locked = {unit.pk: unit for unit in Unit.objects.filter(pk__in=asked).select_related("parent")}
    if any(_top(unit) not in above for unit in locked.values()):
        raise refuse("shared.changed_since")
    return locked


def _top(unit: Unit) -> int:
    return int(unit.path.strip("/").split("/")[0])


def remember(row: Reorganisation, more: Mapping[str, Any]) -> None:
    """What higher records have changed with it, for an annulment."""
    row.undo = {**row.undo, **more}
    row.save(update_fields=["undo"])


def carry_out(plan: Reorganising, *, at: datetime) -> tuple[Reorganisation, list[Unit]]:
    """Founds what is new, draws the lines, passes posts and units below on, ends what ends; gives the successors."""
    made = {place: _found(unit, plan.on) for place, unit in enumerate(plan.into) if isinstance(unit, NewUnit)}
    into = [made.get(place) or unit for place, unit in enumerate(plan.into)]
    successors = [unit for unit in into if isinstance(unit, Unit)]
    row = _decided(plan.kind, plan.ground, on=plan.on, at=at)
    _draw_lines(row, plan, successors)
    row.undo = {
        "made_units": [unit.pk for unit in made.values()],
        "ended_units": [unit.pk for unit in plan.ending],
        **_pass_posts(plan, successors),
        "children": _pass_children(plan, successors),
    }
    for unit in plan.ending:
        _end(unit, plan.on)
    row.save(update_fields=["undo"])
    return row, successors


def note_new_name(unit: Unit, name: str, ground: Ground, *, on: date, at: datetime) -> Reorganisation:
    """The decision by which a unit, still under its old name, is called otherwise from that day."""
    row = _decided(RENAMED, ground, on=on, at=at)
    Succession.objects.create(
        reorganisation=row, predecessor=unit, predecessor_name=unit.name, predecessor_ended=False, successor=unit,
        successor_name=name,
    )  # fmt: skip
    return row


def _decided(kind: str, ground: Ground, *, on: date, at: datetime) -> Reorganisation:
    return Reorganisation.objects.create(
        kind=kind, on=on, title=composed(ground.title), number=composed(ground.number), dated_on=ground.dated_on,
        issuer=composed(ground.issuer), file=ground.file, noted_at=at,
    )  # fmt: skip


def _found(new: NewUnit, on: date) -> Unit:
    parent = Unit.objects.get(pk=new.parent.pk) if new.parent else None
    return write_unit(
        code=new.code, slug=new.slug, kind=new.kind, name=new.name, short_name=new.short_name, label=new.label,
        parent=parent, from_on=on,
    )  # fmt: skip


def _draw_lines(row: Reorganisation, plan: Reorganising, successors: Sequence[Unit]) -> None:
    """A line from each unit to each successor that is another; one to nobody where there is none."""
    ends = {unit.pk for unit in plan.ending}
    to: list[Unit | None] = [*successors] or [None]
    drawn = [
        Succession(
            reorganisation=row, predecessor=unit, predecessor_name=unit.name, predecessor_ended=unit.pk in ends,
            successor=successor, successor_name=successor.name if successor else "",
        )
        for unit in plan.units
        for successor in to
        if unit != successor
    ]  # fmt: skip
    Succession.objects.bulk_create(drawn)
    for line in drawn:
        if line.successor_id is not None:
            _descend(line.predecessor_id, line.successor_id)


def _descend(predecessor: int, successor: int) -> None:
    ancestors = {predecessor, *Descent.objects.filter(heir=predecessor).values_list("ancestor", flat=True)}
    heirs = {successor, *Descent.objects.filter(ancestor=successor).values_list("heir", flat=True)}
    Descent.objects.bulk_create(
        (Descent(ancestor_id=one, heir_id=other) for one in ancestors for other in heirs if one != other),
        ignore_conflicts=True,
        batch_size=ROWS_A_BATCH,
    )


def _pass_posts(plan: Reorganising, successors: Sequence[Unit]) -> dict[str, list[Any]]:
    """Posts end on the day before and begin anew where they go; nobody leads beside the leader that is named."""
    people = {named.person.pk for named in plan.leaders.values()}
    ended, new = list(_passing(plan)), []
    for post in ended:
        place = plan.place_of_post(post.pk)
        if place is not None and post.person_id not in people:
            new.append(_passed(post, successors[place], plan))
    for place, leader in plan.leaders.items():
        unit = successors[place]
        held = list(posts_from([unit], plan.on))
        if any(post.kind == PostKind.LEADER and post.person_id == leader.person.pk for post in held):
            continue
        before = [post for post in held if post.kind == PostKind.LEADER or post.person_id == leader.person.pk]
        ended += before
        new += [_passed(post, unit, plan) for post in before if post.person_id != leader.person.pk]
        new.append(_post(leader.person, unit, PostKind.LEADER, leader.title, plan.on))
    undo = [[post.pk, _written(post.until_on)] for post in ended]
    for post in ended:
        post.until_on = plan.on - timedelta(days=1)
    Post.objects.bulk_update(ended, ["until_on"], batch_size=ROWS_A_BATCH)
    made = Post.objects.bulk_create(new, batch_size=ROWS_A_BATCH)
    return {"ended_posts": undo, "made_posts": [[post.pk, _written(post.until_on)] for post in made]}


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _passing(plan: Reorganising) -> Iterable[Post]:
    """All posts of units that end; of a unit that goes on, those that are named and those of who leads a new one."""
    if plan.units_end:
        return posts_from(plan.ending, plan.on)
    people = [named.person.pk for named in plan.leaders.values()]
    return posts_from(plan.units, plan.on).filter(Q(pk__in=plan.posts) | Q(person__in=people))


def _passed(post: Post, unit: Unit, plan: Reorganising) -> Post:
    """The same post in another unit; a leader who leads no more becomes a deputy."""
    if post.kind == PostKind.LEADER:
        return _post(post.person, unit, PostKind.DEPUTY, plan.former_leaders_title, plan.on, post.until_on)
    return _post(post.person, unit, PostKind(post.kind), post.title, plan.on, post.until_on)


def _post(person: Person, unit: Unit, kind: PostKind, title: str, from_on: date, until_on: date | None = None) -> Post:
    return Post(person=person, unit=unit, kind=kind.value, title=composed(title), from_on=from_on, until_on=until_on)


def _pass_children(plan: Reorganising, successors: Sequence[Unit]) -> list[tuple[int, int | None, int]]:
    """Units below move along; of a unit that goes on, those that are named. Gives (unit, old parent, new dated row)."""
    if not successors:
        return []
    children = children_of(plan.ending if plan.units_end else plan.units)
    if not plan.units_end:
        children = children.filter(pk__in=plan.children)
    moved: list[tuple[int, int | None, int]] = []
    for child in list(children):
        before = child.parent_id
        child.refresh_from_db(fields=["path"])
        parent = Unit.objects.get(pk=successors[plan.children.get(child.pk, 0)].pk)
        row = pass_child(child, parent, from_on=plan.on)
        moved.append((child.pk, before, row.pk))
    return moved


def _end(unit: Unit, on: date) -> None:
    """The unit is no more from that day; it keeps its place in the tree, so that its past is found there."""
    end_dated_row(unit.names, from_on=on)
    unit.refresh_from_db()
    unit.dissolved_on = on
    unit.turn()
    unit.save(update_fields=["dissolved_on", "folded", "version"])


def take_back(row: Reorganisation, *, because: str, at: datetime) -> None:
    """Everything stands as before it: posts and places in the tree that only it had made go, no line names them.

    A unit that it founded stays as a row that has never lasted a day.
    """
    undo = row.undo
    Post.objects.filter(pk__in=[pk for pk, _ in undo["made_posts"]]).delete()
    before = {pk: date.fromisoformat(until) if until else None for pk, until in undo["ended_posts"]}
    posts = list(Post.objects.filter(pk__in=before))
    for post in posts:
        post.until_on = before[post.pk]
    Post.objects.bulk_update(posts, ["until_on"], batch_size=ROWS_A_BATCH)
    for child, parent, made in undo["children"]:
        _return_child(Unit.objects.get(pk=child), parent, made)
    for unit in Unit.objects.filter(pk__in=undo["ended_units"]):
        UnitName.objects.filter(pk__in=list(unit.names.order_by("-pk").values_list("pk", flat=True)[:1])).update(
            until_on=None
        )
        unit.dissolved_on = None
        unit.turn()
        unit.save(update_fields=["dissolved_on", "folded", "version"])
    for unit in Unit.objects.filter(pk__in=undo["made_units"]):
        _unmake(unit, row)
    row.annulled_at, row.annulled_because = at, composed(because)
    row.save(update_fields=["annulled_at", "annulled_because"])
    draw_descent_anew()


def _return_child(child: Unit, parent: int | None, made: int) -> None:
    """The parent of before is in force again."""
    UnitParent.objects.filter(pk=made).delete()
    last = UnitParent.objects.filter(unit=child).order_by("-pk").values("pk")[:1]
    UnitParent.objects.filter(pk__in=list(last.values_list("pk", flat=True))).update(until_on=None)
    child.turn()
    move_in_tree(child, Unit.objects.get(pk=parent) if parent else None)


def _unmake(unit: Unit, row: Reorganisation) -> None:
    """Its code and address are free again, so that the unit can be founded anew without the mistake."""
    mark = f"-huy-{row.pk}"
    unit.code, unit.slug = unit.code[: 32 - len(mark)] + mark, unit.slug[: 64 - len(mark)] + mark
    unit.dissolved_on = row.on
    unit.turn()
    unit.save(update_fields=["code", "slug", "dissolved_on", "folded", "version"])


def draw_descent_anew() -> None:
    """Descent out of the rows of succession that count."""
    counting = Succession.objects.filter(reorganisation__annulled_at=None)
    lines = counting.exclude(successor=None).exclude(predecessor=F("successor"))
    after: dict[int, set[int]] = defaultdict(set)
    for predecessor, successor in lines.values_list("predecessor", "successor"):
        after[predecessor].add(successor)
    Descent.objects.all().delete()
    Descent.objects.bulk_create(
        (Descent(ancestor_id=unit, heir_id=heir) for unit in list(after) for heir in _reached(unit, after)),
        batch_size=ROWS_A_BATCH,
    )


def _reached(unit: int, after: dict[int, set[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [unit]
    while waiting:
        for heir in after.get(waiting.pop(), set()) - found:
            found.add(heir)
            waiting.append(heir)
    return found - {unit}
