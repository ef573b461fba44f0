"""The menu: the product's places in their order; it holds those that exist and that the reader may open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.core.actor import Actor
from thidua.records.directory.access import may


def _to_everybody(actor: Actor) -> bool:
    return True


def _to_who_signed_in(actor: Actor) -> bool:
    return actor.is_signed_in


def _to_who_reads_the_directory(actor: Actor) -> bool:
    return may(actor, "directory.read").is_yes


def _to_who_keeps_accounts(actor: Actor) -> bool:
    return may(actor, "accounts.keep").is_yes


@dataclass(frozen=True)
class Place:
    """A place a person goes: `route` is the name of its address, `short` its name on the phone's bar.

    `opens` says whether a reader is let in at all; it asks no table, since every page asks it.
    """

    key: str
    label: str | Promise
    short: str | Promise
    icon: str
    route: str
    on_bar: bool = False
    opens: Callable[[Actor], bool] = _to_who_signed_in


PLACES = (
    Place("today", _("Hôm nay"), _("Hôm nay"), "sun", "today", on_bar=True),
    Place("season", _("Năm thi đua"), _("Kết quả"), "chart", "season", on_bar=True),
    Place("scores", _("Chấm điểm"), _("Chấm điểm"), "scale", "scores"),
    Place("dossiers", _("Hồ sơ khen thưởng"), _("Hồ sơ"), "file", "dossiers", on_bar=True),
    Place("meetings", _("Họp, bỏ phiếu"), _("Họp"), "people", "meetings"),
    Place("portal", _("Cổng thông tin"), _("Cổng tin"), "book", "portal", opens=_to_everybody),
    Place("directory", _("Danh bạ"), _("Danh bạ"), "unit", "units", opens=_to_who_reads_the_directory),
    Place("administration", _("Quản trị"), _("Quản trị"), "settings", "accounts", opens=_to_who_keeps_accounts),
)


@dataclass(frozen=True)
class Stop:
    """A place of the menu with the address it has here."""

    place: Place
    href: str


def stops(actor: Actor, places: tuple[Place, ...] = PLACES) -> list[Stop]:
    """The places whose address exists and that the reader may open, in the menu's order."""
    here = get_urlconf() or settings.ROOT_URLCONF
    found = ((place, _address(place.route, here)) for place in places if place.opens(actor))
    return [Stop(place, href) for place, href in found if href is not None]


@cache
def _address(route: str, addresses: str) -> str | None:
    """None for a place that does not exist yet; every page asks for all of them."""
    try:
        return reverse(route, urlconf=addresses)
    except NoReverseMatch:
        return None


def on_the_bar(menu: list[Stop]) -> list[Stop]:
    """What the phone's bar shows beside "Thêm": three at most, those meant for it first."""
    meant = [stop for stop in menu if stop.place.on_bar]
    others = [stop for stop in menu if not stop.place.on_bar]
    shown = (meant + others)[:3]
    return [stop for stop in menu if stop in shown]


def current(menu: list[Stop], path: str) -> str:
    """Key of the place that `path` lies in: the longest address that begins it; "" when none does.

    The front page "/" holds itself only, else every stray address would seem to lie in it.
    """
    around = [s for s in menu if path == s.href or (s.href != "/" and path.startswith(s.href.rstrip("/") + "/"))]
    return max(around, key=lambda stop: len(stop.href)).place.key if around else ""
