"""Giấy tờ của đơn vị: what a unit makes itself, filled from the program, signed and numbered in its own office."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.library import listed_papers, paper_kinds
from thidua.core.actor import Actor
from thidua.core.answer import Unknown, refuse
from thidua.core.papers import PaperKind, Per
from thidua.documents.official.filling import fields_of
from thidua.documents.official.making import set_pdf, word_of
from thidua.pages.papers.finding import trail_to
from thidua.pages.papers.unit_pdfs import InWord, pdf_or_page, unit_pdf_page
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import Typed, page
from thidua.records.conduct import actions as acts
from thidua.records.conduct.access.papers import reads_drafts
from thidua.records.conduct.official import kind_named, unit_template
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
def word(request: Any, **words: str) -> HttpResponse:
    member, paper = _paper_at(request, **words)
    return sent(word_of(paper, unit_template(member, paper.code)), WORD, f"{paper.code}-{member.unit.slug}.docx")


@require_safe
@login_required
def pdf(request: Any, **words: str) -> HttpResponseBase:
    """By our layout; where the unit has its own template, what is made from its Word file and never ours."""
    member, paper = _paper_at(request, **words)
    if (asked := _in_word(member, paper)) is not None:
        return pdf_or_page(request, asked, _trail(member))
    return sent(set_pdf(paper), PDF, f"{paper.code}-{member.unit.slug}.pdf")


def _asked(request: Any, **words: str) -> tuple[InWord, str]:
    """Raises NotPossible where ours is set: that PDF is there at once."""
    if (asked := _in_word(*_paper_at(request, **words))) is None:
        raise refuse("paper.pdf_is_ours")
    return asked, f"{asked.base}/pdf"


def _pdf_page(request: Any, **words: str) -> HttpResponse:
    asked, _address = _asked(request, **words)
    return unit_pdf_page(request, asked, _trail(asked.member))


@acted_on(_pdf_page, _asked, "paper")("pdf_was_asked")
def make_pdf(request: Any, asked: InWord, typed: Typed) -> object:
    return acts.ask_unit_pdf(asked.member, drafted=asked.kept(), by=request.actor, at=now(), key=typed.key)


def _paper_at(
    request: Any, cluster: str, season: str, bloc: str, unit: str, code: str
) -> tuple[Membership, OfficialPaper]:
    member = member_for(request.actor, cluster, season, bloc, unit, to="unit_papers.read", on=today())
    return member, _filled(member, code)


def _in_word(member: Membership, paper: OfficialPaper) -> InWord | None:
    """None where the unit has no template of its own."""
    if (template := unit_template(member, paper.code)) is None:
        return None
    base = reverse("unit_paper_pdf", args=(*member.bloc_season.slugs, member.unit.slug, paper.code))
    return InWord(member, kind_named(paper.code), paper, template, member.token, base.removesuffix("/pdf"))


def _trail(member: Membership) -> list[tuple[Any, ...]]:
    bloc = member.bloc_season
    return [*trail_to(bloc.season), (_("Giấy tờ của đơn vị"), reverse("unit_papers", args=bloc.slugs))]


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
