"""An initiative written down: a draft that may lack much, submitted when whole; or entered from a unit's paper."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.workflow.handing_in import may_enter
from thidua.pages.exemplars.finding import OFFERED_AT_MOST, known_in, names_in, own_members
from thidua.pages.initiatives.finding import At, trail_to_list
from thidua.pages.shared.figures import day
from thidua.pages.shared.members import typed_member
from thidua.pages.shared.papers import typed_paper, typed_source
from thidua.pages.shared.request import Typed, done, forget, or_show, page
from thidua.records.directory.naming import written
from thidua.records.results.access.initiatives import may_write
from thidua.records.results.actions import initiatives as acts
from thidua.records.results.models import Initiative
from thidua.records.results.told import AuthorTold, InitiativeTold
from thidua.records.seasons.access import season_for
from thidua.records.seasons.models import Membership, Season


def _form(request: Any, season: Season, own: list[Membership], **more: Any) -> HttpResponse:
    initiative: Initiative | None = more.get("initiative")
    kept = {} if initiative is None else _kept(initiative)
    return page(
        request,
        "initiatives/form.html",
        season=season,
        form=request.POST or kept,  # emptied once what was typed is saved
        own=[(one.unit.slug, one.short_name) for one in own],
        fields=[(one.number, f"{one.number}. {one.short_name}") for one in season.contents.all()],
        names=names_in(own),
        trail=trail_to_list(season),
        here="season",
        **more,
    )


def _kept(initiative: Initiative) -> dict[str, Any]:
    names = ("title", "description", "benefit", "version")
    return {name: getattr(initiative, name) for name in names} | {
        "field": initiative.field.number,
        "applied_on": day(initiative.applied_on) if initiative.applied_on else "",
        "authors": "\n".join(f"{one.name} {one.share_percent}" for one in initiative.authors.all()),
    }


def _new_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    own = own_members(request.actor, found)
    if not own:
        raise refuse("exemplar.of_no_unit")
    return _form(request, found, own)


@login_required
@or_show(_new_page)
def new_initiative(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _new_page(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    typed, own = Typed(request), {one.unit.slug: one for one in own_members(request.actor, found)}
    unit = typed.choice("unit", own, label=_("Đơn vị"))
    told, shown = _told(typed, found, own.get(unit)), typed_paper(typed)
    typed.check()
    begun = acts.begin_initiative(
        own[unit], told=told, shown=[shown] if shown else [], by=request.actor, at=now(), key=typed.key
    )  # fmt: skip
    return _sent(request, At(cluster, season, begun.public_id), begun, typed)


def _write_page(request: Any, cluster: str, season: str, initiative: str) -> HttpResponse:
    found = At(cluster, season, initiative).initiative(request.actor)
    require(may_write(request.actor, found, on=today()))
    require(may_enter(found.handing))
    return _form(request, found.membership.bloc_season.season, [found.membership], initiative=found)


@login_required
@or_show(_write_page)
def write(request: Any, cluster: str, season: str, initiative: str) -> HttpResponse:
    if request.method != "POST":
        return _write_page(request, cluster, season, initiative)
    at, typed = At(cluster, season, initiative), Typed(request)
    found = at.initiative(request.actor)
    told, shown = _told(typed, found.membership.bloc_season.season, found.membership), typed_paper(typed)
    typed.check()
    saved = acts.save_initiative(
        found, told=told, shown=[shown] if shown else [], seen_version=typed.whole("version"), by=request.actor,
        at=now(), key=typed.key,
    )  # fmt: skip
    return _sent(request, at, saved, typed)


def _sent(request: Any, at: At, saved: Initiative, typed: Typed) -> HttpResponse:
    """What was typed is saved now; with the button to submit it goes on, or its page says what is missing."""
    if "submit" not in typed.values:
        return done(request, at.page, Sentence("initiative.saved"))
    key = f"{typed.key[:58]}-nop"
    try:
        acts.submit_initiative(saved, seen_version=saved.version, by=request.actor, at=now(), key=key)
    except NotPossible as refused:
        forget(request)
        request.refusal = refused
        return _write_page(request, at.cluster, at.season, saved.public_id)
    return done(request, at.page, Sentence("initiative.submitted"))


def _behalf_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="initiatives.enter_on_behalf", on=today())
    members = Membership.objects.filter(bloc_season__season=found, left_on=None).select_related("unit")
    units = [written(one.unit) for one in members[:OFFERED_AT_MOST]]
    return _form(request, found, [], units=units, on_behalf=True)


@login_required
@or_show(_behalf_page)
def on_behalf(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _behalf_page(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="initiatives.enter_on_behalf", on=today())
    typed = Typed(request)
    member = typed_member(typed, found)
    told, paper = _told(typed, found, member), typed_source(typed)
    assert member is not None
    entered = acts.enter_initiative_on_behalf(member, told=told, paper=paper, by=request.actor, at=now(), key=typed.key)
    return done(request, At(cluster, season, entered.public_id).page, Sentence("initiative.entered_on_behalf"))


def _told(typed: Typed, season: Season, member: Membership | None) -> InitiativeTold:
    fields = {str(one.number): one for one in season.contents.all()}
    number = typed.choice("field", fields, label=_("Lĩnh vực"))
    return InitiativeTold(
        title=typed.text("title", label=_("Tên sáng kiến"), most=300),
        field=fields.get(number, next(iter(fields.values()), None)),  # type: ignore[arg-type]
        applied_on=typed.day("applied_on", label=_("Áp dụng lần đầu từ ngày"), required=False),
        description=typed.text("description", label=_("Nội dung"), most=6000, required=False),
        benefit=typed.text("benefit", label=_("Lợi ích"), most=3000, required=False),
        authors=tuple(_authors(typed, member)),
    )


def _authors(typed: Typed, member: Membership | None) -> list[AuthorTold]:
    """One line an author: the name, then the share, as Nguyễn Văn An 60."""
    lines = typed.text("authors", label=_("Tác giả"), most=4000, required=False).splitlines()
    found = []
    for line in (line.strip().rstrip("%").strip() for line in lines if line.strip()):
        name, _space, share = line.rpartition(" ")
        if not (name.strip(" ,;:-") and share.isascii() and share.isdigit() and len(share) < 4):
            typed.faults.append(Sentence("initiative.author_line", line=line[:60]))
            continue
        written_name = name.strip(" ,;:-")[:120]
        found.append(AuthorTold(written_name, int(share), known_in(member, written_name) if member else None))
    return found
