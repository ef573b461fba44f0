"""Letters of delegation of a unit: who may sign for its leader, by which letter, from which day to which."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown, refuse, require
from thidua.core.rights.scopes import ALL, Scope
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.records.accounts.access import delegation_at, may_delegate
from thidua.records.accounts.actions import attach_letter, delegate_signature, withdraw_delegation
from thidua.records.accounts.models import Delegation
from thidua.records.accounts.queries import delegations_of
from thidua.records.directory.access import person_for, unit_for
from thidua.records.directory.queries import leader_of, posts_below

ROWS_A_PAGE = 50
OFFERED_AT_MOST = 200


def _page(request: Any, unit: str, letter: str = "") -> HttpResponse:
    on, found = today(), unit_for(request.actor, unit)
    leader = leader_of(found, on=on)
    others = posts_below(found, on=on).exclude(person=leader.person) if leader else posts_below(found, on=on)
    rows = Paginator(delegations_of(found), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    _mark_overlaps(rows)
    return page(
        request,
        "directory/delegations.html",
        unit=found,
        leader=leader,
        rows=rows,
        on=on,
        may_give=may_delegate(request.actor, found).is_yes,
        others=[(post.person.public_id, f"{post.person.full_name}, {post.title}") for post in others[:OFFERED_AT_MOST]],
        form=_form(request),
        scopes=scope_names(),
        attaching=letter,
        trail=[(_("Danh bạ"), reverse("units")), (found.short_name, reverse("unit", args=(unit,)), "vi")],
        here="directory",
    )


def _form(request: Any) -> dict[str, Any]:
    """What stands in the form; a letter lets sign everything unless something is unticked."""
    chosen = _scopes(request) if request.method == "POST" and "delegate" in request.POST else ALL
    return {**dict(filled(request).items()), "scopes": chosen}


def _scopes(request: Any) -> frozenset[Scope]:
    return frozenset(scope for scope in Scope if scope in request.POST.getlist("scopes"))


def scope_names() -> list[tuple[Scope, str]]:
    """What a letter may let sign, in the reader's language."""
    return [(scope, say(Sentence(f"delegation_scope.{scope}"))) for scope in Scope]


def _mark_overlaps(rows: Iterable[Delegation]) -> None:
    """`meets`: the numbers of other letters, to other people, that let sign the same on one of its days."""
    standing = [row for row in rows if row.withdrawn_at is None]
    for row in standing:
        others = [one for one in standing if one.pk != row.pk and one.scopes & row.scopes]
        met = [one for one in others if one.from_on <= row.until_on and one.until_on >= row.from_on]
        row.meets = ", ".join(one.letter_number for one in met)  # type: ignore[attr-defined]


@login_required
@or_show(_page)
def delegate(request: Any, unit: str) -> HttpResponse:
    """The leader on the first day of the letter is who gives it."""
    if request.method != "POST":
        return _page(request, unit)
    found, typed = unit_for(request.actor, unit), Typed(request)
    require(may_delegate(request.actor, found))  # before a file is kept for it
    chosen = typed.text("delegate", label=_("Người được ủy quyền"), most=20)
    number = typed.text("letter_number", label=_("Số giấy ủy quyền"), most=60)
    dated_on = typed.day("letter_dated_on", label=_("Ngày giấy ủy quyền"))
    from_on = typed.day("from_on", label=_("Từ ngày"))
    until_on = typed.day("until_on", label=_("Đến ngày"))
    scan = typed.kept_file("letter_file", label=_("Bản quét giấy ủy quyền"))
    typed.check()
    assert dated_on is not None
    assert from_on is not None
    assert until_on is not None
    leader, delegate = leader_of(found, on=from_on), person_for(request.actor, chosen)
    if leader is None:
        raise refuse("delegation.no_leader", unit=found.name, on=from_on)
    row = delegate_signature(
        found, leader=leader.person, delegate=delegate, letter_number=number, letter_dated_on=dated_on,
        from_on=from_on, until_on=until_on, scopes=_scopes(request), letter_file=scan, by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip
    said = Sentence("delegation.was_given", number=row.letter_number, name=delegate.full_name)
    return done(request, reverse("delegations", args=(unit,)), said)


@require_POST
@login_required
@or_show(_page)
def withdraw(request: Any, unit: str, letter: str) -> HttpResponse:
    found = unit_for(request.actor, unit)
    row = withdraw_delegation(delegation_at(found, letter), by=request.actor, at=now(), key=Typed(request).key)
    said = Sentence("delegation.was_withdrawn", number=row.letter_number)
    return done(request, reverse("delegations", args=(unit,)), said)


@require_safe
@login_required
def letter_file(request: Any, unit: str, letter: str) -> FileResponse:
    """The scan of a letter, for every reader of the directory: they read its number and days there as well."""
    row = delegation_at(unit_for(request.actor, unit), letter)
    if row.letter_file is None:
        raise Unknown
    return send_file(request, row.letter_file)


@require_POST
@login_required
@or_show(_page)
def attach(request: Any, unit: str, letter: str) -> HttpResponse:
    row, typed = delegation_at(unit_for(request.actor, unit), letter), Typed(request)
    require(may_delegate(request.actor, row.unit))
    scan = typed.kept_file("scan", label=_("Bản quét giấy ủy quyền"), required=True)
    typed.check()
    assert scan is not None
    attach_letter(row, file=scan, by=request.actor, at=now(), key=typed.key)
    said = Sentence("delegation.scan_was_attached", number=row.letter_number)
    return done(request, reverse("delegations", args=(unit,)), said)
