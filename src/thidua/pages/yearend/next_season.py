"""Chép sang năm sau: what comes along is chosen and seen before anything is written; one act makes the season."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.core.workflow.copying import Part
from thidua.pages.scores.methods import named
from thidua.pages.seasons.heading import typed_heading
from thidua.pages.seasons.planning import bloc_rows, typed_blocs, typed_frame
from thidua.pages.shared import drafts
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.yearend.place import trail_to
from thidua.records.conduct import actions as acts
from thidua.records.conduct.next_season import ROLES, BlocWish, Prepared, Wish, prepared, said
from thidua.records.conduct.queries.handover import head_in_force, next_heading
from thidua.records.conduct.queries.year_end import is_ranked, season_after
from thidua.records.directory.naming import written_post
from thidua.records.seasons import access
from thidua.records.seasons.access import season_for
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Campaign, Season
from thidua.records.seasons.plan import SeasonPlan, shifted
from thidua.records.seasons.queries.campaigns import calendar_of
from thidua.records.seasons.queries.plan import plan_of
from thidua.records.seasons.queries.roles import heads_of, likely_holders

OFFERED_AT_MOST = 200


def _season_to_copy(request: Any, cluster: str, season: str) -> Season:
    """Raises Unknown or NotPossible: whoever reads the season is told why not."""
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    require(access.may_plan(request.actor, found.cluster, on=today()))
    return found


def _next_page(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = _season_to_copy(request, cluster, season)
    later = shifted(plan_of(found), 1)
    # A sheet comes along for those alone who may adopt one.
    may_adopt = access.may_in_cluster(request.actor, "sheet.adopt", found.cluster, on=on).is_yes
    open_parts = [part for part in Part if may_adopt or part is not Part.SHEETS]
    heading = next_heading(found)
    kept = _offered(found, later, [part for part in open_parts if _goes_on(part, found, heading)])
    wish = (_wish(Typed(request), found) if request.method == "POST" else None) or kept
    told = prepared(found, wish, on=on)
    may_name = access.may(request.actor, "season.appoint", season=found, on=on).is_yes
    return page(
        request,
        "yearend/next_season.html",
        season=found,
        after=season_after(found),
        is_ranked=is_ranked(found),
        told=told,
        ticked=wish.campaigns,
        parts=_parts(request, told, open_parts, kept.parts),
        sheets=_sheets(told),
        blocs=bloc_rows(request, found.cluster, {one.bloc.pk: one for one in later.blocs}, later.emulation_year),
        heads=heads_of(found.cluster)[:OFFERED_AT_MOST] if may_name else [],
        offered=[written_post(post) for post in likely_holders(found, on=on)[:OFFERED_AT_MOST]] if may_name else [],
        may_name=may_name,
        named=heading,
        form=filled(request, name=kept.name, slug=kept.slug, year=kept.year, motto=kept.motto),
        trail=trail_to(found),
        here="season",
    )


@login_required
@or_show(_next_page)
def next_season(request: Any, cluster: str, season: str) -> HttpResponse:
    """The form says what it has shown; `look` only shows anew what was ticked."""
    if request.method != "POST":
        return _next_page(request, cluster, season)
    if "look" in request.POST:
        drafts.sent(request)
        return _next_page(request, cluster, season)
    found, typed = _season_to_copy(request, cluster, season), Typed(request)
    wish, head = _wish(typed, found), typed_heading(typed, found)
    typed.check()
    assert wish is not None
    made = acts.copy_season(
        found, wish=wish, head=head, seen=typed.values.get("seen", ""), by=request.actor, at=now(), key=typed.key
    )
    return done(request, reverse("one_season", args=(cluster, made.slug)), Sentence("next_season.made", name=made.name))


def _offered(found: Season, later: SeasonPlan, parts: Iterable[Part]) -> Wish:
    """Everything a year later, but for campaigns that were ad hoc: they answered something of their own year."""
    campaigns = calendar_of(found).exclude(kind=Campaign.Kind.AD_HOC)
    return Wish(
        slug=f"nam-{later.emulation_year}",
        name=f"Năm thi đua {later.emulation_year}",
        year=later.emulation_year,
        motto=later.motto,
        blocs={one.bloc.slug: BlocWish(one.starts_on, one.ends_on, one.left_out) for one in later.blocs},
        parts=frozenset(parts),
        campaigns=frozenset(campaigns.values_list("public_id", flat=True)),
    )


def _wish(typed: Typed, found: Season) -> Wish | None:
    """What the form asks for; None while something in it cannot be read. Every fault stays in `typed`."""
    name, slug, year, motto = typed_frame(typed)
    blocs = typed_blocs(typed, found.cluster)
    if typed.faults:
        return None
    ticked = typed.values.getlist("campaign")
    return Wish(
        slug=slug, name=name, year=year, motto=motto,
        blocs={bloc.slug: BlocWish(first, last, left_out) for bloc, first, last, left_out in blocs},
        parts=frozenset(part for part in Part if typed.values.get(f"part-{part}")),
        campaigns=frozenset(ticked),
    )  # fmt: skip


def _goes_on(part: Part, found: Season, heading: Heading | None) -> bool:
    """The secretariat is of the head's unit: it stays behind when another unit takes over."""
    if part is not Part.SECRETARIAT or heading is None:
        return True
    head = head_in_force(found)
    return head is None or head.unit == heading.unit


def _parts(request: Any, told: Prepared, open_parts: Iterable[Part], kept: Collection[Part]) -> list[dict[str, Any]]:
    """Each part with its tick, and how much of it there is."""
    posted = request.POST if request.method == "POST" else None
    counts = {
        Part.MEMBERS: told.units,
        Part.CONTENTS: len(told.plan.contents),
        Part.INDICATORS: len(told.indicators),
        Part.SHEETS: len(told.sheets),
        Part.CAMPAIGNS: len(told.plan.campaigns),
        Part.PERIODS: len(told.days),
    }
    return [
        {
            "part": part.value,
            "name": say(said(part)),
            "ticked": part in kept if posted is None else bool(posted.get(f"part-{part}")),
            "count": counts.get(part),
            "roles": [role for role in told.roles if role.role == ROLES.get(part)],
        }
        for part in open_parts
    ]


def _sheets(told: Prepared) -> list[dict[str, str]]:
    """By bloc the sheet that comes along, and where its text comes from."""
    return [
        {
            "bloc_name": one.bloc_name,
            "name": named(one.name),
            "taken": say(Sentence(f"next_season.sheet.{one.taken}")),
        }
        for one in told.sheets
    ]
