"""Rà soát: who of a unit's people can be proposed for what, and who nearly can."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.law import law, register
from thidua.core.law.history import Asked
from thidua.core.law.register import Award
from thidua.core.law.shelf import WITHIN_REACH
from thidua.figures.sweeps import Scope, Sweeping, Swept, Tally, tallies
from thidua.pages.law.days import Day, day_of, years_offered
from thidua.pages.law.downloads import swept_table
from thidua.pages.law.standing import Standing, standings
from thidua.pages.law.unit_counts import UnitCounts, counts_below
from thidua.pages.law.words import named
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.awards.access import may_sweep, unit_of_people_for
from thidua.records.awards.queries.history import histories_of_people
from thidua.records.directory.models import Post, Unit
from thidua.records.directory.queries import posts_below
from thidua.records.journal.steps import note_access

ROWS_A_PAGE = 100
READ_AT_ONCE = 500


@dataclass(frozen=True)
class Within:
    """One of the people, by the post held on the day, with the awards within reach."""

    post: Post
    found: tuple[Standing, ...]


@dataclass(frozen=True)
class AwardCounts:
    award: Award
    tally: Tally

    @property
    def name(self) -> SafeString:
        return named(self.award.name)


def award_counts(swept: Swept) -> list[AwardCounts]:
    """In the register's order."""
    counted = dict(tallies(swept))
    return [AwardCounts(award, counted[code]) for code, award in register().items() if code in counted]


def in_order(unit: Unit, swept: Swept, asked: Asked, award: str) -> list[int]:
    """The keys of people within reach, in the order of the directory."""
    wanted = set(swept.within_reach(award).tolist())
    everybody = posts_below(unit, on=asked.on).values_list("person", flat=True)
    return list(dict.fromkeys(person for person in everybody if person in wanted))


def explained(unit: Unit, people: Sequence[int], asked: Asked, awards: Iterable[str]) -> Iterator[Within]:
    """Each of them with what is within reach, and what lacks."""
    waiting, wanted = iter(people), frozenset(awards)
    while some := list(islice(waiting, READ_AT_ONCE)):
        posts: dict[int, Post] = {}
        for post in posts_below(unit, on=asked.on).filter(person__in=some):
            posts.setdefault(post.person_id, post)
        histories = histories_of_people(some, on=asked.on)
        for person in some:
            found = standings(law(), register(), histories[person], asked)
            within = tuple(one for one in found if one.award.code in wanted and one.shelf in WITHIN_REACH)
            yield Within(posts[person], within)


@require_safe
@login_required
def unit_sweep(request: Any, unit: str) -> HttpResponse:
    """Whoever asks is noted: the page speaks of people's records."""
    found, day, asked = _question(request, unit)
    sweeping = Sweeping.now(Scope.of([found]), asked)
    trail = [(_("Danh bạ"), reverse("units")), (found.short_name, reverse("unit", args=(unit,)), "vi")]
    if (waiting := how_far(request, sweeping, title=found.name, trail=trail)) is not None:
        return waiting
    swept, award = sweeping.swept(), wanted(request)
    rows = Paginator(in_order(found, swept, asked, award.code if award else ""), ROWS_A_PAGE)
    shown: Any = rows.get_page(request.GET.get("trang"))
    shown.object_list = list(explained(found, shown.object_list, asked, _of(award, swept)))
    return page(
        request,
        "law/sweep.html",
        unit=found,
        **asked_about(day, asked),
        tallies=award_counts(swept),
        below=_below(found, swept, award),
        award=award,
        rows=shown,
        everybody=len(swept.people),
        may_sweep=may_sweep(request.actor, on=today()).is_yes,
        trail=trail,
    )


@require_safe
@login_required
def workbook(request: Any, unit: str) -> HttpResponse:
    found, _day, asked = _question(request, unit)
    sweeping = Sweeping.now(Scope.of([found]), asked)
    while not sweeping.is_done:
        sweeping.go_on()
    swept, award = sweeping.swept(), wanted(request)
    people = in_order(found, swept, asked, award.code if award else "")
    return as_xlsx(swept_table(found, asked, explained(found, people, asked, _of(award, swept))))


def how_far(request: Any, sweeping: Sweeping, *, title: str, trail: list[Any]) -> HttpResponse | None:
    """The page of a large sweep that is not done yet, which does the next part of it; None once it is done."""
    if sweeping.is_done:
        return None
    sweeping.go_on()
    part = "#progress" if request.htmx else ""
    answer = page(
        request, f"law/sweeping.html{part}", title=title, sweeping=sweeping, there=request.get_full_path(),
        trail=trail, here="directory",
    )  # fmt: skip
    if request.htmx and sweeping.is_done:
        answer["HX-Refresh"] = "true"
    return answer


def asked_about(day: Day, asked: Asked) -> dict[str, Any]:
    """What every page of a sweep shows of its question."""
    return {
        "day": day,
        "year": asked.year,
        "years": [(year, year) for year in years_offered(day)],
        "query": f"?nam={asked.year}&ngay={asked.on.isoformat()}",
        "here": "directory",
    }


def asked_in(request: Any) -> tuple[Day, Asked]:
    """`nam=` of the years offered, without it the last one that is over; `ngay=`."""
    day = day_of(request)
    offered = {str(year): year for year in years_offered(day)}
    return day, Asked(offered.get(request.GET.get("nam", ""), day.on.year - 1), day.on)


def wanted(request: Any) -> Award | None:
    return register().get(request.GET.get("danh-hieu", ""))


def _question(request: Any, unit: str) -> tuple[Unit, Day, Asked]:
    found = unit_of_people_for(request.actor, unit, on=today())
    note_access("read_people", by=request.actor, at=now(), method="GET", address=request.path)
    day, asked = asked_in(request)
    return found, day, asked


def _of(award: Award | None, swept: Swept) -> Iterable[str]:
    return [award.code] if award else swept.shelves


def _below(unit: Unit, swept: Swept, award: Award | None) -> list[UnitCounts]:
    """Unit by unit, where there are units below."""
    children = list(unit.children.filter(dissolved_on=None).order_by("path"))
    return counts_below(children, swept, award.code if award else "") if children else []
