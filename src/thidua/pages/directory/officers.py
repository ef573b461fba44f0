"""Somebody else in a post of a unit: one form for who goes, who comes, the account and what waits."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.actor import PostKind
from thidua.core.answer import Sentence, refuse, require
from thidua.pages.accounts.views import invitation_address
from thidua.pages.directory.words import post_kinds
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.accounts.access import may_change
from thidua.records.conduct.actions import Successor, change_officer
from thidua.records.directory.access import unit_for
from thidua.records.directory.models import Post, Unit
from thidua.records.directory.naming import person_named
from thidua.records.directory.queries import posts_in

KINDS = (PostKind.LEADER, PostKind.DEPUTY, PostKind.OFFICER)
OFFERED_AT_MOST = 100


def may_change_somebody(actor: Any, unit: Unit) -> bool:
    """Whether the page of a unit offers this one."""
    return may_change(actor, unit, PostKind.OFFICER).is_yes


def _posts(actor: Any, unit: Unit) -> list[Post]:
    """The posts in which the reader may put somebody else, officers first."""
    kinds = [kind for kind in KINDS if may_change(actor, unit, kind).is_yes]
    held = posts_in(unit, on=today()).filter(kind__in=[kind.value for kind in kinds], until_on=None)
    return sorted(held[:OFFERED_AT_MOST], key=lambda post: post.kind != PostKind.OFFICER.value)


def _page(request: Any, unit: str) -> HttpResponse:
    found = unit_for(request.actor, unit)
    require(may_change(request.actor, found, PostKind.OFFICER))
    kinds, posts = dict(post_kinds()), _posts(request.actor, found)
    form = filled(request, who="new", on=day(today()), title=posts[0].title if posts else "")
    return page(
        request,
        "directory/change_officer.html",
        unit=found,
        posts=[(post.public_id, f"{post.person.full_name}, {post.title} ({kinds[post.kind]})") for post in posts],
        form=form,
        trail=[(_("Danh bạ"), reverse("units")), (found.short_name, reverse("unit", args=(unit,)), "vi")],
        here="directory",
    )


@login_required
@or_show(_page)
def change(request: Any, unit: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, unit)
    found, typed = unit_for(request.actor, unit), Typed(request)
    require(may_change(request.actor, found, PostKind.OFFICER))
    posts = {post.public_id: post for post in _posts(request.actor, found)}
    chosen = typed.choice("post", posts, label=_("Ai thôi giữ chức vụ"))
    who = typed.choice("who", ("new", "known"), label=_("Người thay"))
    name = typed.text("name", label=_("Họ và tên"), most=200)
    email = typed.text("email", label=_("Địa chỉ thư để đăng nhập"), most=254, required=who == "new")
    title = typed.text("title", label=_("Chức vụ"), most=120)
    on = typed.day("on", label=_("Từ ngày"))
    typed.check()
    assert on is not None
    known = person_named(name, on=today()) if who == "known" else None
    if known is not None and not email and not hasattr(known, "account") and not known.email:
        raise refuse("officer.needs_email", name=known.full_name)
    given = change_officer(
        posts[chosen], successor=Successor(known, name, email), title=title, on=on, address_of=invitation_address,
        by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, reverse("unit", args=(unit,)), _told(posts[chosen], given, email))


def _told(before: Post, given: Post, typed: str) -> Sentence:
    """With the address of the invitation where the reader has typed it: that of an older account is not theirs."""
    values = {"before": before.person.full_name, "after": given.person.full_name, "title": given.title,
              "on": given.from_on}  # fmt: skip
    account = given.person.account
    if account.has_usable_password() or account.demo_role or account.email != typed.strip().lower():
        return Sentence("officer.was_changed", **values)
    return Sentence("officer.was_changed_invited", **values, email=account.email)
