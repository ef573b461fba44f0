"""Keeping units: a new one, another name from a day, another parent from a day."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.answer import Sentence, require
from thidua.pages.directory.orders import ground_of
from thidua.pages.directory.words import UNIT_KINDS, kind_name
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.slugs import slug_of
from thidua.records.directory.access import may, unit_for
from thidua.records.directory.actions import keep_unit, move_unit, rename_unit
from thidua.records.directory.models import Unit
from thidua.records.directory.naming import unit_named, written
from thidua.records.directory.queries import kinds_of_units


def offered_kinds() -> list[tuple[str, str]]:
    """Kinds with words of their own, and whatever else the directory holds."""
    others = [kind for kind in kinds_of_units() if kind not in UNIT_KINDS]
    return [(kind, kind_name(kind)) for kind in (*UNIT_KINDS, *others)]


def _trail(unit: Unit | None = None) -> list[tuple[str, ...]]:
    trail: list[tuple[str, ...]] = [(_("Danh bạ"), reverse("units"))]
    return [*trail, (unit.short_name, reverse("unit", args=(unit.slug,)), "vi")] if unit else trail


def _new_page(request: Any) -> HttpResponse:
    require(may(request.actor, "directory.keep"))
    above = Unit.objects.filter(slug=request.GET.get("duoi", "")).first()
    form = filled(request, parent=written(above) if above else "", kind="agency" if above is None else "division")
    return page(
        request, "directory/new_unit.html", form=form, kinds=offered_kinds(), trail=_trail(above), here="directory"
    )


@login_required
@or_show(_new_page)
def keep(request: Any) -> HttpResponse:
    """The slug is made of the short name where none is typed."""
    if request.method != "POST":
        return _new_page(request)
    require(may(request.actor, "directory.keep"))
    typed = Typed(request)
    name = typed.text("name", label=_("Tên đơn vị"), most=200)
    short_name = typed.text("short_name", label=_("Tên gọn"), most=80, required=False) or name[:80]
    code = typed.text("code", label=_("Mã đơn vị"), most=32)
    slug = typed.text("slug", label=_("Chữ trong địa chỉ trang"), most=64, required=False) or short_name
    kind = typed.choice("kind", [one for one, _name in offered_kinds()], label=_("Loại đơn vị"))
    label = typed.text("label", label=_("Nhãn trên bảng ký"), most=40, required=False)
    above = typed.text("parent", label=_("Cấp trên trực tiếp"), most=240, required=False)
    from_on = typed.day("from_on", label=_("Từ ngày"), required=False)
    typed.check()
    unit = keep_unit(
        code=code, slug=slug_of(slug), kind=kind, name=name, short_name=short_name, label=label,
        parent=unit_named(above) if above else None, from_on=from_on, by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, reverse("unit", args=(unit.slug,)), Sentence("unit.was_kept", name=unit.name))


def _rename_page(request: Any, unit: str) -> HttpResponse:
    require(may(request.actor, "directory.keep"))
    found = unit_for(request.actor, unit)
    kept = {name: getattr(found, name) for name in ("name", "short_name", "label", "version")}
    form = filled(request, **kept)
    return page(request, "directory/rename_unit.html", unit=found, form=form, trail=_trail(found), here="directory")


@login_required
@or_show(_rename_page)
def rename(request: Any, unit: str) -> HttpResponse:
    if request.method != "POST":
        return _rename_page(request, unit)
    found, typed = unit_for(request.actor, unit), Typed(request)
    name = typed.text("name", label=_("Tên đơn vị"), most=200)
    short_name = typed.text("short_name", label=_("Tên gọn"), most=80)
    label = typed.text("label", label=_("Nhãn trên bảng ký"), most=40, required=False)
    from_on = typed.day("from_on", label=_("Từ ngày"))
    ground = ground_of(typed) if (name, short_name) != (found.name, found.short_name) else None
    typed.check()
    assert from_on is not None
    renamed = rename_unit(
        found, name=name, short_name=short_name, label=label, from_on=from_on, ground=ground,
        seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, reverse("unit", args=(unit,)), Sentence("unit.was_renamed", name=renamed.name))


def _move_page(request: Any, unit: str) -> HttpResponse:
    require(may(request.actor, "directory.keep"))
    found = unit_for(request.actor, unit)
    form = filled(request, parent=written(found.parent) if found.parent else "", version=found.version)
    return page(request, "directory/move_unit.html", unit=found, form=form, trail=_trail(found), here="directory")


@login_required
@or_show(_move_page)
def move(request: Any, unit: str) -> HttpResponse:
    """An empty parent puts the unit at the top of a tree of its own."""
    if request.method != "POST":
        return _move_page(request, unit)
    found, typed = unit_for(request.actor, unit), Typed(request)
    above = typed.text("parent", label=_("Cấp trên trực tiếp"), most=240, required=False)
    from_on = typed.day("from_on", label=_("Từ ngày"))
    typed.check()
    assert from_on is not None
    moved = move_unit(
        found, parent=unit_named(above) if above else None, from_on=from_on, seen_version=typed.whole("version"),
        by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, reverse("unit", args=(unit,)), Sentence("unit.was_moved", name=moved.name))
