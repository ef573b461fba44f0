"""Through whose eyes this sign-in looks: kept in its session, asked anew with every page."""

from collections.abc import MutableMapping
from datetime import date
from typing import Any

from django.http import HttpRequest

from thidua.core.actor import Actor
from thidua.core.workflow.stages import ORDER, Stage
from thidua.records.seasons.looking import Look, actor_seen_through

KEY = "looking"
# What may be sent meanwhile: the end of it, signing out, and one's own language and theme.
STILL_POSSIBLE = frozenset({"end_looking", "sign_out", "choose"})


def begin(session: MutableMapping[str, Any], look: Look) -> None:
    session[KEY] = {
        "cluster": look.cluster, "season": look.season, "role": look.role, "unit": look.unit, "stage": look.stage or "",
    }  # fmt: skip


def end(session: MutableMapping[str, Any]) -> Look | None:
    """No longer through other eyes; gives whose they were."""
    look = _look(session)
    session.pop(KEY, None)
    return look


def is_looking(request: HttpRequest) -> bool:
    return KEY in request.session


def seen_through(actor: Actor, session: Any, *, on: date) -> Actor:
    """The actor that answers this reader: the one looked through, or the reader where nothing is asked or possible."""
    look = _look(session)
    return actor if look is None else actor_seen_through(actor, look, on=on) or actor


def _look(session: Any) -> Look | None:
    kept = session.get(KEY)
    if not kept:
        return None
    stage = Stage(kept["stage"]) if kept["stage"] in ORDER else None
    return Look(kept["cluster"], kept["season"], kept["role"], kept["unit"], stage)
