"""What addresses of papers lead to: the season, the paper and what it is about, the way back."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.answer import Unknown
from thidua.core.papers import PaperKind, Per
from thidua.figures.season_papers import Subject, quarters_of
from thidua.records.conduct.access.papers import paper_for
from thidua.records.conduct.official import kind_named
from thidua.records.councils.access import visible_conferences
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import last_of
from thidua.records.results.access.inspections import visible_inspections
from thidua.records.results.models import Inspection
from thidua.records.seasons.access import may, season_for
from thidua.records.seasons.models import Campaign, Season
from thidua.records.seasons.queries.campaigns import calendar_of

MOST_TURNS = 4  # figures that the number of a paper's turn may have


def season_at(request: Any, cluster: str, season: str, *, to: str = "papers.read") -> Season:
    return season_for(request.actor, cluster, season, to=to, on=today())


def subjects(request: Any, season: Season, per: Per) -> Sequence[Subject]:
    """What papers of one kind may be about, as far as the reader sees it; one query, or two."""
    match per:
        case Per.SEASON:
            return [season]
        case Per.BLOC:
            return list(season.blocs.select_related("bloc", "season__cluster"))
        case Per.CONFERENCE:
            seen = visible_conferences(request.actor, season.cluster, on=today()).filter(season=season)
            return list(seen.prefetch_related("papers"))
        case Per.CAMPAIGN:
            return list(
                calendar_of(season)
                .exclude(kind=Campaign.Kind.REGULAR)
                .select_related("season__cluster", "launch_paper", "result_paper")
            )
        case Per.INSPECTION:
            rounds = Inspection.objects.filter(bloc_season__season=season)
            writes = may(request.actor, "papers.write", season=season, on=today()).is_yes
            seen_rounds = visible_inspections(request.actor, rounds, planner=writes)
            return list(seen_rounds.select_related("bloc_season__bloc", "bloc_season__season__cluster"))
        case Per.UNIT:
            return []  # units make them on a page of their own, pages/papers/units.py
        case Per.PERIOD:
            return quarters_of(season)


def about(request: Any, season: Season, code: str, subject: str) -> tuple[PaperKind, Subject]:
    """The kind of a paper and what it is about. Raises Unknown where the reader sees none of that name."""
    kind = kind_named(code)
    for one in subjects(request, season, kind.per):
        if one.public_id == subject:
            return kind, one
    raise Unknown


def asked_turn(request: Any, season: Season, code: str, subject: str) -> int:
    """Which of the papers about one thing: `lan`, or the latest."""
    typed = request.POST.get("lan") or request.GET.get("lan", "")
    if typed.isascii() and typed.isdigit() and len(typed) <= MOST_TURNS:
        return int(typed)
    last = last_of(season.public_id, code, subject)
    return last.nth if last else 0


def paper_at(request: Any, cluster: str, season: str, code: str, subject: str, *, to: str) -> OfficialPaper:
    """The paper at an address. Raises as records.conduct.access.papers does."""
    found = season_at(request, cluster, season)
    nth = asked_turn(request, found, code, subject)
    return paper_for(request.actor, found, code, subject, nth, on=today(), to=to)


def at(season: Season, name: str, *more: str) -> str:
    """The address of a page of this season."""
    return reverse(name, args=(season.cluster.slug, season.slug, *more))


def address(cluster: str, season: str, code: str, subject: str, name: str = "season_paper") -> str:
    return reverse(name, args=(cluster, season, code, subject))


def trail_to(season: Season, *, inside: bool = True) -> list[tuple[Any, ...]]:
    """The way to the list, or with it into a page under it."""
    way: list[tuple[Any, ...]] = [
        (_("Năm thi đua"), reverse("season")),
        (season.name, at(season, "one_season"), "vi"),
    ]
    return [*way, (_("Văn bản"), at(season, "papers"))] if inside else way
