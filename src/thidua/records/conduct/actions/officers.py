"""Somebody else in a post of a unit, in one act: what waits goes on with who comes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from thidua.base.days import local_day
from thidua.core.actor import Actor, PostKind
from thidua.core.answer import Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.access import may_change
from thidua.records.accounts.models import Account, Delegation, SingleLink
from thidua.records.accounts.steps import new_account, withdraw_letters
from thidua.records.desk.steps.drafts import hand_drafts_over
from thidua.records.desk.steps.links import AddressOf, write_link
from thidua.records.desk.steps.notices import hand_notices_over, notify_people
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries import in_force, posts_below
from thidua.records.directory.steps.posts import finish_post, give_post, write_down
from thidua.records.directory.steps.standing import held_units
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.seasons.models import Season, SeasonRole


@dataclass(frozen=True)
class Successor:
    """Who comes: a person of the directory, or the name of a new one; `email` for who has no account yet."""

    person: Person | None = None
    full_name: str = ""
    email: str = ""
    is_made_up: bool = False  # in the demo


@act
def change_officer(
    post: Post, *, successor: Successor, title: str, on: date, address_of: AddressOf, by: Actor, at: datetime, key: str
) -> Post:
    """The post ends on the day before `on`, and from then on the successor holds it.

    An account is opened and invited where there is none that signs in. Drafts on the unit's pages, unread notices
    and, reckoned from the post, tasks go on with the successor; letters of delegation of who goes hold no more.
    Both are told, and the secretariats of the unit's seasons. Raises NotPossible for a day to come, for a post
    that has ended or began on that day or later, for a successor who holds the same post, and for one whose account
    only an administrator opens: who acts for others too, so that the address of an account is no way into their place.
    """
    unit = held_units([post.unit])[post.unit_id]
    post = Post.objects.select_for_update(of=("self",)).select_related("person", "unit").get(pk=post.pk)
    kind = PostKind(post.kind)
    require(may_change(by, unit, kind))
    if on > local_day(at):
        raise refuse("officer.day_to_come", on=on)
    finish_post(post, until_on=on - timedelta(days=1))
    who = successor.person or write_down(successor.full_name, successor.email, is_made_up=successor.is_made_up)
    if unit.posts.filter(in_force(on), person=who, kind=post.kind).exists() or who == post.person:
        raise refuse("officer.holds_it", name=who.full_name, title=post.title)
    given = give_post(who, unit, kind=kind, title=composed(title), from_on=on)
    account = Account.objects.filter(person=who).first()
    if account is None and not by.is_administrator and _acts_elsewhere(who, unit, on=on):
        raise refuse("officer.acts_elsewhere", name=who.full_name)
    account = account or new_account(who, successor.email or who.email)
    letter = _invitation(account, address_of, at=at)
    body = {
        "name": {"before": post.person.full_name, "after": who.full_name},
        "kind": post.kind,
        "title": given.title,
        "on": on.isoformat(),
        "letters": _letters_withdrawn(post, unit, on, at),
        **_handed_over(post.person, account, unit),
    }
    _tell(post, given, on=on, at=at)
    new: list[HasToken] = [account, letter] if letter else []
    record("post.handed_over", by=by, at=at, subjects=[post.person, who, unit, *new], body=body)
    return given


def _acts_elsewhere(who: Person, unit: Unit, *, on: date) -> bool:
    """Whether an account of theirs would open more than the unit's leader sees: another unit, a part in a season."""
    later = Q(until_on=None) | Q(until_on__gte=on)
    inside = Q(unit=unit) | Q(unit__path__startswith=unit.path, kind=PostKind.STAFF.value)
    posts = Post.objects.filter(later, person=who).exclude(inside)
    return posts.exists() or SeasonRole.objects.filter(later, person=who).exists()


def _invitation(account: Account, address_of: AddressOf, *, at: datetime) -> HasToken | None:
    """The letter to an account that has no password yet."""
    assert account.person is not None
    if not account.is_active:
        raise refuse("officer.account_closed", name=account.person.full_name)
    if account.has_usable_password() or account.demo_role:
        return None
    return write_link(account, SingleLink.Purpose.INVITATION, address_of, at=at)


def _handed_over(giver: Person, taker: Account, unit: Unit) -> dict[str, str]:
    account = Account.objects.filter(person=giver).first()
    assert taker.person is not None
    drafts = hand_drafts_over(account, taker, unit_slug=unit.slug) if account else 0
    return {"drafts": str(drafts), "notices": str(hand_notices_over(giver, taker.person, unit_slug=unit.slug))}


def _letters_withdrawn(post: Post, unit: Unit, on: date, at: datetime) -> list[str]:
    """Those that a leader who goes has given, and those to who has no post left in the unit or below it."""
    standing = Delegation.objects.filter(unit=unit, withdrawn_at=None, until_on__gte=on)
    given = list(standing.filter(leader=post.person)) if post.kind == PostKind.LEADER.value else []
    stays = posts_below(unit, on=on).filter(person=post.person).exists()
    return withdraw_letters([*given, *(standing.none() if stays else standing.filter(delegate=post.person))], at=at)


def _tell(post: Post, given: Post, *, on: date, at: datetime) -> None:
    unit = post.unit
    values = {"unit": unit.name, "on": f"{on.day}/{on.month}/{on.year}", "title": given.title}
    names = {"before": post.person.full_name, "after": given.person.full_name}
    notify_people([post.person], Sentence("notice.officer_left", **values, name=names["after"]), at=at)
    came = Sentence("notice.officer_came", **values, name=names["before"])
    notify_people([given.person], came, at=at, place="today")
    seasons = Season.objects.filter(blocs__members__unit=unit, blocs__members__left_on=None)
    held = SeasonRole.objects.filter(
        in_force(on), role="secretariat", season__in=seasons.exclude(blocs__stage=Stage.CLOSED.value)
    )
    secretaries = Person.objects.filter(pk__in=held.values("person")).exclude(pk__in=[post.person.pk, given.person.pk])
    changed = Sentence("notice.officer_changed", **values, **names)
    notify_people(secretaries, changed, at=at, place="unit", slugs=(unit.slug,))
