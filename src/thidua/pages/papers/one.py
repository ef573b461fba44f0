"""One paper: as it will print, what is typed beside it, and its next step."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.core.papers import PaperKind
from thidua.core.scoring import Name
from thidua.core.workflow.papers import PaperState, Under
from thidua.core.workflow.signatures import Capacity
from thidua.documents.official.converting import has_converter
from thidua.documents.official.filling import fields_of
from thidua.figures.season_papers import Subject, name_of
from thidua.pages.papers.finding import about, address, asked_turn, paper_at, season_at, trail_to
from thidua.pages.papers.preview import preview_of
from thidua.pages.papers.sources import sources_shown
from thidua.pages.papers.texts import language, text_fields, typed_lines
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.conduct.access.papers import reads_drafts
from thidua.records.conduct.actions.papers import Written
from thidua.records.conduct.official import template_under
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import allowed_letterheads, letterhead_of, papers_in, pdf_made, templates_in_force
from thidua.records.seasons.access import may_each
from thidua.records.seasons.models import Season
from thidua.records.seasons.queries.roles import head_of

ACTS = ("papers.write", "papers.sign", "papers.issue", "papers.keep")
SAVED = ("paper.written", "paper.drafted", "paper.submitted", "paper.returned")


@login_required
def paper_page(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    on, found = today(), season_at(request, cluster, season)
    kind, thing = about(request, found, code, subject)
    drafts = reads_drafts(request.actor, found, on=on)
    turns = [one for one in papers_in(found.public_id, code=code) if one.subject == subject]
    nth = asked_turn(request, found, code, subject)
    paper = next((one for one in turns if one.nth == nth and (one.is_issued or drafts)), None)
    if paper is None and request.GET.get("lan"):
        raise Unknown
    own_template = template_under(paper) if paper else templates_in_force(found.cluster.public_id).get(code)
    may = may_each(request.actor, ACTS, season=found, unit=None, on=on)
    preview = _preview(found, kind, thing, on) if drafts and (paper is None or kind.needs) else None
    shown, lacks = paper or preview, _lacking(kind, preview)
    return page(
        request,
        "papers/paper.html",
        season=found,
        kind=kind,
        name=kind.name.within(language()),
        about=name_of(thing),
        paper=paper,
        turns=[one for one in turns if drafts or one.is_issued],
        sheet=preview_of(kind, shown) if shown else None,
        **_form(request, kind, paper, on),
        unders=_unders(found) if may["papers.write"] else [],
        may={name.partition(".")[2]: answer for name, answer in may.items()},
        may_begin=may["papers.write"] and not lacks and _may_begin(kind, turns),
        lacks=say(Sentence("paper.nothing_to_write", field=lacks)) if lacks else "",
        own_numbers=_own_numbers(found, paper) if may["papers.issue"] else False,
        own_template=own_template,
        pdf=pdf_made(paper, own_template) if paper and own_template else None,
        converts=has_converter(),
        sources=sources_shown(kind, shown.filled if shown else {}),
        base=address(cluster, season, code, subject),
        trail=trail_to(found),
        here="season",
    )


def _preview(season: Season, kind: PaperKind, thing: Subject, on: date) -> OfficialPaper | None:
    """What a draft would hold, kept nowhere; None while the season has no head."""
    if (head := head_of(season)) is None:
        return None
    fields = fields_of(kind.code, season, thing, head=head, on=on)
    typed = {field.name: field.begun(fields) for field in kind.typed}
    title = season.cluster.head_word
    return OfficialPaper(code=kind.code, filled=fields, typed=typed, signer=head.person.full_name, signer_title=title)


def _may_begin(kind: PaperKind, turns: list[OfficialPaper]) -> bool:
    """Whether a paper may be begun, or the draft be filled anew."""
    last = turns[-1] if turns else None
    begun = (PaperState.DRAFT, PaperState.WITHDRAWN)
    return last is None or last.at_state in begun or (kind.is_often and last.is_issued)


def _lacking(kind: PaperKind, preview: OfficialPaper | None) -> Name | None:
    """What the records would have to hold first, as whom to remind; None where nothing stands in the way."""
    is_empty = preview is not None and kind.needs and not preview.filled.get(kind.needs)
    return kind.fields[kind.needs].label if is_empty else None


def _own_numbers(season: Season, paper: OfficialPaper | None) -> bool:
    """What bears the letterhead of the agency above is counted there."""
    head = head_of(season)
    is_counted_above = paper is not None and paper.under == Under.AGENCY
    return head is not None and not is_counted_above and letterhead_of(head.unit).own_numbers


def _form(request: Any, kind: PaperKind, paper: OfficialPaper | None, on: date) -> Mapping[str, Any]:
    """The fields of the forms beside the paper."""
    kept = paper or OfficialPaper(version=0)
    fields = fields_typed(kind, kept)
    begun = begun_with(request, kept, fields, saved=SAVED)
    form = filled(request, **{one.name: one.value for one in fields}, dated_on=day(on), number="")
    return {
        "texts": [(one.name, one.label, form.get(one.name, "")) for one in fields if one.name in kind.fields],
        "begun": begun,
        "form": form,
        "capacities": list(_capacities().items()),
    }


def fields_typed(kind: PaperKind, paper: OfficialPaper) -> list[Field]:
    """What a draft's form holds."""
    return [
        *text_fields(kind, paper.typed),
        Field("under", _("Theo đầu văn bản của"), paper.under, _under_words()),
        Field("capacity", _("Ký với tư cách"), paper.capacity, _capacities()),
        Field("signer", _("Người ký"), paper.signer),
        Field("signer_title", _("Chức vụ người ký"), paper.signer_title),
    ]


