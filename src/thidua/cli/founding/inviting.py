"""Units that the secretariat asks into the program by codes, with letters in the outbox; a letter gone astray."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.urls import reverse

from thidua.cli.founding.files import Cast, Event, moment, named, table
from thidua.records.desk.house import house_address
from thidua.records.directory.models import Unit
from thidua.records.seasons.actions.invitations import invite_units, mail_invitations, revoke_invitation
from thidua.records.seasons.models import Season
from thidua.records.seasons.queries.invitations import members_to_invite, open_invitations

SOON, LATER = timedelta(minutes=20), timedelta(days=2)


def events(cast: Cast, season: Season) -> list[Event]:
    happening: list[Event] = []
    for told in table("invitations")["rounds"]:
        at = moment(told["at"])
        happening.append((at, _invited(cast, season, at)))
        if told["mailed"]:
            happening.append((at + SOON, _mailed(cast, season, at + SOON)))
        happening += [(at + LATER, _revoked(cast, season, unit, at + LATER)) for unit in told["revoked"]]
    return happening


def _invited(cast: Cast, season: Season, at: datetime) -> Callable[[], object]:
    def invite() -> object:
        waiting = members_to_invite(season, on=at.date()).filter(is_in=False)
        units = list(Unit.objects.filter(pk__in=waiting.values("unit")).order_by("pk"))
        return invite_units(season, units=units, key=named(f"invited:{at}"), **_told(cast, at))

    return invite


def _mailed(cast: Cast, season: Season, at: datetime) -> Callable[[], object]:
    return lambda: mail_invitations(
        season, invitations=list(open_invitations(season, at=at)), address_of=partial(_address, house_address()),
        key=named(f"mailed:{at}"), **_told(cast, at),
    )  # fmt: skip


def _revoked(cast: Cast, season: Season, unit: str, at: datetime) -> Callable[[], object]:
    return lambda: revoke_invitation(
        open_invitations(season, at=at).get(unit=cast.units[unit]), key=named(f"revoked:{unit}"), **_told(cast, at)
    )


def _address(beginning: str, code: str) -> str:
    return beginning + reverse("come_in", args=(code,))


def _told(cast: Cast, at: datetime) -> dict[str, Any]:
    return {"by": cast.actor(table("season")["roles"]["secretariat"][0], at.date()), "at": at}
