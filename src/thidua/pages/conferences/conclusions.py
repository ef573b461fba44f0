"""Kết luận: who was nominated, minutes and conclusions, written, then issued; the conference is closed with them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now
from thidua.base.days import local_day
from thidua.base.workdays import working_day_after
from thidua.core.answer import Sentence, Unknown, require
from thidua.core.workflow.conferences import ConferenceMove, MatterKind, may_move
from thidua.pages.conferences.finding import address, conference_page, found_at, trail_to
from thidua.pages.seasons.rows import filled_rows, shown_rows, wants_more
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show
from thidua.pages.shared.sending import send_file
from thidua.records.councils.actions import running as acts
from thidua.records.councils.models import Conference, ConferencePaper, Matter
from thidua.records.councils.plan import NominatedTold, PaperTold

KINDS = {"bien-ban": ConferencePaper.Kind.MINUTES, "thong-bao": ConferencePaper.Kind.CONCLUSIONS}
FIELDS = ("name", "what", "votes", "of")
MINUTES_WITHIN = 3  # working days


@login_required
def conclusions(request: Any, cluster: str, conference: str) -> HttpResponse:
    """Drafts are read by who leads the season; the others read what was issued."""
    found = found_at(request, cluster, conference)
    papers = {paper.kind: paper for paper in found.papers.select_related("file")}
    matters = found.matters.filter(kind=MatterKind.NOMINATION.value).prefetch_related("nominated")
    return conference_page(
        request,
        found,
        "conferences/conclusions.html",
        tab="conclusions",
        papers=[(word, kind.value, papers.get(kind.value)) for word, kind in KINDS.items()],
        matters=matters,
        may_write=may_move(found.at_state, ConferenceMove.WRITE).is_yes,
        due=working_day_after(local_day(found.ends_at), MINUTES_WITHIN),
        is_ready=sum(paper.is_issued for paper in papers.values()) == len(KINDS),
    )


def _writing(request: Any, cluster: str, conference: str) -> Conference:
    found = found_at(request, cluster, conference, to="conference.plan")
    require(may_move(found.at_state, ConferenceMove.WRITE))
    return found


def _paper_page(request: Any, cluster: str, conference: str, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Unknown
    found = _writing(request, cluster, conference)
    one = found.papers.filter(kind=KINDS[kind]).select_related("file").first()
    kept = {"text": one.text if one else "", "number": one.number if one else "", "version": one.version if one else 0}
    return conference_page(
        request,
        found,
        "conferences/paper_form.html",
        tab="conclusions",
        kind=KINDS[kind].value,
        one=one,
        form=filled(request, **kept, dated_on=day(one.dated_on) if one and one.dated_on else ""),
        trail=[*trail_to(found), (_("Kết luận"), address(found, "conclusions"))],
    )


@login_required
@or_show(_paper_page)
def paper(request: Any, cluster: str, conference: str, kind: str) -> HttpResponse:
    if request.method != "POST" or kind not in KINDS:
        return _paper_page(request, cluster, conference, kind)
    found, typed = _writing(request, cluster, conference), Typed(request)
    text = typed.text("text", label=_("Nội dung"), most=20000, required=False)
    number = typed.text("number", label=_("Số, ký hiệu"), most=60, required=False)
    dated_on = typed.day("dated_on", label=_("Ngày văn bản"), required=False)
    file = typed.kept_file("file", label=_("Tệp văn bản đã ký"))
    typed.check()
    acts.keep_paper(
        found, kind=KINDS[kind].value, told=PaperTold(text, number, dated_on, file),
        seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    said = Sentence("conference.paper_saved", paper=Sentence(f"conference.paper.{KINDS[kind].value}"))
    return done(request, address(found, "conclusions"), said)


@require_safe
@login_required
def paper_file(request: Any, cluster: str, conference: str, kind: str) -> HttpResponseBase:
    found = found_at(request, cluster, conference)
    one = found.papers.filter(kind=KINDS.get(kind, "")).select_related("file").first()
    if one is None or one.file is None or not one.is_issued:
        raise Unknown
    return send_file(request, one.file)


def _nominated_page(request: Any, cluster: str, conference: str, matter: str) -> HttpResponse:
    found = _writing(request, cluster, conference)
    one = _matter(found, matter)
    kept = [{name: getattr(row, name) for name in FIELDS} for row in one.nominated.all()]
    return conference_page(
        request,
        found,
        "conferences/nominated_form.html",
        tab="conclusions",
        matter=one,
        rows=shown_rows(request, FIELDS, kept),
        trail=[*trail_to(found), (_("Kết luận"), address(found, "conclusions"))],
    )


def _matter(conference: Conference, public_id: str) -> Matter:
    """Raises Unknown for a matter that nominates nobody."""
    found = conference.matters.filter(public_id=public_id, kind=MatterKind.NOMINATION.value).first()
    if found is None:
        raise Unknown
    return found


@login_required
@or_show(_nominated_page)
def nominated(request: Any, cluster: str, conference: str, matter: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _nominated_page(request, cluster, conference, matter)
    found, typed = _writing(request, cluster, conference), Typed(request)
    one = _matter(found, matter)
    rows = [
        NominatedTold(
            typed.text(f"name-{n}", label=_("Dòng {n}, Tập thể, cá nhân").format(n=n + 1)),
            typed.text(f"what-{n}", label=_("Dòng {n}, Suy tôn").format(n=n + 1)),
            typed.whole(f"votes-{n}"),
            typed.whole(f"of-{n}"),
        )
        for n in filled_rows(request, ("name", "what"))
    ]
    typed.check()
    acts.note_nominated(one, rows=rows, by=request.actor, at=now(), key=typed.key)
    return done(request, address(found, "conclusions"), Sentence("conference.nominated_saved"))


@require_POST
@login_required
@or_show(conclusions)
def conclude(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference, to="conference.plan")
    acts.conclude_conference(found, by=request.actor, at=now(), key=Typed(request).key)
    return done(request, address(found, "conclusions"), Sentence("conference.was_concluded"))
