"""Mẫu Word của đơn vị: a unit's own templates of the papers and reports that it makes itself."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.library import report_kinds
from thidua.pages.papers.finding import trail_to
from thidua.pages.papers.templates import sent_template, shown_template, template_sent, told_of
from thidua.pages.papers.texts import language
from thidua.pages.papers.units import kinds
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.conduct.official import unit_kind_named, unit_template
from thidua.records.papers.queries import editions_of, templates_in_force
from thidua.records.seasons.access import member_for
from thidua.records.seasons.models import Membership

Trail = list[tuple[Any, ...]]


@require_safe
@login_required
def unit_templates(request: Any, cluster: str, season: str, bloc: str, unit: str) -> HttpResponse:
    member = _member(request, cluster, season, bloc, unit)
    own = templates_in_force(member.unit.public_id)
    every = [*kinds(), *report_kinds().values()]
    return page(
        request,
        "papers/unit_templates.html",
        member=member,
        rows=[(kind.code, kind.name.within(language()), own.get(kind.code)) for kind in every],
        trail=_trail(member),
        here="season",
    )


def _template_page(request: Any, cluster: str, season: str, bloc: str, unit: str, code: str) -> HttpResponse:
    member = _member(request, cluster, season, bloc, unit)
    return page(
        request,
        "papers/template.html",
        **shown_template(unit_kind_named(code), editions_of(member.unit.public_id, code)),
        unit=member.name,
        word_at=_at(member, "unit_template_word", code),
        trail=[*_trail(member), (_("Mẫu Word của đơn vị"), _at(member, "unit_templates"))],
        here="season",
    )


@login_required
@or_show(_template_page)
def one_template(request: Any, cluster: str, season: str, bloc: str, unit: str, code: str) -> HttpResponse:
    if request.method != "POST":
        return _template_page(request, cluster, season, bloc, unit, code)
    member, typed = _member(request, cluster, season, bloc, unit), Typed(request)
    file = sent_template(typed, unit_kind_named(code))
    acts.adopt_unit_template(member, code=code, file=file, by=request.actor, at=now(), key=typed.key)
    return done(request, _at(member, "unit_template", code), told_of(file))


@require_safe
@login_required
def word(request: Any, cluster: str, season: str, bloc: str, unit: str, code: str) -> HttpResponse:
    """The template by which the unit's paper is made, or with `?goc` the program's own."""
    member = _member(request, cluster, season, bloc, unit)
    kind = unit_kind_named(code)
    return template_sent(kind, None if "goc" in request.GET else unit_template(member, code))


def _member(request: Any, cluster: str, season: str, bloc: str, unit: str) -> Membership:
    return member_for(request.actor, cluster, season, bloc, unit, to="unit_papers.keep", on=today())


def _at(member: Membership, name: str, *more: str) -> str:
    return reverse(name, args=(*member.bloc_season.slugs, member.unit.slug, *more))


def _trail(member: Membership) -> Trail:
    bloc = member.bloc_season
    return [*trail_to(bloc.season), (_("Giấy tờ của đơn vị"), reverse("unit_papers", args=bloc.slugs))]
