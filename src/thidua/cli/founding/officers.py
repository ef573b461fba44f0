"""Somebody else in a unit's post, as it happened in the year."""

from collections.abc import Callable
from datetime import datetime

from django.urls import reverse

from thidua.base.days import instant
from thidua.cli.founding.files import Cast, Event, day, table
from thidua.core.actor import PostKind
from thidua.records.conduct.actions import Successor, change_officer
from thidua.records.desk.house import house_address
from thidua.records.directory.models import Post
from thidua.records.seasons.models import Season

AT = 8, 30


def events(cast: Cast, season: Season) -> list[Event]:
    """Each on its own day; from then on the code of who left stands for who came."""
    return [
        (at, _changed(cast, told, at))
        for told in table("officers")["changes"]
        for at in [instant(day(told["on"]), *AT)]
    ]


def _changed(cast: Cast, told: dict[str, str], at: datetime) -> Callable[[], object]:
    def change() -> None:
        post = Post.objects.get(person=cast.people[told["post"]], kind=PostKind.OFFICER.value)
        given = change_officer(
            post,
            successor=Successor(full_name=told["name"], email=told["email"], is_made_up=True),
            title=told["title"],
            on=day(told["on"]),
            address_of=_invitation_address,
            by=cast.actor(told["by"], at.date()),
            at=at,
            key=f"demo:officer:{told['post']}",
        )
        cast.people[told["post"]] = given.person

    return change


def _invitation_address(secret: str) -> str:
    return house_address() + reverse("accept_invitation", args=(secret,))
