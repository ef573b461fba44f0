"""The list of accounts with its acts, and the letters that wait in the outbox."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, require
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.accounts.actions import close_account, open_account, reopen_account
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import Show, accounts, factors_of, letters_for, with_factors
from thidua.records.desk.actions import reset_second_factor, send_invitation
from thidua.records.desk.house import house_address
from thidua.records.desk.queries import letters_to_hand_over
from thidua.records.directory.access import may, person_for
from thidua.records.directory.models import Person
from thidua.records.directory.naming import person_named
from thidua.records.directory.queries import posts_of

ROWS_A_PAGE = 100
LETTERS_A_PAGE = 20


def invitation_address(secret: str) -> str:
    """Where an invitation is accepted: what the letter carries."""
    return house_address() + reverse("accept_invitation", args=(secret,))


@login_required
def accounts_page(request: Any, account: str = "") -> HttpResponse:
    require(may(request.actor, "accounts.keep"))
    wanted = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    asked = request.GET.get("loc", "")
    show = Show(asked) if asked in set(Show) else None
    return page(
        request,
        "accounts/accounts.html",
        rows=Paginator(with_factors(accounts(wanted, show)), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        wanted=wanted,
        show=show or "",
        shows=[
            (Show.IN_USE.value, _("đang dùng")),
            (Show.WAITING.value, _("chờ đặt mật khẩu")),
            (Show.CLOSED.value, _("đã đóng")),
        ],
        own=request.actor.account,
        here="administration",
    )


def _account(request: Any, public_id: str) -> Account:
    require(may(request.actor, "accounts.keep"))
    found: Account | None = Account.objects.filter(public_id=public_id).first()
    if found is None:
        raise Unknown
    return found


def _open_page(request: Any) -> HttpResponse:
    """`?nguoi=` names the person by public id, else the name is typed."""
    require(may(request.actor, "accounts.keep"))
    asked = request.POST.get("person") or request.GET.get("nguoi")
    person = person_for(request.actor, asked) if asked else None
    form = filled(request, email=person.email if person else "")
    trail = [(_("Tài khoản"), reverse("accounts"))]
    return page(request, "accounts/open.html", person=person, form=form, trail=trail, here="administration")


@login_required
@or_show(_open_page)
def open_one(request: Any) -> HttpResponse:
    """Opens an account for a person of the directory and writes the invitation."""
    if request.method != "POST":
        return _open_page(request)
    require(may(request.actor, "accounts.keep"))
    typed = Typed(request)
    name = "" if typed.values.get("person") else typed.text("name", label=_("Họ và tên"), most=200)
    email = typed.text("email", label=_("Địa chỉ thư để đăng nhập"), most=254)
    typed.check()
    person = person_named(name, on=today()) if name else person_for(request.actor, typed.values["person"])
    opened = open_account(
        person=person, email=email, is_administrator=typed.values.get("administrator") == "1",
        by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    _invite(request, opened, key=f"{typed.key[:57]}-letter")
    return done(request, reverse("accounts"), Sentence("account.opened", email=opened.email))


@require_safe
@login_required
def own(request: Any) -> HttpResponse:
    """One's own account: by which address one signs in, with which posts, and who lets one sign."""
    person = Person.objects.filter(pk=request.actor.person).first()
    on = today()
    return page(
        request,
        "accounts/own.html",
        account=request.user,
        person=person,
        posts=posts_of(person) if person else [],
        letters=letters_for(request.actor, on=on),
    )


@require_POST
@login_required
@or_show(accounts_page)
def invite(request: Any, account: str) -> HttpResponse:
    found = _account(request, account)
    _invite(request, found, key=Typed(request).key)
    return done(request, reverse("accounts"), Sentence("account.invited", email=found.email))


def _invite(request: Any, account: Account, *, key: str) -> None:
    send_invitation(account, address_of=invitation_address, by=request.actor, at=now(), key=key)


@require_POST
@login_required
@or_show(accounts_page)
def close(request: Any, account: str) -> HttpResponse:
    found = close_account(_account(request, account), by=request.actor, at=now(), key=Typed(request).key)
    return done(request, reverse("accounts"), Sentence("account.closed", email=found.email))


@require_POST
@login_required
@or_show(accounts_page)
def reopen(request: Any, account: str) -> HttpResponse:
    found = reopen_account(_account(request, account), by=request.actor, at=now(), key=Typed(request).key)
    return done(request, reverse("accounts"), Sentence("account.reopened", email=found.email))


def _reset_page(request: Any, account: str) -> HttpResponse:
    found = _account(request, account)
    trail = [(_("Tài khoản"), reverse("accounts"))]
    return page(
        request, "accounts/reset_factor.html", account=found, factors=factors_of(found), form=filled(request),
        trail=trail, here="administration",
    )  # fmt: skip


@login_required
@or_show(_reset_page)
def reset_factor(request: Any, account: str) -> HttpResponse:
    """For somebody who has lost the phone and the recovery codes."""
    if request.method != "POST":
        return _reset_page(request, account)
    found, typed = _account(request, account), Typed(request)
    reason = typed.text("reason", label=_("Lý do"), most=300)
    typed.check()
    reset_second_factor(found, reason=reason, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("accounts"), Sentence("factor.was_reset", email=found.email))


@require_safe
@login_required
def outbox(request: Any) -> HttpResponse:
    """Letters that no mail server has taken: shown to be copied or printed."""
    require(may(request.actor, "outbox.read"))
    rows = Paginator(letters_to_hand_over(at=now()), LETTERS_A_PAGE).get_page(request.GET.get("trang"))
    trail = [(_("Tài khoản"), reverse("accounts"))]
    return page(
        request, "accounts/outbox.html", rows=rows, by_mail=bool(settings.SMTP), trail=trail, here="administration"
    )
