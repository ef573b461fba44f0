"""Everything that waits for one's signature: ticked and signed at once, or returned with a remark."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.rights.scopes import Scope
from thidua.figures.waiting import Waiting, named_by, waiting_for
from thidua.pages.results.words import said
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.signing import signing_words
from thidua.records.directory.models import Unit
from thidua.records.results.actions import return_correction, return_report, sign_corrections, sign_reports
from thidua.records.results.actions.initiatives import return_initiative, sign_initiatives
from thidua.records.results.actions.written import return_written, sign_written
from thidua.records.scores.actions import return_card, sign_cards
from thidua.records.seasons.actions.commitments import return_commitments, sign_commitments


@dataclass(frozen=True)
class Acts:
    """How things of one kind are signed, all or none, and one of them returned."""

    sign: Callable[..., object]
    give_back: Callable[..., object]


# One line joins another kind of figures/waiting.py.
ACTS = {
    "commitments": Acts(sign_commitments, return_commitments),
    "report": Acts(sign_reports, return_report),
    "correction": Acts(sign_corrections, return_correction),
    "card": Acts(sign_cards, return_card),
    "initiative": Acts(sign_initiatives, return_initiative),
    "written": Acts(sign_written, return_written),
}

SCOPES = {
    "commitments": Scope.PACT, "report": Scope.REPORTS, "correction": Scope.REPORTS, "card": Scope.CARDS,
    "initiative": Scope.REPORTS, "written": Scope.REPORTS,
}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """One thing on the page, in the reader's words."""

    waiting: Waiting
    address: str
    before: str
    after: str
    signs_as: str  # in whose place, by which letter; "" for the leader


def _shown(one: Waiting, signs_as: str) -> Shown:
    before, after = (said(each, one.unit_of_measure) if each else "" for each in (one.before, one.proposed))
    return Shown(one, reverse(one.place, args=one.slugs), before, after, signs_as)


@login_required
def waiting_page(request: Any) -> HttpResponse:
    @cache
    def words(unit: Unit, scope: Scope) -> str:
        return signing_words(request.actor, unit, scope)

    waiting = waiting_for(request.actor, on=today())
    rows = [_shown(one, words(one.member.unit, SCOPES[one.kind])) for one in waiting]
    picked = set(request.POST.getlist("pick")) if getattr(request, "refusal", None) else set()
    return page(request, "results/waiting.html", rows=rows, picked=picked, trail=[(_("Hôm nay"), reverse("today"))])


def _picked(request: Any) -> dict[str, list[Waiting]]:
    found = named_by(request.actor, request.POST.getlist("pick"), on=today())
    if not any(found.values()):
        raise refuse("signing.none_picked")
    return found


@require_POST
@login_required
@or_show(waiting_page)
def sign(request: Any) -> HttpResponse:
    typed, count = Typed(request), 0
    for kind, rows in _picked(request).items():
        try:
            ACTS[kind].sign([one.row for one in rows], by=request.actor, at=now(), key=f"{typed.key[:50]}-{kind}")
        except NotPossible as refused:
            raise _after(count, refused)
        count += len(rows)
    return done(request, reverse("sign_many"), Sentence("signing.signed", count=count))


@require_POST
@login_required
@or_show(waiting_page)
def give_back(request: Any) -> HttpResponse:
    typed, count = Typed(request), 0
    remark = typed.text("remark", label=_("Lý do trả lại"), most=1000)
    typed.check()
    for kind, rows in _picked(request).items():
        for one in rows:
            key = f"{typed.key[:48]}-{one.row.public_id}"
            try:
                ACTS[kind].give_back(one.row, remark=remark, by=request.actor, at=now(), key=key)
            except NotPossible as refused:
                raise _after(count, refused)
            count += 1
    return done(request, reverse("sign_many"), Sentence("signing.returned", count=count))


def _after(count: int, refused: NotPossible) -> NotPossible:
    """The refusal, after a sentence that says how many were done before it."""
    return NotPossible(Sentence("signing.some_done", count=count), *refused) if count else refused
