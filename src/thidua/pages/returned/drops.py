"""Forms that came back: dropped, looked at file by file and cell by cell, applied, withdrawn."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown
from thidua.core.returned.forms import COMMITMENTS, RESULTS
from thidua.core.workflow.importing import TO_BE_READ, FileState
from thidua.core.workflow.stages import Stage
from thidua.pages.results.lists import trail_to
from thidua.pages.returned.forms import REGISTRATION
from thidua.pages.returned.words import changes_of, shown_file, shown_run
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.tags import vi
from thidua.records.conduct.access.imports import may_drop, may_import, may_read_runs, run_for
from thidua.records.conduct.actions.applying import apply_import, undo_import
from thidua.records.conduct.actions.imports import cancel_import, drop_forms, leave_file_out, read_again
from thidua.records.runs.models import Run
from thidua.records.runs.queries import counts_of, runs_within
from thidua.records.seasons.access import bloc_for
from thidua.records.seasons.models import BlocSeason, Milestone
from thidua.records.seasons.queries.frame import members_of

RUNS_A_PAGE, FILES_A_PAGE = 50, 100
Acting = Callable[..., object]


@dataclass(frozen=True)
class Subject:
    """What forms may be about: a period's results, or the year's registrations; `slug` as in the address.

    `name` as HTML: that of a period is of the data and stays Vietnamese.
    """

    kind: str
    slug: str
    name: str
    due_on: date | None

    @property
    def part(self) -> str:
        return self.slug if self.kind == RESULTS else ""

    @property
    def way(self) -> str:
        """The part of the address under which its forms lie."""
        return f"ket-qua/{self.slug}" if self.kind == RESULTS else self.slug


def _subjects(bloc: BlocSeason) -> list[Subject]:
    milestone = bloc.milestones.filter(kind=Milestone.Kind.REGISTRATION).first()
    registration = Subject(COMMITMENTS, REGISTRATION, _("Đăng ký"), milestone.due_on if milestone else None)
    periods = bloc.periods.order_by("position", "pk")
    return [registration, *(Subject(RESULTS, one.slug, vi(one.name), one.due_on) for one in periods)]


def _usual(bloc: BlocSeason, subjects: list[Subject], on: date) -> Subject:
    """Registrations before the year runs, then the last period that has begun."""
    begun = bloc.periods.filter(from_on__lte=on).order_by("-position").values_list("slug", flat=True).first()
    is_registering = bloc.at_stage in (Stage.PLANNED, Stage.LAUNCHED, Stage.REGISTERING)
    named = [one for one in subjects if one.kind == RESULTS and one.slug == begun]
    return subjects[0] if is_registering or not named else named[0]


@login_required
def forms_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
    subjects = _subjects(found)
    asked = request.POST.get("part") or request.GET.get("ky")
    chosen = next((one for one in subjects if one.slug == asked), None) or _usual(found, subjects, on)
    may_read = may_read_runs(request.actor, found, on=on).is_yes
    runs = runs_within(found) if may_read else Run.objects.none()
    shown = Paginator(runs, RUNS_A_PAGE).get_page(request.GET.get("trang"))
    names, drops = _names(subjects), may_drop(request.actor, chosen.kind, chosen.part, found, on=on)
    return page(
        request,
        "returned/forms.html",
        bloc=found,
        subjects=subjects,
        chosen=chosen,
        members=members_of(found).filter(left_on=None),
        may_drop=drops.is_yes,
        closed=drops.because,
        may_read=may_read,
        runs=[shown_run(run, names) for run in shown],
        shown=shown,
        base=reverse("forms", args=found.slugs),
        trail=trail_to(found),
        here="season",
    )


def _names(subjects: list[Subject]) -> dict[str, str]:
    """Of what a run is about, by its part."""
    return {one.part: one.name for one in subjects}


@require_POST
@login_required
@or_show(forms_page)
def drop(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="imports.read", on=today())
    typed = Typed(request)
    subjects = {one.slug: one for one in _subjects(found)}
    slug = typed.choice("part", subjects, label=_("Biểu"))
    dropped = typed.dropped_files("forms")
    typed.check()
    about = subjects[slug]
    run = drop_forms(
        found, kind=about.kind, part=about.part, dropped=dropped, by=request.actor, at=now(), key=typed.key
    )
    return done(request, _address(found, run), Sentence("import.started"))


def _address(bloc: BlocSeason, run: Run) -> str:
    return reverse("import_run", args=(*bloc.slugs, run.public_id))


def _found(request: Any, cluster: str, season: str, bloc: str, run: str) -> tuple[BlocSeason, Run]:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
    return found, run_for(request.actor, found, run, on=on)


@login_required
def run_page(request: Any, cluster: str, season: str, bloc: str, run: str, **_more: str) -> HttpResponse:
    found, one = _found(request, cluster, season, bloc, run)
    files = one.files.exclude(state=FileState.UNPACKED.value).order_by("position", "pk")
    shown = Paginator(files, FILES_A_PAGE).get_page(request.GET.get("trang"))
    opened = next((file for file in shown if file.public_id == request.GET.get("tep")), None)
    counts = counts_of(one)
    return page(
        request,
        "returned/run.html",
        bloc=found,
        run=shown_run(one, _names(_subjects(found))),
        counts=counts,
        is_running=one.at_state in TO_BE_READ,
        may_act=may_import(request.actor, one.kind, found, on=today()).is_yes,
        files=[shown_file(file) for file in shown],
        shown=shown,
        opened=opened,
        changes=changes_of(found, opened) if opened else [],
        base=_address(found, one),
        forms=reverse("forms", args=found.slugs),
        entered=reverse("results" if one.kind == RESULTS else "commitments", args=found.slugs),
        trail=[*trail_to(found), (_("Biểu mẫu"), reverse("forms", args=found.slugs))],
        here="season",
    )


@require_safe
@login_required
def progress(request: Any, cluster: str, season: str, bloc: str, run: str) -> HttpResponse:
    """The line that says how far the reading is; once it is over the whole page comes anew."""
    found, one = _found(request, cluster, season, bloc, run)
    is_running = one.at_state in TO_BE_READ
    answer = page(
        request, "returned/run.html#progress", counts=counts_of(one), base=_address(found, one), is_running=is_running
    )
    if not is_running:
        answer["HX-Refresh"] = "true"
    return answer


def _acted(told: str) -> Callable[[Acting], Callable[..., HttpResponse]]:
    """A POST about one run: find it, parse, act, lead back to its page."""

    def wrap(acting: Acting) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(run_page)
        def view(request: Any, cluster: str, season: str, bloc: str, run: str, **more: str) -> HttpResponse:
            found, one = _found(request, cluster, season, bloc, run)
            acting(request, one, Typed(request), **more)
            return done(request, _address(found, one), Sentence(f"import.{told}"))

        return view

    return wrap


@_acted("applied")
def apply(request: Any, run: Run, typed: Typed) -> object:
    is_agreed = typed.values.get("without_faulty") == "1"
    return apply_import(run, without_faulty=is_agreed, by=request.actor, at=now(), key=typed.key)


@_acted("read_again")
def again(request: Any, run: Run, typed: Typed) -> object:
    return read_again(run, by=request.actor, at=now(), key=typed.key)


@_acted("cancelled")
def cancel(request: Any, run: Run, typed: Typed) -> object:
    return cancel_import(run, by=request.actor, at=now(), key=typed.key)


@_acted("undone")
def undo(request: Any, run: Run, typed: Typed) -> object:
    reason = typed.text("reason", label=_("Lý do rút"), most=1000)
    typed.check()
    return undo_import(run, reason=reason, by=request.actor, at=now(), key=typed.key)


@_acted("left_out")
def leave_out(request: Any, run: Run, typed: Typed, file: str) -> object:
    found = run.files.filter(public_id=file).first()
    if found is None:
        raise Unknown
    key = f"{typed.key[:40]}-{found.public_id}"  # one form leaves out any file of the page
    return leave_file_out(found, by=request.actor, at=now(), key=key)
