"""What the pages of a hand-over have in common: the way to it, who may do what on it."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.actor import Actor
from thidua.records.conduct.access.handover import handover_for
from thidua.records.conduct.models import Handover
from thidua.records.seasons.access import may_each
from thidua.records.seasons.models import Season

ASKED = (
    "prepare", "give", "sign_given", "receive", "sign_received", "enter_on_paper", "reopen", "settle",
)  # fmt: skip


def at(found: Season, *more: str) -> str:
    """The address of the hand-over, or of what lies under it."""
    return "/".join((reverse("handover", args=(found.cluster.slug, found.slug)), *more))


def trail_to(found: Season, *, beneath: bool = False) -> list[tuple[Any, ...]]:
    """`beneath` for what lies under the hand-over itself."""
    trail = [
        (_("Năm thi đua"), reverse("season")),
        (found.name, reverse("one_season", args=(found.cluster.slug, found.slug)), "vi"),
    ]
    return [*trail, (_("Bàn giao"), at(found))] if beneath else trail


def rights_to(actor: Actor, one: Handover, *, on: date) -> dict[str, bool]:
    """By the second word of the act in the grid; the roles are asked for once."""
    asked = [f"handover.{act}" for act in ASKED]
    found = may_each(actor, asked, season=one.season, unit=one.to_unit, on=on)
    return {act.partition(".")[2]: is_yes for act, is_yes in found.items()}


def found_at(request: Any, cluster: str, season: str) -> tuple[Handover, str]:
    """The hand-over with the address of its page, for acts on it."""
    one = handover_for(request.actor, cluster, season, on=today())
    return one, at(one.season)
