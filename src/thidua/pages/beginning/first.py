"""The first account of an empty installation, opened by its link; the overview of the steps after it."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.base.clock import now
from thidua.core.actor import PUBLIC
from thidua.core.answer import Sentence, Unknown, require
from thidua.pages.accounts.passwords import new_password
from thidua.pages.beginning.strip import in_hand, next_of, steps_of
from thidua.pages.door.backend import BACKEND
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.accounts.actions import open_first_account
from thidua.records.accounts.queries import first_secret, has_accounts
from thidua.records.seasons.access import may_found


def _first_page(request: HttpRequest, secret: str) -> HttpResponse:
    if has_accounts() or secret != first_secret():
        raise Unknown
    asks = settings.SECOND_FACTOR != "offered"
    answer = page(request, "beginning/first.html", form=filled(request), asks_second_factor=asks, here="nowhere")
    answer.refusal_noted = True  # type: ignore[attr-defined]  # the access log notes addresses; this one is a key
    return answer


@never_cache
@or_show(_first_page)
def first(request: Any, secret: str) -> HttpResponse:
    """Whoever holds the link that `thidua serve` prints opens the house; she is signed in at once."""
    if request.method != "POST":
        return _first_page(request, secret)
    typed = Typed(request)
    full_name = typed.text("full_name", label=_("Họ và tên"), most=120)
    email = typed.text("email", label=_("Địa chỉ thư để đăng nhập"), most=254)
    typed.check()
    password = new_password(request)
    account = open_first_account(
        secret, full_name=full_name, email=email, password=password, by=PUBLIC, at=now(), key=typed.key
    )
    login(request, account, backend=BACKEND)
    return done(request, reverse("begin"), Sentence("begin.account_opened", name=full_name))


@require_safe
@login_required
def overview(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    season = in_hand(request)
    steps = steps_of(season)
    return page(
        request, "beginning/overview.html", steps=steps, season=season, next=next_of(steps),
        trail=[(_("Năm thi đua"), reverse("season"))], here="season",
    )  # fmt: skip
