"""Youth chapters of a season, one chapter, a new one, and who leads it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, require
from thidua.core.texts import folded
from thidua.pages.chapters.finding import trail_to_chapter, trail_to_list, typed_count, typed_person
from thidua.pages.exemplars.finding import names_in, own_members
from thidua.pages.participation.fields import home_of, places, typed_place
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.directory.models import YouthChapter
from thidua.records.results.access.chapters import chapter_for, chapters_of, may_change, may_note
from thidua.records.results.access.participation import may
from thidua.records.results.actions.chapters import amend_chapter, keep_chapter
from thidua.records.results.models import ChapterActivity
from thidua.records.results.queries.chapters import activities_of
from thidua.records.seasons.access import may as may_in
from thidua.records.seasons.access import season_for
from thidua.records.seasons.models import Membership, Season

ROWS_A_PAGE = 100


def _asked(request: Any, season: Season) -> tuple[QuerySet[YouthChapter], str]:
    """The season's chapters, narrowed as the address asks."""
    rows, asked = chapters_of(season, on=today()), request.GET.get("tim", "")[:60]
    return (rows.filter(unit__folded__contains=folded(asked)) if asked else rows), asked


def _activities(season: Season) -> dict[int, int]:
    """How many each chapter has done in the season, by its key."""
    done_so_far = ChapterActivity.objects.filter(membership__bloc_season__season=season, withdrawn_at=None).order_by()
    return dict(done_so_far.values_list("chapter").annotate(count=Count("pk")))


@require_safe
@login_required
def chapters(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="chapters.read", on=on)
    rows, asked = _asked(request, found)
    shown, counted = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")), _activities(found)
    return page(
        request,
        "chapters/chapters.html",
        season=found,
        rows=shown,
        chapters=[(one, counted.get(one.pk, 0)) for one in shown],
        latest=activities_of(found)[:5],
        asked=asked,
        may_keep=any(
            may(request.actor, "chapters.keep", one, on=on).is_yes for one in own_members(request.actor, found)
        ),
        trail=trail_to_list(found)[:1],
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str) -> HttpResponse:
    """What the list shows, as a workbook; the same parameters narrow it."""
    found = season_for(request.actor, cluster, season, to="chapters.read", on=today())
    rows, counted = _asked(request, found)[0].select_related("unit"), _activities(found)
    return as_xlsx(
        Table(
            name=f"chi-doan-{found.slug}",
            title=f"{_('Chi đoàn')}, {found.name}",
            heads=[_("Chi đoàn"), _("Đơn vị"), _("Bí thư"), _("Đoàn viên"), _("Hoạt động"), _("Kết thúc")],
            rows=[
                (one.name, one.unit.name, one.led_by, one.members, counted.get(one.pk, 0), one.ended_on)  # type: ignore[attr-defined]
                for one in rows
            ],
        )
    )


def _member(request: Any, season: Season) -> Membership:
    """The first of the reader's units for which chapters may be kept. Raises NotPossible with the grid's reason."""
    own = own_members(request.actor, season)
    for member in own:
        if may(request.actor, "chapters.keep", member, on=today()).is_yes:
            return member
    require(may_in(request.actor, "chapters.keep", season=season, on=today()))
    return own[0]


def _keep_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="chapters.read", on=today())
    member = _member(request, found)
    return page(
        request,
        "chapters/form.html",
        season=found,
        member=member,
        places=places(member),
        names=names_in([member]),
        form=filled(request, unit=home_of(request.actor, member), on=day(today()), name=f"Chi đoàn {member.name}"),
        trail=trail_to_list(found),
        here="season",
    )


@login_required
@or_show(_keep_page)
def keep(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _keep_page(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="chapters.read", on=today())
    member, typed = _member(request, found), Typed(request)
    name = typed.text("name", label=_("Tên chi đoàn"), most=200)
    unit = typed_place(typed, member)
    founded_on = typed.day("on", label=_("Từ ngày"))
    secretary = typed_person(typed, "secretary", label=_("Bí thư"), on=today())
    members = typed_count(typed, "members", label=_("Số đoàn viên"))
    typed.check()
    assert unit is not None
    assert founded_on is not None
    assert secretary is not None
    chapter = keep_chapter(
        member, unit=unit, name=name, secretary=secretary, members=members, founded_on=founded_on, by=request.actor,
        at=now(), key=typed.key,
    )  # fmt: skip
    at = reverse("chapter", args=(cluster, season, chapter.public_id))
    return done(request, at, Sentence("chapter.kept", name=chapter.name))


@login_required
def chapter_page(request: Any, cluster: str, season: str, chapter: str) -> HttpResponse:
    on = today()
    found, member = chapter_for(request.actor, cluster, season, chapter, on=on)
    rows = activities_of(member.bloc_season.season).filter(chapter=found)
    may_keep = may_change(request.actor, found, member, on=on).is_yes
    return page(
        request,
        "chapters/chapter.html",
        chapter=found,
        member=member,
        season=member.bloc_season.season,
        rows=Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        secretaries=found.secretaries.select_related("person").order_by("-from_on"),
        names_before=found.former_names.order_by("-until_on"),
        sizes=found.sizes.order_by("-on")[:10],
        may_keep=may_keep,
        may_note=found.ended_on is None and may_note(request.actor, found, member, on=on).is_yes,
        names=names_in([member]) if may_keep else [],
        today_written=day(on),
        form=filled(request, on=day(on), secretary=found.led_by or "", members=found.members or ""),  # type: ignore[attr-defined]
        trail=trail_to_list(member.bloc_season.season),
        here="season",
    )


@require_safe
@login_required
def activities_workbook(request: Any, cluster: str, season: str, chapter: str) -> HttpResponse:
    """What the chapter has done in the season."""
    found, member = chapter_for(request.actor, cluster, season, chapter, on=today())
    of_season = member.bloc_season.season
    return as_xlsx(
        Table(
            name=f"hoat-dong-{of_season.slug}-{found.unit.slug}",
            title=f"{found.name}, {of_season.name}",
            heads=[_("Hoạt động"), _("Đợt"), _("Ngày"), _("Có tên"), _("Chi đoàn khai")],
            rows=[
                (one.title, one.campaign.name if one.campaign else None, one.on, one.there, one.told)  # type: ignore[attr-defined]
                for one in activities_of(of_season).filter(chapter=found)
            ],
        )
    )


@require_POST
@login_required
@or_show(chapter_page)
def amend(request: Any, cluster: str, season: str, chapter: str) -> HttpResponse:
    found, member = chapter_for(request.actor, cluster, season, chapter, on=today())
    require(may_change(request.actor, found, member, on=today()))
    typed = Typed(request)
    on = typed.day("on", label=_("Từ ngày"))
    secretary = typed_person(typed, "secretary", label=_("Bí thư"), on=today())
    members = typed_count(typed, "members", label=_("Số đoàn viên"))
    typed.check()
    assert on is not None
    assert secretary is not None
    amend_chapter(
        found, member=member, secretary=secretary, members=members, on=on, by=request.actor, at=now(), key=typed.key
    )
    return done(request, trail_to_chapter(found, member)[-1][1], Sentence("chapter.amended"))
