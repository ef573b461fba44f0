"""Keeping people: a new one, another mail address, a post in a unit from a day, the last day of a post."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now
from thidua.core.actor import PostKind
from thidua.core.answer import Sentence, require
from thidua.pages.directory.views import person_page
from thidua.pages.directory.words import post_kinds
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.directory.access import may, person_for, post_for
from thidua.records.directory.actions import appoint, change_email, end_post, keep_person
from thidua.records.directory.models import Unit
from thidua.records.directory.naming import unit_named, written


def _new_page(request: Any) -> HttpResponse:
    require(may(request.actor, "directory.keep"))
    unit = Unit.objects.filter(slug=request.GET.get("don-vi", "")).first()
    trail = [(_("Danh bạ"), reverse("units"))]
    return page(
        request, "directory/new_person.html", form=filled(request, unit=unit.slug if unit else ""), unit=unit,
        trail=trail, here="directory",
    )  # fmt: skip


@login_required
@or_show(_new_page)
def keep(request: Any) -> HttpResponse:
    """Then the post is asked for, on the page after."""
    if request.method != "POST":
        return _new_page(request)
    require(may(request.actor, "directory.keep"))
    typed = Typed(request)
    name = typed.text("full_name", label=_("Họ và tên"), most=120)
    email = typed.text("email", label=_("Địa chỉ thư"), most=254, required=False)
    typed.check()
    person = keep_person(
        full_name=name,
        email=email.lower(),
        is_made_up=bool(settings.DEMO_DAY),
        by=request.actor,
        at=now(),
        key=typed.key,
    )
    there = reverse("give_post", args=(person.public_id,))
    unit = Unit.objects.filter(slug=typed.values.get("unit", "")).first()
    said = Sentence("person.was_kept", name=person.full_name)
    return done(request, f"{there}?don-vi={unit.slug}" if unit else there, said)


def _email_page(request: Any, person: str) -> HttpResponse:
    require(may(request.actor, "directory.keep"))
    found = person_for(request.actor, person)
    form = filled(request, email=found.email, version=found.version)
    trail = [(_("Danh bạ"), reverse("units")), (found.full_name, reverse("person", args=(person,)), "vi")]
    return page(request, "directory/change_email.html", person=found, form=form, trail=trail, here="directory")


@login_required
@or_show(_email_page)
def email(request: Any, person: str) -> HttpResponse:
    if request.method != "POST":
        return _email_page(request, person)
    require(may(request.actor, "directory.keep"))
    found, typed = person_for(request.actor, person), Typed(request)
    address = typed.text("email", label=_("Địa chỉ thư"), most=254, required=False)
    typed.check()
    seen = typed.whole("version")
    change_email(found, email=address, seen_version=seen, by=request.actor, at=now(), key=typed.key)
    said = Sentence("person.email_was_changed", name=found.full_name)
    return done(request, reverse("person", args=(person,)), said)


def _post_page(request: Any, person: str) -> HttpResponse:
    require(may(request.actor, "directory.keep"))
    found = person_for(request.actor, person)
    unit = Unit.objects.filter(slug=request.GET.get("don-vi", "")).first()
    form = filled(request, unit=written(unit) if unit else "", kind=PostKind.STAFF.value)
    trail = [(_("Danh bạ"), reverse("units")), (found.full_name, reverse("person", args=(person,)), "vi")]
    return page(
        request, "directory/give_post.html", person=found, form=form, kinds=post_kinds(), trail=trail,
        here="directory",
    )  # fmt: skip


@login_required
@or_show(_post_page)
def give_post(request: Any, person: str) -> HttpResponse:
    if request.method != "POST":
        return _post_page(request, person)
    require(may(request.actor, "directory.keep"))
    found, typed = person_for(request.actor, person), Typed(request)
    where = typed.text("unit", label=_("Đơn vị"), most=240)
    kind = typed.choice("kind", [one.value for one in PostKind], label=_("Phần việc trong đơn vị"))
    title = typed.text("title", label=_("Chức vụ"), most=120)
    from_on = typed.day("from_on", label=_("Từ ngày"), required=False)
    until_on = typed.day("until_on", label=_("Đến ngày"), required=False)
    typed.check()
    appoint(
        found, unit=unit_named(where), kind=PostKind(kind), title=title, from_on=from_on, until_on=until_on,
        by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    said = Sentence("post.was_given", name=found.full_name, title=title)
    return done(request, reverse("person", args=(person,)), said)


@require_POST
@login_required
@or_show(person_page)
def leave_post(request: Any, person: str, post: str) -> HttpResponse:
    """The last day of a post."""
    found = person_for(request.actor, person)
    held, typed = post_for(request.actor, found, post), Typed(request)
    until_on = typed.day("until_on", label=_("Đến ngày"))
    typed.check()
    assert until_on is not None
    end_post(held, until_on=until_on, by=request.actor, at=now(), key=typed.key)
    said = Sentence("post.was_ended", name=found.full_name, title=held.title)
    return done(request, reverse("person", args=(person,)), said)
