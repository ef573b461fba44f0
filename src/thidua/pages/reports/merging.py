"""Gộp báo cáo: what units wrote under one heading, side by side, picked into the cluster's own report and edited."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.base.clock import now
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.core.papers import Field as PaperField
from thidua.core.papers import PaperKind
from thidua.core.workflow.papers import PaperState, Under
from thidua.core.workflow.signatures import Capacity
from thidua.figures.merging import Behind, behind, signed_behind, silent_behind
from thidua.figures.season_papers import Subject, name_of
from thidua.pages.papers.finding import about, address, season_at, trail_to
from thidua.pages.papers.one import SAVED
from thidua.pages.papers.texts import LONGEST, language, text_fields, typed_lines
from thidua.pages.shared.clash import begun_with
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.conduct.actions import write_paper
from thidua.records.conduct.actions.papers import Written
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import last_of
from thidua.records.results.models import WrittenReport
from thidua.records.seasons.models import Season

TEXTS_A_PAGE, SILENT_NAMED = 50, 40


@dataclass(frozen=True)
class Text:
    """What one unit wrote under the heading; `is_taken` where it stands in the cluster's report already."""

    report: WrittenReport
    lines: list[str]
    is_taken: bool


@login_required
def merge_page(request: Any, cluster: str, season: str, code: str, subject: str, field: str) -> HttpResponse:
    found = season_at(request, cluster, season, to="papers.read_drafts")
    kind, thing, heading = _heading(request, found, code, subject, field)
    paper, parts = _draft(found, code, subject), behind(kind, found, thing)
    shown = Paginator(signed_behind(_narrowed(parts, request.GET.get("khoi", ""))), TEXTS_A_PAGE)
    texts = shown.get_page(request.GET.get("trang"))
    silent = silent_behind(parts)
    own = [one for one in text_fields(kind, paper.typed if paper else {}) if one.name == field]
    return page(
        request,
        "reports/merge.html",
        season=found,
        kind=kind,
        heading=heading.label.within(language()),
        headings=[(one.name, one.label.within(language())) for one in kind.typed],
        field=field,
        about=name_of(thing),
        name=kind.name.within(language()),
        paper=paper,
        page=texts,
        texts=_texts(texts, field, paper),
        blocs=[(one.bloc.bloc.slug, one.bloc.bloc.name) for one in parts],
        bloc=request.GET.get("khoi", ""),
        silent=list(silent[:SILENT_NAMED]),
        silent_count=silent.count(),
        begun=begun_with(request, paper or OfficialPaper(version=0), own, saved=SAVED),
        form=filled(request, **{one.name: one.value for one in own}),
        value=filled(request, **{one.name: one.value for one in own}).get(field, ""),
        base=address(cluster, season, code, subject),
        trail=[*trail_to(found), (kind.name.within(language()), address(cluster, season, code, subject))],
        here="season",
    )


@require_POST
@login_required
@or_show(merge_page)
def merge(request: Any, cluster: str, season: str, code: str, subject: str, field: str) -> HttpResponse:
    """What is typed and, under it, the texts that were ticked, each line behind its unit's name."""
    found = season_at(request, cluster, season, to="papers.write")
    kind, thing, _field = _heading(request, found, code, subject, field)
    if (paper := _draft(found, code, subject)) is None:
        raise refuse("written.needs_draft")
    typed = Typed(request)
    typed.settle([one for one in text_fields(kind, paper.typed) if one.name == field])
    lines, picked = typed_lines(typed, kind)[field], _picked(request, behind(kind, found, thing), field)
    typed.check()
    if len("\n".join([*lines, *picked])) > LONGEST:
        raise refuse("written.too_much_taken", most=LONGEST)
    written = Written(
        {**paper.typed, field: [*lines, *picked]}, Capacity(paper.capacity), paper.signer, paper.signer_title,
        Under(paper.under),
    )  # fmt: skip
    version = typed.whole("version")
    write_paper(paper, written=written, seen_version=version, by=request.actor, at=now(), key=typed.key)
    told = Sentence("written.texts_taken", count=len(picked)) if picked else Sentence("paper.was_written")
    there = reverse("merge_reports", args=(cluster, season, code, subject, field))
    asked = request.GET.urlencode()
    return done(request, f"{there}?{asked}" if asked else there, told)


def _heading(
    request: Any, season: Season, code: str, subject: str, field: str
) -> tuple[PaperKind, Subject, PaperField]:
    """Raises Unknown for a paper that takes no texts of units, and for a heading that nobody types."""
    kind, thing = about(request, season, code, subject)
    heading = next((one for one in kind.typed if one.name == field), None)
    if not kind.merges or heading is None:
        raise Unknown
    return kind, thing, heading


def _draft(season: Season, code: str, subject: str) -> OfficialPaper | None:
    """The cluster's report while it is written."""
    paper = last_of(season.public_id, code, subject)
    return paper if paper is not None and paper.at_state is PaperState.DRAFT else None


def _narrowed(parts: list[Behind], bloc: str) -> list[Behind]:
    return [one for one in parts if one.bloc.bloc.slug == bloc] or parts


def _texts(reports: Iterable[WrittenReport], field: str, paper: OfficialPaper | None) -> list[Text]:
    kept = set(paper.typed.get(field, ())) if paper else set()
    found = [(report, report.typed.get(field, [])) for report in reports]
    return [
        Text(report, lines, bool(lines) and all(_behind_its_name(report, line) in kept for line in lines))
        for report, lines in found
    ]


def _picked(request: Any, parts: list[Behind], field: str) -> list[str]:
    reports = signed_behind(parts).filter(public_id__in=request.POST.getlist("pick"))
    return [_behind_its_name(report, line) for report in reports for line in report.typed.get(field, ())]


def _behind_its_name(report: WrittenReport, line: str) -> str:
    return f"{report.membership.short_name}: {line}"
