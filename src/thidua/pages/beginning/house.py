"""By which address the units open the program: looked at, written, and what is wrong with it said before letters go."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.request import split_domain_port, validate_host
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.addresses import EXAMPLE, MOST, opens_here_alone
from thidua.core.answer import Sentence, require
from thidua.pages.beginning.strip import trail
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, filled, on_this_site, or_show, page
from thidua.records.desk.actions import write_house_address
from thidua.records.desk.house import House, the_house
from thidua.records.desk.queries import letters_by_another_address
from thidua.records.directory.access import may

SAVED = ["house.address_written"]


def told_of(request: Any, house: House) -> dict[str, Any]:
    """What a page says of the address before anything goes out that begins with it."""
    return {
        "house": house,
        "may_write_house": may(request.actor, "house.address").is_yes and not house.is_fixed,
        "unknown_name": "" if _is_known(house.address) else _name_in(house.address),
        "example": EXAMPLE,
        "proposed": _proposed(request, house),
        "back": request.path,
        "begun": begun_with(request, house.row, _fields(house), saved=SAVED),
    }


def _proposed(request: Any, house: House) -> str:
    """As long as nobody has said it: the address by which the reader came, where that opens elsewhere too."""
    came_by = request.build_absolute_uri("/").rstrip("/")
    return house.address if house.is_said or opens_here_alone(came_by) else came_by


def _is_known(address: str) -> bool:
    """Whether the program answers who comes by this name, which THIDUA_HOSTS says."""
    return validate_host(_name_in(address), settings.ALLOWED_HOSTS)


def _name_in(address: str) -> str:
    return split_domain_port(urlsplit(address).netloc)[0]


def _fields(house: House) -> list[Field]:
    return [Field("address", _("Địa chỉ các đơn vị dùng để mở phần mềm"), house.row.address)]


def _house_page(request: Any) -> HttpResponse:
    require(may(request.actor, "house.address"))
    house = the_house()
    back = on_this_site(request.POST.get("back") or request.GET.get("ve", ""))
    return page(
        request, "beginning/house.html", **told_of(request, house) | {"back": back},
        form=filled(request, address=_proposed(request, house)), trail=trail(), here="administration",
    )  # fmt: skip


@login_required
@or_show(_house_page)
def house_page(request: Any) -> HttpResponse:
    if request.method != "POST":
        return _house_page(request)
    require(may(request.actor, "house.address"))
    typed = Typed(request)
    typed.settle(_fields(the_house()))
    address = typed.text("address", label=_("Địa chỉ"), most=MOST)
    typed.check()
    row = write_house_address(
        address=address, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )
    back = on_this_site(request.POST.get("back", "")) or reverse("house_address")
    return done(request, back, _kept(row.address))


def _kept(address: str) -> Sentence:
    told = Sentence("house.address_kept", address=address)
    old = letters_by_another_address(address, at=now()).count()
    return Sentence("house.address_kept_but", done=told, count=old) if old else told
