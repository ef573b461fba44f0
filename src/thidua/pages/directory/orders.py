"""Reads the forms of a merger, a split and a dissolution into a plan; what is blank says what it means."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.answer import NotPossible
from thidua.pages.seasons.rows import filled_rows
from thidua.pages.shared.request import Typed
from thidua.pages.shared.slugs import slug_of
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.naming import person_named, unit_named, units_named
from thidua.records.directory.queries.reorganising import children_of, posts_from
from thidua.records.directory.reorganising import (
    DISSOLVED,
    MERGED,
    SPLIT,
    Ground,
    NewLeader,
    NewUnit,
    Reorganising,
)

HOW_MERGED = ("existing", "new")
HOW_SPLIT = ("ends", "goes_on")
PART_FIELDS = ("name", "short_name", "code", "label", "leader", "leader_title", "outside")
LEAVES, STAYS = "leaves", "stays"
CHOSEN_AT_MOST = 200


def merger_of(typed: Typed, unit: Unit) -> Reorganising:
    """Raises NotPossible with every fault of the form."""
    lines = typed.text("units", label=_("Các đơn vị thôi hoạt động"), most=20_000)
    how = typed.choice("how", HOW_MERGED, label=_("Đơn vị kế tục"))
    named = [line for line in lines.splitlines() if line.strip()]
    units = _read(typed, lambda: tuple(units_named(named)), ())
    into = _existing(typed) if how == "existing" else _new_unit(typed, unit)
    leader = _leader(typed, "leader", "leader_title")
    on, ground, former = _order(typed), ground_of(typed), _former_title(typed)
    typed.check()
    assert on is not None
    assert into is not None
    return _with_choices(
        typed, Reorganising(MERGED, units, (into,), on, ground, True, {0: leader} if leader else {}, former)
    )


def split_of(typed: Typed, unit: Unit) -> Reorganising:
    """Raises as `merger_of`. A part with the code of a unit that is there passes into that unit."""
    how = typed.choice("how", HOW_SPLIT, label=_("Đơn vị cũ"))
    numbers = filled_rows(typed.request, ("name", "code"))
    into: list[Unit | NewUnit | None] = []
    leaders: dict[int, NewLeader] = {}
    outside = set()
    for place, n in enumerate(numbers):
        into.append(_part(typed, unit, n))
        if leader := _leader(typed, f"leader-{n}", f"leader_title-{n}"):
            leaders[place] = leader
        if typed.values.get(f"outside-{n}"):
            outside.add(place)
    on, ground, former = _order(typed), ground_of(typed), _former_title(typed)
    typed.check()
    assert on is not None
    units_end = how == "ends"
    plan = Reorganising(
        SPLIT, (unit,), tuple(part for part in into if part), on, ground, units_end, leaders, former,
        outside_blocs=frozenset(outside),
    )  # fmt: skip
    return _with_choices(typed, plan)


def dissolution_of(typed: Typed, unit: Unit) -> Reorganising:
    on, ground = _order(typed), ground_of(typed)
    typed.check()
    assert on is not None
    return Reorganising(DISSOLVED, (unit,), (), on, ground)


def choosable_posts(plan: Reorganising) -> Sequence[Post]:
    """Posts whose holders the page asks about, one by one; whoever stands beyond goes where all go."""
    return list(posts_from(plan.ending or plan.units, plan.on)[:CHOSEN_AT_MOST])


def choosable_children(plan: Reorganising) -> Sequence[Unit]:
    """Asked about only where there is a choice."""
    asked = len(plan.into) > 1 or not plan.ending
    return list(children_of(plan.ending or plan.units)[:CHOSEN_AT_MOST]) if asked else []


def choices_of(plan: Reorganising, *, leave: bool) -> list[tuple[str, str]]:
    """Where somebody or something of the old unit may go; the first is where it goes unasked."""
    to = [(str(place), unit.short_name) for place, unit in enumerate(plan.into)]
    if not plan.ending:
        to = [(STAYS, _("ở lại đơn vị cũ")), *to]
    return [*to, (LEAVES, _("thôi giữ chức"))] if leave else to


def _with_choices(typed: Typed, plan: Reorganising) -> Reorganising:
    """The plan with what was chosen on the page of its consequences."""
    posts: dict[int, int | None] = {}
    for post in choosable_posts(plan):
        chosen = typed.values.get(f"post-{post.public_id}", "")
        if chosen == LEAVES:
            posts[post.pk] = None
        elif (place := _place(chosen, plan)) is not None:
            posts[post.pk] = place
    children = {
        child.pk: place
        for child in choosable_children(plan)
        if (place := _place(typed.values.get(f"unit-{child.slug}", ""), plan)) is not None
    }
    return Reorganising(**{**vars(plan), "posts": posts, "children": children})


def _place(chosen: str, plan: Reorganising) -> int | None:
    is_place = chosen.isascii() and chosen.isdigit() and len(chosen) < 3
    return int(chosen) if is_place and int(chosen) < len(plan.into) else None


def _read(typed: Typed, ask: Any, otherwise: Any) -> Any:
    """What is meant by what was typed; its faults are told with the others."""
    try:
        return ask()
    except NotPossible as refused:
        typed.faults.extend(refused.sentences)
        return otherwise


def _existing(typed: Typed) -> Unit | None:
    line = typed.text("into", label=_("Đơn vị kế tục"), most=240)
    return _read(typed, lambda: unit_named(line), None) if line else None


def _new_unit(typed: Typed, like: Unit) -> NewUnit:
    """A unit of the same kind, under the same parent unless another one is named."""
    name = typed.text("new_name", label=_("Tên đơn vị mới"), most=200)
    short_name = typed.text("new_short_name", label=_("Tên gọn"), most=80, required=False) or name[:80]
    code = typed.text("new_code", label=_("Mã đơn vị"), most=32)
    label = typed.text("new_label", label=_("Nhãn trên bảng ký"), most=40, required=False)
    line = typed.text("new_parent", label=_("Cấp trên trực tiếp"), most=240, required=False)
    parent = _read(typed, lambda: unit_named(line), None) if line else like.parent
    return NewUnit(code, slug_of(short_name), like.kind, name, short_name, label, parent)


def _part(typed: Typed, like: Unit, n: int) -> Unit | NewUnit:
    code = typed.text(f"code-{n}", label=_("Mã đơn vị"), most=32)
    if there := Unit.objects.filter(code=code).exclude(pk=like.pk).first():
        return there
    name = typed.text(f"name-{n}", label=_("Tên đơn vị mới"), most=200)
    short_name = typed.text(f"short_name-{n}", label=_("Tên gọn"), most=80, required=False) or name[:80]
    label = typed.text(f"label-{n}", label=_("Nhãn trên bảng ký"), most=40, required=False)
    return NewUnit(code, slug_of(short_name), like.kind, name, short_name, label, like.parent)


def _leader(typed: Typed, name: str, title: str) -> NewLeader | None:
    line = typed.text(name, label=_("Lãnh đạo đơn vị kế tục"), most=200, required=False)
    if not line:
        return None
    called = typed.text(title, label=_("Chức vụ của lãnh đạo"), most=120)
    person: Person | None = _read(typed, lambda: person_named(line, on=today()), None)
    return NewLeader(person, called) if person else None


def _former_title(typed: Typed) -> str:
    return typed.text("former_title", label=_("Chức vụ mới của lãnh đạo cũ"), most=120, required=False)


def _order(typed: Typed) -> date | None:
    return typed.day("on", label=_("Có hiệu lực từ ngày"))


def ground_of(typed: Typed) -> Ground:
    """The decision: every field of it but the file is asked for."""
    return Ground(
        title=typed.text("title", label=_("Tên văn bản"), most=300),
        number=typed.text("number", label=_("Số văn bản"), most=60),
        dated_on=typed.day("dated_on", label=_("Ngày văn bản")),
        issuer=typed.text("issuer", label=_("Cơ quan ban hành"), most=200),
        file=typed.kept_file("file", label=_("Bản quét văn bản")),
    )
