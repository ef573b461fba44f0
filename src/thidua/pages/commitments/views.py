"""The list of a bloc's sheets, and one unit's sheet: typed, submitted, signed, returned, entered on behalf."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown
from thidua.figures.registering import Order, Show, rows_of, sheets_asked, tally_of
from thidua.pages.commitments.downloads import registered_table
from thidua.pages.commitments.figures import fields_of, typed_figures, typed_titles
from thidua.pages.commitments.words import audiences, offered_in_words
from thidua.pages.shared.clash import begun_with
from thidua.pages.shared.papers import typed_source
from thidua.pages.shared.request import Typed, done, forget, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.seasons.access import bloc_for, may, member_for
from thidua.records.seasons.actions import commitments as acts
from thidua.records.seasons.models import CommitmentSet, Pact
from thidua.records.seasons.queries.commitments import lines_of, sheet_of
from thidua.records.seasons.queries.titles import offered_on

ROWS_A_PAGE = 100
ASKED = ("enter", "submit", "sign", "enter_on_behalf")


def _trail(cluster: str, season: str, bloc: Any) -> list[tuple[str, ...]]:
    return [
        (bloc.season.name, reverse("one_season", args=(cluster, season)), "vi"),
        (bloc.bloc.name, reverse("bloc", args=(cluster, season, bloc.bloc.slug)), "vi"),
    ]


@require_safe
@login_required
def commitments(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="commitments.read", on=today())
    show, search = _one_of(Show, request.GET.get("loc", "")), request.GET.get("tim", "")[:60]
    typed = request.GET.get("xep", "")
    order = _one_of(Order, typed.removeprefix("-")) or Order.PROTOCOL
    asked = sheets_asked(found, show=show, search=search, order=order, backwards=typed.startswith("-"))
    shown = Paginator(asked, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return page(
        request,
        "commitments/commitments.html",
        bloc=found,
        tally=tally_of(found),
        rows=rows_of(shown),
        shown=shown,
        asked={"tim": search, "loc": show or "", "xep": typed if order else ""},
        own={post.unit for post in request.actor.posts},
        trail=_trail(cluster, season, found),
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """Every unit's sheet as it stands, whatever the page shows of them."""
    return as_xlsx(registered_table(bloc_for(request.actor, cluster, season, bloc, to="commitments.read", on=today())))


def _one_of(kind: Any, typed: str) -> Any:
    return kind(typed) if typed in set(kind) else None


@login_required
def sheet_page(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    on = today()
    member = member_for(request.actor, cluster, season, bloc, unit, to="commitments.read", on=on)
    found, sheet = member.bloc_season, sheet_of(member)

    def allowed(act: str) -> bool:
        asked = may(request.actor, f"commitments.{act}", season=found.season, bloc=found, unit=member.unit, on=on)
        return asked.is_yes

    lines, offered = list(lines_of(sheet)), offered_on(sheet)
    trail = [*_trail(cluster, season, found), (_("Đăng ký"), reverse("commitments", args=(cluster, season, bloc)))]
    return page(
        request,
        "commitments/sheet.html",
        bloc=found,
        member=member,
        sheet=sheet,
        lines=lines,
        titles=offered_in_words(offered),
        audiences=audiences(),
        registered=any(one.count for one in offered),
        begun=begun_with(request, sheet, fields_of(lines, offered), saved=["commitments.saved"]),
        may={act: allowed(act) for act in ASKED},
        entry=entry_on_behalf_of(sheet),
        pact_stage=Pact.objects.filter(bloc_season=found).values_list("stage", flat=True).first() or "draft",
        base=reverse("commitment_sheet", args=(cluster, season, bloc, unit)),
        trail=trail,
        here="season",
    )


def _acted(
    to: str, told: str
) -> Callable[[Callable[[Any, CommitmentSet, Typed], object]], Callable[..., HttpResponse]]:
    """A POST on a unit's sheet: find it, parse, act, lead back; a refusal shows the sheet as it was typed."""

    def wrap(acting: Callable[[Any, CommitmentSet, Typed], object]) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(sheet_page)
        def view(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
            member = member_for(request.actor, cluster, season, bloc, unit, to=f"commitments.{to}", on=today())
            acting(request, sheet_of(member), Typed(request))
            back = reverse("commitment_sheet", args=(cluster, season, bloc, unit))
            return done(request, back, Sentence(f"commitments.{told}"))

        return view

    return wrap


def _saved(request: Any, sheet: CommitmentSet, typed: Typed, key: str) -> CommitmentSet:
    lines, offered = list(lines_of(sheet)), offered_on(sheet)
    typed.settle(fields_of(lines, offered))
    figures, titles = typed_figures(typed, lines), typed_titles(typed, offered)
    typed.check()
    return acts.save_commitments(
        sheet,
        figures=figures,
        titles=titles,
        seen_version=typed.whole("version"),
        by=request.actor,
        at=now(),
        key=key,
    )


@_acted("enter", "saved")
def save(request: Any, sheet: CommitmentSet, typed: Typed) -> object:
    return _saved(request, sheet, typed, typed.key)


@_acted("submit", "submitted")
def submit(request: Any, sheet: CommitmentSet, typed: Typed) -> object:
    """What was typed is saved first, so that it stands whether or not it can be submitted yet."""
    key, version = typed.key, typed.whole("version")
    if any(name.startswith("registered-") for name in typed.values):
        version = _saved(request, sheet, typed, f"{key[:58]}-luu").version
        forget(request)
    return acts.submit_commitments(sheet, seen_version=version, by=request.actor, at=now(), key=key)


@_acted("sign", "signed")
def sign(request: Any, sheet: CommitmentSet, typed: Typed) -> object:
    return acts.sign_commitments([typed.as_seen(sheet)], by=request.actor, at=now(), key=typed.key)


@_acted("submit", "taken_back")
def take_back(request: Any, sheet: CommitmentSet, typed: Typed) -> object:
    return acts.take_back_commitments(typed.as_seen(sheet), by=request.actor, at=now(), key=typed.key)


@_acted("sign", "returned")
def give_back(request: Any, sheet: CommitmentSet, typed: Typed) -> object:
    remark = typed.text("remark", label=_("Lý do trả lại"), most=1000)
    typed.check()
    return acts.return_commitments(typed.as_seen(sheet), remark=remark, by=request.actor, at=now(), key=typed.key)


@_acted("enter", "reopened")
def correct(request: Any, sheet: CommitmentSet, typed: Typed) -> object:
    return acts.correct_commitments(sheet, by=request.actor, at=now(), key=typed.key)


@_acted("enter_on_behalf", "entered_on_behalf")
def on_behalf(request: Any, sheet: CommitmentSet, typed: Typed) -> object:
    figures, titles = typed_figures(typed, lines_of(sheet)), typed_titles(typed, offered_on(sheet))
    paper = typed_source(typed)
    return acts.enter_commitments_on_behalf(
        sheet, figures=figures, titles=titles, paper=paper, by=request.actor, at=now(), key=typed.key
    )


@require_safe
@login_required
def scan(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponseBase:
    """The scan of the paper from which the secretariat entered the sheet. Raises Unknown where there is none."""
    member = member_for(request.actor, cluster, season, bloc, unit, to="commitments.read", on=today())
    entry = entry_on_behalf_of(sheet_of(member))
    if entry is None or entry.file is None:
        raise Unknown
    return send_file(request, entry.file)
