"""What is due by me, the year in which I am, how my unit or my blocs stand, what has just been done."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.figures.pressing import Pressing, pressing
from thidua.figures.situation import bloc_situations, current_first, home_of, unit_situation
from thidua.figures.waiting import waiting_for
from thidua.pages.beginning.strip import first_steps, step_in_hand
from thidua.pages.seasons.year import year_of
from thidua.pages.shared.request import Request, page
from thidua.pages.shared.year import Year
from thidua.pages.today.coming import coming_up
from thidua.pages.today.honours import ways_to_honours
from thidua.pages.today.rows import rows_of
from thidua.pages.today.updates import WATCHING, updates
from thidua.pages.tracking.views import address_of
from thidua.pages.tracking.words import cell_words
from thidua.records.conduct.tasks import Desk, desk_of, tasks_at
from thidua.records.seasons.models import BlocSeason, Membership
from thidua.records.seasons.queries.campaigns import calendar_of


@require_safe
@login_required
def today_page(request: Request) -> HttpResponse:
    on = today()
    desk = desk_of(request.actor, on=on)
    home = home_of(desk)
    blocs = _own_blocs(desk, home)
    rows = rows_of(tasks_at(desk), desk)
    current = [bloc for bloc in blocs if bloc.season_id == blocs[0].season_id]
    watched = [bloc for bloc in blocs if desk.roles[bloc.season_id] & WATCHING]
    tracked = [bloc for bloc in watched if desk.may("tracking.read", bloc)]
    return page(
        request,
        "today/today.html",
        on=on,
        rows=rows,
        coming=coming_up(home, on=on) if home and not rows else [],
        waiting=len(waiting_for(request.actor, on=on)),
        blocs=[(bloc, _next_day(desk, bloc)) for bloc in current],
        year=_year(current, on),
        several=len({bloc.season_id for bloc in watched}) > 1,
        takes_part_in=home.bloc_season.season if home and not any(desk.roles.values()) else None,
        unit=unit_situation(home, on=on) if home else None,
        tracked=[(bloc.bloc.name, reverse("tracking", args=bloc.slugs)) for bloc in tracked],
        sheets=[_sheet(desk, one) for one in pressing(desk, tracked)],
        bloc_rows=bloc_situations(watched, on=on) if watched else [],
        honours=ways_to_honours(request, desk, home),
        updates=updates(desk, home),
        next_step=step_in_hand(request) if request.actor.is_administrator else None,
        begins=None if blocs or not request.actor.is_administrator else first_steps(),
    )


def _own_blocs(desk: Desk, home: Membership | None) -> list[BlocSeason]:
    """A unit's people read of their own bloc; whoever has a part in a season, and who is nowhere at home, of all."""
    if home is None or any(desk.roles.values()) or desk.actor.is_administrator:
        return current_first(desk)
    return [home.bloc_season]


def _sheet(desk: Desk, part: Pressing) -> dict[str, Any]:
    """What presses in one bloc as the tracking sheet shows it."""
    return {
        "bloc": part.bloc,
        "part": part,
        "base": reverse("tracking", args=part.bloc.slugs),
        "rows": [
            (row, [(cell, cell_words(cell), address_of(part.bloc, row.member, cell)) for cell in row.cells])
            for row in part.rows
        ],
        "may_remind": desk.may("tracking.remind", part.bloc),
    }


def _next_day(desk: Desk, bloc: BlocSeason) -> tuple[str, date] | None:
    """The milestone that comes next, today's too."""
    to_come = [(day, kind) for kind, day in desk.due.get(bloc.pk, {}).items() if day >= desk.on]
    return next(((kind, day) for day, kind in sorted(to_come)), None)


def _year(blocs: Sequence[BlocSeason], on: date) -> Year | None:
    """The strip of the blocs' season, with their milestones."""
    if not blocs:
        return None
    campaigns = list(calendar_of(blocs[0].season))
    return year_of(blocs[0].season, campaigns, blocs, on=on) if campaigns else None
