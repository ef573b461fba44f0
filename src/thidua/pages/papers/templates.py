"""Mẫu Word: each paper's fields, and the office's own template of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now
from thidua.base.library import paper_kinds
from thidua.core.answer import Sentence, Unknown
from thidua.documents.official.templates import check_template
from thidua.documents.official.word import template_of
from thidua.pages.papers.finding import at, season_at, trail_to
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.conduct.official import kind_named
from thidua.records.files.queries import read_file
from thidua.records.files.zips import WORD
from thidua.records.papers.queries import editions_of, templates_in_force


@require_safe
@login_required
def paper_templates(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_at(request, cluster, season, to="papers.keep")
    own = templates_in_force(found.cluster.public_id)
    rows = [(kind.code, kind.name.within(_language()), own.get(kind.code)) for kind in paper_kinds().values()]
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
        season=found,
        code=code,
        name=kind.name.within(_language()),
        fields=[(field, field.label.within(_language())) for field in kind.known.values()],
        editions=editions,
        own=editions[0] if editions and editions[0].file else None,
        trail=[*trail_to(found), (_("Mẫu Word"), at(found, "paper_templates"))],
        here="season",
    )


@login_required
@or_show(_template_page)
def paper_template(request: Any, cluster: str, season: str, code: str) -> HttpResponse:
    if request.method != "POST":
        return _template_page(request, cluster, season, code)
    found, typed = season_at(request, cluster, season, to="papers.keep"), Typed(request)
    kind, drops = kind_named(code), "drop" in request.POST
    file = None if drops else typed.kept_file("file", label=_("Mẫu Word"), required=True)
    typed.check()
    if file is not None:
        with read_file(file) as opened:
            check_template(opened.read(), kind)
    acts.adopt_template(found, code=code, file=file, by=request.actor, at=now(), key=typed.key)
    said = Sentence("paper.template_was_dropped" if drops else "paper.template_was_adopted")
    return done(request, at(found, "paper_template", code), said)


@require_safe
@login_required
def template_word(request: Any, cluster: str, season: str, code: str) -> HttpResponse:
    """The template that is in force, or with `?goc` the program's own."""
    found = season_at(request, cluster, season, to="papers.keep")
    kind = kind_named(code)
    own = templates_in_force(found.cluster.public_id).get(code)
    if own is None or "goc" in request.GET:
        return sent(template_of(kind), WORD, f"mau-{code}.docx")
    if own.file is None:
        raise Unknown
    with read_file(own.file) as opened:
        return sent(opened.read(), WORD, own.file.name)


def _language() -> str:
    return (get_language() or "vi")[:2]
