"""What addresses of papers lead to: the season, the paper and what it is about, the way back."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.answer import Unknown
from thidua.core.papers import PaperKind, Per
from thidua.figures.season_papers import Subject, subjects_of
from thidua.records.conduct.access.papers import paper_for
from thidua.records.conduct.official import kind_named
from thidua.records.councils.access import visible_conferences
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import last_of
from thidua.records.seasons.access import season_for
from thidua.records.seasons.models import Season

MOST_TURNS = 4  # figures that the number of a paper's turn may have


def season_at(request: Any, cluster: str, season: str, *, to: str = "papers.read") -> Season:
    return season_for(request.actor, cluster, season, to=to, on=today())


def about(request: Any, season: Season, code: str, subject: str) -> tuple[PaperKind, Subject]:
    """The kind of a paper and what it is about. Raises Unknown where the reader sees none of that name."""
    kind = kind_named(code)
    conferences = visible_conferences(request.actor, season.cluster, on=today()).filter(season=season)
    for one in subjects_of(season, conferences if kind.per is Per.CONFERENCE else ())[kind.per]:
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
