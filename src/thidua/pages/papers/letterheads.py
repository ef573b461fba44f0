"""Đầu văn bản: how papers begin, of the unit that does the head's work, or of the cluster by leave of the authority."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.answer import Sentence, refuse
from thidua.pages.papers.finding import at, season_at, trail_to
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.papers.models import ClusterLetterhead, Letterhead
from thidua.records.papers.queries import cluster_letterhead, letterhead_of
from thidua.records.papers.steps.official import Head
from thidua.records.seasons.models import Season
from thidua.records.seasons.queries.roles import head_of


def _letterhead(season: Season) -> Letterhead:
    """Raises NotPossible while nobody heads the season."""
    if (head := head_of(season)) is None:
        raise refuse("paper.needs_head")
    return letterhead_of(head.unit)


def fields_of_letterhead(row: Letterhead) -> list[Field]:
    """What the form of a unit's letterhead holds."""
    counted = {"own": _("phần mềm đếm số"), "office": _("hệ thống văn bản của cơ quan cấp số")}
    return [
        Field("over", _("Dòng đầu: cơ quan cấp trên"), row.over),
        Field("agency", _("Dòng thứ hai: cơ quan ban hành"), row.agency),
        Field("symbol", _("Chữ viết tắt trong ký hiệu"), row.symbol),
        Field("place", _("Địa danh"), row.place),
        Field("numbers", _("Số văn bản"), "own" if row.own_numbers else "office", counted),
    ]


def typed_letterhead(typed: Typed) -> Head:
    """Every fault stays in `typed`."""
    return Head(
        typed.text("over", label=_("Dòng đầu: cơ quan cấp trên"), most=120, required=False),
        typed.text("agency", label=_("Dòng thứ hai: cơ quan ban hành"), most=120),
        typed.text("symbol", label=_("Chữ viết tắt trong ký hiệu"), most=20),
        typed.text("place", label=_("Địa danh"), most=60),
        typed.choice("numbers", ("own", "office"), label=_("Số văn bản")) == "own",
    )


def _letterhead_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_at(request, cluster, season, to="papers.keep")
    row = _letterhead(found)
    fields = fields_of_letterhead(row)
    return page(
        request,
        "papers/letterhead.html",
        season=found,
        row=row,
        begun=begun_with(request, row, fields, saved=("paper.letterhead_kept",)),
        form=filled(request, **{one.name: one.value for one in fields}),
        counted=list(fields[-1].words.items()),
        trail=trail_to(found),
        here="season",
    )


@login_required
@or_show(_letterhead_page)
def letterhead(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _letterhead_page(request, cluster, season)
    found, typed = season_at(request, cluster, season, to="papers.keep"), Typed(request)
    typed.settle(fields_of_letterhead(_letterhead(found)))
    head = typed_letterhead(typed)
    typed.check()
    version = typed.whole("version")
    acts.keep_letterhead(found, head=head, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, at(found, "papers"), Sentence("paper.letterhead_was_kept"))


def _of_cluster(season: Season) -> ClusterLetterhead:
    """As it is kept; where there is none, the cluster's name, kept nowhere."""
    found, cluster = cluster_letterhead(season.cluster.public_id), season.cluster
    return found or ClusterLetterhead(frame=cluster.public_id, agency=cluster.name[:120], version=0)


def _fields_of_cluster(row: ClusterLetterhead) -> list[Field]:
    return [
        Field("over", _("Dòng đầu: cơ quan cấp trên"), row.over),
        Field("agency", _("Dòng thứ hai: cụm, khu vực"), row.agency),
        Field("symbol", _("Chữ viết tắt trong ký hiệu"), row.symbol),
        Field("place", _("Địa danh"), row.place),
        Field("allowed_by", _("Văn bản cho phép"), row.allowed_by),
    ]


def _cluster_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_at(request, cluster, season, to="papers.keep")
    row = _of_cluster(found)
    fields = _fields_of_cluster(row)
    return page(
        request,
        "papers/cluster_letterhead.html",
        season=found,
        begun=begun_with(request, row, fields, saved=("paper.cluster_letterhead_kept",)),
        form=filled(request, **{one.name: one.value for one in fields}),
        trail=[*trail_to(found), (_("Đầu văn bản"), at(found, "letterhead"))],
        here="season",
    )


@login_required
@or_show(_cluster_page)
def of_cluster(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _cluster_page(request, cluster, season)
    found, typed = season_at(request, cluster, season, to="papers.keep"), Typed(request)
    typed.settle(_fields_of_cluster(_of_cluster(found)))
    head = Head(
        typed.text("over", label=_("Dòng đầu: cơ quan cấp trên"), most=120, required=False),
        typed.text("agency", label=_("Dòng thứ hai: cụm, khu vực"), most=120),
        typed.text("symbol", label=_("Chữ viết tắt trong ký hiệu"), most=20),
        typed.text("place", label=_("Địa danh"), most=60),
        own_numbers=False,
    )
    allowed_by = typed.text("allowed_by", label=_("Văn bản cho phép"))
    typed.check()
    acts.keep_cluster_letterhead(
        found, head=head, allowed_by=allowed_by, seen_version=typed.whole("version"), by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip
    return done(request, at(found, "papers"), Sentence("paper.cluster_letterhead_was_kept"))
