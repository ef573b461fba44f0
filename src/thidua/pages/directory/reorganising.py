"""Units merged, split, dissolved, by page: the form, then every consequence with its count, then the act."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Sentence, Unknown, refuse, require
from thidua.pages.directory import orders
from thidua.pages.directory.history import history
from thidua.pages.seasons.rows import shown_rows, wants_more
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.access import faults_of_annulment
from thidua.records.conduct.actions import annul_reorganisation, reorganise_units
from thidua.records.conduct.leftovers import leftovers_of
from thidua.records.conduct.succession import consequences_of, found_for, seal_of
from thidua.records.directory.access import may, reorganisation_for, unit_for
from thidua.records.directory.models import Reorganisation, Unit
from thidua.records.directory.naming import written
from thidua.records.directory.queries.reorganising import faults_of, reorganisations
from thidua.records.directory.reorganising import Reorganising

ROWS_A_PAGE = 50
NAMES_SHOWN = 20
OF_THE_STEP = ("csrfmiddlewaretoken", "key", "step", "seen", "draft")
Reading = Callable[[Typed, Unit], Reorganising]


def _trail(unit: Unit | None = None) -> list[tuple[str, ...]]:
    trail: list[tuple[str, ...]] = [(_("Danh bạ"), reverse("units"))]
    return [*trail, (unit.short_name, reverse("unit", args=(unit.slug,)), "vi")] if unit else trail


def _to_reorganise(request: Any, slug: str) -> Unit:
    require(may(request.actor, "units.reorganise"))
    return unit_for(request.actor, slug)


def _merge_page(request: Any, unit: str) -> HttpResponse:
    found = _to_reorganise(request, unit)
    form = filled(request, units=written(found), how="existing")
    hows = [("existing", _("Một đơn vị đang có")), ("new", _("Một đơn vị mới lập"))]
    return page(
        request, "directory/merge_units.html", unit=found, form=form, hows=hows, trail=_trail(found), here="directory"
    )


def _split_page(request: Any, unit: str) -> HttpResponse:
    found = _to_reorganise(request, unit)
    hows = [("ends", _("Thôi hoạt động (chia)")), ("goes_on", _("Tiếp tục hoạt động (tách)"))]
    return page(
        request, "directory/split_unit.html", unit=found, form=filled(request, how="ends"), hows=hows,
        rows=shown_rows(request, orders.PART_FIELDS, []), trail=_trail(found), here="directory",
    )  # fmt: skip


def _dissolve_page(request: Any, unit: str) -> HttpResponse:
    found = _to_reorganise(request, unit)
    return page(
        request, "directory/dissolve_unit.html", unit=found, form=filled(request), trail=_trail(found), here="directory"
    )


@login_required
@or_show(_merge_page)
def merge(request: Any, unit: str) -> HttpResponse:
    """The unit of the address and others pass into one, which may be one of them."""
    return _step(request, unit, _merge_page, orders.merger_of)


@login_required
@or_show(_split_page)
def split(request: Any, unit: str) -> HttpResponse:
    """The unit ends and passes into several, or goes on and parts are split off."""
    return _step(request, unit, _split_page, orders.split_of)


@login_required
@or_show(_dissolve_page)
def dissolve(request: Any, unit: str) -> HttpResponse:
    """The unit ends and nobody takes over."""
    return _step(request, unit, _dissolve_page, orders.dissolution_of)


def _step(request: Any, slug: str, form: Callable[..., HttpResponse], read: Reading) -> HttpResponse:
    """`step` of the form: "edit" shows it again, "do" carries out what was told, anything else tells it first."""
    if request.method != "POST" or wants_more(request) or request.POST.get("step") == "edit":
        return form(request, slug)
    unit, typed = _to_reorganise(request, slug), Typed(request)
    plan = read(typed, unit)
    if faults := faults_of(plan, today=today()):
        raise NotPossible(*faults)
    told = consequences_of(plan, found_for(plan))
    seal = seal_of(told)
    if request.POST.get("step") != "do":
        return _told_page(request, unit, plan, told, seal)
    if request.POST.get("seen") != seal:
        request.refusal = refuse("succession.told_otherwise")
        return _told_page(request, unit, plan, told, seal)
    row = reorganise_units(plan, seen=seal, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("reorganisation", args=(row.public_id,)), _said("succession.was_done", row))


def _said(key: str, row: Reorganisation) -> Sentence:
    return Sentence(key, number=row.number)


def _told_page(request: Any, unit: Unit, plan: Reorganising, told: list[Sentence], seal: str) -> HttpResponse:
    posts, children = orders.choosable_posts(plan), orders.choosable_children(plan)
    leaders = {named.person.pk for named in plan.leaders.values()}
    chosen = {f"post-{post.public_id}": request.POST.get(f"post-{post.public_id}", "") for post in posts}
    chosen |= {f"unit-{child.slug}": request.POST.get(f"unit-{child.slug}", "") for child in children}
    fields = [(name, text) for name, text in request.POST.items() if name not in OF_THE_STEP and name not in chosen]
    return page(
        request, "directory/reorganisation_told.html", unit=unit, plan=plan, seal=seal,
        told=[say(one) for one in told],
        fields=[(name, text) for name, text in fields if name != "file_kept"],
        posts=[(post, f"post-{post.public_id}", chosen[f"post-{post.public_id}"]) for post in posts
               if plan.into and post.person_id not in leaders],
        children=[(child, f"unit-{child.slug}", chosen[f"unit-{child.slug}"]) for child in children],
        where=orders.choices_of(plan, leave=True), below=orders.choices_of(plan, leave=False),
        most=orders.CHOSEN_AT_MOST, trail=_trail(unit), here="directory",
    )  # fmt: skip


@require_safe
@login_required
def register(request: Any) -> HttpResponse:
    """Every reorganisation, the newest day first."""
    require(may(request.actor, "directory.read"))
    rows = Paginator(reorganisations(), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return page(
        request, "directory/reorganisations.html", rows=rows, told=[(row, *_both_sides(row)) for row in rows],
        trail=_trail(), here="directory",
    )  # fmt: skip


def _both_sides(row: Reorganisation) -> tuple[list[str], list[str]]:
    """The names of that day, each once; a part's with the unit above it."""
    lines = row.lines.all()
    before = [one.predecessor.in_place if one.predecessor.is_part else one.predecessor_name for one in lines]
    after = [
        one.successor.in_place if one.successor and one.successor.is_part else one.successor_name
        for one in lines
        if one.successor_name
    ]
    return list(dict.fromkeys(before))[:NAMES_SHOWN], list(dict.fromkeys(after))[:NAMES_SHOWN]


