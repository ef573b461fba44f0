"""Đầu văn bản: how papers begin, of the unit that does the head's work, or of cluster and agency above by leave."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.answer import Sentence, refuse
from thidua.core.workflow.papers import Under
from thidua.pages.papers.finding import at, season_at, trail_to
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.papers.models import AllowedLetterhead, Letterhead
from thidua.records.papers.queries import allowed_letterheads, letterhead_of
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


def _allowed(season: Season, under: Under) -> AllowedLetterhead:
    """As it is kept; where there is none, what the names of cluster and agency let guess, kept nowhere."""
    frame = season.cluster.public_id
    if (found := allowed_letterheads(frame).get(under)) is not None:
        return found
    agency = season.cluster.name if under is Under.CLUSTER else _agency_above(season)
    return AllowedLetterhead(frame=frame, under=under.value, agency=agency[:120], version=0)


def _agency_above(season: Season) -> str:
    head = head_of(season)
    return head.unit.parent.name if head and head.unit.parent else ""


def _fields_of_allowed(row: AllowedLetterhead) -> list[Field]:
    of_agency = row.under == Under.AGENCY
    second = _("Dòng thứ hai: cơ quan ban hành") if of_agency else _("Dòng thứ hai: cụm, khu vực")
    fields = [
        Field("over", _("Dòng đầu: cơ quan cấp trên"), row.over),
        Field("agency", second, row.agency),
        Field("symbol", _("Chữ viết tắt trong ký hiệu"), row.symbol),
        Field("place", _("Địa danh"), row.place),
        Field("allowed_by", _("Văn bản cho phép"), row.allowed_by),
    ]
    return [*fields, Field("chief", _("Chức vụ người đứng đầu"), row.chief)] if of_agency else fields


def _allowed_page(request: Any, cluster: str, season: str, under: Under) -> HttpResponse:
    found = season_at(request, cluster, season, to="papers.keep")
    row = _allowed(found, under)
    fields = _fields_of_allowed(row)
    return page(
        request,
        "papers/allowed_letterhead.html",
        season=found,
        of_agency=under is Under.AGENCY,
        begun=begun_with(request, row, fields, saved=(f"paper.{under}_letterhead_kept",)),
        form=filled(request, **{one.name: one.value for one in fields}),
        trail=[*trail_to(found), (_("Đầu văn bản"), at(found, "letterhead"))],
        here="season",
    )


@login_required
@or_show(_allowed_page)
def allowed(request: Any, cluster: str, season: str, under: Under) -> HttpResponse:
    """That of the cluster itself, or of the agency above."""
    if request.method != "POST":
        return _allowed_page(request, cluster, season, under)
    found, typed = season_at(request, cluster, season, to="papers.keep"), Typed(request)
    rows = _fields_of_allowed(_allowed(found, under))
    typed.settle(rows)
    labels = {one.name: one.label for one in rows}
    head = Head(
        typed.text("over", label=labels["over"], most=120, required=False),
        typed.text("agency", label=labels["agency"], most=120),
        typed.text("symbol", label=labels["symbol"], most=20),
        typed.text("place", label=labels["place"], most=60),
        own_numbers=False,
        chief=typed.text("chief", label=labels["chief"], most=120) if "chief" in labels else "",
    )
    allowed_by = typed.text("allowed_by", label=labels["allowed_by"])
    typed.check()
    acts.keep_allowed_letterhead(
        found, under, head=head, allowed_by=allowed_by, seen_version=typed.whole("version"), by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip
    return done(request, at(found, "papers"), Sentence(f"paper.{under}_letterhead_was_kept"))
