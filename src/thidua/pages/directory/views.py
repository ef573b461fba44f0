"""Units in tree order, one unit with its people and history, one person with posts, the search."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.pages.shared.parts import LedgerLine
from thidua.pages.shared.request import page
from thidua.records.directory.access import may, may_read_address_of, person_for, unit_for
from thidua.records.directory.queries import people, posts_in, posts_of, units
from thidua.records.journal.models import HasToken
from thidua.records.journal.queries import body_of, lines_about
from thidua.records.journal.steps import note_access

ROWS_A_PAGE = 100
UNITS_FOUND = 20
LINES_SHOWN = 50
# A unit is also the subject of what it does in a season; that is not for every reader of the directory.
EVENTS = ("unit.kept", "unit.succeeded", "person.kept", "post.given")


def _wanted(request: Any) -> str:
    return str(request.GET.get("q", "")).replace("\x00", "").strip()[:100]


def _history(subject: HasToken) -> list[LedgerLine]:
    found = lines_about(subject).filter(kind__in=EVENTS)[:LINES_SHOWN]
    bodies = ((line, body_of(line)) for line in found)
    return [
        LedgerLine(
            at=line.at,
            who=body.get("by", {}).get("name", ""),
            what=say(Sentence(f"event.{line.kind}")),
            why=body.get("successor") or body.get("title") or "",
        )
        for line, body in bodies
    ]


@require_safe
@login_required
def units_page(request: Any) -> HttpResponse:
    require(may(request.actor, "directory.read"))
    wanted = _wanted(request)
    rows = Paginator(units(wanted), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return page(request, "directory/units.html", rows=rows, wanted=wanted)


@require_safe
@login_required
def unit_page(request: Any, unit: str) -> HttpResponse:
    found = unit_for(request.actor, unit)
    return page(
        request,
        "directory/unit.html",
        unit=found,
        posts=posts_in(found, on=today()),
        names=found.names.order_by("-from_on", "-pk"),
        successions=found.successions.order_by("on"),
        below=Paginator(found.children.order_by("path"), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        lines=_history(found),
        trail=[(_("Đơn vị"), reverse("units"))],
    )


@require_safe
@login_required
def person_page(request: Any, person: str) -> HttpResponse:
    """Whoever opens a person's page is noted in the access log."""
    found = person_for(request.actor, person)
    note_access("read_person", by=request.actor, at=now(), method="GET", address=request.path)
    account = getattr(found, "account", None) if request.actor.is_administrator else None
    return page(
        request,
        "directory/person.html",
        person=found,
        posts=posts_of(found),
        email=found.email if may_read_address_of(request.actor, found) else "",
        may_open_account=account is None and may(request.actor, "accounts.keep").is_yes,
        account=account,
        lines=_history(found),
        trail=[(_("Đơn vị"), reverse("units"))],
    )


@require_safe
@login_required
def find(request: Any) -> HttpResponse:
    """Units and people by name, short name or code, with or without marks."""
    require(may(request.actor, "directory.read"))
    wanted = _wanted(request)
    units_found = list(units(wanted)[: UNITS_FOUND + 1]) if wanted else []
    rows = Paginator(people(wanted, on=today()), ROWS_A_PAGE).get_page(request.GET.get("trang")) if wanted else None
    return page(
        request,
        "directory/find.html",
        wanted=wanted,
        units=units_found[:UNITS_FOUND],
        more_units=len(units_found) > UNITS_FOUND,
        people=rows,
    )
