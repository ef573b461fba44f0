"""Who signs for a unit that is called up: whoever holds its letter for the pact on that day, else its leader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.core.actor import PostKind
from thidua.records.accounts.queries import letters_of_units
from thidua.records.directory.models import Post
from thidua.records.directory.queries import in_force
from thidua.records.seasons.models import Membership, Signature


@dataclass(frozen=True)
class Caller:
    """Who comes to the table, as what, by which letter ("" for the leader)."""

    name: str
    title: str
    capacity: str
    letter: str


def callers_of(members: Iterable[Membership], *, on: date) -> dict[int, Caller]:
    """By key of the membership; a unit whose leader nobody knows has none. Three queries."""
    members = list(members)
    units = [member.unit for member in members]
    posts = Post.objects.filter(in_force(on), unit__in=units).select_related("person").order_by("-pk")
    leaders = {post.unit_id: post for post in posts if post.kind == PostKind.LEADER}
    letters = letters_of_units(units, on=on).filter(from_on__lte=on, for_pact=True).select_related("delegate")
    by_letter = {letter.unit_id: letter for letter in letters}
    titles = {(post.unit_id, post.person_id): post for post in posts}
    found = {}
    for member in members:
        if letter := by_letter.get(member.unit_id):
            post = titles.get((member.unit_id, letter.delegate_id))
            is_deputy = post is not None and post.kind == PostKind.DEPUTY
            capacity = Signature.Capacity.SIGNING_FOR if is_deputy else Signature.Capacity.BY_LETTER
            title = post.title if post else ""
            found[member.pk] = Caller(letter.delegate.full_name, title, capacity.value, letter.as_named())
        elif leader := leaders.get(member.unit_id):
            capacity = Signature.Capacity.LEADER
            found[member.pk] = Caller(leader.person.full_name, leader.title, capacity.value, "")
    return found
