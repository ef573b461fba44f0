"""Mẫu Word: each paper's fields, and the office's own template of it."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now
from thidua.base.library import paper_kinds
from thidua.core.answer import Sentence
from thidua.core.papers import PaperKind
from thidua.documents.official.templates import check_template
from thidua.documents.official.word import template_of
from thidua.pages.papers.finding import at, season_at, trail_to
from thidua.pages.papers.texts import language
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.conduct.official import kind_named
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file
from thidua.records.files.zips import WORD
from thidua.records.papers.models import AdoptedTemplate
from thidua.records.papers.queries import editions_of, templates_in_force


@require_safe
@login_required
def paper_templates(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_at(request, cluster, season, to="papers.keep")
    own = templates_in_force(found.cluster.public_id)
    rows = [(kind.code, kind.name.within(language()), own.get(kind.code)) for kind in paper_kinds().values()]
    return page(
        request, "papers/templates.html", season=found, rows=rows, trail=trail_to(found),
        here="season",
    )  # fmt: skip


def _template_page(request: Any, cluster: str, season: str, code: str) -> HttpResponse:
    found = season_at(request, cluster, season, to="papers.keep")
    kind, editions = kind_named(code), editions_of(found.cluster.public_id, code)
    return page(
        request,
        "papers/template.html",
        **shown_template(kind, editions),
        word_at=at(found, "template_word", code),
        trail=[*trail_to(found), (_("Mẫu Word"), at(found, "paper_templates"))],
        here="season",
    )


def shown_template(kind: PaperKind, editions: Sequence[AdoptedTemplate]) -> dict[str, Any]:
    """A paper's fields, the template in force and those before it, as the page shows them."""
    return {
        "name": kind.name.within(language()),
        "fields": [(field, field.label.within(language())) for field in kind.known.values()],
        "editions": editions,
        "own": editions[0] if editions and editions[0].file else None,
    }


@login_required
@or_show(_template_page)
def paper_template(request: Any, cluster: str, season: str, code: str) -> HttpResponse:
    if request.method != "POST":
        return _template_page(request, cluster, season, code)
    found, typed = season_at(request, cluster, season, to="papers.keep"), Typed(request)
    file = sent_template(typed, kind_named(code))
    acts.adopt_template(found, code=code, file=file, by=request.actor, at=now(), key=typed.key)
    return done(request, at(found, "paper_template", code), told_of(file))


def sent_template(typed: Typed, kind: PaperKind) -> StoredFile | None:
    """The file that was sent, read; None where the one before is to come back. Raises NotPossible with its faults."""
    file = None if "drop" in typed.values else typed.kept_file("file", label=_("Mẫu Word"), required=True)
    typed.check()
    if file is not None:
        with read_file(file) as opened:
            check_template(opened.read(), kind)
    return file


def told_of(file: StoredFile | None) -> Sentence:
    return Sentence("paper.template_was_adopted" if file else "paper.template_was_dropped")


@require_safe
@login_required
def template_word(request: Any, cluster: str, season: str, code: str) -> HttpResponse:
    """The template that is in force, or with `?goc` the program's own."""
    found = season_at(request, cluster, season, to="papers.keep")
    own = templates_in_force(found.cluster.public_id).get(code)
    return template_sent(kind_named(code), None if "goc" in request.GET else own)


def template_sent(kind: PaperKind, own: AdoptedTemplate | None) -> HttpResponse:
    """As a file; the program's own where there is no other."""
    if own is None or own.file is None:
        return sent(template_of(kind), WORD, f"mau-{kind.code}.docx")
    with read_file(own.file) as opened:
        return sent(opened.read(), WORD, own.file.name)