@login_required
def reorganisation_page(request: Any, reorganisation: str) -> HttpResponse:
    row = reorganisation_for(request.actor, reorganisation)
    may_annul = (
        row.annulled_at is None
        and row.kind != Reorganisation.Kind.RENAMED
        and may(request.actor, "units.reorganise").is_yes
    )
    stands_against = [say(fault) for fault in faults_of_annulment(row)] if may_annul else []
    return page(
        request, "directory/reorganisation.html", row=row, may_annul=may_annul, stands_against=stands_against,
        lines=Paginator(row.lines.select_related("predecessor__parent", "successor__parent"), ROWS_A_PAGE).get_page(
            request.GET.get("trang")
        ),
        leftovers=[] if row.annulled_at else _leftovers(row, request),
        ledger=history(row), trail=[*_trail(), (_("Sắp xếp đơn vị"), reverse("reorganisations"))], here="directory",
    )  # fmt: skip


def _leftovers(row: Reorganisation, request: Any) -> list[tuple[str, str]]:
    found = leftovers_of(row, request.actor, on=today())
    return [(say(one.sentence), reverse(one.place, args=one.slugs)) for one in found]


@require_safe
@login_required
def decision(request: HttpRequest, reorganisation: str) -> HttpResponseBase:
    """The file of the decision, for every reader of the directory."""
    row = reorganisation_for(request.actor, reorganisation)  # type: ignore[attr-defined]
    if row.file is None:
        raise Unknown
    return send_file(request, row.file)


@require_POST
@login_required
@or_show(reorganisation_page)
def annul(request: Any, reorganisation: str) -> HttpResponse:
    row, typed = reorganisation_for(request.actor, reorganisation), Typed(request)
    require(may(request.actor, "units.reorganise"))
    because = typed.text("because", label=_("Lý do hủy"), most=1000)
    typed.check()
    annul_reorganisation(row, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("reorganisation", args=(reorganisation,)), _said("succession.was_annulled", row))