def _under_words() -> dict[str, str]:
    return {
        Under.UNIT.value: _("đơn vị giữ phần việc trưởng"), Under.AGENCY.value: _("cơ quan cấp trên"),
        Under.CLUSTER.value: _("cụm, khu vực"),
    }  # fmt: skip


def _unders(season: Season) -> list[tuple[str, str]]:
    """Whose letterhead may be chosen; nothing to choose where the unit's alone may be used."""
    allowed = {Under.UNIT, *allowed_letterheads(season.cluster.public_id)}
    return [(value, words) for value, words in _under_words().items() if value in allowed] if len(allowed) > 1 else []


def _capacities() -> dict[str, str]:
    return {
        Capacity.BY_POST.value: _("theo chức vụ"), Capacity.FOR_CHIEF.value: _("KT., ký thay cấp trưởng"),
        Capacity.FOR_BODY.value: _("TM., thay mặt tập thể"), Capacity.BY_ORDER.value: _("TL., thừa lệnh"),
        Capacity.BY_LETTER.value: _("TUQ., thừa ủy quyền"), Capacity.ACTING.value: _("Q., quyền cấp trưởng"),
    }  # fmt: skip


@require_POST
@login_required
@or_show(paper_page)
def draft(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    on, found = today(), season_at(request, cluster, season, to="papers.write")
    _, thing = about(request, found, code, subject)
    if (head := head_of(found)) is None:
        raise refuse("paper.needs_head")
    fields = fields_of(code, found, thing, head=head, on=on)
    key = Typed(request).key
    acts.draft_paper(found, code=code, subject=subject, filled=fields, by=request.actor, at=now(), key=key)
    return done(request, address(cluster, season, code, subject), Sentence("paper.was_drafted"))


@require_POST
@login_required
@or_show(paper_page)
def write(request: Any, cluster: str, season: str, code: str, subject: str) -> HttpResponse:
    paper = paper_at(request, cluster, season, code, subject, to="papers.write")
    kind, _thing = about(request, season_at(request, cluster, season), code, subject)
    typed = Typed(request)
    typed.settle(fields_typed(kind, paper))
    under = typed.choice("under", list(Under), label=_("Theo đầu văn bản của")) if "under" in typed.values else "unit"
    written = Written(typed_lines(typed, kind), *signature(typed, required=False), Under(under))
    typed.check()
    version = typed.whole("version")
    acts.write_paper(paper, written=written, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, address(cluster, season, code, subject), Sentence("paper.was_written"))


def signature(typed: Typed, *, required: bool) -> tuple[Capacity, str, str]:
    """In which capacity, who, with which post."""
    capacity = typed.choice("capacity", list(Capacity), label=_("Ký với tư cách"))
    signer = typed.text("signer", label=_("Người ký"), most=120, required=required)
    title = typed.text("signer_title", label=_("Chức vụ người ký"), most=120, required=required)
    return Capacity(capacity) if capacity in set(Capacity) else Capacity.BY_POST, signer, title
