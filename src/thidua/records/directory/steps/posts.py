"""People are written down, posts given and finished."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q

from thidua.core.actor import PostKind
from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.steps.standing import require_standing


def write_down(full_name: str, email: str, *, is_made_up: bool = False) -> Person:
    """A new person. Raises NotPossible for a name with digits or without letters."""
    name = " ".join(composed(full_name).split())
    if any(letter.isdigit() for letter in name) or not any(letter.isalpha() for letter in name):
        raise refuse("person.no_name", typed=full_name[:40])
    return Person.objects.create(full_name=name, email=email, is_made_up=is_made_up)


def write_email(person: Person, email: str) -> None:
    """Another mail address, or none; the caller holds the person's lock. Raises NotPossible for that of another."""
    if email:
        try:
            validate_email(email)
        except ValidationError:
            raise refuse("account.not_an_address", typed=email[:80]) from None
        owner = Person.objects.filter(email__iexact=email).exclude(pk=person.pk).first()
        if owner is not None:
            raise refuse("list.address_of_another", email=email, name=owner.full_name)
    person.email = email.lower()
    person.turn()
    person.save(update_fields=["email", "version"])


def give_post(
    person: Person,
    unit: Unit,
    *,
    kind: PostKind,
    title: str,
    from_on: date | None,
    until_on: date | None = None,
    brought_by: str = "",
) -> Post:
    """A post from one day to another; the caller holds the unit's lock. `brought_by` names with what it goes again.

    Raises NotPossible if the days run backwards, for a second leader at the same time, or once the unit is no more.
    """
    if from_on and until_on and until_on < from_on:
        raise refuse("post.backwards", from_on=from_on, until_on=until_on)
    if kind is PostKind.LEADER and unit.posts.filter(_meets(from_on, until_on), kind=kind.value).exists():
        raise refuse("post.second_leader", unit=unit.name)
    require_standing(unit, until=until_on)
    return Post.objects.create(
        person=person, unit=unit, kind=kind.value, title=composed(title), from_on=from_on, until_on=until_on,
        brought_by=brought_by,
    )  # fmt: skip


def finish_post(post: Post, *, until_on: date) -> None:
    """The post's last day; the caller holds its lock.

    Raises NotPossible if the post has a last day already, or for a day before its first.
    """
    if post.until_on is not None:
        raise refuse("post.ended_before", title=post.title, until_on=post.until_on)
    if post.from_on is not None and until_on < post.from_on:
        raise refuse("post.backwards", from_on=post.from_on, until_on=until_on)
    post.until_on = until_on
    post.save(update_fields=["until_on"])


def _meets(from_on: date | None, until_on: date | None) -> Q:
    """Posts that share a day with the days asked about; open ends are for ever."""
    begins_in_time = Q() if until_on is None else Q(from_on=None) | Q(from_on__lte=until_on)
    ends_in_time = Q() if from_on is None else Q(until_on=None) | Q(until_on__gte=from_on)
    return begins_in_time & ends_in_time
