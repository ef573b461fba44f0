"""One entry of a record: entered, mended, withdrawn."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now
from thidua.core.answer import Sentence, Unknown
from thidua.pages.honours.asks import form_for, kind_of_row, kinds_for
from thidua.pages.honours.finding import address, kept_at, trail_to
from thidua.pages.honours.reading import told_in
from thidua.pages.honours.words import kind_of, says, word, year_of
from thidua.pages.shared.clash import begun_with
from thidua.pages.shared.request import Typed, done, filled, on_this_site, or_show, page
from thidua.records.awards.access import entry_in
from thidua.records.awards.actions import enter, mend
from thidua.records.awards.actions import withdraw as withdraw_entry
from thidua.records.awards.models import Entry, Honour, Profile, Work
from thidua.records.awards.queries.works import warnings_about
from thidua.records.awards.told import Whose

OFFERED = {
    "word": "viec", "year": "nam", "post": "chuc-vu", "held_at": "noi", "from_on": "tu", "until_on": "den",
}  # fmt: skip
SAVED = ("honours.entered", "honours.mended", "honours.brought")


def _new_page(request: Any, kind: str, **words: str) -> HttpResponse:
    whose = _kind_at(request, kind, **words)
    form = form_for(whose, kind)
    return page(
        request, "honours/entry.html", asked=form.showing(filled(request, **_offered(request))),
        title=word(f"honours.enter.{kind}"), whose=str(whose), back=_back(request),
        trail=trail_to(whose, within=True), here="directory",
    )  # fmt: skip


def _offered(request: Any) -> dict[str, str]:
    """What a page that lacks something fills in: which fact, of which year; which post, from when until when."""
    return {name: request.GET.get(told, "") for name, told in OFFERED.items()}


def _back(request: Any) -> str:
    return on_this_site(request.POST.get("next") or request.GET.get("next", ""))


def _kind_at(request: Any, kind: str, **words: str) -> Whose:
    """Raises Unknown for what stands in no such record."""
    whose = kept_at(request, **words)
    if kind not in kinds_for(whose):
        raise Unknown
    return whose


@login_required
@or_show(_new_page)
def new(request: Any, kind: str, **words: str) -> HttpResponse:
    if request.method != "POST":
        return _new_page(request, kind, **words)
    whose, typed = _kind_at(request, kind, **words), Typed(request)
    told = told_in(typed, form_for(whose, kind), whose)
    row = enter(whose, told=told, by=request.actor, at=now(), key=typed.key)
    return done(request, _back(request) or address(whose, "{}_honours"), _said("entered", row))


def _said(did: str, row: Entry) -> Sentence:
    """What was done; where another title has used an initiative too, that as well. What a profile says is not told."""
    if isinstance(row, Profile):
        return Sentence(f"honours.profile_was_{did}")
    warnings = warnings_about(row) if isinstance(row, Honour) else []
    told = Sentence(f"honours.was_{did}", what=says(row), year=str(year_of(row)))
    return Sentence("honours.with_warning", done=told, warning=tuple(warnings)) if warnings else told


def _one_page(request: Any, entry: str, **words: str) -> HttpResponse:
    whose = kept_at(request, **words)
    row = entry_in(whose, entry)
    form = form_for(whose, kind_of_row(row), row)
    begun = begun_with(request, row, [ask.as_field() for ask in form.all], saved=SAVED)
    return page(
        request,
        "honours/entry.html",
        asked=form.showing(filled(request, **{ask.name: ask.value for ask in form.all})),
        begun=begun,
        row=row,
        title=kind_of(row),
        says=says(row),
        is_data=isinstance(row, Work),
        year=None if isinstance(row, Profile) else year_of(row),
        whose=str(whose),
        withdrawal=address(whose, "withdraw_{}_honour", entry),
        trail=trail_to(whose, within=True),
        here="directory",
    )


@login_required
@or_show(_one_page)
def one(request: Any, entry: str, **words: str) -> HttpResponse:
    if request.method != "POST":
        return _one_page(request, entry, **words)
    whose, typed = kept_at(request, **words), Typed(request)
    row = entry_in(whose, entry)
    form = form_for(whose, kind_of_row(row), row)
    typed.settle(ask.as_field() for ask in form.all)
    told = told_in(typed, form, whose)
    mended = mend(row, told=told, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    return done(request, address(whose, "{}_honours"), _said("mended", mended))


@require_POST
@login_required
@or_show(_one_page)
def withdraw(request: Any, entry: str, **words: str) -> HttpResponse:
    whose, typed = kept_at(request, **words), Typed(request)
    row = entry_in(whose, entry)
    because = typed.text("because", label=_("Lý do rút"), most=500)
    typed.check()
    withdraw_entry(row, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, address(whose, "{}_honours"), Sentence("honours.was_withdrawn", what=says(row)))
