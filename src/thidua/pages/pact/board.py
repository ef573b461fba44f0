"""The signing board: who has just signed, the count, the drum; it follows the signing on any device."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.days import local_day
from thidua.pages.shared.drum import Bloc, Unit
from thidua.pages.shared.request import page
from thidua.records.councils.queries.conferences import conference_to_sign
from thidua.records.seasons.access import season_for
from thidua.records.seasons.models import Season
from thidua.records.seasons.queries.hall import Rehearsed, called_names, calling_in, rehearsal_of, standing_in
from thidua.records.seasons.queries.pacts import board_of, signing_day_of


def drum_of(season: Season, *, rehearsed: Rehearsed | None = None) -> tuple[list[Bloc], dict[str, Any]]:
    """The drum's rings, and what stands beside it: the newest signature, how many have signed of how many.

    In a rehearsal its presses stand in the place of signatures.
    """
    board = board_of(season, rehearsed=None if rehearsed is None else rehearsed.signed)
    signed = [signature for _, rows in board for _, signature in rows if signature]
    newest = max(signed, key=lambda signature: signature.pk, default=None)
    blocs = [
        Bloc(
            bloc.bloc.name,
            tuple(
                Unit(
                    member.label,
                    member.unit.code.split("-")[-1],
                    member.name,
                    bool(one),
                    one is not None and one == newest,
                )
                for member, one in rows
            ),
        )
        for bloc, rows in board
        if rows
    ]
    names = {member.pk: member.name for _, rows in board for member, _ in rows}
    beside = {
        "newest": names.get(newest.membership_id or 0, "") if newest else "",
        "newest_kind": newest.kind if newest else "",
        "newest_on": local_day(newest.at) if newest else None,
        "signed": len(signed),
        "lit": frozenset(member.pk for _, rows in board for member, one in rows if one),
        "all": sum(len(rows) for _, rows in board),
    }
    return blocs, beside


def _day_and_place(season: Season) -> tuple[date, str] | None:
    """Of the conference to which the units are invited, else as planned."""
    conference = conference_to_sign(season)
    return signing_day_of(season) if conference is None else (local_day(conference.starts_at), conference.town)


@require_safe
@login_required
def signing_board(request: Any, cluster: str, season: str) -> HttpResponse:
    """The board for the projector; a fetch of the live part gets that part alone."""
    on = today()
    found = season_for(request.actor, cluster, season, to="board.watch", on=on)
    rehearsal = rehearsal_of(found)
    rehearsed = standing_in(rehearsal) if rehearsal else None
    blocs, beside = drum_of(found, rehearsed=rehearsed)
    day, place = _day_and_place(found) or (beside["newest_on"], "")
    template = "pact/board.html#board" if request.headers.get("HX-Request") else "pact/board.html"
    return page(
        request,
        template,
        season=found,
        blocs=blocs,
        still="con-lai" in request.GET,
        day=day,
        place=place,
        on=on,
        rehearsal=rehearsal,
        called=called_names(found, rehearsed.calling if rehearsed else calling_in(found), beside["lit"]),
        **beside,
    )
