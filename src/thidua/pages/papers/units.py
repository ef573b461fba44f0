"""Giấy tờ của đơn vị: what a unit makes itself, filled from the program, signed and numbered in its own office."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.library import listed_papers, paper_kinds
from thidua.core.actor import Actor
from thidua.core.answer import Unknown, refuse
from thidua.core.papers import PaperKind, Per
from thidua.documents.official.filling import fields_of
from thidua.documents.official.making import set_pdf, word_of
from thidua.pages.papers.finding import trail_to
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import page
from thidua.records.conduct.access.papers import reads_drafts
from thidua.records.conduct.official import unit_template
from thidua.records.directory.queries import leader_of
from thidua.records.files.kinds import PDF
from thidua.records.files.zips import WORD
from thidua.records.papers.models import OfficialPaper
from thidua.records.seasons.access import bloc_for, may, member_for
from thidua.records.seasons.models import Membership
from thidua.records.seasons.queries.frame import members_of
from thidua.records.seasons.queries.roles import head_of

ROWS_A_PAGE = 100
HEAD_OF_UNIT = "Thủ trưởng đơn vị"  # data: papers are in Vietnamese


def kinds() -> list[PaperKind]:
    """In the order of the season's list."""
    names = [listed.name for listed in listed_papers()]
    found = [kind for kind in paper_kinds().values() if kind.per is Per.UNIT]
    return sorted(found, key=lambda kind: names.index(kind.name))


@require_safe
@login_required
def unit_papers(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """All units of the bloc for who leads the season; for the others their own."""
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="papers.read", on=on)
    members, own = members_of(found).filter(left_on=None), {post.unit for post in request.actor.posts}
    if not reads_drafts(request.actor, found.season, on=on):
        members = members.filter(unit__in=own)
    rows = Paginator(members, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    language = (get_language() or "vi")[:2]
    return page(
        request,
        "papers/units.html",
        bloc=found,
        rows=rows,
        kinds=[(kind.code, kind.name.within(language)) for kind in kinds()],
        keeps={one.unit_id for one in rows if one.unit_id in own and _keeps(request.actor, one, on)},
        trail=trail_to(found.season),
        here="season",
    )


def _keeps(actor: Actor, member: Membership, on: date) -> bool:
    bloc = member.bloc_season
    return may(actor, "unit_papers.keep", season=bloc.season, bloc=bloc, unit=member.unit, on=on).is_yes


@require_safe
@login_required
def word(request: Any, cluster: str, season: str, bloc: str, unit: str, code: str) -> HttpResponse:
    member = member_for(request.actor, cluster, season, bloc, unit, to="unit_papers.read", on=today())
    paper = _filled(member, code)
    return sent(word_of(paper, unit_template(member, code)), WORD, f"{code}-{unit}.docx")


@require_safe
@login_required
def pdf(request: Any, cluster: str, season: str, bloc: str, unit: str, code: str) -> HttpResponse:
    member = member_for(request.actor, cluster, season, bloc, unit, to="unit_papers.read", on=today())
    paper = _filled(member, code)
    if unit_template(member, code) is not None:
        raise refuse("paper.word_alone")
    return sent(set_pdf(paper), PDF, f"{code}-{unit}.pdf")


def _filled(member: Membership, code: str) -> OfficialPaper:
    """The paper as it would be, kept nowhere.

    Raises Unknown for a code that is no unit's paper, NotPossible while there is nothing to say.
    """
    kind = next((one for one in kinds() if one.code == code), None)
    if kind is None:
        raise Unknown
    season, on = member.bloc_season.season, today()
    if (head := head_of(season)) is None:
        raise refuse("paper.needs_head")
    fields, leader = fields_of(code, season, member, head=head, on=on), leader_of(member.unit, on=on)
    if kind.needs and not fields.get(kind.needs):
        raise refuse("paper.nothing_to_write", field=kind.fields[kind.needs].label)
    typed = {field.name: field.begun(fields) for field in kind.typed}
    return OfficialPaper(
        code=code, filled=fields, typed=typed, filled_at=now(),
        signer=fields.get("_signer", leader.person.full_name if leader else ""),
        signer_title=fields.get("_title", leader.title if leader else HEAD_OF_UNIT),
    )  # fmt: skip
