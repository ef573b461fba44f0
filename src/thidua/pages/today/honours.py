"""Ways from today to what is asked most: own honours, what one may be proposed for, who of the unit may."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.library import rights
from thidua.records.conduct.tasks import Desk
from thidua.records.seasons.models import Membership


@dataclass(frozen=True)
class Way:
    href: str
    icon: str
    words: str


def ways_to_honours(request: Any, desk: Desk, home: Membership | None) -> list[Way]:
    """No query: the account has its person, the desk the roles. Whoever looks through other eyes has no own."""
    found = []
    person = request.user.person if desk.actor.eyes is None else None
    if person is not None:
        one = (person.public_id,)
        found += [
            Way(reverse("person_honours", args=one), "award", _("Quá trình khen thưởng của tôi")),
            Way(reverse("person_standing", args=one), "scale", _("Tôi đủ điều kiện gì, còn thiếu gì")),
        ]
    if home is not None and (own := desk.own.get(home.pk)) and _may("honours.read_person", own.roles):
        found.append(Way(reverse("unit_sweep", args=(home.unit.slug,)), "people", _("Ai của đơn vị đủ điều kiện")))
    if _may("honours.sweep", frozenset({"signed_in"}).union(*desk.roles.values()) | _administers(desk)):
        found.append(Way(reverse("sweep_all"), "people", _("Rà soát toàn ngành")))
    return found


def _administers(desk: Desk) -> frozenset[str]:
    return frozenset({"administrator"} if desk.actor.is_administrator else ())


def _may(act: str, roles: frozenset[str]) -> bool:
    return rights().answer(act, roles).is_yes
